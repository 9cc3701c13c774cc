using System.CommandLine;
using System.CommandLine.Parsing;
using Tsunagi.Data;

namespace Tsunagi.Web.Hosting;

/// <summary>serve: never makes sample data.</summary>
static class ServeVerb
{
    static readonly Option<Side> SideOption = new("--side")
    {
        Description = "Which side to serve: staff, public or all",
        HelpName = "staff|public|all",
        DefaultValueFactory = _ => Side.All,
        CustomParser = ParseSide,
    };

    static readonly Option<string> Urls = VerbOptions.Urls();

    static readonly Option<bool> Migrate = new("--migrate") { Description = "Bring the database up to date first" };

    public static Command Create()
    {
        var verb = new Command("serve", "Serve the staff and public sites") { SideOption, Urls, Migrate };
        verb.SetAction((parsed, ending) => RunAsync(parsed, ending));
        return verb;
    }

    static Side ParseSide(ArgumentResult argument)
    {
        switch (argument.Tokens.Single().Value)
        {
            case "staff": return Side.Staff;
            case "public": return Side.Public;
            case "all": return Side.All;
            case var other:
                argument.AddError($"'{other}' is not a side: use staff, public or all.");
                return default;
        }
    }

    static Task<int> RunAsync(ParseResult parsed, CancellationToken ending)
    {
        var data = parsed.GetRequiredValue(VerbOptions.Data);
        return Serving.RunAsync(data, (database, ct) => PrepareAsync(parsed, data, database, ct), null, ending);
    }

    static async Task<ServeOptions> PrepareAsync(ParseResult parsed, DirectoryInfo data, DatabaseConnection database, CancellationToken ct)
    {
        if (parsed.GetValue(Migrate)) await Installation.MigrateAsync(database, ct);
        await using var db = Installation.OpenAsProgram(database);
        if (!await Schema.IsCurrentAsync(db, ct))
        {
            throw new VerbException("The database is not as this build wants it. Run 'tsunagi migrate' first, or start with 'serve --migrate'.");
        }

        return new ServeOptions
        {
            ConnectionString = database.ProgramConnectionString,
            OwnerConnectionString = database.OwnerConnectionString,
            Urls = parsed.GetRequiredValue(Urls),
            Data = data,
            Side = parsed.GetRequiredValue(SideOption),
            Profile = await Installation.ProfileAsync(db, ct),
        };
    }
}
