using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>(a) 依頼票の案.</summary>
public sealed record NewWorkOrder
{
    public Id<MatterItem>? Item { get; init; }
    public Id<Organisation>? Receiver { get; init; }
    public string? Task { get; init; }
    public DateOnly? Deadline { get; init; }
    public string? SafetyFacts { get; init; }
    public string? Contact { get; init; }
    public string? Basis { get; init; }
    public string? Reason { get; init; }
}

/// <summary>One way out.</summary>
public sealed record WayOutChoice
{
    public Id<WayOut>? WayOut { get; init; }
}

/// <summary>(b) 同意された文.</summary>
public sealed record NewConsentedText
{
    public Id<MatterItem>? Item { get; init; }
    public string? ConsentedBy { get; init; }
    public string? ExactText { get; init; }
    public string? Recipient { get; init; }
    public DateOnly? On { get; init; }
    public string? Basis { get; init; }
    public string? Reason { get; init; }
}

/// <summary>(c) 法令による通報・回答, and (d) 差し迫った危険.</summary>
public sealed record NewReport
{
    public Id<MatterItem>? Item { get; init; }
    public string? Recipient { get; init; }
    public string? Told { get; init; }
    public string? Basis { get; init; }
    public string? Reason { get; init; }
}

/// <summary>(e) 匿名の資源不足.</summary>
public sealed record NewGap
{
    public Id<MatterItem>? Item { get; init; }
    public string? Text { get; init; }
    public string? Basis { get; init; }
    public string? Reason { get; init; }
}

/// <summary>会議外へ出す: the five ways, and no others.</summary>
public sealed class MatterWaysOut(AppDb db, Work work, CurrentWard ward, MatterDesk desk)
{
    public Task<Outcome<Id<WayOut>>> DraftAsync(Id<Matter> id, NewWorkOrder input, CancellationToken ct) =>
        desk.MakeAsync<WayOut>(id, Permission.RunSupportConference, (matter, made) =>
        {
            List<Refusal> refusals = [];
            if (input.Receiver is not { } receiver || ward.Find(receiver) is null) refusals.Add(new(RefusalCode.Required, nameof(input.Receiver)));
            if (input.Deadline is null) refusals.Add(new(RefusalCode.Required, nameof(input.Deadline)));
            var outcome = matter.DraftWorkOrder(made, input.Item ?? default,
                new(input.Receiver ?? default, input.Task ?? "", input.Deadline ?? work.Today, input.SafetyFacts ?? "", input.Contact ?? ""),
                new(input.Basis ?? "", input.Reason ?? ""), OtherAgencies(matter, input.Receiver), work.Stamp);
            return Outcome.From([.. refusals, .. outcome.Refusals]);
        }, ct);

    /// <summary>The chair approves; the order leaves and is the receiving agency's own from now on.</summary>
    public Task<Outcome<Id<WorkOrder>>> ApproveAsync(Id<Matter> id, WayOutChoice input, CancellationToken ct) =>
        desk.MakeAsync<WorkOrder>(id, Permission.ChairSupportConference, (matter, made) =>
        {
            var outcome = matter.ApproveWorkOrder(input.WayOut ?? default, made, work.Stamp);
            if (!outcome.IsDone) return outcome;
            var order = outcome.Value;
            db.WorkOrders.Add(order);
            work.GrantTo(order.ReceiverId, order.Root, AccessLevel.Contribute, GrantBasis.WorkOrder);
            return Outcome.Done;
        }, ct);

    public Task<Outcome> StrikeAsync(Id<Matter> id, WayOutChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.StrikeWorkOrder(input.WayOut ?? default, work.Stamp), ct);

    public Task<Outcome<Id<WayOut>>> ByConsentAsync(Id<Matter> id, NewConsentedText input, CancellationToken ct) =>
        desk.MakeAsync<WayOut>(id, Permission.RunSupportConference, (matter, made) => input.On is not { } on
            ? Outcome.Refused(RefusalCode.Required, nameof(input.On))
            : matter.ReleaseByConsent(made, input.Item ?? default, new(input.ConsentedBy ?? "", input.ExactText ?? "", input.Recipient ?? "", on),
                new(input.Basis ?? "", input.Reason ?? ""), work.Stamp), ct);

    public Task<Outcome<Id<WayOut>>> ByLawAsync(Id<Matter> id, NewReport input, CancellationToken ct) =>
        desk.MakeAsync<WayOut>(id, Permission.AnswerSupportConference, (matter, made) => matter.ReportByLaw(made, input.Item ?? default,
            input.Recipient ?? "", input.Told ?? "", new(input.Basis ?? "", input.Reason ?? ""), work.Stamp), ct);

    public Task<Outcome<Id<WayOut>>> ByDangerAsync(Id<Matter> id, NewReport input, CancellationToken ct) =>
        desk.MakeAsync<WayOut>(id, Permission.AnswerSupportConference, (matter, made) => matter.ActOnDanger(made, input.Item ?? default,
            input.Recipient ?? "", input.Told ?? "", new(input.Basis ?? "", input.Reason ?? ""), work.Stamp), ct);

    public Task<Outcome> TellChairAsync(Id<Matter> id, WayOutChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.AnswerSupportConference, matter => matter.TellChair(input.WayOut ?? default, work.Stamp), ct);

    public Task<Outcome<Id<WayOut>>> AsGapAsync(Id<Matter> id, NewGap input, CancellationToken ct) =>
        desk.MakeAsync<WayOut>(id, Permission.RunSupportConference, async (matter, made) => matter.ReleaseGap(made, input.Item ?? default,
            input.Text ?? "", new(input.Basis ?? "", input.Reason ?? ""),
            matter.Paper?.CaseId is { } about ? await db.NamesOfAsync(about, ct) : [], work.Stamp), ct);

    // An agency that sat in the meeting is a source; the receiver and the section that sends the order are not.
    private string[] OtherAgencies(Matter matter, Id<Organisation>? receiver) =>
    [
        .. matter.Participants.Select(p => p.OrganisationId).OfType<Id<Organisation>>().Distinct()
            .Where(o => o != receiver && o != work.Actor.Organisation)
            .SelectMany(o => ward.Find(o) is { } entry ? new[] { entry.Name, entry.ShortName } : []),
    ];
}
