using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Features.Tallies;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;

namespace Tsunagi.Web.Features.Today;

/// <summary>今日: what waits for me and my desk; one list alone with all its rows.</summary>
[Permit(Permission.SeeToday)]
public sealed class TodayModel(TodayBoard board, CountTally tally, IEnumerable<MenuEntry> entries) : TsunagiPage
{
    /// <summary>So many rows of each list are shown at first: a day's work, not a month's.</summary>
    public const int Shown = 12;

    /// <summary>The one list to show, whole; null for the first rows of all.</summary>
    [BindProperty(SupportsGet = true)]
    public TodayList? List { get; set; }

    public IReadOnlyDictionary<TodayList, TodayRows> Lists { get; private set; } = new Dictionary<TodayList, TodayRows>();

    /// <summary>What can be counted in one tap (件数だけ); nothing for who may not.</summary>
    public IReadOnlyList<CodeItem> Tallies => AccessPolicy.RoleAllows(Work.Actor, Permission.CountTally) ? tally.Offered : [];

    /// <summary>Nothing waits, and nothing is counted here: then the page says what there is to do at all.</summary>
    public bool IsEmpty => List is null && Tallies.Count == 0 && Lists.Values.All(l => l.Rows.Count == 0);

    /// <summary>As what one works here.</summary>
    public IReadOnlyList<Role> Roles => [.. Work.Actor.Roles.Order()];

    /// <summary>The pages one's roles open, besides this one.</summary>
    public IReadOnlyList<MenuEntry> Pages => [.. entries.Where(e => e.Permission != Permission.SeeToday && AccessPolicy.RoleAllows(Work.Actor, e.Permission)).OrderBy(e => e.Order)];

    /// <inheritdoc/>
    public override IReadOnlyDictionary<string, MenuCount> CountsInMenu => MenuCounts.Of(Lists.Values, entries.Where(e => AccessPolicy.RoleAllows(Work.Actor, e.Permission)));

    public async Task OnGetAsync(CancellationToken ct)
    {
        Lists = await board.AllAsync(ct);
        Work.Saw(Permission.SeeToday, RootRef.System);
    }

    /// <summary>The numbers alone: no record is shown, and none is told of that 今日 would not tell.</summary>
    public async Task<IActionResult> OnGetCountsAsync(CancellationToken ct)
    {
        Lists = await board.AllAsync(ct);
        return new JsonResult(CountsInMenu);
    }
}
