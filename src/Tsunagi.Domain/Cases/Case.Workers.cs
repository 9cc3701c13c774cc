using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

public sealed partial class Case
{
    private readonly List<WorkerAssignment> assignments = [];
    private readonly List<Deputy> deputies = [];

    /// <summary>Who inside the organisation is in charge from when to when, in order of time; the last may lie in the future.</summary>
    public IReadOnlyList<WorkerAssignment> Assignments => [.. InForce.OrderBy(a => a.From)];

    /// <summary>代理, in the order they were appointed.</summary>
    public IReadOnlyList<Deputy> Deputies => [.. deputies.OrderBy(d => d.Number)];

    /// <summary>The worker in charge at an instant; null where the organisation has yet to name one, or the case is closed.</summary>
    public Id<Account>? WorkerAt(DateTimeOffset at) => assignments.Find(a => a.From <= at && at < a.Until)?.WorkerId;

    /// <summary>Who acts for the worker in charge at an instant, if anyone does.</summary>
    public Id<Account>? DeputyAt(DateTimeOffset at) => deputies.Find(d => d.From <= at && at < d.Until)?.AccountId;

    /// <summary>
    /// 担当者変更: puts the case into the hands of another worker of the same organisation, now or on a coming day.
    /// The supervisor's act (rules §6); a change already planned for a later day stays.
    /// </summary>
    /// <param name="worker">Who; null while the supervisor has yet to name somebody.</param>
    /// <param name="from">The day it takes effect; today means now.</param>
    /// <param name="by">By whom.</param>
    public Outcome Assign(Id<Account>? worker, DateOnly from, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        var today = JapanTime.DateOf(by.At);
        if (from < today)
            return Outcome.Refused(RefusalCode.DateInPast, nameof(from));
        var at = Later(from == today ? by.At : JapanTime.StartOf(from), LastPeriod.From);
        var current = InForce.Where(a => a.From <= at).MaxBy(a => a.From)!;
        if (current.WorkerId == worker)
            return Outcome.Refused(RefusalCode.NothingChanged, nameof(worker));
        assignments.Add(new(Id, NextAssignment, OrganisationId, worker, at, current.Until));
        // A change planned for the very same instant gives way; otherwise the running one ends where the new begins.
        if (current.From == at)
            current.End(current.From);
        else
            current.End(at);
        Record(new WorkerAssigned(Id, worker, from));
        return Outcome.Done;
    }

    /// <summary>Takes back a change of workers that has not come into effect yet.</summary>
    public Outcome CancelAssignment(int number, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (InForce.FirstOrDefault(a => a.Number == number) is not { } planned || planned.From <= by.At || planned.From == LastPeriod.From)
            return Outcome.Refused(RefusalCode.WrongState, nameof(number));
        InForce.Single(a => a.Until == planned.From).End(planned.Until);
        planned.End(planned.From);
        Record(new WorkerChangeCancelled(Id, planned.WorkerId, JapanTime.DateOf(planned.From)));
        return Outcome.Done;
    }

    /// <summary>代理: lets a colleague act from now on, without acceptance, until a day. Ends the deputy before.</summary>
    /// <param name="account">Who acts.</param>
    /// <param name="until">The last day, included.</param>
    /// <param name="by">By whom.</param>
    public Outcome AppointDeputy(Id<Account> account, DateOnly until, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (until < JapanTime.DateOf(by.At))
            return Outcome.Refused(RefusalCode.DateInPast, nameof(until));
        if (WorkerAt(by.At) == account)
            return Outcome.Refused(RefusalCode.DeputyIsInCharge, nameof(account));
        var end = JapanTime.StartOf(until.AddDays(1));
        if (deputies.Exists(d => d.AccountId == account && d.From <= by.At && by.At < d.Until && d.Until == end))
            return Outcome.Refused(RefusalCode.NothingChanged, nameof(until));
        EndDeputiesAt(by.At);
        deputies.Add(new(Id, deputies.Count + 1, account, by.At, end, by.Account));
        Record(new DeputyAppointed(Id, account, until));
        return Outcome.Done;
    }

