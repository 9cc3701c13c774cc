using System.Reflection;
using Tsunagi.Diagrams.Families;
using Tsunagi.Domain.Cases;
using Tsunagi.Linkage;

namespace Tsunagi.Tests;

/// <summary>The three libraries at the bottom stand on the base class library alone, and not on one another.</summary>
public sealed class Pure_libraries
{
    [Theory]
    [InlineData(typeof(Case))]
    [InlineData(typeof(Linker))]
    [InlineData(typeof(Family))]
    public void Refer_to_the_base_class_library_alone(Type one) => Assert.Empty(Foreign(one.Assembly));

    [Fact]
    public void A_reference_to_anything_else_would_be_seen()
    {
        var found = Foreign(typeof(Pure_libraries).Assembly);
        Assert.Contains("FsCheck", found);
        Assert.Contains("Tsunagi.Linkage", found);
    }

    private static List<string> Foreign(Assembly assembly) =>
        [.. assembly.GetReferencedAssemblies().Select(a => a.Name!).Where(n => n != "System" && !n.StartsWith("System.", StringComparison.Ordinal) && n is not ("netstandard" or "mscorlib"))];
}
