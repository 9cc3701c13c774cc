using System.Reflection;
using System.Text.RegularExpressions;
using Tsunagi.Data;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Tests.Hosting;

/// <summary>No text that somebody types keeps a core busy.</summary>
public sealed class Patterns_held_against_typed_text
{
    [Fact]
    public void Every_pattern_of_the_program_is_given_up_in_time()
    {
        var patterns = Patterns(typeof(Outcome).Assembly, typeof(AppDb).Assembly, typeof(TsunagiHost).Assembly).ToList();
        Assert.True(patterns.Count > 10, $"{patterns.Count} found");
        Assert.Empty(patterns.Where(p => !IsBounded(p.Pattern)).Select(p => p.Name));
    }

    [Fact]
    public void A_pattern_without_a_limit_would_be_found() =>
        Assert.Contains(Patterns(typeof(Patterns_held_against_typed_text).Assembly), p => !IsBounded(p.Pattern));

    [Theory]
    [InlineData(3600)]
    [InlineData(1_000_000)]
    public void A_long_text_is_no_time_and_is_refused_unread(int length)
    {
        var typed = new TypedInput();
        Assert.Null(typed.Moment("At", $"1{new string(' ', length)}x"));
        Assert.Null(typed.Time("At", $"1{new string(' ', length)}x"));
        Assert.Equal([RefusalCode.TimeUnreadable, RefusalCode.TimeUnreadable], typed.Refusals.Select(r => r.Code));
    }

    private static IEnumerable<(string Name, GeneratedRegexAttribute Pattern)> Patterns(params Assembly[] assemblies) =>
        from type in assemblies.SelectMany(a => a.GetTypes())
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        from pattern in method.GetCustomAttributes<GeneratedRegexAttribute>()
        select ($"{type.FullName}.{method.Name}", pattern);

    private static bool IsBounded(GeneratedRegexAttribute pattern) => pattern.MatchTimeoutMilliseconds > 0 || pattern.Options.HasFlag(RegexOptions.NonBacktracking);
}
