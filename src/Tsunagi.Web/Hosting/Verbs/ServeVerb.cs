using System.CommandLine;
using System.CommandLine.Parsing;

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

    public static Command Create()
    {
        var verb = new Command("serve", "Serve the staff and public sites") { SideOption, Urls };
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
        return Serving.RunAsync(
            data,
            database => new ServeOptions
            {
                ConnectionString = database.ProgramConnectionString,
                OwnerConnectionString = database.OwnerConnectionString,
                Urls = parsed.GetRequiredValue(Urls),
                Data = data,
                Side = parsed.GetRequiredValue(SideOption),
            },
            ending);
    }
}
