using Tsunagi.Web.Features.Demo.Clock;

namespace Tsunagi.Web.Features.Demo;

/// <summary>デモ: a made-up town to look around in. Its page answers only where the program runs as a demonstration.</summary>
static class DemoFeature
{
    /// <summary>The page that says what to try.</summary>
    public const string Href = "/demo";

    public static Feature Feature { get; } = Feature.Of(services => services.AddScoped<MoveDemoClock>());
}
