using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Plans;

namespace Tsunagi.Web.Features.Plans;

/// <summary>What the plan form offers, and how a stored plan fills it.</summary>
public sealed record PlanForm(
    IReadOnlyList<SelectListItem> Subjects, IReadOnlyList<SelectListItem> Organisations, IReadOnlyList<SelectListItem> Categories)
{
    private const int SpareRows = 3;

    /// <summary>What to warn of beside a field that holds a text: words one of the plan's subjects must not be told.</summary>
    public Func<string?, string?> WarningOf { get; init; } = _ => null;

    public IReadOnlyList<SelectListItem> Kinds { get; } = [.. Enum.GetValues<PlanKind>().Select(k => new SelectListItem(Words.PlanWords.Of(k), k.ToString()))];
    public IReadOnlyList<SelectListItem> Horizons { get; } = [new("長期", "Long"), new("短期", "Short")];
    public IReadOnlyList<SelectListItem> Approaches { get; } = [new("課題解決型", "ProblemSolving"), new("つながり続ける", "StayingConnected")];

    /// <summary>A plan as the form holds it.</summary>
    public static PlanInput Of(Plan plan, PlanContent c) => new()
    {
        Seen = plan.Version,
        Kind = plan.Kind,
        Subjects = [.. c.Subjects],
        MainAgency = c.MainAgency,
        Goals = [.. c.Goals.Select(g => new GoalInput { Number = g.Number, Horizon = g.Horizon, Person = g.Person, Words = g.Words })],
        Approach = c.Approach,
        Policy = c.Policy,
        Actions = [.. c.Actions.Select(a => new ActionInput { Number = a.Number, Who = a.Who, What = a.What, Until = a.Until is { } until ? Words.DateWords.Short(until) : null, Goal = a.Goal })],
        InformalHelp = c.InformalHelp,
        Roles = [.. c.Roles.Select(r => new RoleInput { Organisation = r.Organisation, AgencyName = r.AgencyName, Category = r.Category, Role = r.Role })],
        From = Day(c.From),
        Until = Day(c.Until),
        MonitoringOn = Day(c.MonitoringOn),
    };

    /// <summary>The form with some empty rows to write in.</summary>
    public static PlanInput WithSpareRows(PlanInput input) => input with
    {
        Goals = WithSpareRows(input.Goals, g => g.Words),
        Actions = WithSpareRows(input.Actions, a => a.Who + a.What + a.Until + a.Goal),
        Roles = WithSpareRows(input.Roles, r => r.Organisation + r.AgencyName + r.Category + r.Role),
    };

    // A form that comes back has empty rows of its own.
    private static List<T> WithSpareRows<T>(List<T> rows, Func<T, string?> text) where T : new()
    {
        var spare = rows.Count - 1 - rows.FindLastIndex(r => !string.IsNullOrWhiteSpace(text(r)));
        return [.. rows, .. Enumerable.Repeat(new T(), Math.Max(0, SpareRows - spare))];
    }

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A page that shows the plan form.</summary>
public interface IPlanFormPage
{
    PlanInput Input { get; }
    PlanForm Offers { get; }
}
