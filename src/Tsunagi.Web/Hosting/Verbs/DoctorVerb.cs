using System.CommandLine;

namespace Tsunagi.Web.Hosting;

/// <summary>doctor: one line per check; exit code 1 when one of them is bad.</summary>
static class DoctorVerb
{
    public static Command Create()
    {
        var verb = new Command("doctor", "Check what the program needs, one line each");
        verb.SetAction((parsed, ending) => RunAsync(parsed.GetRequiredValue(VerbOptions.Data), ending));
        return verb;
    }

    static async Task<int> RunAsync(DirectoryInfo data, CancellationToken ending)
    {
        var healthy = true;
        foreach (var check in Examination.All(data))
        {
            var finding = await check(ending);
            healthy &= finding.Health != Health.Bad;
            Console.WriteLine($"{Word(finding.Health),-4}  {finding.Subject,-10}  {finding.Detail}");
        }

        return healthy ? 0 : 1;
    }

    static string Word(Health health) => health switch
    {
        Health.Good => "ok",
        Health.Limited => "warn",
        Health.Bad => "FAIL",
    };
}
