using System.CommandLine;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Web.Features.Notices;
using Tsunagi.Web.Features.Notices.Match;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Hosting;

/// <summary>notices match: the night's work of 連携検討のお知らせ, where no server ran through the night.</summary>
static class NoticesVerb
{
    public static Command Create()
    {
        var again = new Option<bool>("--again") { Description = "Also when it was done already today" };
        var match = new Command("match", "Match the records of all holders once, tell the coordinators, and delete what was not used; prints numbers only") { again };
        match.SetAction((parsed, ending) => SystemWork.RunAsync(parsed.GetRequiredValue(VerbOptions.Data), async (services, ct) =>
        {
            var db = services.GetRequiredService<AppDb>();
            var ward = new CurrentWard(Installation.Read(ProfileFolder.Find(await Installation.ProfileAsync(db, ct))));
            var work = services.GetRequiredService<Work>();
            var figures = await new MatchAtNight(db, work, ward, new CountNotices(db, work, ward)).RunAsync(parsed.GetValue(again), ct);
            Console.WriteLine(figures is null
                ? "Done already today, or being done just now; --again does it once more."
                : FormattableString.Invariant($"{figures.Records} records compared, {figures.Told} notices told, {figures.Deleted} deleted, {figures.Untold} without a coordinator to tell."));
            return 0;
        }, ending));
        return new Command("notices", "The coordinators' notice (連携検討のお知らせ)") { match };
    }
}
