using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People;

/// <summary>人の記録を訂正・補記する.</summary>
[Permit(Permission.WritePerson)]
public sealed class EditPersonModel(CorrectPerson correct, AppDb db) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public Id<Person> Id { get; set; }

    [BindProperty]
    public PersonInput Input { get; set; } = new();

    public string Name { get; private set; } = "";
    public bool IsLocationProtected { get; private set; }

    /// <summary>What somebody else has written meanwhile.</summary>
    public PersonInput? Theirs { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await FindAsync(ct) is not { } person) return Absent();
        Input = PersonInput.Of(person);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await correct.RunAsync(Id, Input, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "訂正しました。訂正前の内容は記録に残っています。";
            return LocalRedirect(PersonLinks.Detail(Id));
        }, async () =>
        {
            if (await FindAsync(ct) is not { } person) return Absent();
            if (outcome.Refusals.Any(r => r.Code == RefusalCode.Stale))
            {
                Theirs = PersonInput.Of(person);
                ModelState.Remove("Input.Version");
                Input.Version = person.Version;
            }
            return Page();
        });
    }

    private async Task<Person?> FindAsync(CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.WritePerson, RootRef.Of(RootKind.Person, Id), ct);
        if (!may.IsDone || await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } person) return null;
        (Name, IsLocationProtected) = (person.Name.Display, person.IsLocationProtected);
        return person;
    }
}
