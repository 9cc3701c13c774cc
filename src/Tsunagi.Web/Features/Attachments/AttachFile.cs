using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Attachments;

/// <summary>ファイルを添付する・取り下げる, to a record that the actor may write.</summary>
public sealed class AttachFile(AppDb db, Work work)
{
    /// <summary>Adds a file.</summary>
    public async Task<Outcome<Id<Attachment>>> RunAsync(RootRef root, UploadedFile file, CancellationToken ct)
    {
        var permission = AttachmentRoots.WritePermission(root.Kind);
        var may = await work.MayAsync(permission, root, ct);
        if (!may.IsDone) return Outcome<Id<Attachment>>.Carry(may);
        var clean = file.WithoutPhotoMetadata();
        var added = clean.IsDone ? Attachment.Add(work.NewId<Attachment>(), root, clean.Value, AttachmentRules.Standard, work.Stamp) : Outcome<Attachment>.Carry(clean);
        if (added.IsDone)
        {
            db.Attachments.Add(added.Value);
            db.AttachmentContents.Add(new() { AttachmentId = added.Value.Id, RootId = root.Id, Bytes = clean.Value.Content.ToArray() });
        }
        var outcome = await work.FinishAsync(added, permission, root, ct);
        return outcome.IsDone ? added.Value.Id : Outcome<Id<Attachment>>.Carry(outcome);
    }

    /// <summary>Withdraws one.</summary>
    public async Task<Outcome<RootRef>> WithdrawAsync(Id<Attachment> id, string? reason, CancellationToken ct)
    {
        var attachment = await db.Attachments.SingleOrDefaultAsync(a => a.Id == id, ct);
        if (attachment is null) return new Refusal(RefusalCode.NotFound);
        var permission = AttachmentRoots.WritePermission(attachment.RootKind);
        var may = await work.MayAsync(permission, attachment.Root, ct);
        if (!may.IsDone) return Outcome<RootRef>.Carry(may);
        var outcome = await work.FinishAsync(attachment.Withdraw(reason, work.Stamp), permission, attachment.Root, ct, reason: reason);
        return outcome.IsDone ? attachment.Root : Outcome<RootRef>.Carry(outcome);
    }
}

/// <summary>Which records take files, what is needed to add one, and where the record is.</summary>
static class AttachmentRoots
{
    public static Permission WritePermission(RootKind kind) => kind switch
    {
        RootKind.Consultation => Permission.WriteConsultation,
        RootKind.Lead => Permission.WriteLead,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of record takes no files."),
    };

    public static Permission ReadPermission(RootKind kind) => kind switch
    {
        RootKind.Consultation => Permission.SeeConsultation,
        RootKind.Lead => Permission.SeeLead,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of record takes no files."),
    };

    public static string Href(RootRef root) => root.Kind == RootKind.Lead ? $"/leads/{root.Id}" : $"/consultations/{root.Id}";

    /// <summary>Reads the two words of the address; false for a kind that takes no files.</summary>
    public static bool TryRead(string kind, Guid id, out RootRef root)
    {
        root = new(kind == "lead" ? RootKind.Lead : RootKind.Consultation, id);
        return kind is "lead" or "consultation";
    }
}

/// <summary>The files of a record, as its page shows them.</summary>
public sealed record FileList(RootRef Root, IReadOnlyList<Attachment> Files, bool MayWrite);
