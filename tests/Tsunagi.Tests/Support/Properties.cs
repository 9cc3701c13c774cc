using FsCheck;

namespace Tsunagi.Tests;

/// <summary>
/// Properties look for new counterexamples on every run at a desk; in CI they replay one fixed run, so that a change is
/// judged by itself and not by the luck of the draw.
/// </summary>
static class Properties
{
    private const ulong Seed = 20_260_401, Gamma = 106_4_1;

    private static readonly bool InCi = Environment.GetEnvironmentVariable("CI") == "true";

    /// <summary>How properties are checked here.</summary>
    public static Config Config { get; } = InCi ? Config.QuickThrowOnFailure.WithReplay(Seed, Gamma) : Config.QuickThrowOnFailure;

    /// <summary>Fails the test with the smallest counterexample found.</summary>
    public static void Holds(this Property property) => property.Check(Config);
}
