namespace Tsunagi.Web.Features.People;

/// <summary>人: as one organisation wrote them down.</summary>
static class PeopleFeature
{
    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<SeePerson>();
            services.AddScoped<CorrectPerson>();
            services.AddScoped<WriteKin>();
            services.AddScoped<WriteTies>();
        },
        PeopleApi.Map);
}
