using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>世帯: the persons a case concerns, and the cases it hangs together with.</summary>
[Permit(Permission.SeeCase)]
public sealed class PeopleModel(AppDb db, ChangePeople change, KnownPeople knownPeople, NameBook names) : CasePage
{
    public sealed record Row(Id<Person> Id, string Name, bool IsSeen, string Role, bool IsReference, DateTimeOffset Since, DateTimeOffset? Until, string? Reason);

    public sealed record Linked(Id<Case> Id, string Number, string Kind);

    public sealed class Form : NamedInput
    {
        public CasePersonRole Role { get; set; } = CasePersonRole.HouseholdMember;
        public string? Reason { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Tab => "people";

    public IReadOnlyList<Row> Persons { get; private set; } = [];
    public IReadOnlyList<Linked> Links { get; private set; } = [];

    /// <summary>Who may be meant: before a search, those of the same household and of the consultation who do not belong to the case yet.</summary>
    public KnownChoice Known { get; private set; } = new([], null);

    /// <summary>Whether 同じ人の記録をさがす was pressed.</summary>
    public bool HasSearched { get; private set; }

    public IReadOnlyList<SelectListItem> Roles { get; } = [.. Enum.GetValues<CasePersonRole>().Select(r => new SelectListItem(CaseWords.Of(r), r.ToString()))];

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>同じ人の記録をさがす.</summary>
    public async Task<IActionResult> OnPostFindAsync(CancellationToken ct)
    {
        HasSearched = true;
        var shown = await LoadAsync(ct);
        if (shown is PageResult && Header.MayManage)
            Known = new(await knownPeople.FindAsync(Input.Name, Input.Kana, Input.Phone, ct, birth: Input.Birth), Input.PersonId) { NotSame = Input.NotSame };
        return shown;
    }

    public async Task<IActionResult> OnPostIncludeAsync(CancellationToken ct) =>
        await DoneAsync(await change.IncludeAsync(Id, Input, Input.Role, ct), "対象者に加えました。", ct);

    public async Task<IActionResult> OnPostLeaveAsync(Id<Person> person, CancellationToken ct) =>
        await DoneAsync(await change.LeaveAsync(Id, person, Input.Reason, ct), "対象者から外しました。これまでの記録は残ります。", ct);

    public async Task<IActionResult> OnPostReferenceAsync(Id<Person> person, CancellationToken ct) =>
        await DoneAsync(await change.MakeReferenceAsync(Id, person, ct), "基準となる方を変えました。", ct);

    private Task<IActionResult> DoneAsync(Outcome outcome, string done, CancellationToken ct) =>
        AfterAsync(Named(outcome), done, CaseLinks.People(Id), () => LoadAsync(ct));

    private static Outcome Named(Outcome outcome) => outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r with
    {
        Field = r.Field switch { "person" => nameof(Form.PersonId), "reason" => nameof(Form.Reason), var other => other },
    })]);

    // Through the access filter: nobody is offered whom the viewer may not see.
    private async Task<IReadOnlyList<KnownPerson>> CandidatesAsync(Case @case, CancellationToken ct)
    {
        var (current, today) = (@case.CurrentPersons.Select(p => p.PersonId).ToList(), Today);
        var consultation = @case.ConsultationId;
        var found = await db.Persons.AsNoTracking()
            .Where(p => !current.Contains(p.Id))
            .Where(p => db.Households.Any(h => h.Members.Any(m => m.PersonId == p.Id && (m.Until == null || today < m.Until)) && h.Members.Any(m => current.Contains(m.PersonId)))
                || (consultation != null && db.Set<Domain.Consultations.ConsultationPerson>().Any(c => c.ConsultationId == consultation && c.PersonId == p.Id && c.TakenBackAt == null)))
            .OrderBy(p => p.Id).Take(50).Select(p => p.Id).ToListAsync(ct);
        await names.ForAsync([], found, ct);
        return [.. found.Select(p => new KnownPerson(p, names.Of(p), null, null, null, false, []))];
    }

    private Task<IActionResult> LoadAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        var @case = await db.Cases.AsNoTracking().AsSplitQuery().Include(c => c.Persons).Include(c => c.Links).SingleAsync(c => c.Id == Id, ct);
        await names.ForAsync([], @case.Persons.Select(p => p.PersonId), ct);
        Persons = [.. @case.Persons.OrderBy(p => p.LeftAt is not null).Select(p => new Row(
            p.PersonId, names.Of(p.PersonId), names.Knows(p.PersonId), CaseWords.Of(p.Role), p.IsReference, p.IncludedAt, p.LeftAt, p.LeftReason))];
        if (Header.MayManage && !HasSearched)
            Known = new(await CandidatesAsync(@case, ct), Input.PersonId, Question: "同じ世帯・相談の方");
        var others = @case.Links.Select(l => l.OtherId).ToList();
        // Only those the viewer may see come back: a link opens nothing.
        var visible = await db.Cases.AsNoTracking().Where(c => others.Contains(c.Id)).Select(c => new { c.Id, c.FiscalYear, c.Sequence }).ToListAsync(ct);
        Links = [.. from link in @case.Links
            join other in visible on link.OtherId equals other.Id
            select new Linked(other.Id, new CaseNumber(other.FiscalYear, other.Sequence).ToString(), CaseWords.Of(link.Kind))];
    }, ct);
}
