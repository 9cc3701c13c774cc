using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>What two records are compared by.</summary>
public sealed record RecordToMatch(
    Id<Person> Id, Id<Organisation> Holder, PersonName Name, PartialDate? BirthDate, string? Gender, string? Address, IReadOnlyList<PersonPhone> Phones);

/// <summary>同一人物の判断: that somebody took two records for one person, or told them apart (docs/adr/0054).</summary>
public sealed record JudgedPair(Id<Person> One, Id<Person> Other, bool AreSame);

/// <summary>That an organisation wrote something down about somebody, and when last.</summary>
public sealed record RecordedActivity(Id<Person> Person, Id<Organisation> Organisation, DateTimeOffset Last);

/// <summary>
/// The one place that reads the records of all holders (rules §7, docs/adr/0055), for the nightly run of the program itself and nobody
/// else: past the access filter, and refused for any account. It gives what the rule asks – who deals with whom since when, what is marked,
/// who is joined – and nothing that was said. Who only calls about somebody else, 通告者・通報者 among them, is nobody the desk deals with;
/// neither the reporters' own records nor the sealed tables are read.
/// </summary>
public static class RecordsToMatch
{
    private static readonly ConcernedAs[] DealtWith = [ConcernedAs.Subject, ConcernedAs.HouseholdMember];
    private static readonly CasePersonRole[] Supported = [CasePersonRole.Subject, CasePersonRole.HouseholdMember];

    /// <summary>The records of everybody who is named and alive as far as anybody knows.</summary>
    public static async Task<IReadOnlyList<RecordToMatch>> RecordsToMatchAsync(this AppDb db, CancellationToken ct)
    {
        RequireNobody(db);
        var found = await Past(db.Persons).Where(p => p.DiedOn == null
                && (p.Name.Family != null || p.Name.Given != null || p.Name.FamilyKana != null || p.Name.GivenKana != null || p.Name.Common != null || p.Name.Former != null))
            .OrderBy(p => p.Id).Select(p => new { p.Id, p.HolderId, p.Name, p.BirthDate, p.Gender, p.Location.Address, p.Phones }).ToListAsync(ct);
        return found.ConvertAll(p => new RecordToMatch(p.Id, p.HolderId, p.Name, p.BirthDate, p.Gender, p.Address, p.Phones));
    }

    /// <summary>What was judged of two records, at whichever desk.</summary>
    public static async Task<IReadOnlyList<JudgedPair>> JudgedAsync(this AppDb db, CancellationToken ct)
    {
        RequireNobody(db);
        return await Past(db.SamePersons).Where(s => s.State == SamePersonState.Same || s.State == SamePersonState.Different)
            .OrderBy(s => s.Id).Select(s => new JudgedPair(s.FirstId, s.SecondId, s.State == SamePersonState.Same)).ToListAsync(ct);
    }

    /// <summary>Which of these records keep their human being out: under 支援措置, matching declined, or no longer alive.</summary>
    public static async Task<IReadOnlySet<Id<Person>>> KeptOutAsync(this AppDb db, IReadOnlyCollection<Id<Person>> persons, CancellationToken ct)
    {
        RequireNobody(db);
        return (await Past(db.Persons).Where(p => persons.Contains(p.Id) && (p.IsLocationProtected || p.DiedOn != null)).Select(p => p.Id).ToListAsync(ct))
            .Concat(await DeclinedAsync(db, persons, ct)).ToHashSet();
    }

