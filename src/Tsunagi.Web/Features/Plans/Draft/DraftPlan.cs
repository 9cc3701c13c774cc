using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>One goal as written; an empty one is left out.</summary>
public sealed record GoalInput
{
    public int Number { get; init; }
    public GoalHorizon Horizon { get; init; }
    public Id<Person>? Person { get; init; }
    public string? Words { get; init; }
}

/// <summary>One line of the support table; an empty one is left out.</summary>
public sealed record ActionInput
{
    public int Number { get; init; }
    public string? Who { get; init; }
    public string? What { get; init; }
    public string? Until { get; init; }
    public int? Goal { get; init; }
}

/// <summary>One agency's role; an empty one is left out.</summary>
public sealed record RoleInput
{
    public Id<Organisation>? Organisation { get; init; }
    public string? AgencyName { get; init; }
    public string? Category { get; init; }
    public string? Role { get; init; }
}

/// <summary>A plan as written.</summary>
public sealed record PlanInput
{
    /// <summary>The version of the record the writer saw; a newer one in the database refuses the save.</summary>
    public int Seen { get; init; }
    public PlanKind Kind { get; init; }
    public List<Id<Person>> Subjects { get; init; } = [];
    public Id<Organisation>? MainAgency { get; init; }
    public List<GoalInput> Goals { get; init; } = [];
    public SupportApproach Approach { get; init; }
    public string? Policy { get; init; }
    public List<ActionInput> Actions { get; init; } = [];
    public string? InformalHelp { get; init; }
    public List<RoleInput> Roles { get; init; } = [];
    public string? From { get; init; }
    public string? Until { get; init; }
    public string? MonitoringOn { get; init; }
}

