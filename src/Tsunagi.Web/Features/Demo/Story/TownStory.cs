using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Demo.Population;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>
/// 二年の仕事: which household goes through which story, when. First the stories that the people to sign in as are in the middle
/// of, every state of every machine among them; then the everyday of all the other households.
/// </summary>
public sealed class TownStory
{
    private readonly Cast cast;
    private readonly TownWish wish;
    private readonly Random random;
    private readonly DeskStories desks;
    private readonly HandoffStories handoffs;
    private readonly MatterStories matters;
    private readonly PlanStories plans;
    private readonly NoticeStories notices;
    private readonly DuplicateStories duplicates;
    private readonly NoticeRules rules;
    private readonly List<Home> homes;
    private readonly List<IAsyncEnumerable<DateTimeOffset>> stories = [];

    public TownStory(Cast cast, Stage stage, WardProfile profile, TownWish wish, IEnumerable<Home> homes)
    {
        (this.cast, this.wish, random, this.homes) = (cast, wish, new Random(wish.Seed), [.. homes]);
        var days = new Days(random);
        var relations = profile.CodeList(CodeLists.HouseholdRelation).Items.ToDictionary(i => i.Code, i => i.Name);
        OrganisationEntry[] own = [cast.Demo.Desk, cast.Demo.SecondDesk, cast.Demo.ShakyoDesk, cast.Demo.ShakyoOutreach, cast.Demo.Children, cast.Demo.Hub];
        var books = new Books(stage, days, random, relations, own.Select(o => o.Code).ToHashSet());
        var consents = new ConsentStories(stage);
        duplicates = new(stage, books, days);
        (notices, rules) = (new(stage, books, days, random), profile.RulesAsOf(wish.Today).Notice);
        (desks, handoffs, matters, plans) =
            (new(stage, books, days, random), new(stage, books, days, random), new(stage, books, consents, days, random), new(stage, books, consents, days, random));
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<IAsyncEnumerable<DateTimeOffset>> All()
    {
        AtTheDesk();
        Handoffs();
        Matters();
        Plans();
        Notices();
        Everyday();
        return stories;
    }

    private void AtTheDesk()
    {
        var (desk, second, hub) = (cast.At(cast.Demo.Desk), cast.At(cast.Demo.SecondDesk), cast.Of(cast.Demo.Hub, Role.HubOfficer));
        foreach (var who in new[] { desk, second, cast.At(cast.Demo.ShakyoDesk), cast.At(cast.Demo.Children) }.Distinct())
        {
            Tell(h => desks.DraftAsync(who, h, Back(1)));
            Tell(h => desks.WaitingAsync(who, h, Back(1), anonymous: true));
            Tell(h => desks.WaitingAsync(who, h, Back(4)));
            Tell(h => desks.VisitAsync(who, h, Back(6)));
            Tell(h => desks.CaseAsync(who, h, Back(90), 3, CaseEnd.Open));
            Tell(h => desks.CaseAsync(who, h, Back(40), 1, CaseEnd.Open));
            Tell(h => desks.MemoAsync(who, h, Back(1), PhoneMemoState.Waiting));
            stories.Add(desks.TalliesAsync(who, Back(60), Back(1)));
        }
        var outreach = cast.At(cast.Demo.ShakyoOutreach);
        foreach (var end in new[] { LeadState.New, LeadState.Watching }) Tell(h => desks.LeadAsync(outreach, h, Back(9), end));
        Tell(h => desks.CaseAsync(outreach, h, Back(70), 2, CaseEnd.Open));
        Tell(h => desks.DraftAsync(outreach, h, Back(1)));
        if (cast.Demo.ShakyoOutreach.AcceptsHandoffs)
        {
            Tell(h => handoffs.ToDeskAsync(desk, outreach, h, Back(9), HandoffState.Received));
            Tell(h => handoffs.ToDeskAsync(desk, outreach, h, Back(40), HandoffState.Accepted));
        }
        foreach (var end in Enum.GetValues<CaseEnd>()) Tell(h => desks.CaseAsync(desk, h, Back(200), 3, end));
        foreach (var end in Enum.GetValues<LeadState>()) Tell(h => desks.LeadAsync(desk, h, Back(24), end));
        foreach (var end in Enum.GetValues<PhoneMemoState>()) Tell(h => desks.MemoAsync(desk, h, Back(5), end));
        foreach (var end in Enum.GetValues<HandoverState>()) Tell(h => desks.HandoverAsync(desk, second, h, Back(36), end));
        Tell(h => desks.HandoverAsync(second, desk, h, Back(32), HandoverState.Offered));
        foreach (var end in Enum.GetValues<UrgentReportState>()) Tell(_ => desks.UrgentAsync(desk, hub, Back(end == UrgentReportState.Ended ? 30 : 3), end));
        Tell(h => desks.InformationAsync(desk, h, Back(25), reopened: true));
        Tell(h => desks.TasksAsync(desk, h, Back(20)));
        foreach (var end in Enum.GetValues<SamePersonState>()) Tell(h => duplicates.TwiceAsync(desk, h, Back(22), end));
        foreach (var end in Enum.GetValues<ProtectionState>()) Tell(h => desks.ProtectionAsync(desk, cast.Of(cast.Demo.Desk, Role.SectionChief), h, Back(48), end));
    }

    private void Handoffs()
    {
        var (desk, second, shakyo) = (cast.At(cast.Demo.Desk), cast.At(cast.Demo.SecondDesk), cast.At(cast.Demo.ShakyoDesk));
        var (hub, chief) = (cast.Of(cast.Demo.Hub, Role.HubOfficer), cast.Of(cast.Demo.Hub, Role.SectionChief));
        var otherHub = cast.Demo.SecondHub is { } found ? cast.Of(found, Role.HubOfficer) : null;
        foreach (var end in new[] { HandoffState.Drafted, HandoffState.Received, HandoffState.Withdrawn, HandoffState.Redirected, HandoffState.Questioned, HandoffState.Screening, HandoffState.Accepted, HandoffState.AcceptedJointly })
        {
            Tell(h => handoffs.ToDeskAsync(desk, second, h, Back(16), end, shakyo));
            Tell(h => handoffs.ToDeskAsync(second, desk, h, Back(18), end, shakyo));
        }
        Tell(h => handoffs.OutsideAsync(desk, h, Back(9), confirmed: false));
        Tell(h => handoffs.OutsideAsync(desk, h, Back(30), confirmed: true));
        foreach (var end in new[] { HandoffState.Drafted, HandoffState.Received, HandoffState.Questioned, HandoffState.Screening, HandoffState.InDecision, HandoffState.Returned, HandoffState.ReturnAcknowledged, HandoffState.Withdrawn, HandoffState.Accepted })
            Tell(h => handoffs.ToHubAsync(desk, hub, chief, h, Back(24), end));
        if (otherHub is not null) Tell(h => handoffs.ToHubAsync(desk, hub, chief, h, Back(24), HandoffState.Redirected, otherHub));
        foreach (var end in new[] { HandoffState.Received, HandoffState.Advised, HandoffState.Closed }) Tell(h => handoffs.AdviceAsync(desk, hub, h, Back(22), end));
    }

    private void Matters()
    {
        var hub = cast.Demo.Hub;
        var table = new MatterStories.Table(
            cast.At(cast.Demo.Desk), cast.Of(hub, Role.ConferenceChair), cast.Of(hub, Role.ConferenceSecretary), cast.Of(hub, Role.HubOfficer), cast.At(cast.Demo.Disability));
        Tell(h => matters.MatterAsync(table, h, Back(22), MatterState.Convened, session: Workday(wish.Today)));
        foreach (var end in Enum.GetValues<MatterState>()) Tell(h => matters.MatterAsync(table, h, Back(44), end, session: end == MatterState.Convened ? Workday(wish.Today.AddDays(2)) : null));
        foreach (var order in Enum.GetValues<WorkOrderState>()) Tell(h => matters.MatterAsync(table, h, Back(60), MatterState.Watching, order));
    }

    private void Plans()
    {
        var hub = cast.Demo.Hub;
        var team = new PlanStories.Team(cast.Of(hub, Role.HubOfficer), cast.Of(hub, Role.SectionChief), cast.Of(hub, Role.Manager), cast.At(cast.Demo.Desk));
        foreach (var end in Enum.GetValues<ConsentState>()) Tell(h => plans.ConsentAsync(team.Maker, h, Back(75), end));
        Tell(h => plans.ConsentAsync(team.Maker, h, Back(50), ConsentState.Active, months: 3));
        Tell(h => plans.PlanAsync(team, h, Back(32), PlanKind.Collaboration, PlanEnd.ConferencePlanned, Workday(wish.Today)));
        // A desk that works for the ward makes a plan of its own, and the ward decides on it.
        var contractor = team with { Maker = cast.At(cast.Demo.Desk), Helper = team.Maker };
        foreach (var end in new[] { PlanEnd.InDecision, PlanEnd.Active }) Tell(h => plans.PlanAsync(contractor, h, Back(60), PlanKind.Collaboration, end));
        foreach (var end in Enum.GetValues<PlanEnd>())
        {
            var ago = end switch
            {
                PlanEnd.ConferencePlanned or PlanEnd.ConferenceUnchecked => 32,
                < PlanEnd.Active => 42,
                PlanEnd.MonitoringOverdue => 110,
                PlanEnd.RePlanned => 160,
                >= PlanEnd.Evaluating and <= PlanEnd.Closed => 190,
                _ => 120,
            };
            var kind = (PlanKind)((int)end % 3);
            var meeting = end is PlanEnd.ConferencePlanned or PlanEnd.ConferenceUnchecked ? Workday(wish.Today.AddDays(2)) : (DateOnly?)null;
            Tell(h => plans.PlanAsync(team, h, Back(ago), kind, end, meeting));
        }
    }

    // Households that two desks know without knowing it of one another; the coordinator has decided about all but the last.
    private void Notices()
    {
        if (!rules.Enabled) return;
        var (desk, second, coordinator) = (cast.At(cast.Demo.Desk), cast.At(cast.Demo.SecondDesk), cast.Of(cast.Demo.Hub, Role.Coordinator));
        foreach (var (end, ago) in Enum.GetValues<CoordinationNoticeState>().OrderDescending().Zip([12, 9, 6, 2]))
        {
            Tell(h => notices.KnownTwiceAsync(desk, second, h, Back(ago + 3)));
            stories.Add(notices.NightAsync(coordinator, Back(ago), end));
        }
    }

    // Everybody else: most come once and are helped with information; some become cases, some are handed on.
    private void Everyday()
    {
        foreach (var home in homes)
        {
            var near = cast.DesksOf(home.AreaCode, home.DistrictCode);
            var desk = cast.At(near[random.Next(near.Count)]);
            var other = cast.At(near[random.Next(near.Count)]);
            var start = wish.Begin.AddDays(random.Next(wish.Today.DayNumber - wish.Begin.DayNumber));
            var hub = cast.HubOf(home.AreaCode);
            var roll = random.Next(1000);
            stories.Add(roll switch
            {
                < 730 => desks.InformationAsync(desk, home, start),
                < 760 => desks.VisitAsync(desk, home, start),
                < 780 => desks.LeadAsync(desk, home, start, (LeadState)random.Next(5)),
                < 900 => desks.CaseAsync(desk, home, start, random.Next(1, 5), (CaseEnd)random.Next(5)),
                < 940 when other != desk => handoffs.ToDeskAsync(desk, other, home, start, HandoffState.Accepted),
                < 970 => handoffs.ToHubAsync(desk, cast.Of(hub, Role.HubOfficer), cast.Of(hub, Role.SectionChief), home, start, random.Next(3) == 0 ? HandoffState.ReturnAcknowledged : HandoffState.Accepted),
                < 980 => handoffs.AdviceAsync(desk, cast.Of(hub, Role.HubOfficer), home, start, HandoffState.Closed),
                _ => desks.InformationAsync(desk, home, start, reopened: true),
            });
        }
    }

    // Households of the demonstration's own area first, so that the people to sign in as know their own town.
    private void Tell(Func<Home, IAsyncEnumerable<DateTimeOffset>> story)
    {
        var (area, district) = (cast.Demo.Desk.AreaCode, cast.Demo.Desk.DistrictCode);
        var at = homes.FindIndex(h => h.DistrictCode == district && h.AreaCode == area);
        if (at < 0) at = homes.FindIndex(h => h.AreaCode == area);
        if (at < 0) at = homes.Count - 1;
        if (at < 0) return;
        var home = homes[at];
        homes.RemoveAt(at);
        stories.Add(story(home));
    }

    /// <summary>So many working days before the demonstration's day.</summary>
    private DateOnly Back(int workingDays)
    {
        var day = wish.Today;
        while (workingDays > 0)
        {
            day = day.AddDays(-1);
            if (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday)) workingDays--;
        }
        return day;
    }

    private static DateOnly Workday(DateOnly day) => day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
}
