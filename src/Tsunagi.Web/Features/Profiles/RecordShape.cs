using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>
/// How a record is written in a file: one property per constructor parameter, in camelCase. The reader and the exported
/// schema both work from this, so they cannot disagree.
/// </summary>
sealed record RecordShape(ConstructorInfo Constructor, IReadOnlyList<FieldShape> Fields)
{
    static readonly NullabilityInfoContext Nullability = new();
    static readonly Dictionary<Type, RecordShape> Known = [];
    static readonly Lock Gate = new();

    public static RecordShape Of(Type type)
    {
        lock (Gate)
        {
            if (Known.TryGetValue(type, out var known))
                return known;
            // The copy constructor of a record is not public; the primary one is the only public one.
            var constructor = type.GetConstructors().Single();
            var shape = new RecordShape(constructor, [.. constructor.GetParameters().Select(p => FieldOf(type, p))]);
            Known[type] = shape;
            return shape;
        }
    }

    public FieldShape? Find(string name) => Fields.FirstOrDefault(f => f.Name == name);

    static FieldShape FieldOf(Type type, ParameterInfo parameter)
    {
        var underlying = Nullable.GetUnderlyingType(parameter.ParameterType);
        var nullable = underlying is not null || Nullability.Create(parameter).WriteState == NullabilityState.Nullable;
        var range = type.GetProperty(parameter.Name!)?.GetCustomAttribute<RangeAttribute>();
        return new FieldShape(
            JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!),
            underlying ?? parameter.ParameterType,
            !nullable && !parameter.HasDefaultValue,
            parameter.HasDefaultValue ? parameter.DefaultValue : null,
            range);
    }

    /// <summary>The element type of a list, or null if the type is none.</summary>
    public static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>) ? type.GetGenericArguments()[0] : null;

    /// <summary>The words an enum is written with.</summary>
    public static IReadOnlyList<string> WordsOf(Type enumType) =>
        [.. Enum.GetNames(enumType).Select(JsonNamingPolicy.CamelCase.ConvertName)];
}

/// <summary>One property of a record in a file.</summary>
sealed record FieldShape(string Name, Type Type, bool IsRequired, object? Default, RangeAttribute? Range);
