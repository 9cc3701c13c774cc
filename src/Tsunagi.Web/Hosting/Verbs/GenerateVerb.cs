using System.CommandLine;
using System.Text;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Demo.Population.Register;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Hosting;

/// <summary>
/// generate: fills an empty database with a synthetic population and its work history, and serves nothing; with --csv it writes
/// records for record linkage instead, and needs no database.
/// </summary>
static class GenerateVerb
{
    public static Command Create()
    {
        var persons = VerbOptions.Number("--persons", "N", "How many synthetic residents", 3000, 1, 1_000_000);
        var seed = VerbOptions.Number("--seed", "S", "The same seed makes the same town", 1, 0, int.MaxValue);
        var years = VerbOptions.Number("--years", "Y", "How many fiscal years of work, the present one among them", 2, 1, 3);
        var profile = new Option<string>("--profile") { Description = "The ward's profile (setagaya)", HelpName = "NAME", DefaultValueFactory = _ => "setagaya" };
        var today = new Option<DateOnly?>("--today") { Description = "The day the work history ends before", HelpName = "DATE" };
        var csv = new Option<FileInfo?>("--csv") { Description = "Write records of synthetic residents with the truth beside them to a file, and no database", HelpName = "FILE" };
        var duplicates = Share();
        var verb = new Command("generate", "Fill an empty database with synthetic residents and their work history") { persons, seed, years, profile, today, csv, duplicates };
        verb.SetAction(async (parsed, ending) =>
        {
            var folder = ProfileFolder.Find(parsed.GetRequiredValue(profile));
            var ward = Installation.Read(folder);
            var day = parsed.GetValue(today) ?? JapanTime.DateOf(TimeProvider.System.GetUtcNow());
            if (parsed.GetValue(csv) is { } file)
                return WriteRecords(file, ward, day, parsed.GetRequiredValue(persons), parsed.GetRequiredValue(seed), parsed.GetRequiredValue(duplicates));
            await using var database = await DatabaseConnection.OpenAsync(
                parsed.GetRequiredValue(VerbOptions.Data), DataFolderUse.Own, Progress.OnTerminal, ending);
            await Installation.MigrateAsync(database, ending);
            await using var owner = Installation.OpenAsOwner(database);
            if (await DemoData.StateAsync(owner, ending) is not DemoState.Empty)
                throw new VerbException("This database is not empty: 'generate' fills only an empty one. Name another folder with --data.");
            var wish = new TownWish(
                parsed.GetRequiredValue(persons), parsed.GetRequiredValue(seed), day, parsed.GetRequiredValue(years));
            await DemoVerb.MakeAsync(owner, DemoVerb.Options(database, parsed, ward.Name), ward, wish, ending);
            return 0;
        });
        return verb;
    }

    private static Option<double> Share()
    {
        var share = new Option<double>("--duplicates") { Description = "With --csv: the share of residents with more than one record (0.2)", HelpName = "SHARE", DefaultValueFactory = _ => 0.2 };
        share.Validators.Add(result =>
        {
            if (!result.Errors.Any() && result.GetValueOrDefault<double>() is not (>= 0 and <= 1)) result.AddError("--duplicates: give a share from 0 to 1.");
        });
        return share;
    }

    private static int WriteRecords(FileInfo file, WardProfile ward, DateOnly day, int persons, int seed, double duplicates)
    {
        var names = NameLists.LoadAll();
        var citizens = new Citizens(names, Places.Of(ward, day), ward.Ward.Name, day, seed);
        using var target = Open(file);
        var records = new LinkageSet(citizens, new Slips(names), duplicates, seed).Write(persons, target);
        Console.WriteLine($"{records} records of {persons} made-up people (架空) in {file.FullName}");
        return 0;
    }

    private static StreamWriter Open(FileInfo file)
    {
        try
        {
            return new(file.FullName, append: false, new UTF8Encoding(false), 1 << 16);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"--csv: {failure.Message}");
        }
    }
}
