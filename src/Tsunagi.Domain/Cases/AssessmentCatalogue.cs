using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>アセスメント項目: one question of the ward's sheet.</summary>
/// <param name="Code">Stable code; old answers keep it when the ward drops the question.</param>
/// <param name="LabelKey">Where its words are found.</param>
/// <param name="Section">The part of the sheet it stands in.</param>
/// <param name="IsStateReported">国への報告項目: drawn with a bold frame.</param>
/// <param name="MaxLength">The longest answer.</param>
public sealed record AssessmentField(
    string Code, string LabelKey, AssessmentSection Section, bool IsStateReported = false, int MaxLength = CaseText.Paragraph);

/// <summary>アセスメントの区分.</summary>
public enum AssessmentSection
{
    /// <summary>健康.</summary>
    Health,
    /// <summary>手帳・認定.</summary>
    Certificates,
    /// <summary>収入・債務.</summary>
    IncomeAndDebt,
    /// <summary>住まい.</summary>
    Housing,
    /// <summary>仕事.</summary>
    Work,
    /// <summary>教育.</summary>
    Education,
    /// <summary>介護・世話.</summary>
    Care,
    /// <summary>家族関係.</summary>
    Family,
    /// <summary>社会とのつながり.</summary>
    SocialTies,
    /// <summary>強み.</summary>
    Strengths,
    /// <summary>本人の望み.</summary>
    Wishes,
    /// <summary>利用中のサービス.</summary>
    Services,
    /// <summary>保険・年金.</summary>
    InsuranceAndPension,
    /// <summary>生活歴・相談歴.</summary>
    History,
    /// <summary>見立て: background and hypothesis.</summary>
    Formulation,
}

/// <summary>アセスメント様式: the questions and codes of one ward, from its profile.</summary>
/// <param name="Fields">The questions in order.</param>
/// <param name="Issues">課題と特性: the codes offered.</param>
public sealed record AssessmentCatalogue(IReadOnlyList<AssessmentField> Fields, IReadOnlySet<string> Issues)
{
    /// <summary>The question with a code, or null where the ward has none (any more).</summary>
    public AssessmentField? Find(string code) => Fields.FirstOrDefault(f => f.Code == code);

    /// <summary>What stands in the way of a sheet. Answers and codes the version before already had are kept, even if the ward dropped them.</summary>
    internal List<Refusal> Check(AssessmentSheet sheet, AssessmentSheet before)
    {
        List<Refusal> found = [];
        foreach (var answer in sheet.Answers)
        {
            if (Find(answer.Code) is not { } field)
            {
                if (!before.Answers.Contains(answer))
                    found.Add(new(RefusalCode.UnknownCode, answer.Code));
            }
            else if (answer.Text.Length > field.MaxLength)
            {
                found.Add(new(RefusalCode.TooLong, answer.Code));
            }
            else if (IndividualNumber.Appears(answer.Text))
            {
                found.Add(new(RefusalCode.IndividualNumber, answer.Code));
            }
        }
        if (sheet.Issues.Any(code => !Issues.Contains(code) && !before.Issues.Contains(code)))
            found.Add(new(RefusalCode.UnknownCode, nameof(sheet.Issues)));
        foreach (var (document, at) in sheet.Documents.Select((d, i) => (d, $"{nameof(sheet.Documents)}[{i}]")))
        {
            if (CaseText.Needed(document.Name, CaseText.Line, $"{at}.{nameof(document.Name)}") is { } unnamed)
                found.AddRange(unnamed.Refusals);
            if (CaseText.Needed(document.IssuedBy, CaseText.Line, $"{at}.{nameof(document.IssuedBy)}") is { } nobody)
                found.AddRange(nobody.Refusals);
        }
        return found;
    }
}
