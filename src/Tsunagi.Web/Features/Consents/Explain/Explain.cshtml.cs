using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consents;

/// <summary>同意の説明を記録する: for the first time, or again for a consent that was declined.</summary>
[Permit(Permission.KeepConsents)]
public sealed class ExplainModel(ExplainConsent explain, PlanWard ward, CurrentActor current) : CasePage
{
    [BindProperty]
    public ExplainInput Input { get; set; } = new();

    /// <summary>The consent that is explained again, if one is.</summary>
    [BindProperty(SupportsGet = true)]
    public Id<Consent>? Again { get; set; }

    public override string Tab => "consents";
    public IReadOnlyList<SelectListItem> Purposes => ward.Choices(CodeLists.ConsentPurpose);
    public IReadOnlyList<SelectListItem> Recipients => ward.Choices(CodeLists.RecipientCategory);
    public IReadOnlyList<SelectListItem> Fields => ward.ConsentFields;
    public IReadOnlyList<SelectListItem> Subjects { get; private set; } = [];

    /// <summary>Whether there is anything to see of an interpreter.</summary>
    public bool IsInterpreted => !string.IsNullOrWhiteSpace(Input.InterpreterName + Input.InterpreterFrom) || Input.InterpreterIsChild
        || ModelState.HasRefused(nameof(Input), nameof(ExplainInput.InterpreterName), nameof(ExplainInput.InterpreterFrom), nameof(ExplainInput.InterpreterIsChild));

    // Offered on the empty form only: what is unticked must stay unticked when it is posted.
    public Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Input = new()
        {
            Purposes = ["plan-conference", "plan"],
            Fields = ["name", "contact", "household", "consultation", "assessment", "plan", "wishes"],
            Explainer = current.Name,
            Language = ExplainConsent.UsualLanguage,
        };
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (Again is { } id)
            return await AfterAsync(await explain.AgainAsync(id, Input, ct), "あらためて説明したことを記録しました。", ConsentLinks.Detail(id), () => LoadAsync(ct));
        var outcome = await explain.RunAsync(Id, Input, ct);
        return await AfterAsync(outcome, "説明を記録しました。返事を受けたら、続けて記録してください。", outcome.IsDone ? ConsentLinks.Detail(outcome.Value) : "", () => LoadAsync(ct));
    }

    private Task<IActionResult> LoadAsync(CancellationToken ct) => ShowAsync(() =>
    {
        Subjects = [.. Header.Persons.Select(p => new SelectListItem(p.Name, p.Id.ToString()))];
        return Task.CompletedTask;
    }, ct, Permission.KeepConsents);
}
