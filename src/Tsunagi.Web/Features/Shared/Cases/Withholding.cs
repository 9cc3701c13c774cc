using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>「○○には伝えない」: what the notes of a case say must not reach somebody, and where it turns up in what that person gets.</summary>
public sealed class Withholding(AppDb db, NameBook names)
{
    private IReadOnlyList<WithheldWords> all = [];

    /// <summary>Reads the marked paragraphs of a case, the earlier wording of corrected ones too.</summary>
    /// <remarks>Past the access filter: whoever may print a plan without seeing the notes prints it without these words as well.</remarks>
    public async Task OfAsync(Id<Case> id, CancellationToken ct)
    {
        var marked = await db.Database.SqlQuery<Guid>(
            $"select distinct p.note_id as \"Value\" from note_paragraph p join progress_note n on n.id = p.note_id where n.case_id = {id.Value} and cardinality(p.not_told) > 0").ToListAsync(ct);
        if (marked.Count == 0) return;
        List<Id<ProgressNote>> ids = [.. marked.Select(m => new Id<ProgressNote>(m))];
        var notes = await db.ProgressNotes.IgnoreQueryFilters([AccessFilter.Name]).AsNoTracking().AsSplitQuery().Where(n => ids.Contains(n.Id)).ToListAsync(ct);
        all =
        [
            .. from note in notes
               from paragraph in note.Paragraphs
               where paragraph.NotTold.Count > 0
               from text in note.Corrections.Where(c => c.Paragraph == paragraph.Number).Select(c => c.Text).Prepend(paragraph.Text)
               select new WithheldWords(text, paragraph.NotTold),
        ];
        await names.ForAsync([], all.SelectMany(w => w.From), ct);
    }

    /// <summary>Whether a text holds words that one of these persons must not be told.</summary>
    public bool Stops(string? text, IReadOnlyCollection<Id<Person>> from) => Whom(text, from).Any();

    /// <summary>The warning beside a field, for those of these persons who must not be told; nothing when there is nothing to warn of.</summary>
    public string? WarningOf(string? text, IReadOnlyCollection<Id<Person>> from) => Whom(text, from).Select(names.Called).ToList() is { Count: > 0 } whom
        ? $"{string.Join("、", whom)}には伝えない、とした記録と同じ言葉があります。その方に渡す印刷からは除きます。"
        : null;

    private IEnumerable<Id<Person>> Whom(string? text, IReadOnlyCollection<Id<Person>> from) =>
        all.Where(w => w.From.Any(from.Contains) && w.AreIn(text)).SelectMany(w => w.From).Where(from.Contains).Distinct();
}
