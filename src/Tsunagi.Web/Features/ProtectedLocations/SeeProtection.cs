using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>A named reader, as the report shows them.</summary>
public sealed record ReaderRow(
    Id<ProtectedLocationReader> Id, string Name, string Purpose, string Reason, DateTimeOffset From, DateTimeOffset Until, string NamedBy, string? ByTelephone, bool Holds);

/// <summary>One look, as the report shows it.</summary>
public sealed record ReadRow(Id<LocationRead> Id, Id<Person> Person, DateTimeOffset At, string Name, Id<Organisation> Organisation, string Purpose, bool ByTelephone);

/// <summary>支援措置 as the viewer may see it. The location is never in it.</summary>
/// <param name="Person">Whose.</param>
/// <param name="Name">Their name; null for the privacy officer, who needs none.</param>
/// <param name="Measure">The measure, the last if none holds; null when there never was one.</param>
/// <param name="Readers">The readers; only for the holder's 係長・課長 and the privacy officer.</param>
/// <param name="Reads">The looks; likewise.</param>
/// <param name="ReadsUntil">Until when the viewer may read the location.</param>
/// <param name="MayChange">Whether the viewer may begin, renew, write, and ask for the end.</param>
/// <param name="MayManage">Whether the viewer names readers and decides on the end.</param>
/// <param name="SeesReport">Whether readers and looks are shown.</param>
/// <param name="Household">Who of the household is asked about when a measure begins.</param>
public sealed record ProtectionView(
    Id<Person> Person, string? Name, ProtectionMeasure? Measure, IReadOnlyList<ReaderRow> Readers, IReadOnlyList<ReadRow> Reads,
    DateTimeOffset? ReadsUntil, bool MayChange, bool MayManage, bool SeesReport,
    IReadOnlyList<HouseholdPerson> Household);

/// <summary>支援措置の状態を見る, with the report for those it is made to.</summary>
public sealed class SeeProtection(AppDb db, Work work)
{
    private const int Most = 200;

    /// <summary>One person's measure.</summary>
    public async Task<Outcome<ProtectionView>> RunAsync(Id<Person> id, CancellationToken ct)
    {
        var privacy = work.Actor.Is(Role.PrivacyOfficer);
        var root = ProtectionOffice.RootOf(id);
        var access = AccessDecision.Nothing;
        if (!privacy)
        {
            var may = await work.MayOnPlaceAsync(Permission.SeeProtection, root, ct);
            if (!may.IsDone) return Outcome<ProtectionView>.Carry(may);
            access = may.Value;
        }
        var measure = await Measures(privacy).Where(m => m.PersonId == id).OrderByDescending(m => m.BegunAt).FirstOrDefaultAsync(ct);
        if (privacy && measure is null) return new Refusal(RefusalCode.NotFound);
        if (privacy) work.Saw(Permission.SeeProtection, root);
        var person = privacy ? null : await db.Persons.AsNoTracking().SingleAsync(p => p.Id == id, ct);
        var holds = person is not null && person.HolderId == work.Actor.Organisation;
        var manages = holds && AccessPolicy.Allows(work.Actor, access, Permission.ManageProtection);
        var me = work.Actor.Account;
        var until = privacy ? null : await db.ProtectedLocationReaders
            .Where(r => r.PersonId == id && r.AccountId == me && r.From <= work.Now && work.Now < r.Until).MaxAsync(r => (DateTimeOffset?)r.Until, ct);
        var reports = privacy || manages;
        var mayChange = holds && AccessPolicy.Allows(work.Actor, access, Permission.ProtectPerson);
        return new ProtectionView(
            id, person?.Name.Display, measure, reports ? await ReadersAsync(id, privacy, ct) : [], reports ? await ReadsAsync(Reads(privacy).Where(r => r.PersonId == id), ct) : [],
            until, mayChange, manages, reports, mayChange && measure is not { IsHolding: true } ? await HouseholdAsync(id, ct) : []);
    }

