using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Tests.Access.Matrix;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Lists;

/// <summary>Every list goes on page after page, on screen and through the API, with no row twice and none left out (ADR 0040).</summary>
public sealed class A_list_does_not_stop(RehearsedApp app) : IClassFixture<RehearsedApp>
{
    private const int Copies = 110;

    // Three rows share each moment or day, so that it is the id that tells where the next page begins.
    private static readonly Dictionary<string, (Type Kind, LongList List)> Lists = new()
    {
        ["気になる情報"] = (typeof(Lead), new("/leads?all=true", "/api/v1/leads?all=true", "lead", """
            case when i % 2 = 0 then jsonb_build_object('next_on', date '2098-01-01' - i / 6) else jsonb_build_object('next_on', null, 'state', 'Ended') end
            """)),
        ["通告・通報（対応中）"] = (typeof(UrgentReport), new("/urgent-reports", "/api/v1/urgent-reports", "urgent_report", """
            jsonb_build_object('next_check_due', case when i % 2 = 0 then r.next_check_due + make_interval(hours => i / 6) end)
            """)),
        ["通告・通報（終えたもの）"] = (typeof(UrgentReport), new("/urgent-reports?ended=true", "/api/v1/urgent-reports?ended=true", "urgent_report", """
            jsonb_build_object('state', 'Ended', 'next_check_due', null, 'ending', '確かめた', 'reported_at', r.reported_at - make_interval(hours => i / 3))
            """)),
        ["決裁"] = (typeof(Decision), new("/decisions", "/api/v1/decisions", "decision", """
            jsonb_build_object('drafted_at', r.drafted_at - make_interval(hours => i / 3))
            """, HasOwnGrants: false)),
        ["重層的支援会議"] = (typeof(PlanConference), new("/conferences/plan", "/api/v1/plan-conferences", "plan_conference", """
            jsonb_build_object('scheduled_at', r.scheduled_at - make_interval(hours => i / 3))
            """, HasOwnGrants: false)),
        ["閲覧の除外"] = (typeof(ExclusionDeclaration), new("/exclusions", "/api/v1/exclusions", "exclusion_declaration", """
            jsonb_build_object('since', r.since - make_interval(hours => i / 3))
            """, TestTown.DeskChief, HasOwnGrants: false)),
        ["届いた依頼票"] = (typeof(WorkOrder), new("/work-orders", "/api/v1/work-orders", "work_order", """
            jsonb_build_object('state', 'Done', 'deadline', r.deadline - i / 3)
            """)),
        ["引継ぎ"] = (typeof(Handover), new("/handovers", "/api/v1/handovers", "handover", """
            jsonb_build_object('state', 'Declined', 'answered_at', r.offered_at, 'answered_by', r.offered_by, 'offered_at', r.offered_at - make_interval(hours => i / 3))
            """)),
    };

    public static TheoryData<string> Names => [.. Lists.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_goes_on_with_no_row_twice_and_none_left_out_and_shows_only_what_one_may_see(string name)
    {
        var (kind, list) = Lists[name];
        var one = app.World.IdOf(kind);
        var copies = await list.CopyAsync(app, one, 1, Copies);
        var unseen = list.HasOwnGrants ? await list.CopyAsync(app, one, 1, Copies, granted: false) : [];
        // What is new stands on top, before the page that was read.
        Task AddOne() => list.CopyAsync(app, one, 0, 0);

        var told = await list.ByApiAsync(app, list.Login, AddOne);
        var shown = await list.OnScreenAsync(app, list.Login, copies.Union(unseen).ToHashSet(), AddOne);

        Assert.Equal(told.Distinct(), told);
        Assert.Equal(shown.Distinct(), shown);
        Assert.Superset(copies, told.ToHashSet());
        Assert.Equal(copies.Order(), shown.Order());
        Assert.DoesNotContain(told, unseen.Contains);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task It_counts_what_there_is_and_nothing_of_it_for_others(string name)
    {
        var (kind, list) = Lists[name];
        await list.CopyAsync(app, app.World.IdOf(kind), 1, Copies);
        using var api = await TestApi.AsAsync(app, list.Login);
        var first = (await api.GetAsync(list.Api))!;
        var all = await list.ByApiAsync(app, list.Login);
        if (first["total"] is { } total) Assert.Equal(all.Count, total.GetValue<int>());
        Assert.Equal(50, first["items"]!.AsArray().Count);

        using var stranger = await TestApi.AsAsync(app, TestTown.OtherDesk);
        var answer = await stranger.GetAsync(list.Api);
        Assert.DoesNotContain(all, id => answer?.ToJsonString().Contains(id, StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task An_address_that_was_tampered_with_begins_anew()
    {
        foreach (var (_, list) in Lists.Values)
        {
            using var browser = await app.SignInAsync(list.Login);
            await browser.OpenAsync($"{list.Page}{(list.Page.Contains('?') ? '&' : '?')}after=9999_x");
            Assert.Equal(System.Net.HttpStatusCode.OK, browser.Status);
        }
    }
}
