using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>What stands in the fields of a naming, as typed.</summary>
public sealed class ReaderInput
{
    public Id<Account>? Account { get; set; }

    /// <summary>Who agreed by telephone.</summary>
    public Id<Account>? Approver { get; set; }
    public string? Purpose { get; set; }
    public string? Reason { get; set; }

    /// <summary>The last day, included.</summary>
    public string? Until { get; set; }
}

/// <summary>閲覧者を決める, and its end.</summary>
public sealed class AddReader(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>閲覧者にする: by a 係長・課長 of the holder, for somebody else.</summary>
    public async Task<Outcome> RunAsync(Id<Person> id, ReaderInput input, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        var may = await work.MayAsync(Permission.ManageProtection, root, ct);
        if (!may.IsDone) return may;
        var typed = new TypedInput();
        var until = typed.Date(nameof(input.Until), input.Until);
        var naming = new ReaderNaming(input.Account ?? default, input.Purpose, input.Reason, until is { } day ? JapanTime.StartOf(day.AddDays(1)) : null);
        var outcome = typed.Refusals.Count > 0 ? Outcome.Refused(typed.Refusals)
            : await RefusalAsync(id, naming.Account, ct) is { } refusal ? Outcome.Refused([refusal])
            : Add(ProtectedLocationReader.Name(
                work.NewId<ProtectedLocationReader>(), (await db.HoldingAsync(id, ct))!, naming, ProtectionOffice.Rules, work.Stamp));
        return await work.FinishAsync(outcome, Permission.ManageProtection, root, ct, reason: TypedText.Field(input.Reason));
    }

    /// <summary>執務時間内か: then nobody is named by telephone.</summary>
    public bool OfficeIsOpen => Hours.AreOpenAt(work.Now);

    /// <summary>電話で承認を得る: by the worker at hand, for themselves, for one night.</summary>
    public async Task<Outcome> ByTelephoneAsync(Id<Person> id, ReaderInput input, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        var may = await work.MayOnPlaceAsync(Permission.ReadProtectedLocation, root, ct);
        if (!may.IsDone) return may;
        var (me, approver) = (work.Actor.Account, input.Approver ?? default);
        var naming = new ReaderNaming(me, input.Purpose, input.Reason, work.Now.AddHours(ProtectionOffice.Rules.TelephoneHours));
        var outcome = await RefusalAsync(id, me, ct) is { } refusal ? Outcome.Refused([refusal])
            : !approver.IsNone && !await DutyList(db, work.Actor.Organisation, work.Today).AnyAsync(a => a.Id == approver, ct)
                ? Outcome.Refused(RefusalCode.NotOnDutyList, nameof(input.Approver))
            : Add(ProtectedLocationReader.NameByTelephone(
                work.NewId<ProtectedLocationReader>(), (await db.HoldingAsync(id, ct))!, naming, approver, ProtectionOffice.Rules, Hours, work.Stamp));
        return await work.FinishAsync(outcome, Permission.ReadProtectedLocation, root, ct, reason: TypedText.Field(input.Reason));
    }

    /// <summary>閲覧を終える.</summary>
    public async Task<Outcome> EndAsync(Id<Person> id, Id<ProtectedLocationReader> reader, CancellationToken ct)
    {
        var root = ProtectionOffice.RootOf(id);
        await work.TakeTurnAsync(id, ct);
        var may = await work.MayAsync(Permission.ManageProtection, root, ct);
        if (!may.IsDone) return may;
        var found = await db.ProtectedLocationReaders.SingleOrDefaultAsync(r => r.Id == reader && r.PersonId == id, ct);
        var outcome = found is null ? Outcome.Refused(RefusalCode.NotFound)
            : (await db.HoldingAsync(id, ct))?.HolderId != work.Actor.Organisation ? Outcome.Refused(RefusalCode.OtherHolder)
            : found.End(work.Stamp);
        return await work.FinishAsync(outcome, Permission.ManageProtection, root, ct);
    }

    /// <summary>当番表: who may agree by telephone – the 係長・課長 of the holder.</summary>
    internal static IQueryable<Account> DutyList(AppDb db, Id<Organisation> holder, DateOnly day) => db.Accounts.AsNoTracking()
        .Where(a => a.IsActive && db.Memberships.Any(m => m.AccountId == a.Id && m.OrganisationId == holder
            && (m.Role == Role.SectionChief || m.Role == Role.Manager) && m.From <= day && (m.Until == null || day <= m.Until)));

    private OfficeHours Hours => ward.Profile.RulesAsOf(work.Today).OfficeHours;

    private async Task<Refusal?> RefusalAsync(Id<Person> id, Id<Account> reader, CancellationToken ct)
    {
        if (await db.HoldingAsync(id, ct) is not { } measure) return new(RefusalCode.WrongState);
        if (measure.HolderId != work.Actor.Organisation) return new(RefusalCode.OtherHolder);
        if (reader.IsNone) return new(RefusalCode.Required, nameof(ReaderInput.Account));
        if (await db.Exclusions.AnyAsync(x => x.RootId == id.Value && x.AccountId == reader, ct)) return new(RefusalCode.ShutOut, nameof(ReaderInput.Account));
        return await db.WorksForAsync(reader, measure.HolderId, work.Today, ct) ? null : new(RefusalCode.UnknownCode, nameof(ReaderInput.Account));
    }

    private Outcome<ProtectedLocationReader> Add(Outcome<ProtectedLocationReader> named)
    {
        if (named.IsDone) db.ProtectedLocationReaders.Add(named.Value);
        return named;
    }
}
