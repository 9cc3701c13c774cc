namespace Tsunagi.Domain.Profiles;

/// <summary>閲覧・提供の根拠: a legal basis and who may rest on it (rules §5).</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Name">The words offered on screen.</param>
/// <param name="LawCodes">The law texts, by the kind of holder or report where they differ.</param>
/// <param name="Holders">The kinds of holder it is offered to.</param>
/// <param name="Explanation">When it fits, in a sentence.</param>
/// <param name="RequiresReason">Whether the worker writes why it fits.</param>
/// <param name="IsConfirmed">Whether the reading was checked in a public source; otherwise the ward's lawyer confirms.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, included.</param>
public sealed record LegalBasisEntry(
    string Code,
    string Name,
    IReadOnlyList<string> LawCodes,
    IReadOnlyList<Holder> Holders,
    string Explanation,
    bool RequiresReason,
    bool IsConfirmed,
    DateOnly ValidFrom,
    DateOnly? ValidTo = null)
{
    /// <summary>Whether it may be rested on by the kind of holder on the day.</summary>
    public bool IsOfferedTo(Holder holder, DateOnly day) =>
        Validity.Covers(ValidFrom, ValidTo, day) && Holders.Contains(holder);
}

/// <summary>根拠の名: the codes of legal bases the program itself names.</summary>
public static class LegalBases
{
    /// <summary>本人の同意.</summary>
    public const string Consent = "consent";

    /// <summary>支援会議（社会福祉法106条の6）.</summary>
    public const string SupportConference = "support-conference";

    /// <summary>利用目的内.</summary>
    public const string WithinPurpose = "within-purpose";

    /// <summary>通告・通報（各虐待防止法）.</summary>
    public const string StatutoryReport = "statutory-report";

    /// <summary>Every basis a profile must have.</summary>
    public static IReadOnlyList<string> Required { get; } = [Consent, SupportConference, WithinPurpose, StatutoryReport];
}

/// <summary>法令の略称: one law or article as screens and papers cite it.</summary>
public sealed record LawReference(string Code, string ShortName, string FullName, string? Source = null);

/// <summary>文言: a text of the ward that changes with law or practice. Texts with one code follow each other in time.</summary>
/// <param name="Code">Stable code; see <see cref="ProfileTexts"/>.</param>
/// <param name="Name">What the text is.</param>
/// <param name="Body">The text.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="NeedsConfirmation">区の法務担当の確認待ち: shown to the operator until the ward's lawyer has confirmed.</param>
/// <param name="ValidTo">Last day, included.</param>
/// <param name="Source">Where it was taken from.</param>
public sealed record ProfileText(
    string Code,
    string Name,
    string Body,
    DateOnly ValidFrom,
    bool NeedsConfirmation,
    DateOnly? ValidTo = null,
    string? Source = null);

/// <summary>文言の名: the texts every profile must have.</summary>
public static class ProfileTexts
{
    /// <summary>罰則.</summary>
    public const string Penalty = "penalty";

    /// <summary>支援会議の情報の注意書き.</summary>
    public const string SealedBanner = "sealed-banner";

    /// <summary>守秘義務の説明（口頭）.</summary>
    public const string PledgeExplanation = "pledge-explanation";

    /// <summary>同意の説明.</summary>
    public const string ConsentExplanation = "consent-explanation";

    /// <summary>連携検討のお知らせの公表文.</summary>
    public const string NoticeRule = "notice-rule";

    /// <summary>調整担当への案内.</summary>
    public const string AskCoordinator = "ask-coordinator";

    /// <summary>誤って届いたときのお願い.</summary>
    public const string Misdirected = "misdirected";

    /// <summary>Every text a profile must have.</summary>
    public static IReadOnlyList<string> Required { get; } =
        [Penalty, SealedBanner, PledgeExplanation, ConsentExplanation, NoticeRule, AskCoordinator, Misdirected];
}
