using System.CommandLine;

namespace Tsunagi.Web.Hosting;

/// <summary>demo: for looking around, with synthetic data only.</summary>
static class DemoVerb
{
    static readonly Option<string> Urls = VerbOptions.Urls();

    public static Command Create()
    {
        var verb = new Command("demo", "Serve a demonstration with synthetic data") { Urls };
        verb.SetAction((parsed, ending) => RunAsync(parsed, ending));
        return verb;
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
                Demo = true,
                Data = data,
            },
            ending);
    }
}
