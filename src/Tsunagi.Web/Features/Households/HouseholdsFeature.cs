namespace Tsunagi.Web.Features.Households;

/// <summary>世帯: who belongs together, on any day.</summary>
static class HouseholdsFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<SeeHousehold>();
            services.AddScoped<ChangeHousehold>();
            services.AddScoped<PartHousehold>();
            services.AddScoped<RecordBirth>();
            services.AddScoped<SeeFamily>();
        },
        HouseholdsApi.Map);
}
