using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.People.SamePersons;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People;

/// <summary>人の記録.</summary>
[Permit(Permission.SeePerson)]
public sealed class PersonDetailModel(SeePerson see, SeeMergedRecords seeMerged, CorrectPerson correct, CurrentWard ward) : TsunagiPage
{
    /// <summary>How many cases are shown.</summary>
    public const int ShownCases = 10;

    [BindProperty(SupportsGet = true)]
    public Id<Person> Id { get; set; }

    [BindProperty]
    public string? DiedOn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public PersonView Person { get; private set; } = null!;
    public OtherRecords Others { get; private set; } = OtherRecords.None;
    public CurrentWard Ward => ward;

    public string? Topic(string? code) => code is null ? null : ward.Profile.CodeList(CodeLists.ConsultationTopic).NameOf(code);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostDiedAsync(CancellationToken ct) => await AfterAsync(await correct.DiedAsync(Id, DiedOn, ct), "亡くなったことを記録しました。郵送は止まります。支援は続きます。", ct);

    public async Task<IActionResult> OnPostNotDiedAsync(CancellationToken ct) => await AfterAsync(await correct.NotDiedAsync(Id, Reason, ct), "死亡の記録を取り消しました。", ct);

    private async Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => await AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(PersonLinks.Detail(Id));
    }, () => LoadAsync(ct), prefix: "Input");

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var seen = await see.RunAsync(Id, ct);
        if (!seen.IsDone) return Absent();
        Person = seen.Value;
        Others = await seeMerged.RunAsync(Person, ct);
        return Page();
    }
}
