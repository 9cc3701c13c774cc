using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>What a proposal needs.</summary>
public sealed record NewProposal
{
    /// <summary>The proposer's case; left out for a worry that is not a case yet.</summary>
    public Id<Case>? Case { get; init; }
    public string? Title { get; init; }
    public ProposalGround? Ground { get; init; }
    public string? GroundReason { get; init; }
    public string? Text { get; init; }

    /// <summary>The section head of the ward it is proposed to, by name.</summary>
    public Id<Account>? Chair { get; init; }
}

/// <summary>座長の選び直し.</summary>
public sealed record ChairChoice
{
    public Id<Account>? Chair { get; init; }
}

/// <summary>提案の取下げ.</summary>
public sealed record ProposalWithdrawal
{
    public string? Reason { get; init; }
}

/// <summary>自分の提案を動かす: another chair when who was named declined, and taking it back.</summary>
public sealed class KeepProposal(AppDb db, Work work, MatterDesk desk)
{
    public Task<Outcome> ChooseChairAsync(Id<Matter> id, ChairChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ProposeSupportConference, async matter =>
            matter.ChooseChair(new(input.Chair ?? default, await db.IsSectionHeadAsync(input.Chair, work.Today, ct)), work.Stamp), ct);

    public Task<Outcome> WithdrawAsync(Id<Matter> id, ProposalWithdrawal input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ProposeSupportConference,
            matter => matter.Withdraw(work.NewId<ProposalNotice>(), input.Reason ?? "", work.Stamp), ct);
}

/// <summary>支援会議を提案する: any agency, to a named section head of the ward.</summary>
public sealed class ProposeMatter(AppDb db, Work work, MatterGrants grants)
{
    public async Task<Outcome<Id<Matter>>> RunAsync(NewProposal input, CancellationToken ct)
    {
        if (input.Case is { } known)
        {
            var may = await work.MayAsync(Permission.SeeCase, RootRef.Of(RootKind.Case, known), ct);
            if (!may.IsDone) return Outcome<Id<Matter>>.Carry(may);
        }
        var id = work.NewId<Matter>();
        // Whoever could not choose another chair afterwards does not propose.
        if (!AccessPolicy.RoleAllows(work.Actor, Permission.ProposeSupportConference)) return new Refusal(RefusalCode.NotAllowed);
        var outcome = Matter.Propose(id,
            new(input.Case, input.Title ?? "", input.Ground ?? ProposalGround.ConsentNotYet, input.GroundReason ?? "", input.Text ?? ""),
            new(input.Chair ?? default, await db.IsSectionHeadAsync(input.Chair, work.Today, ct)), work.Stamp);
        var refusals = outcome.Refusals.ToList();
        if (input.Ground is null || !Enum.IsDefined(input.Ground.Value)) refusals.Add(new(RefusalCode.Required, nameof(input.Ground)));
        if (refusals.Count == 0)
        {
            db.Matters.Add(outcome.Value);
            grants.Open(outcome.Value);
        }
        var finished = await work.FinishAsync(Outcome.From(refusals), Permission.ProposeSupportConference, RootRef.Of(RootKind.Matter, id), ct);
        return finished.IsDone ? id : Outcome<Id<Matter>>.Carry(finished);
    }
}

/// <summary>Who may be asked to chair.</summary>
public static class SectionHeads
{
    /// <summary>True when the account holds the chair's role today.</summary>
    public static Task<bool> IsSectionHeadAsync(this AppDb db, Id<Account>? account, DateOnly today, CancellationToken ct) =>
        db.Memberships.AnyAsync(m => m.AccountId == account && m.Role == Role.ConferenceChair && m.From <= today && (m.Until == null || today <= m.Until), ct);

    /// <summary>All of them, with the section they head.</summary>
    public static async Task<IReadOnlyList<(Id<Account> Account, string Name)>> SectionHeadsAsync(this AppDb db, DateOnly today, CancellationToken ct) =>
        [.. (await (from m in db.Memberships.AsNoTracking()
                    where m.Role == Role.ConferenceChair && m.From <= today && (m.Until == null || today <= m.Until)
                    join a in db.Accounts on m.AccountId equals a.Id
                    join o in db.Organisations on m.OrganisationId equals o.Id
                    where a.IsActive
                    orderby o.Code, a.Name
                    select new { a.Id, a.Name, Organisation = o.Name }).ToListAsync(ct))
            .Select(h => (h.Id, $"{h.Organisation}　{h.Name}"))];
}
