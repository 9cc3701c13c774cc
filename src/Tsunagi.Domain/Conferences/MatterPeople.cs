using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>構成員の種別.</summary>
public enum ParticipantKind
{
    /// <summary>区職員.</summary>
    WardStaff,
    /// <summary>支援関係機関の職員.</summary>
    AgencyWorker,
    /// <summary>住民・供給事業者・新聞・郵便など: does not sign in, sees only the items they are named on .</summary>
    Guest,
}

/// <summary>機関での立場: per agency one attendee, their 所属長 and one deputy (rules §2).</summary>
public enum MemberPart
{
    /// <summary>出席者.</summary>
    Attendee,
    /// <summary>所属長.</summary>
    Head,
    /// <summary>代理.</summary>
    Deputy,
    /// <summary>ゲスト.</summary>
    Guest,
}

/// <summary>閲覧の範囲: what the chair names somebody for, per session.</summary>
public enum ReadingScope
{
    /// <summary>この回の全項目 (but an item kept to named readers stays theirs).</summary>
    WholeSession,
    /// <summary>指名された項目だけ.</summary>
    NamedItems,
}

/// <summary>守秘義務の説明の方法.</summary>
public enum ExplanationManner
{
    /// <summary>口頭で説明: suffices (rules §2); a signature may follow.</summary>
    Oral,
    /// <summary>誓約書.</summary>
    Pledge,
}

/// <summary>構成員となる人: who they are, as the chair or the secretary names them.</summary>
/// <param name="Kind">Ward staff, agency worker or guest.</param>
/// <param name="Account">Their account; none exactly for a guest.</param>
/// <param name="Organisation">Their organisation in the system; none exactly for a guest.</param>
/// <param name="Name">Their name as the minutes will list it.</param>
/// <param name="Affiliation">Their office, shop or street group, in words.</param>
public sealed record MemberPerson(
    ParticipantKind Kind, Id<Account>? Account, Id<Organisation>? Organisation, string Name, string Affiliation);

/// <summary>関係者: one named human being of a matter. Nobody is here by rank, only by name.</summary>
public sealed class MatterParticipant
{
    private MatterParticipant() => Name = Affiliation = "";

    internal MatterParticipant(Id<MatterParticipant> id, Id<Matter> matter, MemberPerson person, Stamp by)
    {
        (Id, MatterId, Kind) = (id, matter, person.Kind);
        (AccountId, OrganisationId) = (person.Account, person.Organisation);
        (Name, Affiliation) = (person.Name.Trim(), person.Affiliation.Trim());
        (AddedBy, AddedAt) = (by.Account, by.At);
    }

    /// <summary>Its id.</summary>
    public Id<MatterParticipant> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>区職員・機関・ゲスト.</summary>
    public ParticipantKind Kind { get; private set; }

    /// <summary>Their account; null exactly for a guest.</summary>
    public Id<Account>? AccountId { get; private set; }

    /// <summary>Their organisation; null exactly for a guest.</summary>
    public Id<Organisation>? OrganisationId { get; private set; }

    /// <summary>氏名.</summary>
    public string Name { get; private set; }

    /// <summary>所属.</summary>
    public string Affiliation { get; private set; }

    /// <summary>Who named them.</summary>
    public Id<Account> AddedBy { get; private set; }

    /// <summary>When they were named.</summary>
    public DateTimeOffset AddedAt { get; private set; }

    /// <summary>When they left, if they did: reading ends at this instant, the duty never does .</summary>
    public DateTimeOffset? LeftAt { get; private set; }

    /// <summary>True at an instant before they left.</summary>
    public bool IsThere(DateTimeOffset now) => LeftAt is not { } left || now < left;

    internal void Leave(DateTimeOffset at) => LeftAt = at;
}

/// <summary>守秘義務の説明: the record that the duty of 社会福祉法106条の6第5項 was explained to one named person.</summary>
/// <remarks>The duty is statutory; the record only evidences it. Nobody reads anything before it exists for them.</remarks>
public sealed class DutyExplanation
{
    private DutyExplanation() => TextVersion = "";

    internal DutyExplanation(
        Id<DutyExplanation> id, MatterParticipant participant, ExplanationGiven given, Stamp by)
    {
        (Id, MatterId, ParticipantId) = (id, participant.MatterId, participant.Id);
        (TextVersion, On, Manner) = (given.TextVersion, given.On, given.Manner);
        (RecordedBy, RecordedAt) = (by.Account, by.At);
    }

    /// <summary>Its id.</summary>
    public Id<DutyExplanation> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>To whom it was explained.</summary>
    public Id<MatterParticipant> ParticipantId { get; private set; }

    /// <summary>The version of the duty text in force (profile text).</summary>
    public string TextVersion { get; private set; }

    /// <summary>The date of the explanation.</summary>
    public DateOnly On { get; private set; }

    /// <summary>口頭・誓約書.</summary>
    public ExplanationManner Manner { get; private set; }

    /// <summary>Who explained and recorded it.</summary>
    public Id<Account> RecordedBy { get; private set; }

    /// <summary>When it was recorded; reading begins here at the earliest.</summary>
    public DateTimeOffset RecordedAt { get; private set; }

    /// <summary>When they signed, if they did: a signature may follow, nothing waits for it.</summary>
    public DateOnly? SignedOn { get; private set; }

    internal void Sign(DateOnly on) => SignedOn = on;
}

/// <summary>説明の内容.</summary>
/// <param name="TextVersion">The version of the duty text in force.</param>
/// <param name="On">The date it was explained.</param>
/// <param name="Manner">Orally or by a pledge.</param>
public sealed record ExplanationGiven(string TextVersion, DateOnly On, ExplanationManner Manner);

/// <summary>閲覧指名: the chair names one person to read one session.</summary>
public sealed class ReadingNaming
{
    private ReadingNaming() { }

    internal ReadingNaming(Id<ReadingNaming> id, MatterParticipant participant, int session, ReadingScope scope, Stamp by) =>
        (Id, MatterId, ParticipantId, SessionNumber, Scope, NamedBy, From) =
        (id, participant.MatterId, participant.Id, session, scope, by.Account, by.At);

    /// <summary>Its id.</summary>
    public Id<ReadingNaming> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>Who may read.</summary>
    public Id<MatterParticipant> ParticipantId { get; private set; }

    /// <summary>Which session.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>How much of it.</summary>
    public ReadingScope Scope { get; private set; }

    /// <summary>The chair who named them.</summary>
    public Id<Account> NamedBy { get; private set; }

    /// <summary>From when, inclusive.</summary>
    public DateTimeOffset From { get; private set; }

    /// <summary>Until when, exclusive; null while it runs.</summary>
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>True while the naming runs.</summary>
    public bool RunsAt(DateTimeOffset now) => From <= now && (EndedAt is not { } end || now < end);

    internal void End(DateTimeOffset at) => EndedAt = at;
}
