using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.PlanConferences;

/// <summary>A conference to come.</summary>
public sealed record ConferenceInput
{
    public Id<Plan>? Plan { get; init; }
    public int PlanVersion { get; init; }
    public PlanConferencePurpose Purpose { get; init; }
    public string? On { get; init; }
    public string? Time { get; init; }
    public string? Place { get; init; }
}

/// <summary>Another day or place.</summary>
public sealed record ScheduleInput
{
    public string? On { get; init; }
    public string? Time { get; init; }
    public string? Place { get; init; }
}

/// <summary>Somebody to invite.</summary>
public sealed record InviteInput
{
    public string? Name { get; init; }
    public string? AgencyName { get; init; }
    public string? Category { get; init; }
    public Id<Organisation>? Organisation { get; init; }
    public Id<Account>? Account { get; init; }
    public Id<Person>? Person { get; init; }
}

/// <summary>Something brought to the table.</summary>
public sealed record ItemInput
{
    public string? Title { get; init; }
    public string? Text { get; init; }
    public string? FieldClass { get; init; }
    public Id<Person>? About { get; init; }
    public ConferenceItemOrigin Origin { get; init; }
    public int? BroughtBy { get; init; }
    public Id<Person>? ToldBy { get; init; }
}

/// <summary>重層的支援会議を準備する: convene, invite, gather what will be treated, check the consent.</summary>
public sealed class PreparePlanConference(AppDb db, Work work, PlanWard ward, CurrentWard organisations, ConsentSharing sharing)
{
    private readonly ConferenceChanges changes = new(db, work, ward, sharing);

    /// <summary>Whether a conference on a version of a plan may be called at all.</summary>
    public async Task<Outcome> MayAsync(Id<Plan> plan, int version, CancellationToken ct) => await PlanAsync(plan, version, ct);

    public async Task<Outcome<Id<PlanConference>>> RunAsync(ConferenceInput input, CancellationToken ct)
    {
        var about = await PlanAsync(input.Plan ?? default, input.PlanVersion, ct);
        if (!about.IsDone) return Outcome<Id<PlanConference>>.Carry(about);
        var (plan, version) = about.Value;
        var typed = new TypedInput();
        var (at, place) = (typed.Appointment(nameof(input.On), input.On, nameof(input.Time), input.Time), typed.Needed(nameof(input.Place), input.Place, 200));
        var planned = typed.Outcome.IsDone
            ? PlanConference.Plan(work.NewId<PlanConference>(), new(plan.Id, version.Number, plan.CaseId, version.Content.Subjects), input.Purpose, at, place, work.Stamp)
            : Outcome<PlanConference>.Carry(typed.Outcome);
        if (planned.IsDone) Add(planned.Value, version);
        var saved = await work.FinishAsync(planned, Permission.RunPlanConference, planned.IsDone ? planned.Value.Root : plan.Root, ct);
        return saved.IsDone ? planned.Value.Id : Outcome<Id<PlanConference>>.Carry(saved);
    }

