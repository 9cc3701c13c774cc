using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>支援中: the desk's cases in the order of their next action.</summary>
[Permit(Permission.ListCases)]
public sealed class CasesModel(ListCases list) : TsunagiPage
{
    public static readonly IReadOnlyList<(CaseFilter Filter, string Label)> Filters =
    [
        (CaseFilter.Running, "支援中"), (CaseFilter.Mine, "自分の担当"), (CaseFilter.Overdue, "期限が過ぎた"), (CaseFilter.NoNextAction, "次の対応が未定"),
        (CaseFilter.NoWorker, "担当者が未定"), (CaseFilter.Suspended, "一時休止"), (CaseFilter.Closed, "終結"), (CaseFilter.Shared, "ほかの組織の担当"),
    ];

    [BindProperty(SupportsGet = true)]
    public CaseFilter Filter { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public IReadOnlyList<CaseRow> Rows { get; private set; } = [];
    public int Count { get; private set; }
    public string? NextHref { get; private set; }
    public string? FirstHref => After is null ? null : HrefOf(Filter);

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (!Enum.IsDefined(Filter))
            Filter = CaseFilter.Running;
        (Rows, var next) = await list.RunAsync(Filter, After, ct);
        Count = After is null && next is null ? Rows.Count : await list.CountAsync(Filter, ct);
        NextHref = next is null ? null : $"{HrefOf(Filter)}&after={Uri.EscapeDataString(next)}";
    }

    /// <summary>Whether the viewer changes who is in charge.</summary>
    public bool MayAssign => AccessPolicy.RoleAllows(Work.Actor, Permission.AssignWorkers);

    public static string HrefOf(CaseFilter filter) => $"{CaseLinks.List}?filter={filter}";
}
