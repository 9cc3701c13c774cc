using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>相談を記録: one page, filled in while the person is talking.</summary>
[Permit(Permission.RecordConsultation)]
public sealed class NewConsultationModel(ReceiveConsultation receive, SaveDraft saveDraft, KnownPeople knownPeople, IntakeCodes codes, AppDb db) : TsunagiPage
{
    private const int EmptyRows = 2;
    private const int MostRows = 20;

    [BindProperty]
    public ConsultationInput Input { get; set; } = new();

    /// <summary>The draft to go on with.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Consultation>? Draft { get; set; }

    public IReadOnlyList<KnownPerson> Known { get; private set; } = [];
    public KnownChoice Same => new(Known, Input.PersonId, "intake") { NotSame = Input.NotSame, Case = new([.. Known.SelectMany(k => k.Cases).DistinctBy(c => c.Id)], Input.Case, "intake") };
    public string? SavedAt { get; private set; }
    public IReadOnlySet<string> LifeDanger => codes.LifeDanger;

    public IReadOnlyList<SelectListItem> Choices(string list) => codes.Choices(list);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Draft is null)
        {
            BeginEmpty();
            return Page();
        }
        var id = await db.FormOfAsync(Draft.Value, Work, ct);
        var draft = await db.Consultations.AsNoTracking().SingleOrDefaultAsync(c => c.Id == id && c.State == ConsultationState.Draft, ct);
        if (draft is null) return Absent();
        Work.Saw(Permission.RecordConsultation, draft.Root);
        Restore(draft);
        await KeepChosenAsync(ct);
        return Page();
    }

    /// <summary>受け付ける.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await receive.RunAsync(Input, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "相談を受け付けました。";
            return LocalRedirect(Input.Next == nameof(NextStep.HandOff) ? ConsultationLinks.HandOff(outcome.Value) : ConsultationLinks.Detail(outcome.Value));
        }, async () =>
        {
            await KeepAsync(ct);
            return await AgainAsync(ct);
        });
    }

    /// <summary>あとで続ける.</summary>
    public async Task<IActionResult> OnPostLaterAsync(CancellationToken ct)
    {
        var outcome = await KeepAsync(ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "書きかけのまま保存しました。あとで続けられます。";
            return LocalRedirect(ConsultationLinks.In(ConsultationState.Draft));
        }, async () => await AgainAsync(ct));
    }

    /// <summary>もう一人書く: one more row, and what was typed is kept.</summary>
    public async Task<IActionResult> OnPostMoreAsync(CancellationToken ct)
    {
        await KeepAsync(ct);
        return await AgainAsync(ct);
    }

    /// <summary>同じ人の記録をさがす, without script.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        await KeepAsync(ct);
        Known = await FindAsync(ct);
        return await AgainAsync(ct);
    }

    /// <summary>The same, as a piece of the page.</summary>
    public async Task<IActionResult> OnPostKnownAsync(CancellationToken ct)
    {
        Known = await FindAsync(ct);
        return Partial("/Features/Consultations/_Known.cshtml", Same);
    }

    /// <summary>自動保存.</summary>
    public async Task<IActionResult> OnPostDraftAsync(CancellationToken ct)
    {
        var outcome = await KeepAsync(ct);
        return outcome.IsDone ? new JsonResult(new { savedAt = DateWords.Time(Work.Now) }) : StatusCode(StatusCodes.Status409Conflict);
    }

    // Who calls may be the person; what they said about themselves is searched for then.
    private Task<IReadOnlyList<KnownPerson>> FindAsync(CancellationToken ct) =>
        knownPeople.FindAsync(Input.PersonName ?? Input.VisitorName, Input.PersonKana ?? Input.VisitorKana, Input.PersonPhone ?? Input.VisitorContact, ct, Input.PersonId, Input.PersonBirth, Input.PersonAddress);

    private async Task<Outcome> KeepAsync(CancellationToken ct)
    {
        Input.Id ??= Work.NewId<Consultation>();
        var outcome = await saveDraft.RunAsync(Input.Id.Value, Typed(), ct);
        if (outcome.IsDone) SavedAt = DateWords.Time(Work.Now);
        return outcome;
    }

    /// <summary>Every field as typed; the second and later values of one name are numbered.</summary>
    private Dictionary<string, string> Typed()
    {
        Dictionary<string, string> fields = [];
        foreach (var (name, values) in Request.Form.Where(field => field.Key.StartsWith("Input.", StringComparison.Ordinal) && field.Key != "Input.Id"))
        {
            for (var i = 0; i < values.Count; i++)
                if (!string.IsNullOrEmpty(values[i])) fields[i == 0 ? name : string.Create(CultureInfo.InvariantCulture, $"{name}#{i}")] = values[i]!;
        }
        return fields;
    }

    private void Restore(Consultation draft)
    {
        Input.Id = draft.Id;
        SavedAt = draft.DraftSavedAt is { } at ? DateWords.Short(at) : null;
        var fields = draft.DraftFields ?? new Dictionary<string, string>();
        foreach (var group in fields.GroupBy(field => field.Key.Split('#')[0]))
        {
            string[] values = [.. group.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => field.Value)];
            ModelState.SetModelValue(group.Key, values, string.Join(',', values));
        }
        Input.PersonId = Id<Person>.TryParse(fields.GetValueOrDefault("Input.PersonId"), null, out var person) ? person : null;
        Input.NotSame = [.. fields.Where(f => f.Key.Split('#')[0] == "Input.NotSame").Select(f => Id<Person>.TryParse(f.Value, null, out var other) ? other : default).Where(other => !other.IsNone)];
        Input.Case = fields.GetValueOrDefault("Input.Case");
        // What the search beside the form goes by; the fields themselves are shown from the model state.
        (Input.PersonName, Input.PersonKana, Input.PersonPhone) = (fields.GetValueOrDefault("Input.PersonName"), fields.GetValueOrDefault("Input.PersonKana"), fields.GetValueOrDefault("Input.PersonPhone"));
        (Input.VisitorName, Input.VisitorKana, Input.VisitorContact) = (fields.GetValueOrDefault("Input.VisitorName"), fields.GetValueOrDefault("Input.VisitorKana"), fields.GetValueOrDefault("Input.VisitorContact"));
        Input.PersonBirth = fields.GetValueOrDefault("Input.PersonBirth");
        AddRows(RowsIn(fields.Keys, "Input.Members["), RowsIn(fields.Keys, "Input.Statements["));
    }

    private static int RowsIn(IEnumerable<string> names, string prefix) => names
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal))
        .Select(name => int.TryParse(name.AsSpan(prefix.Length, Math.Max(0, name.IndexOf(']', StringComparison.Ordinal) - prefix.Length)), out var row) ? row + 1 : 0)
        .DefaultIfEmpty(0).Max();

    private void BeginEmpty()
    {
        var local = JapanTime.LocalOf(Work.Now);
        Input = new()
        {
            Id = Work.NewId<Consultation>(),
            Date = DateWords.Of(Today),
            Time = local.ToString("HH:mm", CultureInfo.InvariantCulture),
            Channel = Choices(CodeLists.Channel).FirstOrDefault(choice => choice.Value == "phone")?.Value,
            VisitorRelation = Visitor.Self,
            Next = nameof(NextStep.Later),
        };
        AddRows(0, 0);
    }

    private async Task<PageResult> AgainAsync(CancellationToken ct)
    {
        AddRows(Input.Members.Count, Input.Statements.Count);
        await KeepChosenAsync(ct);
        return Page();
    }

    // Who was said to be the same person stays chosen, and who was not stays told apart; otherwise it would have to be said a second time.
    private async Task KeepChosenAsync(CancellationToken ct)
    {
        if ((Input.PersonId is not null || Input.NotSame.Count > 0) && Known.Count == 0) Known = await FindAsync(ct);
    }

    private void AddRows(int members, int statements)
    {
        // One row more than is filled, so there is always room for the next person.
        var filled = Input.Members.FindLastIndex(m => !m.IsBlank) + 1;
        while (Input.Members.Count < Math.Min(MostRows, Math.Max(EmptyRows, Math.Max(members, filled + 1)))) Input.Members.Add(new());
        filled = Input.Statements.FindLastIndex(s => !s.IsBlank) + 1;
        while (Input.Statements.Count < Math.Min(MostRows, Math.Max(EmptyRows, Math.Max(statements, filled + 1)))) Input.Statements.Add(new());
    }
}