    /// <summary>Ends the deputy's part before its day.</summary>
    public Outcome EndDeputy(Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (DeputyAt(by.At) is not { } account)
            return Outcome.Refused(RefusalCode.WrongState);
        EndDeputiesAt(by.At);
        Record(new DeputyEnded(Id, account));
        return Outcome.Done;
    }

    /// <summary>What was taken back before it began stays as a row of no length: nothing is ever deleted.</summary>
    private IEnumerable<WorkerAssignment> InForce => assignments.Where(a => a.From < a.Until);

    private int NextAssignment => assignments.Count == 0 ? 1 : assignments.Max(a => a.Number) + 1;

    private void EndDeputiesAt(DateTimeOffset at)
    {
        foreach (var deputy in deputies.Where(d => d.Until > at))
            deputy.End(at > deputy.From ? at : deputy.From);
    }

    /// <summary>Ends the workers' history with the organisation's responsibility: what was planned beyond it never comes.</summary>
    private void EndWorkersAt(DateTimeOffset at)
    {
        EndDeputiesAt(at);
        foreach (var never in InForce.Where(a => a.From >= at).ToList())
            never.End(never.From);
        InForce.MaxBy(a => a.From)!.End(at);
    }
}

/// <summary>担当者の期間: one worker in charge of a case inside one organisation.</summary>
public sealed class WorkerAssignment
{
    private WorkerAssignment() { }

    internal WorkerAssignment(
        Id<Case> @case, int number, Id<Organisation> organisation, Id<Account>? worker, DateTimeOffset from, DateTimeOffset? until = null) =>
        (CaseId, Number, OrganisationId, WorkerId, From, Until) =
        (@case, number, organisation, worker, from, until ?? DateTimeOffset.MaxValue);

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>Counted up as changes are made; the order of time is that of <see cref="From"/>.</summary>
    public int Number { get; private set; }

    /// <summary>The organisation, the responsible one of that time.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>The worker in charge; null where none was named.</summary>
    public Id<Account>? WorkerId { get; private set; }

    /// <summary>From when, inclusive; may lie in the future.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, exclusive; <see cref="DateTimeOffset.MaxValue"/> while no end is known; equal to <see cref="From"/> where it was taken back.</summary>
    public DateTimeOffset Until { get; private set; }

    internal void End(DateTimeOffset at) => Until = at;
}

/// <summary>代理: a colleague who acts for the worker in charge for a time.</summary>
public sealed class Deputy
{
    private Deputy() { }

    internal Deputy(Id<Case> @case, int number, Id<Account> account, DateTimeOffset from, DateTimeOffset until, Id<Account> by) =>
        (CaseId, Number, AccountId, From, Until, AppointedBy) = (@case, number, account, from, until, by);

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>From 1, counted up within the case.</summary>
    public int Number { get; private set; }

    /// <summary>Who acts.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>From when, inclusive.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, exclusive.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>The supervisor who appointed them.</summary>
    public Id<Account> AppointedBy { get; private set; }

    internal void End(DateTimeOffset at) => Until = at;
}

/// <summary>A worker was put in charge of a case, from a day on.</summary>
public sealed record WorkerAssigned(Id<Case> Case, Id<Account>? Worker, DateOnly From) : DomainEvent;

/// <summary>A planned change of workers was taken back.</summary>
public sealed record WorkerChangeCancelled(Id<Case> Case, Id<Account>? Worker, DateOnly From) : DomainEvent;

/// <summary>A deputy was appointed until a day.</summary>
public sealed record DeputyAppointed(Id<Case> Case, Id<Account> Account, DateOnly Until) : DomainEvent;

/// <summary>A deputy's part was ended before its day.</summary>
public sealed record DeputyEnded(Id<Case> Case, Id<Account> Account) : DomainEvent;