    private async Task<IReadOnlyList<HouseholdPerson>> HouseholdAsync(Id<Person> id, CancellationToken ct)
    {
        var household = await db.HouseholdOfAsync(id, work.Actor.Organisation, work.Today, ct);
        foreach (var member in household) work.Saw(Permission.SeeProtection, ProtectionOffice.RootOf(member.Person));
        return household;
    }

    /// <summary>閲覧の報告: the looks at every protected location one answers for, page by page, the latest on top.</summary>
    public async Task<PageOf<ReadRow>> ReportAsync(string? after, CancellationToken ct)
    {
        work.Saw(Permission.SeeLocationReads, RootRef.System);
        var (privacy, holder) = (work.Actor.Is(Role.PrivacyOfficer), work.Actor.Organisation);
        var asked = privacy ? Reads(true) : Reads(false).Where(r => db.Persons.Any(p => p.Id == r.PersonId && p.HolderId == holder));
        return await Rows(After(asked, after)).ToPageAsync(await asked.CountAsync(ct), r => new(r.At, r.Id.Value), ct);
    }

    private static IQueryable<LocationRead> After(IQueryable<LocationRead> reads, string? after)
    {
        if (PageKey.Read(after) is not { } last) return reads;
        var (at, id) = (last.At, new Id<LocationRead>(last.Id));
        return reads.Where(r => r.At < at || r.At == at && r.Id.CompareTo(id) < 0);
    }

    // The privacy officer answers for the use of the store, not for a person: no grant leads there, so the filter is left out
    // here and an exclusion still denies. No name and no location is on what they see.
    private IQueryable<ProtectionMeasure> Measures(bool privacy) => privacy
        ? db.ProtectionMeasures.AsNoTracking().IgnoreQueryFilters().Where(m => !db.Exclusions.Any(x => x.RootId == (Guid)(object)m.PersonId && x.AccountId == work.Actor.Account))
        : db.ProtectionMeasures.AsNoTracking();

    private IQueryable<LocationRead> Reads(bool privacy) => privacy
        ? db.LocationReads.AsNoTracking().IgnoreQueryFilters().Where(r => !db.Exclusions.Any(x => x.RootId == (Guid)(object)r.PersonId && x.AccountId == work.Actor.Account))
        : db.LocationReads.AsNoTracking();

    private async Task<IReadOnlyList<ReadRow>> ReadsAsync(IQueryable<LocationRead> reads, CancellationToken ct) => await Rows(reads).Take(Most).ToListAsync(ct);

    private IQueryable<ReadRow> Rows(IQueryable<LocationRead> reads) => reads.OrderByDescending(r => r.At).ThenByDescending(r => r.Id)
        .Select(r => new ReadRow(r.Id, r.PersonId, r.At, db.Accounts.Where(a => a.Id == r.AccountId).Select(a => a.Name).FirstOrDefault() ?? "", r.OrganisationId, r.Purpose,
            db.ProtectedLocationReaders.IgnoreQueryFilters().Any(n => n.Id == r.ReaderId && n.TelephoneApprover != null)));

    private async Task<IReadOnlyList<ReaderRow>> ReadersAsync(Id<Person> id, bool privacy, CancellationToken ct)
    {
        var readers = db.ProtectedLocationReaders.AsNoTracking().Where(r => r.PersonId == id);
        if (privacy) readers = readers.IgnoreQueryFilters();
        return await readers.OrderByDescending(r => r.From).Take(Most).Select(r => new ReaderRow(
            r.Id, db.Accounts.Where(a => a.Id == r.AccountId).Select(a => a.Name).FirstOrDefault() ?? "", r.Purpose, r.Reason, r.From, r.Until,
            db.Accounts.Where(a => a.Id == r.NamedBy).Select(a => a.Name).FirstOrDefault() ?? "",
            db.Accounts.Where(a => a.Id == r.TelephoneApprover).Select(a => a.Name).FirstOrDefault(),
            r.From <= work.Now && work.Now < r.Until)).ToListAsync(ct);
    }
}
