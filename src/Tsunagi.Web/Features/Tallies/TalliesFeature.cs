namespace Tsunagi.Web.Features.Tallies;

/// <summary>件数だけ: short answers at the desk, counted in one tap and written down nowhere (rules §12).</summary>
static class TalliesFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<CountTally>();
            services.AddScoped<TallyCounts>();
        },
        TalliesApi.Map);
}
