using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>重層的支援会議: a conference on one plan, with the consent of the plan's subjects (W4; rules §3).</summary>
/// <remarks>
/// It opens only when every subject's consent covers every attending agency. A household member without consent is
/// treated only as far as a subject tells it as part of their own life; agencies bring no records of that member.
/// </remarks>
public sealed partial class PlanConference : Aggregate
{
    private PlanConference() { }

    /// <summary>Plans a conference.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="treats">The plan version it treats.</param>
    /// <param name="purpose">What it is for.</param>
    /// <param name="scheduledAt">When it is to begin.</param>
    /// <param name="place">Where.</param>
    /// <param name="by">Who convenes it; their organisation hosts.</param>
    public static Outcome<PlanConference> Plan(
        Id<PlanConference> id, ConferencePlan treats, PlanConferencePurpose purpose, DateTimeOffset scheduledAt,
        string place, Stamp by)
    {
        if (treats.Subjects.Count == 0)
            return new Refusal(RefusalCode.Required, nameof(ConferencePlan.Subjects));
        var conference = new PlanConference
        {
            Id = id,
            PlanId = treats.Plan,
            PlanVersion = treats.Version,
            CaseId = treats.Case,
            SubjectIds = [.. treats.Subjects],
            OrganisationId = by.Organisation,
            Purpose = purpose,
            ScheduledAt = scheduledAt,
            Place = place,
        };
        conference.Record(new PlanConferencePlanned(id, treats.Plan, treats.Version, purpose));
        return conference;
    }

