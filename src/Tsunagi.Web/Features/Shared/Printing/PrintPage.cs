using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Shared;

/// <summary>A form of the ward on A4: what it is called, who prints it and when, and the line in the audit that says so .</summary>
public abstract class PrintPage(NameBook names, CurrentWard ward) : TsunagiPage
{
    protected NameBook Names => names;
    protected CurrentWard Ward => ward;

    /// <summary>Who prints it.</summary>
    public string Who { get; private set; } = "";

    /// <summary>When.</summary>
    public string When => DateWords.Of(Work.Now);

    public string NameOf(Id<Account> account) => names.Of(account);
    public string NameOf(Id<Organisation> organisation) => names.Of(organisation);
    public string NameOf(Id<Person> person) => names.Alone(person);

    /// <summary>様式の名, as the ward's profile has it today.</summary>
    protected string FormName(FormKind kind) => ward.Profile.RulesAsOf(Today).FormName(kind);

    /// <summary>Shows the form and writes down that it was printed: what opens for the printer is taken as printed.</summary>
    /// <param name="permission">Under which permission.</param>
    /// <param name="root">Which record.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="what">Which parts of it, where not all; ids and codes alone.</param>
    protected async Task<IActionResult> PrintAsync(Permission permission, RootRef root, CancellationToken ct, object? what = null)
    {
        await names.ForAsync([Work.Actor.Account], [], ct);
        Who = $"{names.Of(Work.Actor.Organisation)} {names.Of(Work.Actor.Account)}";
        Work.Printed(permission, root, what);
        return Page();
    }
}
