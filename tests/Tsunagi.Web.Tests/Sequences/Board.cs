using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

internal sealed record OnCase(Id<Case> Id, CaseState State, Id<Organisation> Organisation, Id<Person>? Subject, int Team, int Assignments);
internal sealed record OnHandoff(Id<Handoff> Id, HandoffKind Kind, HandoffState State, Id<Organisation> Sender, Id<Organisation>? Receiver, int Questions);
internal sealed record OnHandover(Id<Handover> Id, Id<Organisation> From, Id<Organisation> To);
internal sealed record OnConsent(Id<Consent> Id, Id<Organisation> Organisation, ConsentState State, Id<Person> Subject);
internal sealed record OnConference(Id<PlanConference> Id, Id<Organisation> Organisation, PlanConferenceState State, PlanConferencePurpose Purpose);
internal sealed record OnLead(Id<Lead> Id, Id<Organisation> Organisation, LeadState State);
internal sealed record OnMemo(Id<PhoneMemo> Id, Id<Organisation> Organisation);
internal sealed record OnReport(Id<UrgentReport> Id, Id<Organisation> Organisation, Id<Organisation>? Team);
internal sealed record OnPlan(Id<Plan> Id, Id<Organisation> Organisation, int Version, PlanVersionState State, PlanGate? Gate, Id<Person> Subject);
internal sealed record OnDecision(Id<Decision> Id, Id<Organisation> Organisation, Id<Organisation> Author, DecisionState State);

/// <summary>
/// What lies open just now: the small pool of records that all players reach for. It is always a little old, as a screen is,
/// so that players truly race; and it is small, so that they meet.
/// </summary>
internal sealed record Board(
    IReadOnlyList<OnCase> Cases, IReadOnlyList<OnHandoff> Handoffs, IReadOnlyList<OnHandover> Handovers, IReadOnlyList<Id<CaseTask>> Tasks,
    IReadOnlyList<Id<Consultation>> Consultations, IReadOnlyList<OnConsent> Consents, IReadOnlyList<OnPlan> Plans, IReadOnlyList<OnDecision> Decisions,
    IReadOnlyList<OnConference> Conferences, IReadOnlyList<OnLead> Leads, IReadOnlyList<OnMemo> Memos, IReadOnlyList<OnReport> Reports, GuardedBoard Guarded)
{
    private const int Size = 10;

    public static Board Empty { get; } = new([], [], [], [], [], [], [], [], [], [], [], [], GuardedBoard.Empty);

    /// <summary>Reads the newest of each kind, unfinished ones first; and a closed case or two, for those that come back.</summary>
    public static async Task<Board> ReadAsync(TestApp app)
    {
        await using var db = app.Database.OpenAsOwner();
        var all = db.Cases.IgnoreQueryFilters().AsNoTracking().AsSplitQuery().Include(c => c.Persons).Include(c => c.Team).Include(c => c.Assignments);
        List<Case> cases =
        [
            .. await all.Where(c => c.State != CaseState.Closed).OrderByDescending(c => c.Id).Take(Size).ToListAsync(),
            .. await all.Where(c => c.State == CaseState.Closed).OrderByDescending(c => c.ClosedAt).Take(2).ToListAsync(),
        ];
        var handoffs = await db.Handoffs.IgnoreQueryFilters().AsNoTracking().OrderBy(h => h.ReceiverCaseId != null || h.State == HandoffState.Withdrawn || h.State == HandoffState.Redirected)
            .ThenByDescending(h => h.Id).Take(Size).Select(h => new OnHandoff(h.Id, h.Kind, h.State, h.SenderId, h.ReceiverId, h.Questions.Count)).ToListAsync();
        var handovers = await db.Handovers.IgnoreQueryFilters().AsNoTracking().OrderBy(h => h.State != HandoverState.Offered).ThenByDescending(h => h.Id).Take(Size)
            .Select(h => new OnHandover(h.Id, h.FromOrganisationId, h.ToOrganisationId)).ToListAsync();
        // What is under way is not buried under newer drafts.
        var newest = db.Plans.IgnoreQueryFilters().AsNoTracking().Include(p => p.Versions).OrderByDescending(p => p.Id);
        List<Plan> plans =
        [
            .. await newest.Where(p => p.Versions.Any(v => v.State == PlanVersionState.Submitted || v.State == PlanVersionState.Appropriate || v.State == PlanVersionState.Decided)).Take(3).ToListAsync(),
            .. await newest.Where(p => p.Versions.Any(v => v.State == PlanVersionState.Active || v.State == PlanVersionState.Evaluating || v.State == PlanVersionState.FollowUp)).Take(2).ToListAsync(),
            .. await newest.Take(Size / 2).ToListAsync(),
        ];
        return new(
            [.. cases.Select(c => new OnCase(c.Id, c.State, c.OrganisationId, c.CurrentPersons.FirstOrDefault()?.PersonId, c.Team.Count, c.Assignments.Count))],
            handoffs, handovers,
            await db.CaseTasks.IgnoreQueryFilters().Where(t => t.State == CaseTaskState.Open).OrderByDescending(t => t.Id).Take(Size).Select(t => t.Id).ToListAsync(),
            await db.Consultations.IgnoreQueryFilters().OrderByDescending(c => c.Id).Take(4).Select(c => c.Id).ToListAsync(),
            await db.Consents.IgnoreQueryFilters().OrderByDescending(c => c.Id).Take(Size).Select(c => new OnConsent(c.Id, c.OrganisationId, c.State, c.SubjectId)).ToListAsync(),
            [.. plans.Select(p => new OnPlan(p.Id, p.OrganisationId, p.Current.Number, p.Current.State, p.Current.NextGate, p.Current.Content.Subjects[0]))],
            await db.Decisions.IgnoreQueryFilters().OrderBy(d => d.State == DecisionState.Decided || d.State == DecisionState.Withdrawn || d.State == DecisionState.Lapsed)
                .ThenByDescending(d => d.Id).Take(Size / 2)
                .Select(d => new OnDecision(d.Id, d.OrganisationId, d.AuthorOrganisationId, d.State)).ToListAsync(),
            await db.PlanConferences.IgnoreQueryFilters().OrderBy(c => c.State == PlanConferenceState.Cancelled || c.State == PlanConferenceState.MinutesFixed)
                .ThenBy(c => c.State == PlanConferenceState.Planned || c.State == PlanConferenceState.ConsentChecked).ThenByDescending(c => c.Id).Take(Size)
                .Select(c => new OnConference(c.Id, c.OrganisationId, c.State, c.Purpose)).ToListAsync(),
            await db.Leads.IgnoreQueryFilters().OrderBy(l => l.CaseId != null || l.BecameConsultationId != null).ThenByDescending(l => l.Id).Take(Size / 2)
                .Select(l => new OnLead(l.Id, l.OrganisationId, l.State)).ToListAsync(),
            await db.PhoneMemos.IgnoreQueryFilters().OrderBy(m => m.ConsultationId != null).ThenByDescending(m => m.Id).Take(Size / 2)
                .Select(m => new OnMemo(m.Id, m.OrganisationId)).ToListAsync(),
            await db.UrgentReports.IgnoreQueryFilters().OrderBy(r => r.State == UrgentReportState.Ended).ThenByDescending(r => r.Id).Take(Size / 2)
                .Select(r => new OnReport(r.Id, r.OrganisationId, r.TeamId)).ToListAsync(),
            await GuardedBoard.ReadAsync(db));
    }
}
