using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consultations;

/// <summary>Whether the person agreed to what is written about them: the intake form has a variant with and one without (相談受付・申込票).</summary>
public enum IntakeAgreement
{
    /// <summary>まだ聞いていない.</summary>
    NotAsked,
    /// <summary>記録と、関係機関との共有に同意.</summary>
    RecordAndShare,
    /// <summary>記録のみ同意.</summary>
    RecordOnly,
    /// <summary>同意しない.</summary>
    Declined,
}

/// <summary>発言: what one of several people said, in their own words (a family come together is one contact).</summary>
/// <param name="Speaker">Who, as the worker calls them (母, 長男).</param>
/// <param name="Words">The words.</param>
public sealed record Statement(string Speaker, string Words);

/// <summary>How a consultation concerns somebody.</summary>
public enum ConcernedAs
{
    /// <summary>本人.</summary>
    Subject,
    /// <summary>相談者（本人ではない）.</summary>
    Visitor,
    /// <summary>世帯の人.</summary>
    HouseholdMember,
    /// <summary>そのほかの関係者.</summary>
    Other,
}

/// <summary>相談に出てくる人: a person the consultation concerns, and how.</summary>
/// <param name="PersonId">Who.</param>
/// <param name="As">How.</param>
public sealed record Concerned(Id<Person> PersonId, ConcernedAs As);

/// <summary>相談者: who called or came, who may be somebody else than the person concerned, and may give no name.</summary>
/// <param name="Name">As they gave it; null when they gave none.</param>
/// <param name="Relation">Their relation to the person, a code of the ward's list.</param>
/// <param name="Agency">機関名, when they came for one.</param>
/// <param name="Contact">How to reach them, as they said it.</param>
public sealed record Visitor(string? Name = null, string? Relation = null, string? Agency = null, string? Contact = null)
{
    /// <summary>The code of 本人 in a ward's list of relations.</summary>
    public const string Self = "self";

    /// <summary>氏名を言わない相談者.</summary>
    public static Visitor Anonymous { get; } = new();
}

/// <summary>
/// 相談の記載事項: what the page 相談を記録 holds. Mandatory are when, by which channel, and somebody's own words; nothing else.
/// </summary>
/// <param name="At">受付日時: when the contact took place.</param>
/// <param name="Channel">相談方法, a code (窓口, 電話 …).</param>
/// <param name="OwnWords">主訴（本人の言葉）.</param>
public sealed record ConsultationContent(DateTimeOffset At, string Channel, string OwnWords)
{
    /// <summary>相談経路, a code (本人来所, 関係機関紹介 …).</summary>
    public string? Route { get; init; }

    /// <summary>相談者.</summary>
    public Visitor Visitor { get; init; } = Visitor.Anonymous;

    /// <summary>相談内容（○をすべて）, codes.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>最も困っていること（◎をひとつ）: one of <see cref="Topics"/>.</summary>
    public string? WorstTopic { get; init; }

    /// <summary>同席した人それぞれの言葉.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>どうなりたいか・希望.</summary>
    public string? Wishes { get; init; }

    /// <summary>伝え方・配慮してほしいこと.</summary>
    public string? Care { get; init; }

    /// <summary>緊急度, a code.</summary>
    public string? Urgency { get; init; }

    /// <summary>危険の兆候, codes.</summary>
    public IReadOnlyList<string> DangerSigns { get; init; } = [];

    /// <summary>Whether the person agreed to recording and sharing.</summary>
    public IntakeAgreement Agreement { get; init; }

    /// <summary>同意について本人が言ったこと.</summary>
    public string? AgreementWords { get; init; }

    /// <summary>相談に出てくる人; none when nobody can be named.</summary>
    public IReadOnlyList<Concerned> Persons { get; init; } = [];

    /// <summary>The household concerned, if it is written down.</summary>
    public Id<Household>? Household { get; init; }

    /// <summary>かかった時間（分）.</summary>
    public int? Minutes { get; init; }

    /// <summary>職員の気づき: what the worker saw or thinks, apart from what was said.</summary>
    public string? Observations { get; init; }

