using Tsunagi.Domain.Cases;
using static Tsunagi.Domain.Cases.AssessmentSection;

namespace Tsunagi.Web.Words;

/// <summary>
/// アセスメントシートの項目: the questions of the sheet after the ministry's standard forms (domain.md §4), with their words.
/// Those marked are reported to the state and drawn with a bold frame. A ward that drops a question keeps its old answers.
/// </summary>
public static class AssessmentForm
{
    private const int HypothesisMax = 400;
    private const int AnswerMax = 4000;

    private static readonly (AssessmentField Field, string Label, string? Hint)[] Questions =
    [
        Ask("health.condition", Health, "心身の状態", true),
        Ask("health.treatment", Health, "通院・服薬・医療機関", false),
        Ask("health.mental", Health, "こころの様子", false),
        Ask("certificates", Certificates, "手帳・認定", true, "障害者手帳、要介護認定、自立支援医療など"),
        Ask("income", IncomeAndDebt, "収入", true, "給与、年金、手当、仕送りなど"),
        Ask("debt", IncomeAndDebt, "債務・滞納", true),
        Ask("budget", IncomeAndDebt, "家計のやりくり", false),
        Ask("housing.kind", Housing, "住まいの形と契約", true),
        Ask("housing.trouble", Housing, "住まいの困りごと", false),
        Ask("work.now", Work, "就労の状況", true),
        Ask("work.before", Work, "これまでの仕事・資格", false),
        Ask("education.level", Education, "学歴・在学", true),
        Ask("education.place", Education, "学校・保育所などでの様子", false),
        Ask("care.given", Care, "だれがだれの世話をしているか", false),
        Ask("care.double", Care, "ヤングケアラー・ダブルケアの気づき", false),
        Ask("family", Family, "家族構成と関係", true),
        Ask("ties", SocialTies, "人・地域とのつながり", false, "孤立の度合い、頼れる人、集まりへの参加など"),
        Ask("strengths", Strengths, "強み", false, "できていること、得意なこと、支えになっている人や物"),
        Ask("wishes", Wishes, "本人の望み（本人の言葉で）", false),
        Ask("wishes.family", Wishes, "家族の望み", false),
        Ask("services", Services, "利用中の制度・サービス", false),
        Ask("insurance", InsuranceAndPension, "医療保険・介護保険・年金", true),
        Ask("history", History, "生活歴とこれまでの相談", false),
        Ask("background", Formulation, "背景にあること", false),
        (new("hypothesis", "hypothesis", Formulation, MaxLength: HypothesisMax), "見立てと支援の仮説", null),
    ];

    /// <summary>The questions in order.</summary>
    public static IReadOnlyList<AssessmentField> Fields { get; } = [.. Questions.Select(q => q.Field)];

    /// <summary>The words of a question; its code where the sheet does not ask it any more.</summary>
    public static string LabelOf(string code) => Questions.FirstOrDefault(q => q.Field.Code == code).Label ?? code;

    /// <summary>What helps to answer, if anything.</summary>
    public static string? HintOf(string code) => Questions.FirstOrDefault(q => q.Field.Code == code).Hint;

    /// <summary>A sheet written out, one answer in a line; blanks are told, not hidden.</summary>
    public static string Text(AssessmentSheet sheet)
    {
        var answered = Fields.Where(f => !sheet[f.Code].IsBlank).Select(f => $"{LabelOf(f.Code)}：{(sheet[f.Code].DoesNotApply ? "該当なし" : sheet[f.Code].Text)}");
        var papers = sheet.Documents.Select(d => $"{CaseWords.Of(d.Section)}：{d.Name}（{d.IssuedBy}）");
        var blank = Fields.Where(f => sheet[f.Code].IsBlank && sheet.Documents.All(d => d.Section != f.Section)).Select(f => LabelOf(f.Code));
        var rest = string.Join('、', blank) is { Length: > 0 } open ? new[] { $"（未記入：{open}）" } : [];
        return string.Join('\n', [.. answered, .. papers, .. rest]);
    }

    private static (AssessmentField, string, string?) Ask(string code, AssessmentSection section, string label, bool reported, string? hint = null) =>
        (new(code, code, section, reported, AnswerMax), label, hint);
}
