using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Plans;

/// <summary>署名: how one of the plan's subjects agreed to a version.</summary>
/// <param name="Subject">Who.</param>
/// <param name="Kind">How it was signed; null where the person agreed by word of mouth (署名不能).</param>
/// <param name="WrittenBy">Name and relation of who wrote for them, if 代筆.</param>
/// <param name="Words">Their words; needed where they could not sign.</param>
/// <param name="On">The day they signed.</param>
/// <param name="By">Who received it.</param>
/// <param name="Voided">True once the text was changed after it.</param>
public sealed record PlanSignature(
    Id<Person> Subject, SignatureKind? Kind, string? WrittenBy, string? Words, DateOnly On, Stamp By, bool Voided = false)
{
    internal Refusal? Check() => this switch
    {
        { Kind: null } when string.IsNullOrWhiteSpace(Words) => new(RefusalCode.Required, nameof(Words)),
        { Kind: SignatureKind.WrittenByOther } when string.IsNullOrWhiteSpace(WrittenBy) => new(RefusalCode.Required, nameof(WrittenBy)),
        _ when On > JapanTime.DateOf(By.At) => new(RefusalCode.DateInFuture, nameof(On)),
        _ => null,
    };
}

/// <summary>判断の記録: one judgement or decision a version has been through; each source is used once.</summary>
/// <param name="Round">Which submission it was about.</param>
/// <param name="Gate">The gate it opened; null for a conclusion that opens none (見直し・継続・終結…).</param>
/// <param name="Conference">The conference it comes from, if one.</param>
/// <param name="Conclusion">That conference's conclusion.</param>
/// <param name="Decision">The ward's decision it comes from, if one.</param>
/// <param name="By">Who entered it.</param>
public sealed record PlanJudgement(
    int Round, PlanGate? Gate, Id<PlanConference>? Conference, PlanConferenceDecision? Conclusion, Id<Decision>? Decision, Stamp By);

/// <summary>モニタリングの結果.</summary>
public enum MonitoringOutcome
{
    /// <summary>継続.</summary>
    Continue,
    /// <summary>再プラン.</summary>
    RePlan,
    /// <summary>評価へ.</summary>
    Evaluate,
}

/// <summary>目標・支援内容ごとの状況.</summary>
/// <param name="Number">The goal's or action's number.</param>
/// <param name="Result">Code of the result.</param>
/// <param name="Words">What was seen or said.</param>
public sealed record PlanResult(int Number, string Result, string? Words);

/// <summary>モニタリングの内容: what was found on one day.</summary>
/// <param name="On">The day.</param>
/// <param name="Goals">Result per goal.</param>
/// <param name="Actions">Result per action.</param>
/// <param name="ChangesSeen">Codes of the changes seen.</param>
/// <param name="Words">What else there is to say.</param>
/// <param name="Outcome">Continue, re-plan or evaluate.</param>
/// <param name="NextOn">The next date; needed unless it goes on to the evaluation.</param>
public sealed record MonitoringContent(
    DateOnly On, IReadOnlyList<PlanResult> Goals, IReadOnlyList<PlanResult> Actions, IReadOnlyList<string> ChangesSeen,
    string? Words, MonitoringOutcome Outcome, DateOnly? NextOn);

/// <summary>モニタリング.</summary>
public sealed record Monitoring(int Number, MonitoringContent Content, Stamp By);

/// <summary>評価の内容: achievement per goal, and why it stands so.</summary>
/// <param name="On">The day.</param>
/// <param name="Achievements">Achievement per goal; every goal needs one.</param>
/// <param name="Reasons">Reason codes (終結の理由 and the like).</param>
/// <param name="Supporters">支援者の状況.</param>
/// <param name="Words">The evaluation in words.</param>
public sealed record EvaluationContent(
    DateOnly On, IReadOnlyList<PlanResult> Achievements, IReadOnlyList<string> Reasons, string? Supporters, string Words);

/// <summary>評価.</summary>
public sealed record Evaluation(int Number, EvaluationContent Content, Stamp By);

/// <summary>フォローアップ: a look-in after the plan ended.</summary>
/// <param name="Number">From 1.</param>
/// <param name="DueOn">When it is due.</param>
/// <param name="Method">How.</param>
/// <param name="DoneOn">When it was done; null until then.</param>
/// <param name="Words">What was found.</param>
/// <param name="By">Who planned it.</param>
/// <param name="DoneBy">Who did it.</param>
public sealed record FollowUp(
    int Number, DateOnly DueOn, string Method, DateOnly? DoneOn, string? Words, Stamp By, Stamp? DoneBy);

/// <summary>状態の経過: one change of a version's state.</summary>
public sealed record PlanStep(PlanVersionAction Action, PlanVersionState To, string? Reason, Stamp By);
