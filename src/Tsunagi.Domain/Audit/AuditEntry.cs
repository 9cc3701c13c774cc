using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Audit;

/// <summary>
/// 記録簿の一行: one thing that was done, seen or refused. Appended in the transaction of what it tells of, never
/// changed; sealed into the hash chain afterwards.
/// </summary>
public sealed class AuditEntry
{
    private AuditEntry() { }

    /// <summary>Writes a line.</summary>
    /// <param name="context">Who, when, on which ground.</param>
    /// <param name="kind">What: the name of the event, or <see cref="Seen"/>, <see cref="Printed"/> or <see cref="Refused"/>.</param>
    /// <param name="root">Under which root.</param>
    /// <param name="payload">Ids, codes, dates and states as JSON; no narrative, names or addresses.</param>
    public AuditEntry(WorkContext context, string kind, RootRef root, string payload)
    {
        At = context.Stamp.At;
        AccountId = context.Stamp.Account;
        OrganisationId = context.Stamp.Organisation;
        Permission = context.Permission;
        LegalBasis = context.LegalBasis;
        Reason = context.Reason;
        (Kind, RootKind, RootId, Payload) = (kind, root.Kind, root.Id, payload);
    }

    /// <summary>A record was shown.</summary>
    public const string Seen = "Seen";

    /// <summary>A record was put on a form to be printed.</summary>
    public const string Printed = "Printed";

    /// <summary>An act was refused.</summary>
    public const string Refused = "Refused";

    /// <summary>The order of writing; gaps are normal (transactions that were rolled back).</summary>
    public long Sequence { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>Who; the nil id for the program itself.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>For whom they acted.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>Under which permission.</summary>
    public Permission Permission { get; private set; }

    /// <summary>What happened.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>The kind of root it happened under.</summary>
    public RootKind RootKind { get; private set; }

    /// <summary>The root it happened under.</summary>
    public Guid RootId { get; private set; }

    /// <summary>The legal basis, where one was needed.</summary>
    public string? LegalBasis { get; private set; }

    /// <summary>The reason given, where one was asked.</summary>
    public string? Reason { get; private set; }

    /// <summary>Ids, codes, dates and states.</summary>
    public string Payload { get; private set; } = "{}";
}
