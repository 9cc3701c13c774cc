using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

internal sealed record OnCase(Id<Case> Id, CaseState State, Id<Organisation> Organisation, Id<Person>? Subject, int Team, int Assignments);
internal sealed record OnHandoff(Id<Handoff> Id, HandoffKind Kind, HandoffState State, Id<Organisation> Sender, Id<Organisation>? Receiver, int Questions);
internal sealed record OnHandover(Id<Handover> Id, Id<Organisation> From, Id<Organisation> To);
internal sealed record OnConsent(Id<Consent> Id, Id<Organisation> Organisation, ConsentState State);
internal sealed record OnPlan(Id<Plan> Id, Id<Organisation> Organisation, int Version, PlanVersionState State, Id<Person> Subject);

/// <summary>
/// What lies open just now: the small pool of records that all players reach for. It is always a little old, as a screen is,
/// so that players truly race; and it is small, so that they meet.
/// </summary>
internal sealed record Board(
    IReadOnlyList<OnCase> Cases, IReadOnlyList<OnHandoff> Handoffs, IReadOnlyList<OnHandover> Handovers, IReadOnlyList<Id<CaseTask>> Tasks,
    IReadOnlyList<Id<Consultation>> Consultations, IReadOnlyList<OnConsent> Consents, IReadOnlyList<OnPlan> Plans, IReadOnlyList<(Id<Decision> Id, Id<Organisation> Organisation)> Decisions)
{
    private const int Size = 10;

    public static Board Empty { get; } = new([], [], [], [], [], [], [], []);

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
        var plans = await db.Plans.IgnoreQueryFilters().AsNoTracking().Include(p => p.Versions).OrderByDescending(p => p.Id).Take(Size).ToListAsync();
        return new(
            [.. cases.Select(c => new OnCase(c.Id, c.State, c.OrganisationId, c.CurrentPersons.FirstOrDefault()?.PersonId, c.Team.Count, c.Assignments.Count))],
            handoffs, handovers,
            await db.CaseTasks.IgnoreQueryFilters().Where(t => t.State == CaseTaskState.Open).OrderByDescending(t => t.Id).Take(Size).Select(t => t.Id).ToListAsync(),
            await db.Consultations.IgnoreQueryFilters().OrderByDescending(c => c.Id).Take(4).Select(c => c.Id).ToListAsync(),
            await db.Consents.IgnoreQueryFilters().OrderByDescending(c => c.Id).Take(Size).Select(c => new OnConsent(c.Id, c.OrganisationId, c.State)).ToListAsync(),
            [.. plans.Select(p => new OnPlan(p.Id, p.OrganisationId, p.Current.Number, p.Current.State, p.Current.Content.Subjects[0]))],
            [.. (await db.Decisions.IgnoreQueryFilters().Where(d => d.DecidedAt == null).OrderByDescending(d => d.Id).Take(Size).Select(d => new { d.Id, d.OrganisationId }).ToListAsync()).Select(d => (d.Id, d.OrganisationId))]);
    }
}
