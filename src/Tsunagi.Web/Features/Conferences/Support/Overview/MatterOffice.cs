using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>座長の引受け: the confirmation of the duty, by the chair for themselves.</summary>
public sealed record ChairTaking
{
    /// <summary>守秘義務を確認した.</summary>
    public bool DutyConfirmed { get; init; }
}

/// <summary>座長の交代.</summary>
public sealed record ChairHandingOn
{
    public Id<Account>? Chair { get; init; }
}

/// <summary>座長の辞退.</summary>
public sealed record ChairDeclining
{
    public string? Reason { get; init; }
}

/// <summary>提案についての申出の確認.</summary>
public sealed record NoticeChoice
{
    public Id<ProposalNotice>? Notice { get; init; }
}

/// <summary>会議事務局.</summary>
public sealed record SecretaryChoice
{
    public Id<MatterParticipant>? Participant { get; init; }
}

/// <summary>結果.</summary>
public sealed record Settlement
{
    public MatterAction? Action { get; init; }
    public string? Reason { get; init; }

    /// <summary>For the plan conference: the chair has the person's active consent before them.</summary>
    public bool ConsentConfirmed { get; init; }

    /// <summary>Who consented.</summary>
    public string? ConsentedBy { get; init; }

    /// <summary>When.</summary>
    public DateOnly? ConsentedOn { get; init; }
}

/// <summary>座長・会議事務局・結果: who leads a matter, and what became of it.</summary>
public sealed class MatterOffice(AppDb db, Work work, CurrentWard ward, PlanWard plans, MatterDesk desk)
{
    public Task<Outcome> TakeChairAsync(Id<Matter> id, ChairTaking input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.TakeSupportConferenceChair, async matter =>
        {
            if (!input.DutyConfirmed) return Outcome.Refused(RefusalCode.Required, nameof(input.DutyConfirmed));
            var name = await db.Accounts.AsNoTracking().Where(a => a.Id == work.Actor.Account).Select(a => a.Name).SingleAsync(ct);
            return matter.TakeChair(work.NewId<MatterParticipant>(), work.NewId<DutyExplanation>(),
                new(ParticipantKind.WardStaff, work.Actor.Account, work.Actor.Organisation, name, ward.NameOf(work.Actor.Organisation)),
                DutyTexts.Given(ward, work.Today, ExplanationManner.Pledge), work.Stamp);
        }, ct);

    public Task<Outcome> DeclineChairAsync(Id<Matter> id, ChairDeclining input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.TakeSupportConferenceChair,
            matter => matter.DeclineChair(work.NewId<ProposalNotice>(), input.Reason ?? "", work.Stamp), ct);

    public Task<Outcome> SeeNoticeAsync(Id<Matter> id, NoticeChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.TakeSupportConferenceChair, matter => matter.SeeNotice(input.Notice ?? default, work.Stamp), ct);

    public Task<Outcome> HandOnAsync(Id<Matter> id, ChairHandingOn input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, async matter =>
            matter.HandOnChair(new(input.Chair ?? default, await db.IsSectionHeadAsync(input.Chair, work.Today, ct)), work.Stamp), ct);

    public Task<Outcome> AppointSecretaryAsync(Id<Matter> id, SecretaryChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ChairSupportConference, async matter =>
        {
            var able = await db.WhoMayRunConferencesAsync(matter.Participants.Where(p => p.Id == input.Participant), work.Today, ct);
            return matter.AppointSecretary(new(input.Participant ?? default, able.Count > 0), work.Stamp);
        }, ct);

    public Task<Outcome> SettleAsync(Id<Matter> id, Settlement input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ChairSupportConference, async matter =>
        {
            if (input.Action is not { } action || !Enum.IsDefined(action)) return Outcome.Refused(RefusalCode.Required, nameof(input.Action));
            var consent = input.ConsentConfirmed && !string.IsNullOrWhiteSpace(input.ConsentedBy) && input.ConsentedOn <= work.Today && await IsRecordedAsync(matter, ct);
            var reason = action == MatterAction.MoveToPlanConference && consent && !string.IsNullOrWhiteSpace(input.Reason)
                ? $"{input.Reason.Trim()}（同意：{input.ConsentedBy!.Trim()}、{DateWords.Of(input.ConsentedOn!.Value)}）"
                : input.Reason ?? "";
            return matter.Settle(work.NewId<MatterOutcome>(), action, reason, consent, work.Stamp);
        }, ct);

    // A worry that is no case yet has no consents on record: there the chair's word stands alone.
    private async Task<bool> IsRecordedAsync(Matter matter, CancellationToken ct) =>
        matter.Paper?.CaseId is not { } @case || await db.HasConsentAsync(@case, plans.Conferences.ConsentPurpose, work.Now, ct);
}

/// <summary>The duty text in force, as an explanation is recorded against it.</summary>
static class DutyTexts
{
    public static ExplanationGiven Given(CurrentWard ward, DateOnly on, ExplanationManner manner)
    {
        var text = ward.Profile.TextAsOf(ProfileTexts.PledgeExplanation, on);
        return new($"{text.Code} {text.ValidFrom:yyyy-MM-dd}", on, manner);
    }
}
