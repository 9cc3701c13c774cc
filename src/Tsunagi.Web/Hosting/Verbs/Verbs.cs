using System.CommandLine;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Hosting;

/// <summary>The command line: one line per verb, exit codes 0 done, 1 refused, 2 wrong usage.</summary>
public static class Verbs
{
    const int Refused = 1;
    const int WrongUsage = 2;

    static readonly PosixSignal[] EndingSignals = [PosixSignal.SIGTERM, PosixSignal.SIGINT, PosixSignal.SIGHUP];

    static IEnumerable<Command> All() =>
    [
        ServeVerb.Create(),
        DemoVerb.Create(),
        DemoClockVerb.Create(),
        GenerateVerb.Create(),
        UserVerb.Create(),
        MigrateVerb.Create(),
        StatesVerb.Create(),
        AuditVerb.Create(),
        NoticesVerb.Create(),
        DoctorVerb.Create(),
        DrawVerb.Create(),
        ProfileVerb.Create(),
        LinkVerb.Create(),
    ];

    public static async Task<int> RunAsync(string[] args)
    {
        var root = new RootCommand("Tsunagi (つなぎ): the municipality's multi-layered support system") { VerbOptions.Data };
        foreach (var verb in All())
        {
            root.Add(verb);
        }

        var parsed = root.Parse(args);
        return parsed.Errors.Count > 0 ? ReportWrongUsage(parsed) : await InvokeAsync(parsed);
    }

    static int ReportWrongUsage(ParseResult parsed)
    {
        foreach (var error in parsed.Errors)
        {
            Console.Error.WriteLine(error.Message);
        }

        Console.Error.WriteLine($"See: tsunagi {Path(parsed.CommandResult)}--help");
        return WrongUsage;
    }

    static string Path(CommandResult command) =>
        command.Parent is CommandResult parent ? $"{Path(parent)}{command.Command.Name} " : "";

    static async Task<int> InvokeAsync(ParseResult parsed)
    {
        using var ending = new CancellationTokenSource();
        var signals = EndingSignals.Select(s => PosixSignalRegistration.Create(s, c => EndOnce(c, ending))).ToList();
        try
        {
            var invocation = new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null };
            return await parsed.InvokeAsync(invocation, ending.Token);
        }
        catch (Exception e) when (e is VerbException or PrivateClusterException)
        {
            Console.Error.WriteLine(e.Message);
            return Refused;
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            return Refused;
        }
        finally
        {
            signals.ForEach(s => s.Dispose());
        }
    }

    // The first signal ends the verb in order; a second one ends the process at once.
    static void EndOnce(PosixSignalContext context, CancellationTokenSource ending)
    {
        context.Cancel = !ending.IsCancellationRequested;
        ending.Cancel();
    }
}
