using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Cases;

/// <summary>What an offer says. The receiver reads it before accepting, and nothing else of the case.</summary>
public sealed record HandoverInput
{
    public Id<Organisation>? To { get; init; }
    public string? Reason { get; init; }
    public string? Points { get; init; }
    public DateOnly? IntroductionOn { get; init; }
    public bool PersonTold { get; init; }

    /// <summary>The legal basis on which the receiver reads the points, and later the record (rules §5).</summary>
    public string? LegalBasis { get; init; }
}

/// <summary>引継ぎを申し出る.</summary>
public sealed class OfferHandover(AppDb db, Work work, CaseCodes codes, CurrentWard ward)
{
    public async Task<Outcome<Id<Handover>>> RunAsync(Id<Case> caseId, HandoverInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Case, caseId);
        var may = await work.MayAsync(Permission.OfferHandover, root, ct);
        if (!may.IsDone)
            return Outcome<Id<Handover>>.Carry(may);
        var offered = await OfferAsync(caseId, input, ct);
        var outcome = await work.FinishAsync(offered, Permission.OfferHandover, root, ct, input.LegalBasis, input.Reason);
        return outcome.IsDone ? offered.Value.Id : Outcome<Id<Handover>>.Carry(outcome);
    }

    // The own organisation is refused in words of its own.
    private bool MayReceive(Id<Organisation> to) => to == work.Actor.Organisation || ward.Profile.ReceiversAsOf(work.Today).Any(o => ward.IdOf(o) == to);

    private IEnumerable<Refusal> AgainstReceiver(HandoverInput input)
    {
        if (input.To is not { } to) yield return new(RefusalCode.Required, nameof(input.To));
        else if (!MayReceive(to)) yield return new(RefusalCode.UnknownCode, nameof(input.To));
    }

    private IEnumerable<Refusal> AgainstBasis(HandoverInput input)
    {
        if (!codes.MayRestOn(input.LegalBasis)) yield return new(RefusalCode.LegalBasisNeeded, nameof(input.LegalBasis));
    }

    private async Task<Outcome<Handover>> OfferAsync(Id<Case> caseId, HandoverInput input, CancellationToken ct)
    {
        if (!await db.TakesNewWorkAsync(caseId, ct))
            return new Refusal(RefusalCode.CaseIsClosed);
        if (await db.Cases.SingleOrDefaultAsync(c => c.Id == caseId, ct) is not { } @case)
            return new Refusal(RefusalCode.NotFound);
        var anotherOpen = await db.Handovers.AnyAsync(h => h.CaseId == caseId && h.State == HandoverState.Offered, ct);
        var offered = Handover.Offer(
            work.NewId<Handover>(), @case, new(input.To ?? default, input.Reason ?? "", input.Points ?? "", input.IntroductionOn, input.PersonTold),
            anotherOpen, codes.HandoverReasons.Codes, work.Stamp);
        // What stands against the act itself leaves nothing to fill in.
        if (offered.Refusals.Any(r => r.Field is null))
            return offered;
        List<Refusal> found = [.. AgainstReceiver(input), .. offered.Refusals, .. AgainstBasis(input)];
        if (found.Count > 0)
            return Outcome<Handover>.Carry(Outcome.Refused(found));
        db.Handovers.Add(offered.Value);
        var source = offered.Value.Id.Value;
        work.GrantTo(work.Actor.Organisation, offered.Value.Root, AccessLevel.Manage, GrantBasis.Handover).By(source, null);
        work.GrantTo(offered.Value.ToOrganisationId, offered.Value.Root, AccessLevel.Contribute, GrantBasis.Handover).By(source, input.LegalBasis);
        return offered;
    }
}
