using System.CommandLine;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Hosting;

/// <summary>generate: fills an empty database with a synthetic population and its work history, and serves nothing.</summary>
static class GenerateVerb
{
    public static Command Create()
    {
        var persons = VerbOptions.Number("--persons", "N", "How many synthetic residents", 3000, 1, 200_000);
        var seed = VerbOptions.Number("--seed", "S", "The same seed makes the same town", 1, 0, int.MaxValue);
        var years = VerbOptions.Number("--years", "Y", "How many fiscal years of work, the present one among them", 2, 1, 3);
        var profile = new Option<string>("--profile") { Description = "The ward's profile (setagaya)", HelpName = "NAME", DefaultValueFactory = _ => "setagaya" };
        var today = new Option<DateOnly?>("--today") { Description = "The day the work history ends before", HelpName = "DATE" };
        var verb = new Command("generate", "Fill an empty database with synthetic residents and their work history") { persons, seed, years, profile, today };
        verb.SetAction(async (parsed, ending) =>
        {
            var folder = ProfileFolder.Find(parsed.GetRequiredValue(profile));
            var ward = Installation.Read(folder);
            await using var database = await DatabaseConnection.OpenAsync(
                parsed.GetRequiredValue(VerbOptions.Data), DataFolderUse.Own, Progress.OnTerminal, ending);
            await Installation.MigrateAsync(database, ending);
            await using var owner = Installation.OpenAsOwner(database);
            if (await DemoData.StateAsync(owner, ending) is not DemoState.Empty)
                throw new VerbException("This database is not empty: 'generate' fills only an empty one. Name another folder with --data.");
            var wish = new TownWish(
                parsed.GetRequiredValue(persons), parsed.GetRequiredValue(seed), parsed.GetValue(today) ?? JapanTime.DateOf(TimeProvider.System.GetUtcNow()), parsed.GetRequiredValue(years));
            await DemoVerb.MakeAsync(owner, DemoVerb.Options(database, parsed, ward.Name), ward, wish, ending);
            return 0;
        });
        return verb;
    }
}
