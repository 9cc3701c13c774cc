using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Notices.Match;

/// <summary>What came of a night, in numbers and nothing else.</summary>
/// <param name="Records">Records that were compared.</param>
/// <param name="Told">Notices told.</param>
/// <param name="Deleted">Notices deleted.</param>
/// <param name="Untold">What would have been told, had the area a coordinator who may be.</param>
public sealed record NightFigures(int Records, int Told, int Deleted, int Untold);

/// <summary>夜間の照合 (rules §7): asks the published rule about everybody, tells the named coordinators, and deletes what was not used.</summary>
public sealed class MatchAtNight(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>The setting: the last night on which it ran.</summary>
    public const string LastNight = "notices.last-night";

    /// <summary>What the audit calls it.</summary>
    public const string Matched = "RecordsMatched";

    private const int OneRunAtATime = 7235002;

    private NoticeRules Rules => ward.Profile.RulesAsOf(work.Today).Notice;

    /// <summary>The night's work, once in a night however many nodes there are; null when it was done already, or is being done.</summary>
    /// <param name="again">An operator asks for it once more in the same night.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<NightFigures?> RunAsync(bool again, CancellationToken ct)
    {
        if (!await BeginAsync(again, ct)) return null;
        var standing = await db.NoticesOfAllAsync(ct);
        var deleted = await DeleteAsync(standing.Where(n => n.MayBeDeleted(work.Today)), ct);
        await KeepReadersAsync(standing.Where(n => !n.MayBeDeleted(work.Today)), ct);
        // Switched off, nobody is compared with anybody; what was told before still ends in its time.
        var (records, told, untold) = Rules.Enabled ? await TellAsync(ct) : (0, 0, 0);
        var figures = new NightFigures(records, told, deleted, untold);
        await db.SaveAsync(work.Context(Permission.MatchRecords), ct);
        db.Note(work.Context(Permission.MatchRecords), Matched, RootRef.System, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        return figures;
    }

    private async Task<bool> BeginAsync(bool again, CancellationToken ct)
    {
        if (!(await db.Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock({OneRunAtATime}) as "Value" """).ToListAsync(ct)).Single()) return false;
        var night = work.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var last = await db.Settings.AsNoTracking().Where(s => s.Name == LastNight).Select(s => s.Value).SingleOrDefaultAsync(ct);
        if (!again && string.CompareOrdinal(last, night) >= 0) return false;
        await db.Database.ExecuteSqlAsync($"insert into setting (name, value) values ({LastNight}, {night}) on conflict (name) do update set value = excluded.value", ct);
        return true;
    }

    private async Task<int> DeleteAsync(IEnumerable<CoordinationNotice> over, CancellationToken ct)
    {
        var deleted = 0;
        foreach (var notice in over.ToList())
        {
            if (notice.State == CoordinationNoticeState.Told) await db.CountAsync(notice.FiscalYear, NoticeOutcome.Unanswered, 1, ct);
            foreach (var grant in await db.Grants.Where(g => g.RootId == notice.Id.Value).ToListAsync(ct)) grant.EndAt(work.Now);
            await db.Database.ExecuteSqlAsync($"delete from coordination_notice where id = {notice.Id.Value}", ct);
            deleted++;
        }
        return deleted;
    }

    // Who is no longer a coordinator of the area reads no more, and who has become one reads on in their place.
    private async Task KeepReadersAsync(IEnumerable<CoordinationNotice> standing, CancellationToken ct)
    {
        foreach (var notice in standing.ToList())
        {
            var shutOut = await db.ShutOutAsync(await db.AboutAsync(notice.Id, ct), ct);
            var named = (await CoordinatorsAsync(notice.AreaCode, ct)).Where(a => !shutOut.Contains(a)).ToHashSet();
            var holding = await db.Grants.Where(g => g.RootId == notice.Id.Value && g.Until > work.Now).ToListAsync(ct);
            foreach (var grant in holding.Where(g => !named.Contains(new(g.SubjectId)))) grant.EndAt(work.Now);
            foreach (var account in named.Where(a => !holding.Exists(g => g.SubjectId == a.Value))) LetRead(notice, account);
        }
    }

    private async Task<(int Records, int Told, int Untold)> TellAsync(CancellationToken ct)
    {
        var records = await db.RecordsToMatchAsync(ct);
        var since = JapanTime.StartOf(NoticeRule.ActiveFrom(Rules, work.Today));
        var activity = (await db.ActivitySinceAsync(since, ct)).ToLookup(a => a.Person);
        HashSet<Id<Person>> noticed = [.. await db.NoticedAsync(ct)];
        var candidates = SameHumanBeings.Of(records)
            .Where(same => !same.Any(r => noticed.Contains(r.Id) || r.IsLocationProtected || r.Declines))
            .Where(same => same.SelectMany(r => activity[r.Id]).Select(a => a.Organisation).Distinct().Skip(1).Any()).ToList();
        var signs = await db.SignsAsync([.. candidates.SelectMany(same => same.Select(r => r.Id))], since, UrgentCodes, Rules.IsolationIssues ?? [], ct);
        var (told, untold) = (0, 0);
        foreach (var same in candidates)
        {
            if (same.Any(r => noticed.Contains(r.Id))) continue;
            List<Involvement> involved = [.. same.SelectMany(r => activity[r.Id]).Select(a => new Involvement(
                a.Organisation, ward.Find(a.Organisation) is { } entry && NoticeRule.MayMatch(entry, Rules), JapanTime.DateOf(a.Last), signs.Contains((a.Person, a.Organisation))))];
            if (await DueAsync(same, involved, ct) is not { } organisations) continue;
            var household = await db.TogetherWithAsync([.. same.Select(r => r.Id)], ct);
            noticed.UnionWith(household);
            if (await TellAsync(household, involved, organisations, ct)) told++;
            else untold++;
        }
        return (records.Count, told, untold);
    }

    // Most are sorted out by what is at hand; only of the others is it asked whether they are joined, or sealed.
    private async Task<IReadOnlyList<Id<Organisation>>?> DueAsync(IReadOnlyList<RecordToMatch> same, List<Involvement> involved, CancellationToken ct)
    {
        var first = NoticeRule.Decide(new(involved, [], IsExcluded: false), Rules, work.Today);
        if (first.Finding != NoticeFinding.Due) return null;
        List<Id<Person>> persons = [.. same.Select(r => r.Id)];
        var names = same.SelectMany(r => NamesOf(r.Name)).Distinct().ToList();
        var facts = new NoticeFacts(involved, await db.JoinedAsync(persons, work.Now, ct), await db.IsInSealedMatterAsync(persons, names, first.Organisations, ct));
        return NoticeRule.Decide(facts, Rules, work.Today) is { Finding: NoticeFinding.Due } verdict ? verdict.Organisations : null;
    }

    private async Task<bool> TellAsync(IReadOnlyList<Id<Person>> about, List<Involvement> involved, IReadOnlyList<Id<Organisation>> organisations, CancellationToken ct)
    {
        var area = AreaOf(involved.Where(i => organisations.Contains(i.Organisation)));
        var shutOut = await db.ShutOutAsync(about, ct);
        var readers = (await CoordinatorsAsync(area, ct)).Where(a => !shutOut.Contains(a)).ToList();
        if (readers.Count == 0) return false;
        var notice = CoordinationNotice.Tell(work.NewId<CoordinationNotice>(), area, organisations, Rules, ward.Profile.RulesAsOf(work.Today).OfficeHours, work.Stamp);
        db.CoordinationNotices.Add(notice);
        db.Set<NoticedPerson>().AddRange(about.Select(person => new NoticedPerson(notice.Id, person)));
        foreach (var account in readers) LetRead(notice, account);
        await db.CountAsync(notice.FiscalYear, NoticeOutcome.Told, 1, ct);
        return true;
    }

    private void LetRead(CoordinationNotice notice, Id<Account> account) =>
        work.GrantTo(account, notice.Root, AccessLevel.Manage, GrantBasis.Assignment).By(notice.Id.Value, LegalBases.WithinPurpose);

    // 担当地域: where they were dealt with last, among desks that belong to an area.
    private string? AreaOf(IEnumerable<Involvement> involved) => involved
        .Select(i => (i.LastActive, Area: ward.Find(i.Organisation) is { } entry ? ward.Profile.AreaOf(entry) : null)).Where(i => i.Area is not null)
        .OrderByDescending(i => i.LastActive).ThenBy(i => i.Area, StringComparer.Ordinal).Select(i => i.Area).FirstOrDefault();

    // 調整担当 of the area's hubs, those of the whole ward only where the area has none of its own: the longest-serving, no more than the rule names.
    private async Task<IReadOnlyList<Id<Account>>> CoordinatorsAsync(string? area, CancellationToken ct)
    {
        var hubs = ward.Profile.HubsFor(area, work.Today).Select(h => (Id: ward.IdOf(h), IsOwn: h.AreaCode is not null)).ToList();
        var (ids, today) = (hubs.ConvertAll(h => h.Id), work.Today);
        var found = await db.Memberships.AsNoTracking()
            .Where(m => m.Role == Role.Coordinator && ids.Contains(m.OrganisationId) && m.From <= today && (m.Until == null || today <= m.Until))
            .Join(db.Accounts.Where(a => a.IsActive), m => m.AccountId, a => a.Id, (m, a) => new { a.Id, m.OrganisationId, m.From }).ToListAsync(ct);
        var own = found.FindAll(m => hubs.Exists(h => h.Id == m.OrganisationId && h.IsOwn));
        return [.. (own.Count > 0 ? own : found).OrderBy(m => m.From).ThenBy(m => m.Id).Select(m => m.Id).Distinct().Take(Rules.CoordinatorsTold)];
    }

    private IReadOnlyList<string> UrgentCodes => [.. ward.Profile.CodeList(CodeLists.Urgency).ItemsAsOf(work.Today).Where(i => i.LifeDanger).Select(i => i.Code)];

    private static IEnumerable<string> NamesOf(PersonName name) =>
        new[] { name.Family + name.Given, name.FamilyKana + name.GivenKana, name.Common }.OfType<string>()
            .Select(n => string.Concat(n.Where(c => !char.IsWhiteSpace(c)))).Where(n => n.Length > 0);
}