    /// <summary>Who wrote about whom since an instant: consultations, cases opened, notes and assessments.</summary>
    public static async Task<IReadOnlyList<RecordedActivity>> ActivitySinceAsync(this AppDb db, DateTimeOffset since, CancellationToken ct)
    {
        RequireNobody(db);
        var received = await Past(db.Consultations).Where(c => c.State != ConsultationState.Draft && c.At >= since)
            .SelectMany(c => c.Persons.Where(p => p.TakenBackAt == null && DealtWith.Contains(p.As)).Select(p => new { p.PersonId, c.OrganisationId, c.At }))
            .GroupBy(a => new { a.PersonId, a.OrganisationId }).Select(a => new RecordedActivity(a.Key.PersonId, a.Key.OrganisationId, a.Max(x => x.At))).ToListAsync(ct);
        var opened = await Past(db.Cases).Where(c => c.OpenedAt >= since)
            .SelectMany(c => c.Persons.Where(p => p.LeftAt == null && Supported.Contains(p.Role)).Select(p => new { p.PersonId, c.OrganisationId, At = c.OpenedAt }))
            .GroupBy(a => new { a.PersonId, a.OrganisationId }).Select(a => new RecordedActivity(a.Key.PersonId, a.Key.OrganisationId, a.Max(x => x.At))).ToListAsync(ct);
        var noted = await Past(db.ProgressNotes).Where(n => n.OccurredAt >= since)
            .Join(Past(db.Set<CasePerson>()).Where(p => p.LeftAt == null && Supported.Contains(p.Role)), n => n.CaseId, p => p.CaseId, (n, p) => new { p.PersonId, n.OrganisationId, At = n.OccurredAt })
            .GroupBy(a => new { a.PersonId, a.OrganisationId }).Select(a => new RecordedActivity(a.Key.PersonId, a.Key.OrganisationId, a.Max(x => x.At))).ToListAsync(ct);
        var assessed = await Past(db.Assessments)
            .SelectMany(a => a.Versions.Where(v => v.WrittenAt >= since).Select(v => new { a.CaseId, v.OrganisationId, v.WrittenAt }))
            .Join(Past(db.Set<CasePerson>()).Where(p => p.LeftAt == null && Supported.Contains(p.Role)), v => v.CaseId, p => p.CaseId, (v, p) => new { p.PersonId, v.OrganisationId, At = v.WrittenAt })
            .GroupBy(a => new { a.PersonId, a.OrganisationId }).Select(a => new RecordedActivity(a.Key.PersonId, a.Key.OrganisationId, a.Max(x => x.At))).ToListAsync(ct);
        return [.. received, .. opened, .. noted, .. assessed];
    }

