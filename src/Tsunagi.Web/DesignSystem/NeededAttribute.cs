using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Tsunagi.Domain.People;

namespace Tsunagi.Web.DesignSystem;

/// <summary>Marks an attribute of a component without which it may not be rendered (a field without a label, a table without a caption).</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed partial class NeededAttribute : Attribute
{
    static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    /// <summary>The attributes the component needs, as they are written in a page.</summary>
    public static IEnumerable<string> NamesOf(Type component) => Of(component).Select(p => Written(p.Name));

    /// <summary>Throws with the tag and attribute named when one is absent or blank.</summary>
    internal static void Check(object component, string tag)
    {
        foreach (var property in Of(component.GetType()))
        {
            var value = property.GetValue(component);
            if (value is null || value is string text && string.IsNullOrWhiteSpace(text) || value is Enum named && !Enum.IsDefined(named.GetType(), named))
                throw new InvalidOperationException($"<{tag}> needs the attribute '{Written(property.Name)}'. See docs/design-system.md.");
        }
    }

    internal static string Written(string property) => Humps().Replace(property, "-$1").ToLowerInvariant();

    static PropertyInfo[] Of(Type component) => Properties.GetOrAdd(component,
        type => [.. type.GetProperties().Where(p => p.IsDefined(typeof(NeededAttribute), inherit: true))]);

    [GeneratedRegex("(?<!^)([A-Z])", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex Humps();
}
