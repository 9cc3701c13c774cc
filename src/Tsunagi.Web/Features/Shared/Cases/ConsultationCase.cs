using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;

namespace Tsunagi.Web.Features.Shared;

/// <summary>
/// 相談から支援ケースを開く: the desk's own case, with everybody the consultation is about. A third person who only called in
/// is not brought into it: they reported, they are not being supported.
/// </summary>
public sealed class ConsultationCase(AppDb db, Work work)
{
    /// <summary>Opens the case; the consultation must have been loaded with its persons.</summary>
    public async Task<Case> OpenAsync(Consultation consultation, CancellationToken ct)
    {
        var number = await db.NextCaseNumberAsync(work.Today, ct);
        var opened = Case.Open(work.NewId<Case>(), number, new CaseOrigin(Consultation: consultation.Id), work.Stamp);
        foreach (var concerned in consultation.Persons.Where(p => p.TakenBackAt is null).OrderBy(p => p.As))
            if (RoleOf(concerned.As) is { } role) opened.Include(concerned.PersonId, role, work.Stamp);
        db.Cases.Add(opened);
        work.GrantTo(work.Actor.Organisation, opened.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return opened;
    }

    private static CasePersonRole? RoleOf(ConcernedAs concerned) => concerned switch
    {
        ConcernedAs.Subject => CasePersonRole.Subject,
        ConcernedAs.HouseholdMember => CasePersonRole.HouseholdMember,
        ConcernedAs.Other => CasePersonRole.Related,
        ConcernedAs.Visitor => null,
    };
}
