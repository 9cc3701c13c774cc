using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Access;

/// <summary>閲覧の根拠の種類: why a grant exists. Nothing else opens a record.</summary>
public enum GrantBasis
{
    /// <summary>担当業務: the organisation that wrote the record or answers for it.</summary>
    Assignment,
    /// <summary>支援チーム.</summary>
    Team,
    /// <summary>つなぎ: sender or receiver of a handoff.</summary>
    Handoff,
    /// <summary>引継ぎ: sender or receiver of a handover.</summary>
    Handover,
    /// <summary>同意.</summary>
    Consent,
    /// <summary>支援会議（法106条の6）: a named reader to whom the duty was explained.</summary>
    SupportConference,
    /// <summary>重層的支援会議: those attending.</summary>
    PlanConference,
    /// <summary>依頼票.</summary>
    WorkOrder,
    /// <summary>決裁: those in the decision line.</summary>
    Decision,
    /// <summary>法令に基づく提供: a statutory report or request.</summary>
    Statutory,
    /// <summary>緊急閲覧.</summary>
    BreakGlass,
}

/// <summary>
/// 閲覧の許可: one row says who may see what of one root, on which basis, from when until when. One row per basis, so
/// that ending one basis never takes away, or leaves behind, what another gives.
/// </summary>
public sealed class Grant
{
    private Grant() { }

    /// <summary>Its id.</summary>
    public Id<Grant> Id { get; private set; }

    /// <summary>What kind of root.</summary>
    public RootKind RootKind { get; private set; }

    /// <summary>Which root.</summary>
    public Guid RootId { get; private set; }

    /// <summary>An organisation's or an account's id: the two never collide.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>How far it reaches.</summary>
    public AccessLevel Level { get; private set; }

    /// <summary>Why it exists.</summary>
    public GrantBasis Basis { get; private set; }

    /// <summary>The legal basis of the disclosure, by its profile code; none for one's own work.</summary>
    public string? LegalBasis { get; private set; }

    /// <summary>What it opens, at most.</summary>
    public FieldClasses Fields { get; private set; }

    /// <summary>From when, inclusive.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, exclusive; <see cref="DateTimeOffset.MaxValue"/> while no end is known.</summary>
    public DateTimeOffset Until { get; private set; }

    /// <summary>What produced it (a handoff, a consent, a conference…), so that ending that ends this.</summary>
    public Guid? SourceId { get; private set; }

    /// <summary>Grants an organisation its own record, or the work it took on.</summary>
    public static Grant ToOrganisation(
        Id<Grant> id, RootRef root, Id<Organisation> organisation, AccessLevel level, GrantBasis basis, DateTimeOffset from) =>
        new() { Id = id, RootKind = root.Kind, RootId = root.Id, SubjectId = organisation.Value, Level = level, Basis = basis, From = from, Until = DateTimeOffset.MaxValue, Fields = FieldClasses.Ordinary };

    /// <summary>Grants one named person.</summary>
    public static Grant ToAccount(
        Id<Grant> id, RootRef root, Id<Account> account, AccessLevel level, GrantBasis basis, DateTimeOffset from) =>
        new() { Id = id, RootKind = root.Kind, RootId = root.Id, SubjectId = account.Value, Level = level, Basis = basis, From = from, Until = DateTimeOffset.MaxValue, Fields = FieldClasses.Ordinary };

    /// <summary>Names what produced it and the legal basis of the disclosure.</summary>
    public Grant By(Guid source, string? legalBasis)
    {
        (SourceId, LegalBasis) = (source, legalBasis);
        return this;
    }

    /// <summary>Limits what it opens.</summary>
    public Grant Only(FieldClasses fields)
    {
        Fields &= fields;
        return this;
    }

    /// <summary>
    /// Sets its end; an end before the present one only. Two acts at the same moment may end what began an instant after the
    /// one of them did: it then never held, and ends where it begins.
    /// </summary>
    public Grant EndAt(DateTimeOffset at)
    {
        if (at < Until) Until = at < From ? From : at;
        return this;
    }

    /// <summary>Whether it holds at an instant: from inclusive, until exclusive.</summary>
    public bool HoldsAt(DateTimeOffset now) => From <= now && now < Until;
}
