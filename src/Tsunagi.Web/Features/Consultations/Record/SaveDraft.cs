using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>自動保存: keeps the form as typed, valid or not.</summary>
public sealed class SaveDraft(AppDb db, Work work)
{
    private const int MostFields = 400;
    private const int LongestField = 20_000;

    /// <summary>Saves the fields under the id that the empty form was given out with.</summary>
    public async Task<Outcome> RunAsync(Id<Consultation> id, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        await db.LockConsultationAsync(id, ct);
        var draft = await db.Consultations.SingleOrDefaultAsync(c => c.Id == id, ct);
        if (fields.Count > MostFields || fields.Values.Any(value => value.Length > LongestField)) return await FinishAsync(Outcome.Refused(RefusalCode.TooLong), id, ct);
        if (draft is not null) return await FinishAsync(draft.SaveDraft(fields, work.Stamp), id, ct);
        // Another desk's consultation is not visible here, so its id looks free; it is not.
        if (await db.IsConsultationTakenAsync(id, ct)) return await FinishAsync(Outcome.Refused(RefusalCode.NotFound), id, ct);
        draft = Consultation.Begin(id, fields, work.Stamp);
        db.Consultations.Add(draft);
        work.GrantTo(work.Actor.Organisation, draft.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return await FinishAsync(Outcome.Done, id, ct);
    }

    private Task<Outcome> FinishAsync(Outcome outcome, Id<Consultation> id, CancellationToken ct) =>
        work.FinishAsync(outcome, Permission.RecordConsultation, RootRef.Of(RootKind.Consultation, id), ct);
}

/// <summary>What both ways of saving one consultation share.</summary>
static class ConsultationSaving
{
    /// <summary>One save of a consultation at a time: an autosave under way never gets between the worker and 受け付ける.</summary>
    public static Task LockConsultationAsync(this AppDb db, Id<Consultation> id, CancellationToken ct) =>
        db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({id.ToString()}, 0))", ct);

    /// <summary>Whether a consultation with this id exists at all, seen or not. Nothing about it is told but a refusal.</summary>
    public static async Task<bool> IsConsultationTakenAsync(this AppDb db, Id<Consultation> id, CancellationToken ct) =>
        (await db.Database.SqlQuery<bool>($"select exists (select 1 from consultation where id = {id.Value}) as \"Value\"").ToListAsync(ct))[0];
}
