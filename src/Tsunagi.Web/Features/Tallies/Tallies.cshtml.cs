using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Tallies;

/// <summary>The buttons that count, and where to go on: back to 今日 when tapped there.</summary>
public sealed record TallyButtons(IReadOnlyList<CodeItem> Offered, bool FromToday = false);

/// <summary>件数だけ: one tap for one answer, and the month's numbers of the desk.</summary>
[Permit(Permission.CountTally)]
public sealed class TalliesModel(CountTally count, TallyCounts counts) : TsunagiPage
{
    private const string MonthFormat = "yyyy-MM";

    /// <summary>Which month to show, as 2026-11; this month for anything else.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Month { get; set; }

    public IReadOnlyList<CodeItem> Offered => count.Offered;

    /// <summary>What the table has columns for: what is on offer, and what was counted before and is not any more.</summary>
    public IReadOnlyList<CodeItem> Columns { get; private set; } = [];
    public IReadOnlyList<TallyCount> Counts { get; private set; } = [];
    public IReadOnlyList<OwnTally> Own { get; private set; } = [];

    public DateOnly First => DateOnly.TryParseExact(Month, MonthFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and < 2200
        ? month : new(Today.Year, Today.Month, 1);

    public int Of(string code, DateOnly? on = null) => Counts.Where(c => c.Code == code && (on is null || c.On == on)).Sum(c => c.Count);

    public static string MonthHref(DateOnly month) => TallyLinks.Of(month.ToString(MonthFormat, CultureInfo.InvariantCulture));

    public Task OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>数える.</summary>
    public async Task<IActionResult> OnPostCountAsync(string? code, bool fromToday, CancellationToken ct) => await AnswerAsync(await count.RunAsync(code, ct), () =>
    {
        Done = $"「{Offered.First(i => i.Code == code).Name}」を1件数えました。";
        return LocalRedirect(fromToday ? "/" : TallyLinks.Page);
    }, AgainAsync(ct));

    /// <summary>取り消す.</summary>
    public async Task<IActionResult> OnPostUndoAsync(Id<Tally> tally, CancellationToken ct) => await AnswerAsync(await count.UndoAsync(tally, ct), () =>
    {
        Done = "1件取り消しました。";
        return LocalRedirect(TallyLinks.Page);
    }, AgainAsync(ct));

    private Func<Task<IActionResult>> AgainAsync(CancellationToken ct) => async () =>
    {
        await LoadAsync(ct);
        return Page();
    };

    private async Task LoadAsync(CancellationToken ct)
    {
        Counts = await counts.RunAsync(First, First.AddMonths(1).AddDays(-1), ct);
        Own = await counts.OwnAsync(ct);
        Columns = count.Columns(Counts.Select(c => c.Code));
    }
}
