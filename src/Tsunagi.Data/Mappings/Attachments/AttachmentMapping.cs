using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Mappings.Attachments;

static class AttachmentMapping
{
    public static void Map(ModelBuilder model, AppDb db)
    {
        model.Entity<Attachment>(attachment =>
        {
            attachment.ToTable("attachment");
            attachment.Protect(db, a => a.RootId, a => a.RootKind);
            attachment.HasIndex(a => a.RootId);
        });
        model.Entity<AttachmentContent>(content =>
        {
            content.ToTable("attachment_content");
            content.HasKey(c => c.AttachmentId);
            content.HasOne<Attachment>().WithOne().HasForeignKey<AttachmentContent>(c => c.AttachmentId);
            content.HasQueryFilter(AccessFilter.Name, c => db.Attachments.Any(a => a.Id == c.AttachmentId));
        });
    }
}

/// <summary>添付ファイルの中身: kept apart, so that a list of files never drags their bytes along.</summary>
public sealed class AttachmentContent
{
    /// <summary>Of which attachment.</summary>
    public required Id<Attachment> AttachmentId { get; init; }

    /// <summary>The record it belongs to.</summary>
    public required Guid RootId { get; init; }

    /// <summary>The bytes.</summary>
    public required byte[] Bytes { get; init; }
}
