using System.Globalization;
using System.Security.Cryptography;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Attachments;

/// <summary>添付ファイル: a paper or photograph kept with a record. Who may see the record may see it; its bytes are kept by the data layer.</summary>
public sealed class Attachment : Aggregate
{
    private Attachment() { }

    /// <summary>Checks a file and describes it.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="root">The record it belongs to.</param>
    /// <param name="file">The file as uploaded.</param>
    /// <param name="rules">What may be attached.</param>
    /// <param name="by">Who attaches it.</param>
    public static Outcome<Attachment> Add(Id<Attachment> id, RootRef root, UploadedFile file, AttachmentRules rules, Stamp by)
    {
        var name = SafeName(file.Name);
        var checks = new FieldChecks()
            .RefuseIf(file.Content.Length == 0, RefusalCode.FileEmpty, "File")
            .RefuseIf(file.Content.Length > rules.MaximumBytes, RefusalCode.FileTooLarge, "File")
            .RefuseIf(IndividualNumber.Appears(name), RefusalCode.IndividualNumber, "File");
        if (!checks.Passed) return Outcome<Attachment>.Carry(Outcome.Refused(checks.Refusals));
        if (FileSignature.Of(file.Content) is not { } kind || !rules.Kinds.Contains(kind) || !FileSignature.Fits(kind, name))
        {
            return new Refusal(RefusalCode.FileTypeNotAllowed, "File");
        }
        var added = new Attachment
        {
            Id = id,
            RootKind = root.Kind,
            RootId = root.Id,
            Name = name,
            Kind = kind,
            Size = file.Content.Length,
            Sha256 = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span)),
            OrganisationId = by.Organisation,
            AddedBy = by.Account,
            AddedAt = by.At,
        };
        added.Record(new AttachmentAdded(id, kind, added.Size));
        return added;
    }

    /// <summary>Its id.</summary>
    public Id<Attachment> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => new(RootKind, RootId);

    /// <summary>The kind of record it belongs to.</summary>
    public RootKind RootKind { get; private set; }

    /// <summary>That record's id.</summary>
    public Guid RootId { get; private set; }

    /// <summary>The file's name, without folders.</summary>
    public string Name { get; private set; } = "";

    /// <summary>What its bytes showed it to be.</summary>
    public FileKind Kind { get; private set; }

    /// <summary>In bytes.</summary>
    public int Size { get; private set; }

    /// <summary>SHA-256 of its bytes, in hex.</summary>
    public string Sha256 { get; private set; } = "";

    /// <summary>For which organisation it was attached.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>By whom.</summary>
    public Id<Account> AddedBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>取下げ: when it was withdrawn; it is shown no more, and that it was there stays visible.</summary>
    public DateTimeOffset? WithdrawnAt { get; private set; }

    /// <summary>Why it was withdrawn.</summary>
    public string? WithdrawnReason { get; private set; }

    /// <summary>取り下げる: it was attached to the wrong record, say.</summary>
    public Outcome Withdraw(string? reason, Stamp by)
    {
        if (WithdrawnAt is not null) return Outcome.Refused(RefusalCode.WrongState);
        var checks = new FieldChecks().Require("Reason", reason).Text("Reason", reason, FieldChecks.Short);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        (WithdrawnAt, WithdrawnReason) = (by.At, TypedText.Field(reason));
        Record(new AttachmentWithdrawn(Id));
        return Outcome.Done;
    }

    /// <summary>The last part of a path, without control or direction characters, at most 120 long with its ending kept.</summary>
    internal static string SafeName(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1];
        var clean = string.Concat(TypedText.Clean(last)
            .Where(c => !char.IsControl(c) && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.Format && c is not ('"' or '<' or '>' or ':' or '|' or '?' or '*')))
            .Trim(' ', '.');
        if (clean.Length <= 120) return clean.Length == 0 ? "file" : clean;
        var ending = clean.LastIndexOf('.') is var dot && dot > clean.Length - 10 && dot > 0 ? clean[dot..] : "";
        return clean[..(120 - ending.Length)] + ending;
    }
}

/// <summary>A file as it arrived.</summary>
/// <param name="Name">The name the sender gave it.</param>
/// <param name="Content">Its bytes.</param>
public sealed record UploadedFile(string Name, ReadOnlyMemory<byte> Content)
{
    /// <summary>The same file as it may be kept: see <see cref="PhotoMetadata"/>. Refused when it is damaged.</summary>
    public Outcome<UploadedFile> WithoutPhotoMetadata() =>
        FileSignature.Of(Content) is not { } kind ? this
        : PhotoMetadata.Remove(kind, Content) is { } clean ? this with { Content = clean }
        : new Refusal(RefusalCode.FileDamaged, "File");
}

/// <summary>What a ward lets be attached.</summary>
/// <param name="MaximumBytes">The largest size.</param>
/// <param name="Kinds">The kinds.</param>
public sealed record AttachmentRules(int MaximumBytes, IReadOnlySet<FileKind> Kinds)
{
    /// <summary>Ten megabytes, all kinds.</summary>
    public static AttachmentRules Standard { get; } = new(10 * 1024 * 1024, Enum.GetValues<FileKind>().ToHashSet());
}

/// <summary>A file was attached.</summary>
public sealed record AttachmentAdded(Id<Attachment> Attachment, FileKind Kind, int Size) : DomainEvent;

/// <summary>A file was withdrawn.</summary>
public sealed record AttachmentWithdrawn(Id<Attachment> Attachment) : DomainEvent;
