using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting;

/// <summary>Writes state machines as Mermaid diagrams or as a table of arrows.</summary>
static class StatePrinter
{
    /// <summary>One heading and one Mermaid diagram per machine.</summary>
    public static string Markdown(IEnumerable<StateTable> machines) =>
        string.Join('\n', machines.Select(m => $"## {m.Japanese} ({m.Name})\n\n```mermaid\n{Mermaid(m)}```\n"));

    public static string Mermaid(StateTable machine)
    {
        var lines = machine.Initial.Select(state => $"    [*] --> {state}")
            .Concat(machine.Transitions.Select(t => $"    {t.From} --> {t.To}: {t.Action}"));
        return string.Concat(lines.Prepend("stateDiagram-v2").Select(line => line + "\n"));
    }

    /// <summary>RFC 4180; the names are identifiers and need no quoting.</summary>
    public static string Csv(IEnumerable<StateTable> machines)
    {
        var rows = machines.SelectMany(
            m => m.Transitions.Select(t => $"{m.Name},{m.Japanese},{t.From},{t.Action},{t.To}"));
        return string.Concat(rows.Prepend("machine,japanese,from,action,to").Select(row => row + "\r\n"));
    }
}
