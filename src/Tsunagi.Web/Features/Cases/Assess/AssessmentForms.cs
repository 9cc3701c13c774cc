using Tsunagi.Domain.Cases;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>The assessment as a form posts it: one answer for each question, the issues ticked, the papers accepted.</summary>
public sealed class AssessmentFormInput
{
    /// <summary>The version the editor had read; 0 where there was none.</summary>
    public int BasedOn { get; set; }

    /// <summary>The answers, by question.</summary>
    public Dictionary<string, string?> Answers { get; set; } = [];

    /// <summary>該当なし, by question.</summary>
    public List<string> NotApplicable { get; set; } = [];

    public List<string> Issues { get; set; } = [];

    public List<DocumentInput> Documents { get; set; } = [];

    /// <summary>One accepted paper; a row in which nothing is written is not one.</summary>
    public sealed class DocumentInput
    {
        internal bool IsWritten => !string.IsNullOrWhiteSpace(Name + IssuedOn + IssuedBy);

        public AssessmentSection Section { get; set; }
        public string? Name { get; set; }
        public string? IssuedOn { get; set; }
        public string? IssuedBy { get; set; }
    }

    /// <summary>The form of a sheet, with an empty row for one more paper.</summary>
    public static AssessmentFormInput Of(AssessmentSheet sheet, int basedOn) => new()
    {
        BasedOn = basedOn,
        Answers = sheet.Answers.ToDictionary(a => a.Code, a => (string?)a.Text),
        NotApplicable = [.. sheet.Answers.Where(a => a.DoesNotApply).Select(a => a.Code)],
        Issues = [.. sheet.Issues],
        Documents =
        [
            .. sheet.Documents.Select(d => new DocumentInput { Section = d.Section, Name = d.Name, IssuedOn = FormDates.Iso(d.IssuedOn), IssuedBy = d.IssuedBy }),
            new(),
        ],
    };

    /// <summary>The sheet of a form. Questions the sheet does not ask any more keep the answer of the version read.</summary>
    public AssessmentSheet ToSheet(AssessmentSheet read, TypedInput typed)
    {
        var asked = AssessmentForm.Fields.Select(f => f.Code).ToHashSet();
        return new(
            [
                .. AssessmentForm.Fields.Select(f => new AssessmentAnswer(f.Code, Answers.GetValueOrDefault(f.Code) ?? "", NotApplicable.Contains(f.Code))),
                .. read.Answers.Where(a => !asked.Contains(a.Code)),
            ],
            Issues,
            [.. Documents.Select((d, i) => (Row: d, At: $"{nameof(Documents)}[{i}]")).Where(d => d.Row.IsWritten).Select(d => DocumentOf(d.Row, d.At, typed))]);
    }

    private static EquivalentDocument DocumentOf(DocumentInput row, string at, TypedInput typed) => new(
        row.Section, typed.Needed($"{at}.{nameof(row.Name)}", row.Name, CaseText.Line),
        typed.Date($"{at}.{nameof(row.IssuedOn)}", row.IssuedOn, required: true) ?? default,
        typed.Needed($"{at}.{nameof(row.IssuedBy)}", row.IssuedBy, CaseText.Line));
}