    /// <summary>Who has recorded 行き詰まり・孤立・危険 of whom: danger told at the desk since an instant, marks that stand, isolation in the last assessment.</summary>
    /// <param name="db">The database.</param>
    /// <param name="persons">Of these alone.</param>
    /// <param name="since">From when what was told counts.</param>
    /// <param name="urgent">緊急度 that mean danger to life.</param>
    /// <param name="isolation">Codes of 課題と特性 that mean isolation.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<IReadOnlySet<(Id<Person>, Id<Organisation>)>> SignsAsync(
        this AppDb db, IReadOnlyCollection<Id<Person>> persons, DateTimeOffset since, IReadOnlyCollection<string> urgent, IReadOnlyCollection<string> isolation, CancellationToken ct)
    {
        RequireNobody(db);
        var told = await Past(db.Consultations).Where(c => c.State != ConsultationState.Draft && c.At >= since && (c.DangerSigns.Count > 0 || c.Urgency != null && urgent.Contains(c.Urgency)))
            .SelectMany(c => c.Persons.Where(p => p.TakenBackAt == null && DealtWith.Contains(p.As) && persons.Contains(p.PersonId)).Select(p => new { p.PersonId, c.OrganisationId })).ToListAsync(ct);
        var cases = await Past(db.Cases).Where(c => c.State != CaseState.Closed)
            .SelectMany(c => c.Persons.Where(p => p.LeftAt == null && Supported.Contains(p.Role) && persons.Contains(p.PersonId)).Select(p => new { p.PersonId, c.OrganisationId, p.CaseId })).ToListAsync(ct);
        var ids = cases.Select(c => c.CaseId).Distinct().ToList();
        HashSet<Id<Case>> signed = [.. await Past(db.Set<CaseConcerns>()).Where(m => ids.Contains(m.CaseId) && m.Codes.Count > 0).Select(m => m.CaseId).ToListAsync(ct)];
        var sheets = await Past(db.Assessments).Where(a => ids.Contains(a.CaseId))
            .SelectMany(a => a.Versions.Where(v => v.Number == a.LatestNumber).Select(v => new { a.CaseId, v.Sheet })).ToListAsync(ct);
        signed.UnionWith(sheets.Where(s => s.Sheet.Issues.Any(isolation.Contains)).Select(s => s.CaseId));
        return told.Select(t => (t.PersonId, t.OrganisationId)).Concat(cases.Where(c => signed.Contains(c.CaseId)).Select(c => (c.PersonId, c.OrganisationId))).ToHashSet();
    }

    /// <summary>
    /// Which organisations were brought together about some records of one human being: by a つなぎ that was sent and not withdrawn, by a
    /// case that went over, by a 重層的支援会議 that was held, and by whatever else – a consent, a team – lets one see what the other wrote.
    /// </summary>
    public static async Task<IReadOnlyList<(Id<Organisation> One, Id<Organisation> Other)>> JoinedAsync(
        this AppDb db, IReadOnlyCollection<Id<Person>> persons, DateTimeOffset now, CancellationToken ct)
    {
        RequireNobody(db);
        var cases = await Past(db.Set<CasePerson>()).Where(p => persons.Contains(p.PersonId)).Select(p => p.CaseId).Distinct().ToListAsync(ct);
        var consultations = await Past(db.Set<ConsultationPerson>()).Where(p => persons.Contains(p.PersonId)).Select(p => p.ConsultationId).Distinct().ToListAsync(ct);
        var told = await Past(db.Persons).Where(p => persons.Contains(p.Id) && p.WrittenOutOf != null).Select(p => p.WrittenOutOf!.Value).ToListAsync(ct);
        var outOf = told.ConvertAll(id => new Id<Handoff>(id));
        var handoffs = await Past(db.Handoffs).Where(h => h.SentAt != null && h.ReceiverId != null && h.State != HandoffState.Withdrawn)
            .Where(h => h.SourceCaseId != null && cases.Contains(h.SourceCaseId.Value) || h.ReceiverCaseId != null && cases.Contains(h.ReceiverCaseId.Value)
                || h.SourceConsultationId != null && consultations.Contains(h.SourceConsultationId.Value) || outOf.Contains(h.Id))
            .Select(h => new { One = h.SenderId, Other = h.ReceiverId!.Value }).ToListAsync(ct);
        var periods = await Past(db.Set<ResponsibilityPeriod>()).Where(p => cases.Contains(p.CaseId)).Select(p => new { p.CaseId, p.OrganisationId }).ToListAsync(ct);
        var conferences = await Past(db.PlanConferences).Where(c => cases.Contains(c.CaseId) && c.State != PlanConferenceState.Planned && c.State != PlanConferenceState.Cancelled)
            .Select(c => new { c.CaseId, c.Attendees }).ToListAsync(ct);
        var plans = await Past(db.Plans).Where(p => cases.Contains(p.CaseId)).Select(p => p.Id).ToListAsync(ct);
        List<Guid> roots = [.. persons.Select(p => p.Value), .. cases.Select(c => c.Value), .. consultations.Select(c => c.Value), .. plans.Select(p => p.Value)];
        return
        [
            .. handoffs.Select(h => (h.One, h.Other)),
            .. Pairs(periods.GroupBy(p => p.CaseId, p => p.OrganisationId)),
            .. Pairs(conferences.SelectMany(c => c.Attendees.Select(a => a.Invitation.Organisation).OfType<Id<Organisation>>().Concat(periods.Where(p => p.CaseId == c.CaseId).Select(p => p.OrganisationId))
                .Select(o => (c.CaseId, Organisation: o))).GroupBy(o => o.CaseId, o => o.Organisation)),
            .. Pairs((await ReachedAsync(db, roots, now, ct)).GroupBy(r => r.Root, r => r.Organisation)),
        ];
    }

    /// <summary>Whether a sealed matter that is not over concerns one of them, by their case or by their name. The database answers yes or no.</summary>
    public static async Task<bool> IsInSealedMatterAsync(
        this AppDb db, IReadOnlyCollection<Id<Person>> persons, IReadOnlyCollection<string> names, IReadOnlyCollection<Id<Organisation>> organisations, CancellationToken ct)
    {
        RequireNobody(db);
        var cases = (await Past(db.Set<CasePerson>()).Where(p => persons.Contains(p.PersonId)).Select(p => p.CaseId).Distinct().ToListAsync(ct)).ConvertAll(c => c.Value).ToArray();
        var (of, at) = (names.ToArray(), organisations.Select(o => o.Value).ToArray());
        return (await db.Database.SqlQuery<bool>($"""select notice_in_sealed_matter({of}, {at}, {cases}) as "Value" """).ToListAsync(ct)).Single();
    }

    /// <summary>The records of whom a notice is there already, some notices left aside.</summary>
    public static async Task<IReadOnlySet<Id<Person>>> NoticedAsync(this AppDb db, IReadOnlyCollection<Id<CoordinationNotice>> but, CancellationToken ct)
    {
        RequireNobody(db);
        return (await Past(db.Set<NoticedPerson>()).Where(n => !but.Contains(n.NoticeId)).Select(n => n.PersonId).ToListAsync(ct)).ToHashSet();
    }

    /// <summary>These people and everybody supported together with them: a household is told of once, not for each of its members.</summary>
    public static async Task<IReadOnlyList<Id<Person>>> TogetherWithAsync(this AppDb db, IReadOnlyCollection<Id<Person>> persons, CancellationToken ct)
    {
        RequireNobody(db);
        var here = Past(db.Set<CasePerson>()).Where(p => p.LeftAt == null && Supported.Contains(p.Role));
        var cases = here.Where(p => persons.Contains(p.PersonId)).Select(p => p.CaseId);
        return [.. persons.Union(await here.Where(p => cases.Contains(p.CaseId)).OrderBy(p => p.PersonId).Select(p => p.PersonId).Distinct().ToListAsync(ct))];
    }

    /// <summary>The records one notice came from, and those supported together with them.</summary>
    public static async Task<IReadOnlyList<Id<Person>>> AboutAsync(this AppDb db, Id<CoordinationNotice> notice, CancellationToken ct)
    {
        RequireNobody(db);
        return await Past(db.Set<NoticedPerson>()).Where(n => n.NoticeId == notice).Select(n => n.PersonId).ToListAsync(ct);
    }

    /// <summary>Every notice that is there, with nothing of whom it is about.</summary>
    public static async Task<IReadOnlyList<CoordinationNotice>> NoticesOfAllAsync(this AppDb db, CancellationToken ct)
    {
        RequireNobody(db);
        return await Past(db.CoordinationNotices).ToListAsync(ct);
    }

    /// <summary>Which of these accounts is shut out of one of these people (rules §9).</summary>
    public static async Task<IReadOnlySet<Id<Account>>> ShutOutAsync(this AppDb db, IReadOnlyCollection<Id<Person>> persons, CancellationToken ct)
    {
        RequireNobody(db);
        return (await db.Exclusions.AsNoTracking().Where(x => persons.Contains(x.PersonId)).Select(x => x.AccountId).Distinct().ToListAsync(ct)).ToHashSet();
    }

    // Who did not agree to sharing at the last time they were asked has not agreed to this either.
    private static async Task<HashSet<Id<Person>>> DeclinedAsync(AppDb db, IReadOnlyCollection<Id<Person>> persons, CancellationToken ct)
    {
        HashSet<Id<Person>> declined = [.. await Past(db.Set<MatchingWish>()).Where(w => w.Declines && persons.Contains(w.PersonId)).Select(w => w.PersonId).ToListAsync(ct)];
        var asked = await Past(db.Consultations).Where(c => c.State != ConsultationState.Draft && c.Agreement != IntakeAgreement.NotAsked)
            .SelectMany(c => c.Persons.Where(p => p.TakenBackAt == null && p.As == ConcernedAs.Subject && persons.Contains(p.PersonId)).Select(p => new { p.PersonId, c.At, c.Agreement })).ToListAsync(ct);
        declined.UnionWith(asked.GroupBy(a => a.PersonId).Where(a => a.MaxBy(x => x.At)!.Agreement is IntakeAgreement.RecordOnly or IntakeAgreement.Declined).Select(a => a.Key));
        return declined;
    }

    private static async Task<IEnumerable<(Guid Root, Id<Organisation> Organisation)>> ReachedAsync(AppDb db, List<Guid> roots, DateTimeOffset now, CancellationToken ct)
    {
        var grants = await db.Grants.AsNoTracking().Where(g => roots.Contains(g.RootId) && g.Level != AccessLevel.None && g.Basis != GrantBasis.BreakGlass && g.From <= now && now < g.Until)
            .Select(g => new { g.RootId, g.SubjectId }).ToListAsync(ct);
        var accounts = grants.Select(g => new Id<Account>(g.SubjectId)).Distinct().ToList();
        var works = (await db.Memberships.AsNoTracking().Where(m => accounts.Contains(m.AccountId)).Select(m => new { m.AccountId, m.OrganisationId }).ToListAsync(ct))
            .ToLookup(m => m.AccountId.Value, m => m.OrganisationId);
        return grants.SelectMany(g => works.Contains(g.SubjectId) ? works[g.SubjectId].Select(o => (g.RootId, o)) : [(g.RootId, new Id<Organisation>(g.SubjectId))]);
    }

    private static IEnumerable<(Id<Organisation>, Id<Organisation>)> Pairs<TKey>(IEnumerable<IGrouping<TKey, Id<Organisation>>> together) =>
        together.Select(g => g.Distinct().ToList()).SelectMany(g => g.Skip(1).Select(other => (g[0], other)));

    private static IQueryable<T> Past<T>(IQueryable<T> records) where T : class => records.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking();

    private static void RequireNobody(AppDb db)
    {
        if (db.Scope.Account != default || db.Scope == AccessScope.Nothing) throw new InvalidOperationException("The records of all holders are read by the nightly run alone.");
    }
}
