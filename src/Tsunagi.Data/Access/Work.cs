using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// One unit of work: who is at it, at which instant, in one transaction. Handlers ask it before they act, and finish
/// through it, so that nothing is seen or done without an audit line, and a refused act leaves nothing behind.
/// </summary>
public sealed class Work(AppDb db, IdSource ids, TimeProvider clock, IEnumerable<IBeforeSaving>? beforeSaving = null) : IAsyncDisposable
{
    private readonly HashSet<(Permission, RootRef)> seen = [];
    private Actor? actor;
    private IDbContextTransaction? transaction;

    /// <summary>Who is at work.</summary>
    /// <exception cref="InvalidOperationException">The work has not begun.</exception>
    public Actor Actor => actor ?? throw new InvalidOperationException("The work has not begun.");

    /// <summary>Whether somebody is at work.</summary>
    public bool HasBegun => actor is not null;

    /// <summary>The instant of this work: the same for everything in it, from the last turn that was taken.</summary>
    public DateTimeOffset Now { get; private set; }

    /// <summary>The date of this work in Tokyo.</summary>
    public DateOnly Today => JapanTime.DateOf(Now);

    /// <summary>Who, for whom, when.</summary>
    public Stamp Stamp => new(Actor.Account, Actor.Organisation, Now);

    /// <summary>Whether something that was sent could not be read (a date that is none): then no act takes effect, for it would not be the one meant.</summary>
    public bool IsMisread { get; private set; }

    /// <summary>Says that something that was sent could not be read.</summary>
    public void Misread() => IsMisread = true;

    /// <summary>A new id.</summary>
    public Id<T> NewId<T>() => ids.Next<T>();

    /// <summary>Begins the transaction and says whose eyes it looks through.</summary>
    public async Task BeginAsync(Actor who, CancellationToken ct)
    {
        (actor, Now) = (who, WholeMicroseconds(clock.GetUtcNow()));
        transaction = await db.Database.BeginTransactionAsync(ct);
        await db.EnterScopeAsync(AccessScope.Of(who, Now), ct);
    }

    /// <summary>
    /// Waits for whoever is at these records in a turn of their own, keeps them until this work ends, and looks at the clock again:
    /// acts that need one another's outcome bear the order in which they were done. Always taken in one order, and before anything
    /// is stamped.
    /// </summary>
    public async Task TakeTurnAsync<T>(IEnumerable<Id<T>> ids, CancellationToken ct)
    {
        await db.WaitForAsync(ids.Select(id => id.ToString()), ct);
        Now = WholeMicroseconds(clock.GetUtcNow());
        await db.EnterScopeAsync(db.Scope with { Now = Now }, ct);
    }

    /// <summary>The same for one record.</summary>
    public Task TakeTurnAsync<T>(Id<T> id, CancellationToken ct) => TakeTurnAsync([id], ct);

    /// <summary>The same for the record that a query finds, before anything of it is read for changing.</summary>
    public async Task TakeTurnAsync<T>(IQueryable<Id<T>> of, CancellationToken ct) => await TakeTurnAsync(await of.ToListAsync(ct), ct);

    /// <summary>Writes the audit and commits; nothing may be shown before this.</summary>
    public async Task CompleteAsync(CancellationToken ct)
    {
        await db.FlushAuditAsync(ct);
        if (transaction is not null) await transaction.CommitAsync(ct);
        await EndAsync();
    }

    /// <summary>
    /// Asks whether the actor may do something to one root. A record they may not know of is refused as
    /// <see cref="RefusalCode.NotFound"/>, like one that does not exist. The look, or the refusal, goes to the audit.
    /// </summary>
    public async Task<Outcome<AccessDecision>> MayAsync(Permission permission, RootRef root, CancellationToken ct)
    {
        var decision = await DecideAsync(root, ct);
        if (AccessPolicy.Allows(Actor, decision, permission))
        {
            db.Note(Context(permission, decision.LegalBasis), AuditEntry.Seen, root);
            return decision;
        }
        var code = decision.IsVisible ? RefusalCode.NotAllowed : RefusalCode.NotFound;
        NoteRefusal(permission, root, [new(code)]);
        return new Refusal(code);
    }

    /// <summary>What the actor may do to one root, without a word to the audit: for offering the right buttons.</summary>
    public async Task<AccessDecision> DecideAsync(RootRef root, CancellationToken ct) => (await DecideAsync(root.Kind, [root.Id], ct))[root.Id];

    /// <summary>The same for several roots of one kind, in one statement.</summary>
    public async Task<IReadOnlyDictionary<Guid, AccessDecision>> DecideAsync(RootKind kind, IReadOnlyCollection<Guid> roots, CancellationToken ct)
    {
        var found = await GrantsOn(db, [.. roots], kind, [.. Actor.Subjects], Actor.Account).ToListAsync(ct);
        var byRoot = found.ToLookup(f => f.Grant.RootId);
        return roots.Distinct().ToDictionary(id => id, id => AccessPolicy.Decide(Actor, byRoot[id].Select(f => f.Grant), byRoot[id].Any(f => f.Excluded), Now));
    }

