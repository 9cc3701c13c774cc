using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>
/// 担当者変更・代理をまとめて: one act of the supervisor on several cases, by the rules for one, all or none. A case that is already as
/// wanted is no reason to refuse the others, so that the same may be asked twice.
/// </summary>
public sealed class AssignMany(AppDb db, Work work)
{
    /// <summary>Moves them to a colleague, from a day on: the change of hands on 1 April.</summary>
    public async Task<Outcome> AssignAsync(IReadOnlyCollection<Id<Case>> ids, Id<Account>? worker, DateOnly? from, CancellationToken ct)
    {
        var day = from ?? work.Today;
        return await FinishAsync(
            worker is { } named && !await IsColleagueAsync(named, day, ct) ? Outcome.Refused(RefusalCode.UnknownCode, "Worker")
            : await EachAsync(ids, c => c.Assign(worker, day, work.Stamp), ct), ct);
    }

    /// <summary>代理を置く: lets a colleague act from now on, until a day, while somebody is away.</summary>
    public async Task<Outcome> AppointDeputyAsync(IReadOnlyCollection<Id<Case>> ids, Id<Account>? account, DateOnly? until, CancellationToken ct)
    {
        List<Refusal> missing = [];
        if (account is null) missing.Add(new(RefusalCode.Required, "Account"));
        if (until is null) missing.Add(new(RefusalCode.Required, "Until"));
        return await FinishAsync(
            account is not { } deputy || until is not { } last ? Outcome.Refused(missing)
            : !await IsColleagueAsync(deputy, work.Today, ct) ? Outcome.Refused(RefusalCode.UnknownCode, "Account")
            : await EachAsync(ids, c => c.AppointDeputy(deputy, last, work.Stamp), ct), ct);
    }

    /// <summary>代理を終える: before its day, on whichever of them there is one.</summary>
    public async Task<Outcome> EndDeputyAsync(IReadOnlyCollection<Id<Case>> ids, CancellationToken ct) =>
        await FinishAsync(await EachAsync(ids, c => c.DeputyAt(work.Now) is null ? Outcome.Done : c.EndDeputy(work.Stamp), ct), ct);

    private async Task<Outcome> EachAsync(IReadOnlyCollection<Id<Case>> ids, Func<Case, Outcome> act, CancellationToken ct)
    {
        if (ids.Count == 0)
            return Outcome.Refused(RefusalCode.Required, "Cases");
        var access = await work.DecideAsync(RootKind.Case, [.. ids.Select(id => id.Value)], ct);
        await db.HoldAsync(ids, ct);
        var cases = await db.Cases.Include(c => c.Periods).Include(c => c.Assignments).Include(c => c.Deputies).AsSplitQuery()
            .Where(c => ids.Contains(c.Id)).OrderBy(c => c.FiscalYear).ThenBy(c => c.Sequence).ToListAsync(ct);
        // What the filter keeps back is refused like what does not exist.
        if (cases.Count != access.Count)
            return Outcome.Refused(RefusalCode.NotFound);
        return Outcome.From([.. cases.SelectMany(c => RefusalsOf(c, access[c.Id.Value], act)).Distinct()]);
    }

    private IEnumerable<Refusal> RefusalsOf(Case @case, AccessDecision access, Func<Case, Outcome> act) =>
        AccessPolicy.Allows(work.Actor, access, Permission.AssignWorkers)
            ? act(@case).Refusals.Where(r => r.Code != RefusalCode.NothingChanged).Select(r => r with { Field = FieldOf(@case, r) })
            : [new(RefusalCode.NotAllowed, FieldOf(@case))];

    // A day that is past is past for all of them; everything else is said of the case it stands in the way of.
    private static string FieldOf(Case @case, Refusal? refusal = null) => refusal switch
    {
        { Code: RefusalCode.DateInPast, Field: "until" } => "Until",
        { Code: RefusalCode.DateInPast } => "From",
        _ => FieldOf(@case.Id),
    };

    /// <summary>Where a refusal of one of the cases is said.</summary>
    public static string FieldOf(Id<Case> id) => $"Cases[{id}]";

    private Task<Outcome> FinishAsync(Outcome outcome, CancellationToken ct) => work.FinishAsync(outcome, Permission.AssignWorkers, RootRef.System, ct);

    private Task<bool> IsColleagueAsync(Id<Account> account, DateOnly on, CancellationToken ct) => db.WorksForAsync(account, work.Actor.Organisation, on, ct);
}
