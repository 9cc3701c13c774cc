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
public sealed class MatchAtNight(AppDb db, Work work, CurrentWard ward, CountNotices count)
{
    /// <summary>The setting: the last night on which it ran.</summary>
    public const string LastNight = "notices.last-night";

    /// <summary>What the audit calls it.</summary>
    public const string Matched = "RecordsMatched";

    // Somebody of whom it is to be told: their records, those supported together with them, who deals with them, and whom the notice would name.
    private sealed record Due(
        IReadOnlyList<Id<Person>> Same, IReadOnlyList<Id<Person>> About, IReadOnlyList<Involvement> Involved, IReadOnlyList<Id<Organisation>> Organisations);

    private NoticeRules Rules => ward.Profile.RulesAsOf(work.Today).Notice;

    /// <summary>The night's work, once in a night however many nodes there are; null when it was done already, or is being done.</summary>
    /// <param name="again">An operator asks for it once more in the same night.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<NightFigures?> RunAsync(bool again, CancellationToken ct)
    {
        if (!await BeginAsync(again, ct)) return null;
        // Switched off, nobody is compared with anybody; what was told before still ends in its time.
        var (records, due) = Rules.Enabled ? await FindAsync(ct) : (0, []);
        // What takes long is done, and nobody had to wait for it. Who was protected or declared too near meanwhile is known from here on.
        await db.HoldExclusionsAloneAsync(ct);
        var deleted = await DeleteAsync(ct);
        await KeepReadersAsync(await db.NoticesOfAllAsync(ct), ct);
        var (told, untold) = await TellAsync(due, ct);
        var figures = new NightFigures(records, told, deleted, untold);
        await db.SaveAsync(work.Context(Permission.MatchRecords), ct);
        db.Note(work.Context(Permission.MatchRecords), Matched, RootRef.System, JsonSerializer.Serialize(figures, JsonSerializerOptions.Web));
        return figures;
    }

    private async Task<bool> BeginAsync(bool again, CancellationToken ct)
    {
        if (!(await db.Database.SqlQuery<bool>($"""select pg_try_advisory_xact_lock({AdvisoryKeys.NightlyMatching}) as "Value" """).ToListAsync(ct)).Single()) return false;
        var night = work.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var last = await db.Settings.AsNoTracking().Where(s => s.Name == LastNight).Select(s => s.Value).SingleOrDefaultAsync(ct);
        if (!again && string.CompareOrdinal(last, night) >= 0) return false;
        await db.Database.ExecuteSqlAsync($"insert into setting (name, value) values ({LastNight}, {night}) on conflict (name) do update set value = excluded.value", ct);
        return true;
    }

    // Whoever answers at this moment comes first, or finds nothing more to answer.
    private async Task<int> DeleteAsync(CancellationToken ct)
    {
        await work.TakeTurnAsync((await OverAsync(ct)).Select(n => n.Id), ct);
        var over = await OverAsync(ct);
        foreach (var notice in over)
        {
            if (notice.State == CoordinationNoticeState.Told) await count.RunAsync(notice, NoticeOutcome.Unanswered, 1, ct);
            foreach (var grant in await db.Grants.Where(g => g.RootId == notice.Id.Value).ToListAsync(ct)) grant.EndAt(work.Now);
            await db.Database.ExecuteSqlAsync($"delete from coordination_notice where id = {notice.Id.Value}", ct);
        }
        return over.Count;
    }

    private async Task<List<CoordinationNotice>> OverAsync(CancellationToken ct) => [.. (await db.NoticesOfAllAsync(ct)).Where(n => n.MayBeDeleted(work.Today))];

    // Who is no longer a coordinator of the area reads no more, and who has become one reads on in their place.
    private async Task KeepReadersAsync(IReadOnlyList<CoordinationNotice> standing, CancellationToken ct)
    {
        foreach (var notice in standing)
        {
            var shutOut = await db.ShutOutAsync(await db.AboutAsync(notice.Id, ct), ct);
            var named = (await CoordinatorsAsync(notice.AreaCode, ct)).Where(a => !shutOut.Contains(a)).ToHashSet();
            var holding = await db.Grants.Where(g => g.RootId == notice.Id.Value && g.Until > work.Now).ToListAsync(ct);
            foreach (var grant in holding.Where(g => !named.Contains(new(g.SubjectId)))) grant.EndAt(work.Now);
            foreach (var account in named.Where(a => !holding.Exists(g => g.SubjectId == a.Value))) LetRead(notice, account);
        }
    }