/// <summary>プランを作る・直す: a first version, its wording, a next version.</summary>
public sealed class DraftPlan(AppDb db, Work work, PlanWard ward, CurrentWard organisations)
{
    public async Task<Outcome<Id<Plan>>> RunAsync(Id<Case> caseId, PlanInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Case, caseId);
        var may = await work.MayAsync(Permission.WritePlan, root, ct);
        if (!may.IsDone) return Outcome<Id<Plan>>.Carry(may);
        var (outcome, content) = await ReadAsync(caseId, input, ct);
        if (outcome.IsDone && !await db.TakesNewWorkAsync(caseId, ct)) outcome = Outcome.Refused(RefusalCode.CaseIsClosed);
        var drafted = outcome.IsDone
            ? Plan.Draft(work.NewId<Plan>(), caseId, input.Kind, content, ward.Plans, work.Stamp)
            : Outcome<Plan>.Carry(outcome);
        if (drafted.IsDone) db.Plans.Add(drafted.Value);
        var saved = await work.FinishAsync(drafted, Permission.WritePlan, drafted.IsDone ? drafted.Value.Root : root, ct);
        return saved.IsDone ? drafted.Value.Id : Outcome<Id<Plan>>.Carry(saved);
    }

    public Task<Outcome> EditAsync(Id<Plan> id, int version, PlanInput input, CancellationToken ct) => new PlanChanges(db, work).RunAsync(id, Permission.WritePlan, async plan =>
    {
        if (plan.Version != input.Seen) return Outcome.Refused(RefusalCode.Stale);
        var (outcome, content) = await ReadAsync(plan.CaseId, input, ct);
        return outcome.IsDone ? plan.Edit(version, content, ward.Plans, work.Stamp) : outcome;
    }, ct);

    public Task<Outcome> NextAsync(Id<Plan> id, CancellationToken ct) =>
        new PlanChanges(db, work).RunAsync(id, Permission.WritePlan, async plan =>
            await db.TakesNewWorkAsync(plan.CaseId, ct) ? plan.DraftSuccessor(work.Stamp) : Outcome.Refused(RefusalCode.CaseIsClosed), ct);

    /// <summary>What was typed, as the rules take it; also for showing it beside what somebody else has saved.</summary>
    public async Task<(Outcome Outcome, PlanContent Content)> ReadAsync(Id<Case> caseId, PlanInput input, CancellationToken ct)
    {
        var typed = new TypedInput();
        var members = await db.Cases.Where(c => c.Id == caseId).SelectMany(c => c.Persons).Where(p => p.LeftAt == null).Select(p => p.PersonId).ToListAsync(ct);
        Id<Person>[] subjects = [.. input.Subjects.Where(members.Contains).Distinct()];
        var from = typed.Date(nameof(input.From), input.From) ?? work.Today;
        var until = typed.Date(nameof(input.Until), input.Until) ?? from.AddMonths(ward.Plans.MaxMonths).AddDays(-1);
        var monitoring = typed.Date(nameof(input.MonitoringOn), input.MonitoringOn) ?? Later(from, work.Today).AddMonths(ward.Deadlines.MonitoringMonths);
        var goals = Numbered(Written(nameof(input.Goals), input.Goals, g => [g.Words]), g => g.Number, (g, at, number) => GoalOf(g, at, number, subjects, typed));
        var actions = Numbered(Written(nameof(input.Actions), input.Actions, a => [a.Who, a.What, a.Until, a.Goal?.ToString(CultureInfo.InvariantCulture)]), a => a.Number, (a, at, number) => ActionOf(a, at, number, typed));
        var roles = Written(nameof(input.Roles), input.Roles, r => [r.Organisation?.ToString(), r.AgencyName, r.Category, r.Role]).ConvertAll(r => RoleOf(r.Row, r.At, typed));
        var main = input.MainAgency is { } agency && organisations.Find(agency) is not null ? agency : default;
        var content = new PlanContent(
            subjects, main, goals, input.Approach, typed.Text(nameof(input.Policy), input.Policy) ?? "", actions,
            typed.Text(nameof(input.InformalHelp), input.InformalHelp) ?? "", roles, from, until, monitoring);
        typed.Add(content.CheckDraft(ward.Plans, work.Today));
        return (typed.Outcome, content);
    }

    private static PlanGoal GoalOf(GoalInput goal, string at, int number, Id<Person>[] subjects, TypedInput typed)
    {
        if (subjects.Length > 0 && goal.Person is { } person && !subjects.Contains(person)) typed.Refuse(RefusalCode.PlanSubjectUnknown, $"{at}.{nameof(goal.Person)}");
        return new(number, goal.Horizon, goal.Person ?? subjects.FirstOrDefault(), typed.Text($"{at}.{nameof(goal.Words)}", goal.Words) ?? "");
    }

    private static PlanAction ActionOf(ActionInput action, string at, int number, TypedInput typed) => new(
        number, typed.Text($"{at}.{nameof(action.Who)}", action.Who, 200) ?? "", typed.Needed($"{at}.{nameof(action.What)}", action.What),
        typed.Date($"{at}.{nameof(action.Until)}", action.Until), action.Goal);

    private PlanRole RoleOf(RoleInput role, string at, TypedInput typed)
    {
        var known = role.Organisation is { } id && organisations.Find(id) is not null ? organisations.NameOf(id) : null;
        if (role.Organisation is not null && known is null) typed.Refuse(RefusalCode.UnknownCode, $"{at}.{nameof(role.Organisation)}");
        var name = typed.Text($"{at}.{nameof(role.AgencyName)}", role.AgencyName, 100) ?? known;
        if (name is null && role.Organisation is null) typed.Refuse(RefusalCode.Required, $"{at}.{nameof(role.AgencyName)}");
        if (!ward.Knows(CodeLists.RecipientCategory, role.Category ?? "")) typed.Refuse(RefusalCode.UnknownCode, $"{at}.{nameof(role.Category)}");
        return new(name ?? "", role.Category ?? "", role.Organisation, typed.Needed($"{at}.{nameof(role.Role)}", role.Role));
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;

    // The rows in which anything is written, each with the name its fields begin with.
    private static List<(T Row, string At)> Written<T>(string list, IEnumerable<T> rows, Func<T, string?[]> texts) =>
        [.. rows.Select((row, i) => (Row: row, At: $"{list}[{i}]")).Where(r => texts(r.Row).Any(t => !string.IsNullOrWhiteSpace(t)))];

    // A goal or action keeps its number through all versions; new ones count on.
    private static List<TOut> Numbered<TIn, TOut>(List<(TIn Row, string At)> rows, Func<TIn, int> number, Func<TIn, string, int, TOut> make)
    {
        var last = rows.Select(r => number(r.Row)).DefaultIfEmpty(0).Max();
        return rows.ConvertAll(r => make(r.Row, r.At, number(r.Row) > 0 ? number(r.Row) : ++last));
    }
}

/// <summary>Loads a plan in its case's turn, asks for the right, lets a verb decide, saves.</summary>
sealed class PlanChanges(AppDb db, Work work)
{
    public async Task<Outcome> RunAsync(Id<Plan> id, Permission permission, Func<Plan, Task<Outcome>> change, CancellationToken ct)
    {
        await work.TakeTurnAsync(db.Plans.Where(p => p.Id == id).Select(p => p.CaseId), ct);
        if (await db.Plans.SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(db, permission, plan.Root, plan.CaseId, ct);
        if (!may.IsDone) return may;
        return await work.FinishAsync(await change(plan), permission, plan.Root, ct);
    }

    public Task<List<Consent>> ConsentsAsync(Plan plan, CancellationToken ct) => db.Consents.Where(c => c.CaseId == plan.CaseId).ToListAsync(ct);
}
