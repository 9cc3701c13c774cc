using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Households;

/// <summary>この人を基準に世帯を書く.</summary>
[Permit(Permission.WriteHousehold)]
public sealed class FormHouseholdModel(ChangeHousehold change) : TsunagiPage
{
    public IActionResult OnGet() => Absent();

    public async Task<IActionResult> OnPostAsync(Id<Person> person, CancellationToken ct)
    {
        var outcome = await change.FormAsync(person, ct);
        return await AnswerAsync(outcome, () => LocalRedirect(HouseholdLinks.Detail(outcome.Value)), () => Task.FromResult<IActionResult>(Page()));
    }
}