    private async Task<(int Records, IReadOnlyList<Due> Due)> FindAsync(CancellationToken ct)
    {
        var records = await db.RecordsToMatchAsync(ct);
        var since = JapanTime.StartOf(NoticeRule.ActiveFrom(Rules, work.Today));
        var activity = (await db.ActivitySinceAsync(since, ct)).ToLookup(a => a.Person);
        var groups = SameHumanBeings.Of(records, await db.JudgedAsync(ct))
            .Where(same => same.SelectMany(p => activity[p]).Select(a => a.Organisation).Distinct().Skip(1).Any()).ToList();
        HashSet<Id<Person>> passed = [.. await db.NoticedAsync([.. (await OverAsync(ct)).Select(n => n.Id)], ct), .. await db.KeptOutAsync([.. groups.SelectMany(same => same)], ct)];
        groups.RemoveAll(same => same.Any(passed.Contains));
        var signs = await db.SignsAsync([.. groups.SelectMany(same => same)], since, UrgentCodes, Rules.IsolationIssues ?? [], ct);
        var names = records.ToDictionary(r => r.Id, r => r.Name);
        List<Due> due = [];
        foreach (var same in groups.Where(same => !same.Any(passed.Contains)))
        {
            List<Involvement> involved = [.. same.SelectMany(p => activity[p]).Select(a => new Involvement(
                a.Organisation, ward.Find(a.Organisation) is { } entry && NoticeRule.MayMatch(entry, Rules), JapanTime.DateOf(a.Last), signs.Contains((a.Person, a.Organisation))))];
            if (await DueAsync(same, [.. same.Where(names.ContainsKey).SelectMany(p => NamesOf(names[p])).Distinct()], involved, ct) is not { } organisations) continue;
            due.Add(new(same, await db.TogetherWithAsync(same, ct), involved, organisations));
            passed.UnionWith(due[^1].About);
        }
        return (records.Count, due);
    }

    // Most are sorted out by what is at hand; only of the others is it asked whether they are joined, or sealed.
    private async Task<IReadOnlyList<Id<Organisation>>?> DueAsync(IReadOnlyList<Id<Person>> persons, IReadOnlyList<string> names, List<Involvement> involved, CancellationToken ct)
    {
        var first = NoticeRule.Decide(new(involved, [], IsExcluded: false), Rules, work.Today);
        if (first.Finding != NoticeFinding.Due) return null;
        var facts = new NoticeFacts(involved, await db.JoinedAsync(persons, work.Now, ct), await db.IsInSealedMatterAsync(persons, names, first.Organisations, ct));
        return NoticeRule.Decide(facts, Rules, work.Today) is { Finding: NoticeFinding.Due } verdict ? verdict.Organisations : null;
    }

    private async Task<(int Told, int Untold)> TellAsync(IReadOnlyList<Due> due, CancellationToken ct)
    {
        HashSet<Id<Person>> passed = [.. await db.NoticedAsync([], ct), .. await db.KeptOutAsync([.. due.SelectMany(d => d.Same)], ct)];
        var (told, untold) = (0, 0);
        foreach (var one in due.Where(d => !d.Same.Any(passed.Contains)))
        {
            if (await TellAsync(one, ct)) told++;
            else untold++;
        }
        return (told, untold);
    }

    private async Task<bool> TellAsync(Due due, CancellationToken ct)
    {
        var area = AreaOf(due.Involved.Where(i => due.Organisations.Contains(i.Organisation)));
        var shutOut = await db.ShutOutAsync(due.About, ct);
        var readers = (await CoordinatorsAsync(area, ct)).Where(a => !shutOut.Contains(a)).ToList();
        if (readers.Count == 0) return false;
        var notice = CoordinationNotice.Tell(work.NewId<CoordinationNotice>(), area, due.Organisations, Rules, ward.Profile.RulesAsOf(work.Today).OfficeHours, work.Stamp);
        db.CoordinationNotices.Add(notice);
        db.Set<NoticedPerson>().AddRange(due.About.Select(person => new NoticedPerson(notice.Id, person)));
        foreach (var account in readers) LetRead(notice, account);
        await count.RunAsync(notice, NoticeOutcome.Told, 1, ct);
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
