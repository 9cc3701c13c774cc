using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// 他の組織から届いたもの: the つなぎ or the 通告 that a record grew out of. A person written down on the strength of it is bound to it:
/// whoever is shut out of what was told is shut out of the person who was told of.
/// </summary>
public static class CameFromElsewhere
{
    /// <summary>What a case grew out of; null where the desk was told itself.</summary>
    public static async Task<Guid?> OriginOfAsync(this AppDb db, Id<Case> id, CancellationToken ct)
    {
        var origin = await db.Cases.Where(c => c.Id == id).Select(c => new { c.HandoffId, c.ConsultationId }).SingleOrDefaultAsync(ct);
        return origin?.HandoffId?.Value ?? (origin?.ConsultationId is { } told ? await db.OriginOfAsync(told, ct) : null);
    }

    /// <summary>What a consultation grew out of; null where the desk was told itself.</summary>
    public static async Task<Guid?> OriginOfAsync(this AppDb db, Id<Consultation> id, CancellationToken ct) =>
        (await db.UrgentReports.Where(r => r.ConsultationId == id).Select(r => new { r.Id }).FirstOrDefaultAsync(ct))?.Id.Value;
}
