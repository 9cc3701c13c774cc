using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>What stands in the fields of a declaration.</summary>
public sealed class ExclusionInput
{
    /// <summary>Who is shut out; oneself when left out.</summary>
    public Id<Account>? Account { get; set; }
    public ExclusionKind? Kind { get; set; }
    public string? Reason { get; set; }
}

/// <summary>親族・知人であることを申告する: shuts out at once, from everything that concerns the person (rules §9).</summary>
public sealed class DeclareExclusion(AppDb db, Work work)
{
    public async Task<Outcome> RunAsync(Id<Person> id, ExclusionInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Person, id);
        var account = input.Account ?? work.Actor.Account;
        var permission = account == work.Actor.Account ? Permission.DeclareExclusion : Permission.ManageExclusions;
        await work.TakeTurnAsync(id, ct);
        var may = await work.MayAsync(permission, root, ct);
        if (!may.IsDone) return may;
        var person = await db.Persons.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        return await work.FinishAsync(await DeclaredAsync(person, account, input, ct), permission, root, ct, reason: TypedText.Field(input.Reason));
    }

    private async Task<Outcome> DeclaredAsync(Person person, Id<Account> account, ExclusionInput input, CancellationToken ct)
    {
        if (account != work.Actor.Account)
        {
            if (person.HolderId != work.Actor.Organisation) return Outcome.Refused(RefusalCode.OtherHolder);
            if (!await db.Accounts.AnyAsync(a => a.Id == account, ct)) return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Account));
        }
        else if (input.Kind == ExclusionKind.PerpetratorSide)
        {
            return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Kind));
        }
        var holds = await db.ExclusionDeclarations.AnyAsync(
            d => d.PersonId == person.Id && d.AccountId == account && d.ClearedAt == null && d.Kind != ExclusionKind.SuspectedRelative, ct);
        if (holds) return Outcome.Refused(RefusalCode.NothingChanged, nameof(input.Account));
        var declared = ExclusionDeclaration.Declare(work.NewId<ExclusionDeclaration>(), account, person, input.Kind, input.Reason, work.Stamp);
        if (declared.IsDone)
        {
            db.ExclusionDeclarations.Add(declared.Value);
            await EndReadingAsync(person.Id, account, ct);
        }
        return declared;
    }

    // Whoever is shut out reads no protected location either; the database refuses it anyway.
    private async Task EndReadingAsync(Id<Person> person, Id<Account> account, CancellationToken ct)
    {
        foreach (var reader in await db.ProtectedLocationReaders.Where(r => r.PersonId == person && r.AccountId == account && r.From <= work.Now && work.Now < r.Until).ToListAsync(ct))
            reader.End(work.Stamp);
    }
}

/// <summary>One declaration, as the supervisor sees it.</summary>
public sealed record ExclusionRow(
    Id<ExclusionDeclaration> Id, Id<Person> Person, PersonName PersonName, Id<Account> Account, string AccountName, ExclusionKind Kind, string? Reason,
    DateTimeOffset Since, string? DeclaredBy, bool IsMine, DateTimeOffset? ClearedAt, string? ClearedBy, string? ClearReason);

/// <summary>閲覧の除外を見る・解除する: by the 係長・課長 of the holder, who is not shut out themselves.</summary>
public sealed class ReviewExclusions(AppDb db, Work work)
{
    /// <summary>親族の疑い that nobody has looked into, whole, the longest waiting on top.</summary>
    public async Task<IReadOnlyList<ExclusionRow>> WaitingAsync(CancellationToken ct)
    {
        work.Saw(Permission.ManageExclusions, RootRef.System);
        return await Rows(Own.Where(d => d.ClearedAt == null && d.Kind == ExclusionKind.SuspectedRelative).OrderBy(d => d.Since).ThenBy(d => d.Id)).ToListAsync(ct);
    }

    /// <summary>A page of those that do not wait, or of all, the latest on top.</summary>
    public async Task<PageOf<ExclusionRow>> RunAsync(bool settled, string? after, CancellationToken ct)
    {
        var asked = settled ? Own.Where(d => d.ClearedAt != null || d.Kind != ExclusionKind.SuspectedRelative) : Own;
        work.Saw(Permission.ManageExclusions, RootRef.System);
        return await Rows(After(asked, after).OrderByDescending(d => d.Since).ThenByDescending(d => d.Id))
            .ToPageAsync(await asked.CountAsync(ct), d => new(d.Since, d.Id.Value), ct);
    }

    // Those of one's own organisation's people. The filter leaves out every person the viewer is shut out of.
    private IQueryable<ExclusionDeclaration> Own
    {
        get
        {
            var holder = work.Actor.Organisation;
            return db.ExclusionDeclarations.AsNoTracking().Where(d => d.HolderId == holder);
        }
    }

    private IQueryable<ExclusionRow> Rows(IQueryable<ExclusionDeclaration> declarations)
    {
        var me = work.Actor.Account;
        return declarations.Join(db.Persons, d => d.PersonId, p => p.Id, (d, p) => new ExclusionRow(
            d.Id, d.PersonId, p.Name, d.AccountId, db.Accounts.Where(a => a.Id == d.AccountId).Select(a => a.Name).FirstOrDefault() ?? "",
            d.Kind, d.Reason, d.Since, db.Accounts.Where(a => a.Id == d.DeclaredBy).Select(a => a.Name).FirstOrDefault(), d.DeclaredBy == me,
            d.ClearedAt, db.Accounts.Where(a => a.Id == d.ClearedBy).Select(a => a.Name).FirstOrDefault(), d.ClearReason));
    }

    private static IQueryable<ExclusionDeclaration> After(IQueryable<ExclusionDeclaration> declarations, string? after)
    {
        if (PageKey.Read(after) is not { } last) return declarations;
        var (at, id) = (last.At, new Id<ExclusionDeclaration>(last.Id));
        return declarations.Where(d => d.Since < at || d.Since == at && d.Id.CompareTo(id) < 0);
    }

    /// <summary>解除する; what was declared on a perpetrator's side is taken back, by who declared it.</summary>
    public async Task<Outcome> ClearAsync(Id<ExclusionDeclaration> id, string? reason, CancellationToken ct)
    {
        var found = await db.ExclusionDeclarations.SingleOrDefaultAsync(d => d.Id == id, ct);
        if (found is null) return await work.FinishAsync(Outcome.Refused(RefusalCode.NotFound), Permission.ManageExclusions, RootRef.System, ct);
        var may = await work.MayAsync(Permission.ManageExclusions, found.Root, ct);
        if (!may.IsDone) return may;
        var outcome = found.HolderId != work.Actor.Organisation ? Outcome.Refused(RefusalCode.OtherHolder)
            : found.Kind == ExclusionKind.PerpetratorSide ? found.TakeBack(reason, answersForPrivacy: false, work.Stamp)
            : found.Clear(reason, work.Stamp);
        return await work.FinishAsync(outcome, Permission.ManageExclusions, found.Root, ct, reason: TypedText.Field(reason));
    }
}
