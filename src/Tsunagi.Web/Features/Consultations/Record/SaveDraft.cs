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

    /// <summary>Saves the fields of the form that was given out with an id, and says which consultation they are.</summary>
    public async Task<Outcome<Id<Consultation>>> RunAsync(Id<Consultation> given, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        var id = await db.FormOfAsync(given, work, ct);
        var outcome = await SaveAsync(id, fields, ct);
        return outcome.IsDone ? id : Outcome<Id<Consultation>>.Carry(outcome);
    }

    private async Task<Outcome> SaveAsync(Id<Consultation> id, IReadOnlyDictionary<string, string> fields, CancellationToken ct)
    {
        // An autosave under way never gets between the worker and 受け付ける.
        await work.TakeTurnAsync(id, ct);
        var draft = await db.Consultations.SingleOrDefaultAsync(c => c.Id == id, ct);
        if (fields.Count > MostFields || fields.Values.Any(value => value.Length > LongestField)) return await FinishAsync(Outcome.Refused(RefusalCode.TooLong), id, ct);
        if (draft is not null) return await FinishAsync(draft.SaveDraft(fields, work.Stamp), id, ct);
        // One's own desk's may be shut out by an exclusion: its id looks free, and is not.
        if (await db.IsConsultationTakenAsync(id, ct)) return await FinishAsync(Outcome.Refused(RefusalCode.NotFound), id, ct);
        db.BeginDraft(work, id, fields);
        return await FinishAsync(Outcome.Done, id, ct);
    }

    private Task<Outcome> FinishAsync(Outcome outcome, Id<Consultation> id, CancellationToken ct) =>
        work.FinishAsync(outcome, Permission.RecordConsultation, RootRef.Of(RootKind.Consultation, id), ct);
}

/// <summary>What all ways of saving a consultation share.</summary>
static class ConsultationSaving
{
    /// <summary>Begins a draft of the actor's own desk with what is known of the form's fields.</summary>
    public static void BeginDraft(this AppDb db, Work work, Id<Consultation> id, IReadOnlyDictionary<string, string> fields)
    {
        var draft = Consultation.Begin(id, fields, work.Stamp);
        db.Consultations.Add(draft);
        work.GrantTo(work.Actor.Organisation, draft.Root, AccessLevel.Manage, GrantBasis.Assignment);
    }

    /// <summary>
    /// The consultation a form is about: the one it names where the actor sees it. Any other id, another desk's or nobody's,
    /// is a mark of the form alone, and stands for a consultation of the actor's own desk: nobody learns which ids exist.
    /// </summary>
    public static async Task<Id<Consultation>> FormOfAsync(this AppDb db, Id<Consultation> given, Work work, CancellationToken ct) =>
        await db.Consultations.AnyAsync(c => c.Id == given, ct) ? given : IdSource.Named<Consultation>($"{work.Actor.Organisation}/{given}");

    /// <summary>Whether a consultation with this id exists at all, seen or not. Nothing about it is told but a refusal.</summary>
    public static async Task<bool> IsConsultationTakenAsync(this AppDb db, Id<Consultation> id, CancellationToken ct) =>
        (await db.Database.SqlQuery<bool>($"select exists (select 1 from consultation where id = {id.Value}) as \"Value\"").ToListAsync(ct))[0];
}
