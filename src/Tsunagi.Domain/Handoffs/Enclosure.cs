using System.Collections.Frozen;

namespace Tsunagi.Domain.Handoffs;

/// <summary>
/// 同封する情報の区分: what a sender may tick. Protected location (支援措置, R-09) and reporter identity (rules §4) are not
/// among them on purpose: what has no value here cannot be enclosed.
/// </summary>
public enum EnclosedPart
{
    /// <summary>氏名・生年月日.</summary>
    Identity,
    /// <summary>住所・電話. Refused altogether for a person under 支援措置.</summary>
    Contact,
    /// <summary>世帯.</summary>
    Household,
    /// <summary>主訴・経過.</summary>
    Narrative,
    /// <summary>アセスメント.</summary>
    Assessment,
    /// <summary>要配慮個人情報（病歴・虐待・債務など）.</summary>
    Special,
}

/// <summary>いつ見せるか.</summary>
public enum EnclosureOpens
{
    /// <summary>受けたあと.</summary>
    OnAcceptance,
    /// <summary>届いたとき.</summary>
    OnReceipt,
}

/// <summary>同封: a copy of one class of information, with the legal basis of its disclosure (rules §5).</summary>
/// <param name="Part">What it is.</param>
/// <param name="Content">The copy as it was when ticked (JSON), so that the receiver never reads the sender's record.</param>
/// <param name="LegalBasis">Code of the basis, from those the profile offers to the discloser's kind of holder.</param>
/// <param name="Opens">When the receiver may read it.</param>
/// <param name="BasisReason">Why the basis fits, where the profile asks for it.</param>
/// <param name="IsHeldBack">
/// After a redirect the basis given for the first receiver need not hold for the next: the content waits until the sender
/// has named one.
/// </param>
public sealed record Enclosure(
    EnclosedPart Part, string Content, string LegalBasis, EnclosureOpens Opens, string? BasisReason = null, bool IsHeldBack = false);

/// <summary>封筒: the least a receiver needs before accepting. It names nobody; a name travels only as an <see cref="Enclosure"/>.</summary>
/// <param name="Asked">お願いしたいこと・つなぐ理由.</param>
/// <param name="Topics">相談内容 (codes).</param>
/// <param name="MainTopic">最も困っていること (code, one of <paramref name="Topics"/>).</param>
/// <param name="Urgency">緊急度 (code).</param>
/// <param name="District">地区 (code).</param>
/// <param name="Dangers">危険の印 (codes), for the safety of whoever goes there.</param>
/// <param name="DeskContact">送った窓口の連絡先.</param>
public sealed record HandoffEnvelope(
    string Asked,
    IReadOnlyList<string> Topics,
    string? MainTopic,
    string? Urgency,
    string? District,
    IReadOnlyList<string> Dangers,
    string? DeskContact);

/// <summary>送るときの前提: what the discloser may rest on today.</summary>
/// <param name="LegalBases">The codes offered to the sender's kind of holder.</param>
/// <param name="BasesWithReason">Those of them for which the profile asks why they fit.</param>
/// <param name="LocationProtected">支援措置: true when anybody the handoff is about is protected.</param>
public sealed record DisclosureTerms(FrozenSet<string> LegalBases, FrozenSet<string> BasesWithReason, bool LocationProtected);
