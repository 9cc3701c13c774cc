using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>What sharing rests on in this ward.</summary>
/// <param name="Plan">What consent a plan needs.</param>
/// <param name="Conference">What consent a conference needs.</param>
/// <param name="FieldsOf">Which field classes of access a consented field class opens.</param>
/// <param name="LegalBasis">The profile code of "consent" as a legal basis.</param>
public sealed record SharingRules(
    ConsentNeed Plan, ConsentNeed Conference, Func<string, FieldClasses> FieldsOf, string LegalBasis);

/// <summary>
/// 同意にもとづく共有: while the consents of a plan's subjects cover an agency, it reads the plan, or the conference it comes
/// to; what they no longer cover ends in the same transaction. Expiry needs no act: it is the end of the grant.
/// </summary>
/// <remarks>
/// Run only by those who see the case: whoever sees fewer consents than there are would end what still holds. And in the case's turn, taken before
/// its consents, plans or conferences are read (ADR 0042): two at once would each give or end what the other's act does not let them.
/// </remarks>
public sealed class ConsentSharing(AppDb db, Work work)
{
    private sealed record Share(RootRef Root, Guid Subject, bool IsAccount, AccessLevel Level, GrantBasis Basis, FieldClasses Fields, DateTimeOffset Until, Guid Source);

    /// <summary>Brings the grants that consents give on a case's plans and conferences in line with the consents as they are now.</summary>
    /// <returns>Not found when the case has gone to others meanwhile: nothing may then be brought in line by this actor.</returns>
    public async Task<Outcome> RefreshAsync(Id<Case> caseId, SharingRules rules, CancellationToken ct)
    {
        if (await db.Cases.Where(c => c.Id == caseId).Select(c => c.OrganisationId).ToListAsync(ct) is not [var owner]) return Outcome.Refused(RefusalCode.NotFound);
        await AlignAsync(
            owner, await db.Consents.Where(c => c.CaseId == caseId).ToListAsync(ct), await db.Plans.Where(p => p.CaseId == caseId).ToListAsync(ct),
            await db.PlanConferences.Where(c => c.CaseId == caseId).ToListAsync(ct), rules, ct);
        return Outcome.Done;
    }

    /// <summary>
    /// After a case went to others: its former organisation reads on what the consents open to it, as 主担当 or with another role;
    /// its new one needs none. Past the access filter: the one who takes over does not see the records before this is saved.
    /// </summary>
    /// <param name="case">The case, held, and already the receiver's.</param>
    /// <param name="rules">What sharing rests on.</param>
    /// <param name="ct">Gives up.</param>
    public async Task FollowHandoverAsync(Case @case, SharingRules rules, CancellationToken ct) => await AlignAsync(
        @case.OrganisationId,
        await db.Consents.IgnoreQueryFilters([AccessFilter.Name]).Where(c => c.CaseId == @case.Id).ToListAsync(ct),
        await db.Plans.IgnoreQueryFilters([AccessFilter.Name]).Where(p => p.CaseId == @case.Id).ToListAsync(ct),
        await db.PlanConferences.IgnoreQueryFilters([AccessFilter.Name]).Where(c => c.CaseId == @case.Id).ToListAsync(ct), rules, ct);

    private async Task AlignAsync(
        Id<Organisation> owner, List<Consent> consents, List<Plan> plans, List<PlanConference> conferences, SharingRules rules, CancellationToken ct)
    {
        List<Share> wanted =
        [
            .. plans.SelectMany(p => SharesOf(p, consents, rules)),
            .. conferences.SelectMany(c => SharesOf(c, consents, rules)),
        ];
        wanted.RemoveAll(s => s.Subject == owner.Value);
        Guid[] roots = [.. plans.Select(p => p.Id.Value), .. conferences.Select(c => c.Id.Value)];
        var present = await db.Grants
            .Where(g => roots.Contains(g.RootId) && (g.Basis == GrantBasis.Consent || g.Basis == GrantBasis.PlanConference) && g.Until > work.Now)
            .ToListAsync(ct);
        foreach (var grant in present.Where(g => !wanted.Exists(s => IsSame(s, g))))
            grant.EndAt(work.Now);
        foreach (var share in wanted.Where(s => !present.Exists(g => IsSame(s, g))))
            Give(share, rules);
        await EndDecidersAsync(plans, consents, rules, ct);
    }

