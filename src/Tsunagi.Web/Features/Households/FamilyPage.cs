using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Households;

/// <summary>A page that draws a household's people and takes down something about one of them.</summary>
/// <typeparam name="TTie">By what that is called: an id or a number.</typeparam>
public abstract class FamilyPage<TTie>(SeeFamily see) : TsunagiPage where TTie : struct, IEquatable<TTie>
{
    [BindProperty(SupportsGet = true)]
    public Id<Household> Id { get; set; }

    /// <summary>About whom something is written.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Person>? Person { get; set; }

    /// <summary>What changes, among what is written with the person.</summary>
    [BindProperty]
    public TTie Tie { get; set; }

    public FamilyView Family { get; private set; } = null!;

    public Relative Who(Id<Person> person) => Family.Family.First(r => r.Person == person);

    /// <summary>Whether the form of a line was sent and refused, so that it stays open.</summary>
    public bool IsOpen(string part, Id<Person> person, TTie tie) => Request.Query["handler"] == part && Person == person && Tie.Equals(tie);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    private protected Task<IActionResult> AfterAsync(Outcome outcome, string done, CancellationToken ct) => AnswerAsync(outcome, () =>
    {
        Done = done;
        return LocalRedirect(Next);
    }, () => LoadAsync(ct));

    /// <summary>Where one goes on when something was taken down.</summary>
    private protected abstract string Next { get; }

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var seen = await see.RunAsync(Id, null, ct);
        if (!seen.IsDone || !seen.Value.Household.MayWrite) return Absent();
        Family = seen.Value;
        return Page();
    }
}