    /// <summary>Its id.</summary>
    public Id<PlanConference> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.PlanConference, Id);

    /// <summary>The plan it treats.</summary>
    public Id<Plan> PlanId { get; private set; }

    /// <summary>The version of that plan.</summary>
    public int PlanVersion { get; private set; }

    /// <summary>The case the plan belongs to.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>The people the plan is for.</summary>
    public IReadOnlyList<Id<Person>> SubjectIds { get; private set; } = [];

    /// <summary>The organisation that hosts it (多機関協働事業者).</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>What it is for.</summary>
    public PlanConferencePurpose Purpose { get; private set; }

    /// <summary>When it is to begin.</summary>
    public DateTimeOffset ScheduledAt { get; private set; }

    /// <summary>Where.</summary>
    public string Place { get; private set; } = "";

    /// <summary>予定・同意確認済み・開催・….</summary>
    public PlanConferenceState State { get; private set; }

    /// <summary>Everybody invited; numbers are never used again.</summary>
    public IReadOnlyList<PlanConferenceAttendee> Attendees { get; private set; } = [];

    /// <summary>How many attendees were ever invited.</summary>
    public int AttendeesNumbered { get; private set; }

    /// <summary>What was brought to the table.</summary>
    public IReadOnlyList<PlanConferenceItem> Items { get; private set; } = [];

    /// <summary>When the consent was last checked and found whole.</summary>
    public DateTimeOffset? ConsentCheckedAt { get; private set; }

    /// <summary>The consents that check rested on.</summary>
    public IReadOnlyList<Id<Consent>> ConsentIds { get; private set; } = [];

    /// <summary>When it began.</summary>
    public DateTimeOffset? HeldAt { get; private set; }

    /// <summary>What was said on each content.</summary>
    public IReadOnlyList<ConferenceEntry> Entries { get; private set; } = [];

    /// <summary>Who does what until when.</summary>
    public IReadOnlyList<ConferenceTask> Tasks { get; private set; } = [];

    /// <summary>The needs nothing fits.</summary>
    public IReadOnlyList<ConferenceGap> Gaps { get; private set; } = [];

    /// <summary>What it concluded.</summary>
    public PlanConferenceDecision? Decision { get; private set; }

    /// <summary>When it concluded.</summary>
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>The date of the next conference, if one was agreed.</summary>
    public DateOnly? NextOn { get; private set; }

    /// <summary>会議録.</summary>
    public string? Minutes { get; private set; }

    /// <summary>When the minutes were fixed.</summary>
    public DateTimeOffset? MinutesFixedAt { get; private set; }

    /// <summary>What was corrected since.</summary>
    public IReadOnlyList<PlanConferenceCorrection> Corrections { get; private set; } = [];

    /// <summary>Why it was called off.</summary>
    public string? CancelReason { get; private set; }

    /// <summary>When it was called off.</summary>
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>True when its conclusion on a plan version is a certain one: what a plan's change of state rests on.</summary>
    public bool Concludes(Id<Plan> plan, int version, PlanConferenceDecision decision) =>
        State is PlanConferenceState.Decided or PlanConferenceState.MinutesFixed
        && PlanId == plan && PlanVersion == version && Decision == decision;

    /// <summary>The required contents nothing has been written on yet.</summary>
    public IReadOnlyList<ConferenceContent> MissingContents() =>
        [.. Purpose.RequiredContents().Where(content => Entries.All(e => e.Content != content))];

    /// <summary>
    /// Whose consent is missing towards which attending agency; empty when it may open. Before it is held "attending"
    /// means invited.
    /// </summary>
    public IReadOnlyList<ConsentGap> ConsentGaps(
        IReadOnlyCollection<Consent> consents, PlanConferenceRules rules, DateTimeOffset at) =>
        GapsTowards([.. Attendees.Where(a => a.Attended ?? true)], consents, rules, at);

    /// <summary>
    /// 終結・中断をこの組織だけで考える: consent is asked of sharing (rules §3). Where it has run out or was withdrawn, a plan must still
    /// come to an end: its own organisation considers that alone, nobody else learns anything, and no consent is needed (ADR 0037).
    /// </summary>
    public bool EndsAlone => IsAlone([.. Attendees.Where(a => a.Attended ?? true)]);

    private bool IsAlone(IReadOnlyList<PlanConferenceAttendee> attending) => Purpose is PlanConferencePurpose.TerminationReview or PlanConferencePurpose.InterruptionReview
        && attending.All(a => !a.Invitation.IsAgency || a.Invitation.Organisation == OrganisationId);

    private List<ConsentGap> GapsTowards(
        IReadOnlyList<PlanConferenceAttendee> attending, IReadOnlyCollection<Consent> consents,
        PlanConferenceRules rules, DateTimeOffset at)
    {
        if (IsAlone(attending))
            return [];
        string[] categories = [.. attending.Where(a => a.Invitation.IsAgency).Select(a => a.Invitation.Category!)];
        return
        [
            .. SubjectIds.SelectMany(subject => ConsentCoverage.Gaps(
                NeedOf(subject, rules), [subject], categories, consents, at)),
            .. MembersBroughtByAgencies().SelectMany(member => ConsentCoverage.Gaps(
                NeedOf(member, rules), [member], categories, consents, at)),
        ];
    }

    // Somebody the plan is not for, of whom an agency brings a record: lawful only under that member's own consent.
    private IEnumerable<Id<Person>> MembersBroughtByAgencies() => Items
        .Where(i => i.Content.Origin == ConferenceItemOrigin.AgencyRecord)
        .Select(i => i.Content.About).OfType<Id<Person>>().Where(p => !SubjectIds.Contains(p)).Distinct();

    private ConsentNeed NeedOf(Id<Person> person, PlanConferenceRules rules) => new(rules.ConsentPurpose,
    [
        .. rules.FieldClasses
            .Concat(Items.Where(i => OwnerOf(i.Content) is not { } owner || owner == person).Select(i => i.Content.FieldClass))
            .Distinct(),
    ]);

    // What a subject tells of their own life is theirs to consent to, even where it touches somebody else.
    private static Id<Person>? OwnerOf(ConferenceItemContent item) =>
        item.Origin == ConferenceItemOrigin.ToldBySubject ? item.ToldBy : item.About;

    private Outcome Refuses(PlanConferenceAction action) =>
        PlanConferenceStates.Next(State, action) is null ? Outcome.Refused(RefusalCode.WrongState) : Outcome.Done;

    private void Move(PlanConferenceAction action) => State = PlanConferenceStates.Next(State, action)
        ?? throw new InvalidOperationException($"{State} does not allow {action}.");
}
