using System.CommandLine;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting;

/// <summary>states: every state machine, asked of the code itself.</summary>
static class StatesVerb
{
    const string Mermaid = "mermaid";
    const string Csv = "csv";

    public static Command Create()
    {
        var format = new Option<string>("--format")
        {
            Description = "How to print them",
            DefaultValueFactory = _ => Mermaid,
        };
        format.AcceptOnlyFromAmong(Mermaid, Csv);

        var verb = new Command("states", "Print every state machine as built") { format };
        verb.SetAction(parsed => Print(parsed.GetRequiredValue(format)));
        return verb;
    }

    static int Print(string format)
    {
        Console.Write(format == Csv ? StatePrinter.Csv(StateMachines.All) : StatePrinter.Markdown(StateMachines.All));
        return 0;
    }
}