    /// <summary>Every refusal, with its field.</summary>
    /// <param name="rules">What the ward offers.</param>
    /// <param name="now">The present instant.</param>
    public IReadOnlyList<Refusal> Check(ConsultationRules rules, DateTimeOffset now)
    {
        var checks = new FieldChecks()
            .RefuseIf(At > now, RefusalCode.DateInFuture, nameof(At))
            .Require(nameof(Channel), Channel)
            .RefuseIf(string.IsNullOrWhiteSpace(OwnWords) && Statements.Count == 0, RefusalCode.Required, nameof(OwnWords))
            .RefuseIf(WorstTopic is { } worst && !Topics.Contains(worst), RefusalCode.WorstTopicNotAmongTopics, nameof(WorstTopic))
            .RefuseIf(Minutes is < 0 or > 24 * 60, RefusalCode.OutOfRange, nameof(Minutes))
            .RefuseIf(Persons.DistinctBy(person => person.PersonId).Count() < Persons.Count, RefusalCode.SamePersonTwice, nameof(Persons))
            .RefuseIf(Persons.Count(person => person.As == ConcernedAs.Subject) > 1, RefusalCode.SubjectIsNamed, nameof(Persons))
            .RefuseIf(Statements.Any(said => string.IsNullOrWhiteSpace(said.Speaker) || string.IsNullOrWhiteSpace(said.Words)),
                RefusalCode.Required, nameof(Statements));
        CheckCodes(checks, rules);
        CheckTexts(checks);
        return checks.Refusals;
    }

    /// <summary>The fields as text, for the trace of corrections.</summary>
    internal IEnumerable<(string Field, string? Value)> Fields() =>
    [
        (nameof(At), At.ToUniversalTime().ToString("u", System.Globalization.CultureInfo.InvariantCulture)),
        (nameof(Channel), Channel), (nameof(Route), Route), .. Texts().Where(text => text.Field != nameof(Statements)),
        ("VisitorRelation", Visitor.Relation),
        (nameof(Topics), string.Join(',', Topics)), (nameof(WorstTopic), WorstTopic),
        (nameof(Statements), string.Join('\n', Statements.Select(said => $"{said.Speaker}：{said.Words}"))),
        (nameof(Urgency), Urgency), (nameof(DangerSigns), string.Join(',', DangerSigns)),
        (nameof(Agreement), Agreement == IntakeAgreement.NotAsked ? null : Agreement.ToString()),
        (nameof(Persons), string.Join(',', Persons.Select(person => $"{person.PersonId}:{person.As}"))),
        (nameof(Household), Household?.ToString()),
        (nameof(Minutes), Minutes?.ToString(System.Globalization.CultureInfo.InvariantCulture)),
    ];

    private void CheckCodes(FieldChecks checks, ConsultationRules rules)
    {
        if (!string.IsNullOrWhiteSpace(Channel)) checks.Code(nameof(Channel), Channel, rules.Channels);
        checks.Code(nameof(Route), Route, rules.Routes)
            .Code("VisitorRelation", Visitor.Relation, rules.Relations)
            .Code(nameof(Urgency), Urgency, rules.Urgencies)
            .RefuseIf(!Topics.All(rules.Topics.Contains), RefusalCode.UnknownCode, nameof(Topics))
            .RefuseIf(!DangerSigns.All(rules.DangerSigns.Contains), RefusalCode.UnknownCode, nameof(DangerSigns));
    }

    private void CheckTexts(FieldChecks checks)
    {
        foreach (var (field, text) in Texts())
        {
            checks.Text(field, text, field.StartsWith(nameof(Visitor), StringComparison.Ordinal) ? FieldChecks.Short : FieldChecks.Long);
        }
    }

    private IEnumerable<(string Field, string? Value)> Texts() =>
    [
        ("VisitorName", Visitor.Name), ("VisitorAgency", Visitor.Agency), ("VisitorContact", Visitor.Contact),
        (nameof(OwnWords), OwnWords), (nameof(Wishes), Wishes), (nameof(Care), Care),
        (nameof(AgreementWords), AgreementWords), (nameof(Observations), Observations),
        .. Statements.SelectMany(said => new (string, string?)[] { (nameof(Statements), said.Speaker), (nameof(Statements), said.Words) }),
    ];
}

/// <summary>What a ward offers at intake: the codes of its lists, and which of them mean danger to life.</summary>
/// <param name="Channels">相談方法.</param>
/// <param name="Routes">相談経路.</param>
/// <param name="Relations">相談者と本人の関係.</param>
/// <param name="Topics">相談内容.</param>
/// <param name="Urgencies">緊急度.</param>
/// <param name="DangerSigns">危険の兆候.</param>
/// <param name="LifeDanger">Those urgencies and danger signs that call for the urgent report at once (rules §4).</param>
public sealed record ConsultationRules(
    IReadOnlySet<string> Channels, IReadOnlySet<string> Routes, IReadOnlySet<string> Relations, IReadOnlySet<string> Topics,
    IReadOnlySet<string> Urgencies, IReadOnlySet<string> DangerSigns, IReadOnlySet<string> LifeDanger)
{
    /// <summary>True when what was ticked calls for the urgent report card.</summary>
    public bool MeansLifeDanger(string? urgency, IEnumerable<string> dangerSigns) =>
        urgency is not null && LifeDanger.Contains(urgency) || dangerSigns.Any(LifeDanger.Contains);
}