    public Task<Outcome> RescheduleAsync(Id<PlanConference> id, ScheduleInput input, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        var (at, place) = (typed.Appointment(nameof(input.On), input.On, nameof(input.Time), input.Time), typed.Needed(nameof(input.Place), input.Place, 200));
        return Task.FromResult(typed.Outcome.IsDone ? BesideTheDay(conference.Reschedule(at, place, work.Stamp)) : typed.Outcome);
    }, ct);

    public Task<Outcome> InviteAsync(Id<PlanConference> id, InviteInput input, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        var name = typed.Needed(nameof(input.Name), input.Name, 100);
        var agency = typed.Text(nameof(input.AgencyName), input.AgencyName, 100) ?? (input.Organisation is { } o ? organisations.NameOf(o) : null);
        if (agency is not null && !ward.Knows(CodeLists.RecipientCategory, input.Category ?? ""))
            return Task.FromResult(Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Category)));
        return Task.FromResult(typed.Outcome.IsDone
            ? conference.Invite(new(name, agency, agency is null ? null : input.Category, input.Organisation, input.Account, input.Person))
            : typed.Outcome);
    }, ct);

    public Task<Outcome> UninviteAsync(Id<PlanConference> id, int number, CancellationToken ct) =>
        changes.RunAsync(id, (conference, _) => Task.FromResult(conference.Uninvite(number)), ct);

    public Task<Outcome> AddItemAsync(Id<PlanConference> id, ItemInput input, CancellationToken ct) => changes.RunAsync(id, (conference, consents) =>
    {
        var typed = new TypedInput();
        var content = new ConferenceItemContent(
            typed.Needed(nameof(input.Title), input.Title, 200), typed.Text(nameof(input.Text), input.Text) ?? "", input.FieldClass ?? "", input.About, input.Origin,
            input.Origin == ConferenceItemOrigin.AgencyRecord ? input.BroughtBy : null, input.Origin == ConferenceItemOrigin.ToldBySubject ? input.ToldBy : null);
        if (!ward.Consents.FieldClasses.Contains(content.FieldClass)) return Task.FromResult(Outcome.Refused(RefusalCode.UnknownCode, nameof(input.FieldClass)));
        return Task.FromResult(typed.Outcome.IsDone ? conference.AddItem(content, consents, ward.Conferences, work.Stamp) : typed.Outcome);
    }, ct);

    public Task<Outcome> CheckConsentAsync(Id<PlanConference> id, CancellationToken ct) =>
        changes.RunAsync(id, (conference, consents) => Task.FromResult(conference.CheckConsent(consents, ward.Conferences, work.Stamp)), ct);

    public Task<Outcome> CancelAsync(Id<PlanConference> id, string? reason, CancellationToken ct) => changes.RunAsync(id, (conference, _) =>
    {
        var typed = new TypedInput();
        var why = typed.Needed("Reason", reason);
        return Task.FromResult(typed.Outcome.IsDone ? conference.Cancel(why, work.Stamp) : typed.Outcome);
    }, ct);

    private static Outcome BesideTheDay(Outcome outcome) => outcome.IsDone ? outcome
        : Outcome.Refused([.. outcome.Refusals.Select(r => r.Field == nameof(PlanConference.ScheduledAt) ? r with { Field = nameof(ScheduleInput.On) } : r)]);

    private async Task<Outcome<(Plan Plan, PlanVersion Version)>> PlanAsync(Id<Plan> id, int number, CancellationToken ct)
    {
        if (await db.Plans.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is not { } plan || plan.Numbered(number) is not { } version)
            return new Refusal(RefusalCode.NotFound);
        var may = await work.MayAsync(db, Permission.RunPlanConference, plan.Root, plan.CaseId, ct);
        return may.IsDone ? (plan, version) : Outcome<(Plan, PlanVersion)>.Carry(may);
    }

    // Everybody with a role in the plan is invited to begin with; who comes is changed on the page.
    private void Add(PlanConference conference, PlanVersion version)
    {
        foreach (var role in version.Content.Roles)
            conference.Invite(new("担当者", role.AgencyName, role.Category, role.Organisation, null, null));
        db.PlanConferences.Add(conference);
    }
}

/// <summary>Loads a conference and the consents it rests on in its case's turn, asks for the right, lets a verb decide, saves, and lets sharing follow.</summary>
sealed class ConferenceChanges(AppDb db, Work work, PlanWard ward, ConsentSharing sharing)
{
    public async Task<Outcome> RunAsync(
        Id<PlanConference> id, Func<PlanConference, IReadOnlyCollection<Consent>, Task<Outcome>> change, CancellationToken ct)
    {
        await work.TakeTurnAsync(db.PlanConferences.Where(c => c.Id == id).Select(c => c.CaseId), ct);
        if (await db.PlanConferences.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } conference) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(db, Permission.RunPlanConference, conference.Root, conference.CaseId, ct);
        if (!may.IsDone) return may;
        var consents = await db.Consents.Where(c => c.CaseId == conference.CaseId).ToListAsync(ct);
        var outcome = await change(conference, consents);
        if (outcome.IsDone) outcome = await sharing.RefreshAsync(conference.CaseId, ward.Sharing, ct);
        return await work.FinishAsync(outcome, Permission.RunPlanConference, conference.Root, ct);
    }
}
