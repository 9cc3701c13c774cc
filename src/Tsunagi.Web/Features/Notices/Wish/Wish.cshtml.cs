using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Notices;

/// <summary>照合についての希望: whether somebody wishes to be left out of the nightly matching.</summary>
[Permit(Permission.SeePerson)]
public sealed class MatchingWishModel(KeepMatchingWish keep, NameBook names, AppDb db) : TsunagiPage
{
    public sealed class Form
    {
        public bool? Declines { get; set; }
        public string? Words { get; set; }
        public DateOnly? SaidOn { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Id<Person> Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public MatchingWish Wish { get; private set; } = null!;
    public string Name { get; private set; } = "";
    public bool MayWrite { get; private set; }

    public string By(Id<Account> account) => names.Of(account);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input.SaidOn = Today;
        return await LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct) =>
        await AnswerAsync(await keep.RunAsync(Id, new() { Declines = Input.Declines, Words = Input.Words, SaidOn = Input.SaidOn }, ct), () =>
        {
            Done = "照合についての希望を記録しました。";
            return LocalRedirect(NoticeLinks.Wish(Id));
        }, () => LoadAsync(ct));

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var seen = await keep.SeeAsync(Id, ct);
        if (!seen.IsDone) return seen.Refusals[0].Code == RefusalCode.NotFound ? Absent() : Forbid();
        if (await db.Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Id, ct) is not { } person) return Absent();
        (Wish, Name) = (seen.Value, person.Name.Display);
        MayWrite = AccessPolicy.Allows(Work.Actor, await Work.DecideAsync(person.Root, ct), Permission.WritePerson);
        await names.ForAsync([.. Wish.Words.Select(w => (Id<Account>?)w.By)], [], ct);
        return Page();
    }
}