    private sealed record Standing(Grant Grant, bool Excluded);

    private static readonly Func<AppDb, Guid[], RootKind, Guid[], Id<Account>, IAsyncEnumerable<Standing>> GrantsOn = EF.CompileAsyncQuery(
        (AppDb db, Guid[] roots, RootKind kind, Guid[] subjects, Id<Account> account) => db.Grants.AsNoTracking()
            .Where(g => roots.Contains(g.RootId) && g.RootKind == kind && subjects.Contains(g.SubjectId))
            .Select(g => new Standing(g, db.Exclusions.Any(x => x.RootId == g.RootId && x.AccountId == account))));

    /// <summary>
    /// Ends an act: saves it with its events when it was done; forgets it and notes the refusal when it was not. A record
    /// that somebody else has changed meanwhile makes it <see cref="RefusalCode.Stale"/>.
    /// </summary>
    /// <param name="outcome">What the rules said.</param>
    /// <param name="permission">What was being done.</param>
    /// <param name="root">To what.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="legalBasis">On which legal basis, where the act discloses something.</param>
    /// <param name="reason">Why, where the rules ask.</param>
    public async Task<Outcome> FinishAsync(
        Outcome outcome, Permission permission, RootRef root, CancellationToken ct, string? legalBasis = null, string? reason = null)
    {
        if (outcome.IsDone && IsMisread) outcome = Outcome.Refused(RefusalCode.Misread);
        if (outcome.IsDone)
        {
            try
            {
                foreach (var each in beforeSaving ?? []) await each.BeforeSavingAsync(db, this, ct);
                await db.SaveAsync(Context(permission, legalBasis, reason), ct);
                return outcome;
            }
            catch (Exception lost) when (LostRace(lost))
            {
                outcome = Outcome.Refused(RefusalCode.Stale);
            }
        }
        db.Forget();
        NoteRefusal(permission, root, outcome.Refusals);
        return outcome;
    }

    /// <summary>Notes that a list or a record without a root of its own was shown: once, of however many parts a page is made.</summary>
    public void Saw(Permission permission, RootRef root)
    {
        if (seen.Add((permission, root))) db.Note(Context(permission), AuditEntry.Seen, root);
    }

    /// <summary>Notes that a record was put on a form to be printed.</summary>
    /// <param name="permission">Under which permission.</param>
    /// <param name="root">Which record.</param>
    /// <param name="what">Which parts of it, where not all; ids and codes alone.</param>
    public void Printed(Permission permission, RootRef root, object? what = null) =>
        db.Note(Context(permission), AuditEntry.Printed, root, JsonSerializer.Serialize(what ?? new { }));

    /// <summary>What is done, by whom, on which ground.</summary>
    public WorkContext Context(Permission permission, string? legalBasis = null, string? reason = null) =>
        new(Stamp, permission, legalBasis, reason);

    /// <summary>Gives an organisation access to a root from now on.</summary>
    public Grant GrantTo(Id<Organisation> organisation, RootRef root, AccessLevel level, GrantBasis basis)
    {
        var grant = Grant.ToOrganisation(NewId<Grant>(), root, organisation, level, basis, Now);
        db.Grants.Add(grant);
        return grant;
    }

    /// <summary>Gives one named person access to a root from now on.</summary>
    public Grant GrantTo(Id<Account> account, RootRef root, AccessLevel level, GrantBasis basis)
    {
        var grant = Grant.ToAccount(NewId<Grant>(), root, account, level, basis, Now);
        db.Grants.Add(grant);
        return grant;
    }

    /// <summary>Ends, now, every grant that something produced.</summary>
    public async Task EndGrantsAsync(Guid source, CancellationToken ct)
    {
        foreach (var grant in await db.Grants.Where(g => g.SourceId == source && g.Until > Now).ToListAsync(ct)) grant.EndAt(Now);
    }

    /// <summary>Rolls back what was not completed.</summary>
    public ValueTask DisposeAsync() => new(EndAsync());

    private async Task EndAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        transaction = null;
    }

    // Two who act at the same moment meet at the version, or first at a key, an exclusion constraint or each other's locks.
    // What the driver calls transient comes wrapped once more.
    // The rules let no place be written of whoever is protected: the database refuses one where protection began meanwhile.
    private static bool LostRace(Exception e) => e is DbUpdateConcurrencyException || DatabaseTrouble.In(e) is PostgresException
    {
        SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.ExclusionViolation
            or PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected
    } or PostgresException { ConstraintName: "protected_is_found_by_no_place" };

    private void NoteRefusal(Permission permission, RootRef root, IReadOnlyList<Refusal> refusals) =>
        db.Note(Context(permission), AuditEntry.Refused, root,
            JsonSerializer.Serialize(new { codes = refusals.Select(r => r.Code.ToString()) }));

    // PostgreSQL keeps microseconds; an instant that is compared later must survive the way there and back.
    private static DateTimeOffset WholeMicroseconds(DateTimeOffset instant) => new(instant.Ticks - instant.Ticks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
