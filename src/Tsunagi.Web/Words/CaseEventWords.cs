using System.Collections.Frozen;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Notices;

namespace Tsunagi.Web.Words;

/// <summary>What the events of a case are called in its 経過 and its 閲覧履歴.</summary>
public static class CaseEventWords
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        [nameof(CaseOpened)] = "ケースを開きました",
        [nameof(CaseHandedOver)] = "引継ぎにより担当の組織が替わりました",
        [nameof(CasePersonIncluded)] = "対象者を加えました",
        [nameof(CaseConsultationTaken)] = "相談をこのケースに入れました",
        [nameof(CaseReferenceChanged)] = "基準となる方を変えました",
        [nameof(CasePersonLeft)] = "対象者から外しました",
        [nameof(CaseLinked)] = "関連するケースとして登録しました",
        [nameof(NextActionPlanned)] = "次の対応を決めました",
        [nameof(ContactAgreed)] = "支援の型と連絡の間隔を決めました",
        [nameof(CaseSuspended)] = "一時休止にしました",
        [nameof(CaseResumed)] = "支援を再開しました",
        [nameof(CaseClosed)] = "終結しました",
        [nameof(CaseFollowedUp)] = "フォローアップを記録しました",
        [nameof(WorkerAssigned)] = "担当者を決めました",
        [nameof(WorkerChangeCancelled)] = "予定の担当者変更を取り消しました",
        [nameof(DeputyAppointed)] = "代理を決めました",
        [nameof(DeputyEnded)] = "代理を終えました",
        [nameof(TeamMemberJoined)] = "支援チームに加えました",
        [nameof(TeamMemberLeft)] = "支援チームから外しました",
        [nameof(TaskGiven)] = "タスクを依頼しました",
        [nameof(TaskEnded)] = "タスクに答えました",
        [nameof(NoteWritten)] = "経過を記録しました",
        [nameof(NoteCorrected)] = "経過を訂正しました",
        [nameof(NoteRetracted)] = "経過を取り消しました",
        [nameof(AssessmentWritten)] = "アセスメントを書きました",
        [nameof(CaseConcernsMarked)] = "行き詰まり・孤立・危険の印を付け直しました",
        [nameof(HandoverOffered)] = "引継ぎを申し出ました",
        [nameof(HandoverAccepted)] = "引継ぎを引き受けました",
        [nameof(HandoverEnded)] = "引継ぎを終えました（担当は変わりません）",
        [AuditEntry.Seen] = "閲覧",
        [AuditEntry.Printed] = "印刷",
        [AuditEntry.Refused] = "できなかった操作",
    }.ToFrozenDictionary();

    /// <summary>What the 経過 tells beside the notes; looks and the writing of notes are not told there.</summary>
    public static IReadOnlyList<string> OnTimeline { get; } =
    [
        nameof(CaseOpened), nameof(CaseHandedOver), nameof(CasePersonIncluded), nameof(CasePersonLeft), nameof(ContactAgreed), nameof(CaseSuspended),
        nameof(CaseResumed), nameof(CaseClosed), nameof(CaseFollowedUp), nameof(WorkerAssigned), nameof(DeputyAppointed), nameof(TeamMemberJoined),
        nameof(TeamMemberLeft), nameof(TaskGiven), nameof(TaskEnded), nameof(AssessmentWritten),
    ];

    /// <summary>The words of an event; another feature's event under the case keeps its own name.</summary>
    public static string Of(string kind) => Words.GetValueOrDefault(kind, "記録");

    /// <summary>Whether an event has words here.</summary>
    public static bool Knows(string kind) => Words.ContainsKey(kind);
}
