using System.Collections.Concurrent;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>What the players were told: every act with its answer, and every id they were given. The database must know as much.</summary>
internal sealed class Journal
{
    private readonly ConcurrentDictionary<(string Act, string Answer), int> answers = [];
    private readonly ConcurrentBag<(string Table, Guid Id)> made = [];
    private readonly ConcurrentBag<(Guid Account, DateTimeOffset At)> done = [];

    public ConcurrentQueue<string> Failures { get; } = [];

    public int Tried => answers.Values.Sum();
    public int Accepted => Of("done");
    public int Stale => Of(nameof(RefusalCode.Stale));
    public IReadOnlyCollection<(string Table, Guid Id)> Made => made;
    public IReadOnlyCollection<(Guid Account, DateTimeOffset At)> Done => done;

    /// <summary>How often each act was accepted.</summary>
    public IReadOnlyDictionary<string, int> AcceptedByAct => answers.Where(a => a.Key.Answer == "done").ToDictionary(a => a.Key.Act, a => a.Value);

    public void Note(Turn turn, Actor by, DateTimeOffset at, Outcome outcome)
    {
        answers.AddOrUpdate((turn.Name, outcome.IsDone ? "done" : outcome.Refusals[0].Code.ToString()), 1, (_, n) => n + 1);
        if (!outcome.IsDone) return;
        if (!turn.MayChangeNothing) done.Add((by.Account.Value, at));
        if (Identified(outcome) is { } id) made.Add(id);
    }

    /// <summary>The figures: answers by code, and acts by how often they were accepted.</summary>
    public IEnumerable<string> Figures()
    {
        yield return $"acts tried {Tried}, accepted {Accepted}, races lost (Stale) {Stale}";
        foreach (var code in answers.GroupBy(a => a.Key.Answer).OrderByDescending(g => g.Sum(a => a.Value)))
            yield return $"  {code.Key}: {code.Sum(a => a.Value)}";
        foreach (var act in answers.GroupBy(a => a.Key.Act).OrderBy(g => g.Key, StringComparer.Ordinal))
            yield return $"  {act.Key}: {act.Where(a => a.Key.Answer == "done").Sum(a => a.Value)} of {act.Sum(a => a.Value)}{WhyNot(act)}";
    }

    private static string WhyNot(IEnumerable<KeyValuePair<(string Act, string Answer), int>> act)
    {
        var refused = act.Where(a => a.Key.Answer != "done").OrderByDescending(a => a.Value).Select(a => $"{a.Key.Answer} {a.Value}");
        return refused.Any() ? $" ({string.Join(", ", refused)})" : "";
    }

    private int Of(string answer) => answers.Where(a => a.Key.Answer == answer).Sum(a => a.Value);

    private static (string Table, Guid Id)? Identified(Outcome outcome) => outcome switch
    {
        Outcome<Id<Handoff>> o => ("handoff", o.Value.Value),
        Outcome<Id<Case>> o => ("support_case", o.Value.Value),
        Outcome<Id<Handover>> o => ("handover", o.Value.Value),
        Outcome<Id<Consultation>> o => ("consultation", o.Value.Value),
        Outcome<Id<Consent>> o => ("consent", o.Value.Value),
        Outcome<Id<Plan>> o => ("plan", o.Value.Value),
        Outcome<Id<Decision>> o => ("decision", o.Value.Value),
        Outcome<Id<PlanConference>> o => ("plan_conference", o.Value.Value),
        Outcome<Id<Lead>> o => ("lead", o.Value.Value),
        Outcome<Id<PhoneMemo>> o => ("phone_memo", o.Value.Value),
        Outcome<Id<UrgentReport>> o => ("urgent_report", o.Value.Value),
        Outcome<Id<CaseTask>> o => ("case_task", o.Value.Value),
        Outcome<Id<Matter>> o => ("matter", o.Value.Value),
        Outcome<Id<MatterInformation>> o => ("matter_information", o.Value.Value),
        Outcome<Id<MatterDecision>> o => ("matter_decision", o.Value.Value),
        Outcome<Id<WayOut>> o => ("matter_way_out", o.Value.Value),
        Outcome<Id<WorkOrder>> o => ("work_order", o.Value.Value),
        _ => null,
    };
}
