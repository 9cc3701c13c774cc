using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>この窓口の相談: drafts, those that wait, and all others.</summary>
[Permit(Permission.ListConsultations)]
public sealed class ConsultationsModel(ConsultationList list, IntakeCodes codes) : TsunagiPage
{
    [BindProperty(SupportsGet = true)]
    public ConsultationState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Mine { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Topic { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Oldest { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ConsultationPage Found { get; private set; } = new([], null);
    public IReadOnlyList<SelectListItem> Topics => codes.Choices(CodeLists.ConsultationTopic);
    public IReadOnlyList<SelectListItem> States { get; } = [.. Enum.GetValues<ConsultationState>().Select(s => new SelectListItem(ConsultationWords.Of(s), s.ToString()))];

    public string? Name(string codeList, string? code) => codes.Name(codeList, code);

    public string Href(bool? oldest = null, string? after = null) =>
        $"{ConsultationLinks.List}?state={State}&mine={Mine}&topic={Uri.EscapeDataString(Topic ?? "")}&oldest={oldest ?? Oldest}{(after is null ? "" : $"&after={Uri.EscapeDataString(after)}")}";

    public async Task OnGetAsync(CancellationToken ct) =>
        Found = await list.RunAsync(new() { State = State, Mine = Mine, Topic = Topic, OldestFirst = Oldest, After = After }, ct);
}