    // What the ward's office decides on for a body of its own business, it reads on the subjects' consent, and no longer (docs/adr/0046).
    private async Task EndDecidersAsync(List<Plan> plans, List<Consent> consents, SharingRules rules, CancellationToken ct)
    {
        var ended = plans.Where(p => ConsentCoverage.AgreedUntil(rules.Plan.Purpose, (p.InPreparation ?? p.Current).Content.Subjects, consents, work.Now) is null).Select(p => p.Id.Value).ToList();
        if (ended.Count == 0) return;
        var sources = await db.Grants
            .Where(g => ended.Contains(g.RootId) && g.Basis == GrantBasis.Decision && g.LegalBasis == rules.LegalBasis && g.Until > work.Now)
            .Select(g => g.SourceId).ToListAsync(ct);
        foreach (var source in sources.OfType<Guid>()) await work.EndGrantsAsync(source, ct);
    }

    private IEnumerable<Share> SharesOf(Plan plan, List<Consent> consents, SharingRules rules)
    {
        var version = plan.Current;
        if (version.State is PlanVersionState.Draft or PlanVersionState.Dropped or PlanVersionState.Superseded or PlanVersionState.Closed)
            yield break;
        foreach (var role in version.Content.Roles.Where(r => r.Organisation is not null))
            if (Covering(version.Content.Subjects, role.Category, rules.Plan, consents, rules) is { } cover)
                yield return new(plan.Root, role.Organisation!.Value.Value, false,
                    role.Organisation == version.MainAgencyId ? AccessLevel.Contribute : AccessLevel.Read,
                    GrantBasis.Consent, cover.Fields, cover.Until, cover.Source);
    }

    private IEnumerable<Share> SharesOf(PlanConference conference, List<Consent> consents, SharingRules rules)
    {
        if (conference.State is PlanConferenceState.Planned or PlanConferenceState.Cancelled)
            yield break;
        foreach (var attendee in conference.Attendees.Where(a => a.Attended != false && a.Invitation is { IsAgency: true }))
        {
            var (invitation, need) = (attendee.Invitation, rules.Conference);
            if ((invitation.Account?.Value ?? invitation.Organisation?.Value) is { } subject
                && Covering(conference.SubjectIds, invitation.Category!, need, consents, rules) is { } cover)
                yield return new(conference.Root, subject, invitation.Account is not null, AccessLevel.Read,
                    GrantBasis.PlanConference, cover.Fields, cover.Until, cover.Source);
        }
    }

    // Every subject must cover the agency; it lasts as long as the consent that ends first.
    private (FieldClasses Fields, DateTimeOffset Until, Guid Source)? Covering(
        IReadOnlyList<Id<Person>> subjects, string category, ConsentNeed need, List<Consent> consents, SharingRules rules)
    {
        if (ConsentCoverage.Gaps(need, subjects, [category], consents, work.Now).Count > 0)
            return null;
        var used = consents.Where(c => subjects.Contains(c.SubjectId) && c.IsActiveAt(work.Now)
            && c.Scope.Purposes.Contains(need.Purpose) && c.Scope.RecipientCategories.Contains(category)).ToList();
        var until = subjects.Min(s => used.Where(c => c.SubjectId == s).Max(c => c.Scope.Until));
        var fields = subjects
            .Select(s => used.Where(c => c.SubjectId == s).SelectMany(c => c.Scope.FieldClasses).Aggregate(FieldClasses.Existence, (f, code) => f | rules.FieldsOf(code)))
            .Aggregate((a, b) => a & b);
        return (fields, JapanTime.StartOf(until.AddDays(1)), used.MinBy(c => c.Scope.Until)!.Id.Value);
    }

    private static bool IsSame(Share share, Grant grant) =>
        grant.RootId == share.Root.Id && grant.SubjectId == share.Subject && grant.Level == share.Level && grant.Basis == share.Basis
        && grant.Fields == (share.Fields & FieldClasses.Ordinary) && grant.Until == share.Until && grant.SourceId == share.Source;

    private void Give(Share share, SharingRules rules)
    {
        var grant = share.IsAccount
            ? work.GrantTo(new Id<Account>(share.Subject), share.Root, share.Level, share.Basis)
            : work.GrantTo(new Id<Organisation>(share.Subject), share.Root, share.Level, share.Basis);
        grant.By(share.Source, rules.LegalBasis).Only(share.Fields).EndAt(share.Until);
    }
}
