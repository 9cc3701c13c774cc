using Tsunagi.Data.Access;
using Tsunagi.Web.Features.People.SamePersons;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;

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
            services.AddScoped<SeeMergedRecords>();
            services.AddScoped<ListSamePersons>();
            services.AddScoped<SeeSamePerson>();
            services.AddScoped<JudgeSamePerson>();
            services.AddScoped<FindSamePersons>();
            services.AddScoped<TellPersonsApart>();
            services.AddScoped<IBeforeSaving, SuspectSamePersons>();
            services.AddScoped<ITodaySource, SamePersonsToday>();
            services.AddScoped<ITodaySource, UnprotectedSamePersons>();
        },
        api =>
        {
            PeopleApi.Map(api);
            SamePersonsApi.Map(api);
        });
}
