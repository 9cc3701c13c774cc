using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>相談に出てくる人: added when a name comes later, taken out when it was the wrong one.</summary>
[Permit(Permission.WriteConsultation)]
public sealed class ConsultationPeopleModel(ChangeConcerned change, KnownPeople knownPeople, NameBook names, AppDb db) : TsunagiPage
{
    public sealed record Row(Id<Person> Id, string Name, ConcernedAs As);

    [BindProperty(SupportsGet = true)]
    public Id<Consultation> Id { get; set; }

    [BindProperty]
    public ConcernedInput Input { get; set; } = new();

    public DateTimeOffset At { get; private set; }
    public IReadOnlyList<Row> Persons { get; private set; } = [];

    /// <summary>Who may be meant; null before anybody was searched for.</summary>
    public IReadOnlyList<KnownPerson>? Known { get; private set; }

    public IReadOnlyList<SelectListItem> Roles { get; } = [.. Enum.GetValues<ConcernedAs>().Select(a => new SelectListItem(ConsultationWords.Of(a), a.ToString()))];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var shown = await LoadAsync(ct);
        if (Persons.Any(p => p.As == ConcernedAs.Subject)) Input.As = ConcernedAs.HouseholdMember;
        return shown;
    }

    /// <summary>同じ人の記録をさがす.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        var shown = await LoadAsync(ct);
        if (shown is PageResult) Known = await knownPeople.FindAsync(Input.Name, Input.Kana, Input.Phone, ct, birth: Input.Birth);
        return shown;
    }

    /// <summary>加える.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken ct) => await AfterAsync(await change.NameAsync(Id, Input, ct), "加えました。", ct);

    /// <summary>外す.</summary>
    public async Task<IActionResult> OnPostTakeBackAsync(Id<Person> person, CancellationToken ct) =>
        await AfterAsync(await change.TakeBackAsync(Id, person, Input.Reason, ct), "外しました。これまでの記録は残ります。", ct);

    private Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(ConsultationLinks.People(Id));
    }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.WriteConsultation, RootRef.Of(RootKind.Consultation, Id), ct);
        if (!may.IsDone) return Absent();
        if (await db.Consultations.AsNoTracking().Include(c => c.Persons).SingleOrDefaultAsync(c => c.Id == Id && c.State != ConsultationState.Draft, ct) is not { } consultation) return Absent();
        var named = consultation.Content.Persons;
        await names.ForAsync([], named.Select(p => p.PersonId), ct);
        (At, Persons) = (consultation.At, [.. named.OrderBy(p => p.As).Select(p => new Row(p.PersonId, names.Of(p.PersonId), p.As))]);
        return Page();
    }
}
