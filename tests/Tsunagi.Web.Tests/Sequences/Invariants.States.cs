using System.Text.Json;
using Npgsql;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>Nothing is in a state its machine does not declare, and nothing came there by an undeclared arrow.</summary>
internal static partial class Invariants
{
    /// <summary>Where each machine's state lies.</summary>
    public static IReadOnlyDictionary<string, string> StateColumns { get; } = new Dictionary<string, string>
    {
        ["Case"] = "support_case.state",
        ["Handoff"] = "handoff.state",
        ["UrgentReport"] = "urgent_report.state",
        ["CaseTask"] = "case_task.state",
        ["Handover"] = "handover.state",
        ["Consultation"] = "consultation.state",
        ["Lead"] = "lead.state",
        ["PhoneMemo"] = "phone_memo.state",
        ["Consent"] = "consent.state",
        ["PlanConference"] = "plan_conference.state",
        ["PlanVersion"] = "plan_version.state",
        ["Decision"] = "decision.state",
        ["Matter"] = "matter.state",
        ["WorkOrder"] = "work_order.state",
        ["ProtectionMeasure"] = "protection_measure.state",
        ["SamePerson"] = "same_person.state",
        ["CoordinationNotice"] = "coordination_notice.state",
    };

    private static async Task<List<string>> UndeclaredAsync(NpgsqlConnection owner, DateTimeOffset now)
    {
        List<string> found = [];
        foreach (var machine in StateMachines.All)
        {
            var at = StateColumns[machine.Name].Split('.');
            foreach (var row in await RowsAsync(owner, $"select distinct {at[1]}::text from {at[0]} where not ({at[1]}::text = any(@declared))", now, ("declared", machine.States.ToArray())))
                found.Add($"nothing reaches an undeclared state: {machine.Name} is {row}");
        }
        found.AddRange(await StateSteps.UndeclaredAsync(owner));
        found.AddRange(await StepsAsync(owner, now));
        found.AddRange(await EventsAsync(owner, now));
        return found;
    }

    // A handoff keeps every state it passed through: each pair is an arrow of the machine, and the last is where it stands.
    private static async Task<List<string>> StepsAsync(NpgsqlConnection owner, DateTimeOffset now)
    {
        List<string> found = [];
        var machine = StateMachines.All.Single(m => m.Name == "Handoff");
        var arrows = machine.Transitions.Select(t => (t.From, t.To)).ToHashSet();
        foreach (var row in await RowsAsync(owner, "select jsonb_build_object('id', id, 'state', state, 'parent', redirected_by_id, 'steps', steps)::text from handoff", now))
        {
            using var read = JsonDocument.Parse(row);
            var handoff = read.RootElement;
            var steps = handoff.GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("State").GetString()!).ToList();
            // What a redirect begins is received in the act that begins it.
            var began = handoff.GetProperty("parent").ValueKind == JsonValueKind.Null ? "Drafted" : steps[0];
            if (steps[0] != began || steps[^1] != handoff.GetProperty("state").GetString() || steps.Zip(steps.Skip(1)).Any(pair => !arrows.Contains(pair)))
                found.Add($"nothing moves by an undeclared arrow: handoff {handoff.GetProperty("id")} {string.Join(" → ", steps)} is {handoff.GetProperty("state")}");
        }
        return found;
    }

    private static readonly Dictionary<string, string> CaseEvents = new() { ["CaseSuspended"] = "Suspend", ["CaseResumed"] = "Resume", ["CaseClosed"] = "Close" };

    // A case's course as the audit tells it: every event is an arrow from where the one before led, up to where it stands.
    private static async Task<List<string>> EventsAsync(NpgsqlConnection owner, DateTimeOffset now)
    {
        List<string> found = [];
        var machine = StateMachines.All.Single(m => m.Name == "Case");
        var rows = await RowsAsync(owner, """
            select r.id || ' ' || r.state || ' ' || coalesce(string_agg(e.kind, ',' order by e.sequence), '') from support_case r
            left join audit_entry e on e.root_kind = 'Case' and e.root_id = r.id and e.kind = any(@kinds) group by r.id, r.state
            """, now, ("kinds", CaseEvents.Keys.ToArray()));
        foreach (var row in rows)
        {
            var parts = row.Split(' ');
            string? state = machine.Initial[0];
            foreach (var kind in parts[2].Split(',', StringSplitOptions.RemoveEmptyEntries))
                state = machine.Transitions.SingleOrDefault(t => t.From == state && t.Action == CaseEvents[kind])?.To;
            if (state != parts[1]) found.Add($"the audit tells how a case came to its state: {row}");
        }
        return found;
    }
}
