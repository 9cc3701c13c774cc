using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>How the page 相談を記録 ends.</summary>
public enum NextStep
{
    /// <summary>あとで決める: stays under 対応待ち.</summary>
    Later,
    /// <summary>情報提供で終了.</summary>
    Information,
    /// <summary>この窓口で継続.</summary>
    Keep,
    /// <summary>つなぐ: goes on to the handoff page.</summary>
    HandOff,
    /// <summary>訪問（実態把握）.</summary>
    Visit,
}

/// <summary>What stands in the fields of 相談を記録, as typed; the API sends the same.</summary>
public sealed class ConsultationInput
{
    /// <summary>Says that a new case is opened although there is one already.</summary>
    public const string NewCase = "new";

    /// <summary>The draft's id, given out with the empty form so that no save is ever doubled.</summary>
    public Id<Consultation>? Id { get; set; }
    public string? Date { get; set; }
    public string? Time { get; set; }
    public string? Channel { get; set; }
    public string? Route { get; set; }
    public string? VisitorName { get; set; }
    public string? VisitorKana { get; set; }
    public string? VisitorRelation { get; set; }
    public string? VisitorAgency { get; set; }
    public string? VisitorContact { get; set; }
    public List<string> Topics { get; set; } = [];
    public string? WorstTopic { get; set; }
    public string? OwnWords { get; set; }
    public string? Wishes { get; set; }
    public string? Care { get; set; }
    public string? Observations { get; set; }
    public List<StatementInput> Statements { get; set; } = [];
    public string? Urgency { get; set; }
    public List<string> DangerSigns { get; set; } = [];
    public string? Agreement { get; set; }
    public string? AgreementWords { get; set; }
    public string? Minutes { get; set; }

    /// <summary>The person, when they are already written down.</summary>
    public Id<Person>? PersonId { get; set; }
    /// <summary>別人と確かめた: records that were offered and are of somebody else. It is not asked again.</summary>
    public List<Id<Person>> NotSame { get; set; } = [];
    public string? PersonName { get; set; }
    public string? PersonKana { get; set; }
    public string? PersonBirth { get; set; }
    public string? PersonGender { get; set; }
    public string? PersonPhone { get; set; }
    public string? PersonAddressKind { get; set; }
    public string? PersonAddress { get; set; }
    public List<MemberInput> Members { get; set; } = [];

    public string? Next { get; set; }

    /// <summary>担当中のケース that a kept consultation goes into; a new one is opened when blank, or <see cref="NewCase"/>.</summary>
    public string? Case { get; set; }
    public string? OutcomeText { get; set; }
    public bool? AgreedToEnd { get; set; }
    public string? VisitAction { get; set; }
    public string? VisitOn { get; set; }
}

/// <summary>One speaker's words.</summary>
public sealed class StatementInput
{
    public string? Speaker { get; set; }
    public string? Words { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Speaker) && string.IsNullOrWhiteSpace(Words);
}

/// <summary>One other person of the household.</summary>
public sealed class MemberInput
{
    public string? Name { get; set; }
    public string? Kana { get; set; }
    public string? Relation { get; set; }
    public string? Birth { get; set; }
    public string? Living { get; set; }

    public bool IsBlank => string.IsNullOrWhiteSpace(Name) && string.IsNullOrWhiteSpace(Relation) && string.IsNullOrWhiteSpace(Birth);
}
