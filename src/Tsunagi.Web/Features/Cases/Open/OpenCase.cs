using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>前のケースを引き継ぐ新しいケースを開く: closed is final, so the household that comes back gets a new case, linked to the old one.</summary>
public sealed class ContinueCase(AppDb db, Work work, ChangeCase change)
{
    public async Task<Outcome<Id<Case>>> RunAsync(Id<Case> previousId, CancellationToken ct)
    {
        var previousRoot = RootRef.Of(RootKind.Case, previousId);
        var may = await work.MayAsync(Permission.OpenCase, previousRoot, ct);
        if (!may.IsDone)
            return Outcome<Id<Case>>.Carry(may);
        var opened = await change.LoadAsync(previousId, ct) is { } previous ? await OpenAsync(previous, ct) : new Refusal(RefusalCode.NotFound);
        var outcome = await work.FinishAsync(opened, Permission.OpenCase, opened.IsDone ? opened.Value.Root : previousRoot, ct);
        return outcome.IsDone ? opened.Value.Id : Outcome<Id<Case>>.Carry(outcome);
    }

    private async Task<Outcome<Case>> OpenAsync(Case previous, CancellationToken ct)
    {
        if (previous.State != CaseState.Closed)
            return new Refusal(RefusalCode.WrongState);
        if (previous.OrganisationId != work.Actor.Organisation)
            return new Refusal(RefusalCode.NotAllowed);
        var next = Case.Open(work.NewId<Case>(), await db.NextCaseNumberAsync(work.Today, ct), default, work.Stamp);
        foreach (var person in previous.CurrentPersons.OrderByDescending(p => p.IsReference))
            next.Include(person.PersonId, person.Role, work.Stamp);
        next.LinkTo(previous.Id, CaseLinkKind.Previous, work.Stamp);
        db.Cases.Add(next);
        work.GrantTo(work.Actor.Organisation, next.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return next;
    }
}
