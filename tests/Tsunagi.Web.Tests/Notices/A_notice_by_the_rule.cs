using System.Net;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Conferences;
using Tsunagi.Web.Tests.Handoffs;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Notices;

/// <summary>The nightly matching over the records of all holders tells exactly what the published rule says (rules §7).</summary>
public sealed class A_notice_by_the_rule(NoticeTown town) : IClassFixture<NoticeTown>
{
    [Fact]
    public async Task Is_told_to_the_two_named_coordinators_of_the_area_with_the_names_and_numbers_of_desks()
    {
        await town.KnownTwiceAsync();
        Assert.Equal(1, (await town.NightAsync()).Told);
        foreach (var login in new[] { NoticeTown.First, NoticeTown.Second })
        {
            var notice = (await town.NoticesAsync(login)).Last()!;
            Assert.Equal(
                new[] { TestOrganisations.Desk, TestOrganisations.OtherDesk }.Select(o => TestOrganisations.Id(o).ToString()).Order(),
                notice["organisations"]!.AsArray().Select(o => o!["id"]!.ToString()).Order());
            Assert.Equal(["answerBy", "deleteOn", "id", "isOverdue", "organisations", "state", "toldOn"], notice.AsObject().Select(p => p.Key).Order());
            Assert.Equal(["id", "name", "phone"], notice["organisations"]!.AsArray().SelectMany(o => o!.AsObject().Select(p => p.Key)).Distinct().Order());
        }
        Assert.Empty(await town.NoticesAsync(NoticeTown.Third));
        Assert.Empty(await town.NoticesAsync(NoticeTown.Elsewhere));
        Assert.Equal(0, (await town.NightAsync()).Told);
    }

    [Fact]
    public async Task Is_not_told_without_a_sign_and_is_when_a_desk_marks_one()
    {
        var (_, one, _) = await town.KnownTwiceAsync(inDanger: false);
        await town.OnlyOthersAreToldAsync();
        await town.AskAsync(TestTown.Desk, HttpMethod.Put, $"/api/v1/cases/{one.Case}/concerns", new { codes = new[] { "stuck" } }, HttpStatusCode.NoContent);
        Assert.Equal(1, (await town.NightAsync()).Told);
    }

    [Fact]
    public async Task Is_not_told_of_who_is_known_to_one_desk_alone()
    {
        var human = town.Somebody();
        await town.MeetAsync(TestTown.Desk, human, inDanger: true);
        await town.MeetAsync(TestTown.Desk2, human, inDanger: true);
        await town.OnlyOthersAreToldAsync();
    }

    [Fact]
    public async Task Is_not_told_when_a_handoff_has_brought_them_together()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        using var desk = await TestApi.AsAsync(town, TestTown.Desk);
        await HandoffStory.SendAsync(desk, HandoffStory.ToDesk(Id<Case>.Parse(one.Case, null), TestOrganisations.OtherDesk));
        await town.OnlyOthersAreToldAsync();
    }

    [Fact]
    public async Task Is_not_told_when_one_of_them_may_see_what_the_other_wrote()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        await town.AskAsync(TestTown.Desk, HttpMethod.Post, $"/api/v1/cases/{one.Case}/team",
            new { role = "協力", organisation = TestOrganisations.Id(TestOrganisations.OtherDesk).ToString(), opens = "read", legalBasis = "within-purpose", reason = "一緒に支援する" }, HttpStatusCode.NoContent);
        await town.OnlyOthersAreToldAsync();
    }

    [Theory]
    [InlineData("RecordOnly")]
    [InlineData("Declined")]
    public async Task Is_not_told_of_who_did_not_agree_to_sharing_at_any_desk(string agreement)
    {
        var human = town.Somebody();
        await town.MeetAsync(TestTown.Desk, human, agreement: agreement);
        await town.MeetAsync(TestTown.OtherDesk, human, inDanger: true, agreement: "RecordAndShare");
        await town.OnlyOthersAreToldAsync();
    }

    [Fact]
    public async Task Is_not_told_of_who_said_they_do_not_wish_it_until_they_say_otherwise()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        await town.AskAsync(TestTown.Desk, HttpMethod.Post, $"/api/v1/people/{one.Person}/matching", new { declines = true, words = "ほかに知られたくない", saidOn = town.Today }, HttpStatusCode.NoContent);
        await town.OnlyOthersAreToldAsync();
        await town.AskAsync(TestTown.Desk, HttpMethod.Post, $"/api/v1/people/{one.Person}/matching", new { declines = false, words = "かまわない", saidOn = town.Today }, HttpStatusCode.NoContent);
        Assert.Equal(1, (await town.NightAsync()).Told);
    }

    /// <summary>What was said counts by when it was said: an older word is written down later.</summary>
    [Fact]
    public async Task Is_not_told_where_an_older_word_is_caught_up_on()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        foreach (var (declines, said) in new[] { (true, town.Today), (false, town.Today.AddDays(-9)) })
            await town.AskAsync(TestTown.Desk, HttpMethod.Post, $"/api/v1/people/{one.Person}/matching", new { declines, words = "本人のことば", saidOn = said }, HttpStatusCode.NoContent);
        await town.OnlyOthersAreToldAsync();
    }

    [Fact]
    public async Task Is_not_told_where_another_record_of_the_same_person_declines()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        var (_, beside) = await town.MeetAsync(TestTown.Desk, town.Somebody());
        await town.AskAsync(TestTown.Desk, HttpMethod.Post, $"/api/v1/people/{beside}/matching", new { declines = true, words = "ほかに知られたくない", saidOn = town.Today }, HttpStatusCode.NoContent);
        await town.JudgeAsync(beside, one.Person, "merge");
        await town.OnlyOthersAreToldAsync();
    }

    [Fact]
    public async Task Is_not_told_where_a_desk_told_apart_whom_the_linkage_takes_for_one()
    {
        var (human, one, _) = await town.KnownTwiceAsync();
        var (_, twin) = await town.MeetAsync(TestTown.Desk, human);
        await town.JudgeAsync(one.Person, twin, "apart");
        await town.OnlyOthersAreToldAsync();
    }

    /// <summary>While the run compares, nobody waits for it; and what is done meanwhile it knows before it tells.</summary>
    [Fact]
    public async Task Is_not_told_of_who_was_protected_while_the_matching_ran_and_nobody_waited_for_it()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        await using var slow = new NpgsqlConnection(town.Database.Owner);
        await slow.OpenAsync();
        await using (var holding = await slow.BeginTransactionAsync())
        {
            await using (var held = new NpgsqlCommand("lock table case_concerns in access exclusive mode", slow, holding)) await held.ExecuteNonQueryAsync();
            var night = town.NightAsync();
            await town.AskAsync(TestTown.Desk, HttpMethod.Post, $"/api/v1/people/{one.Person}/protection",
                new { certifiedBy = "架空警察署", from = "R8.4.1", reviewOn = town.Today.AddDays(100).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }, HttpStatusCode.OK);
            await town.MeetAsync(TestTown.Desk, town.Somebody());
            Assert.False(night.IsCompleted);
            await holding.CommitAsync();
            Assert.Equal(0, (await night).Told);
        }
    }

    [Fact]
    public async Task Is_not_told_of_who_is_under_protection_at_any_desk()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        await using (var db = town.Database.OpenAsOwner())
        {
            var person = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == Id<Person>.Parse(one.Person, null));
            Assert.True(person.ProtectLocation(new(default, person.HolderId, town.Services.GetRequiredService<JapanTime>().Now)).IsDone);
            await db.SaveChangesAsync();
        }
        await town.OnlyOthersAreToldAsync();
    }

    [Fact]
    public async Task Is_not_told_of_whom_a_sealed_matter_speaks()
    {
        var (human, one, _) = await town.KnownTwiceAsync();
        using var story = await SupportStory.OpenedAsync(town);
        await story.MadeAsync(TestTown.Secretary, "items", new { title = "項目", peopleNames = $"架空 太郎、{human.Name}" });
        await town.OnlyOthersAreToldAsync();
        Assert.NotNull(one.Case);
    }

    [Fact]
    public async Task Is_not_told_of_whose_case_a_support_conference_was_proposed_about()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        using var story = await SupportStory.ProposedAsync(town, one.Case);
        await town.OnlyOthersAreToldAsync();
    }

    /// <summary>通告者・相談者: who calls about somebody else is not whom the desk deals with.</summary>
    [Fact]
    public async Task Is_not_told_of_who_only_called_about_somebody_else()
    {
        var (_, one, other) = await town.KnownTwiceAsync();
        await using (var owner = new NpgsqlConnection(town.Database.Owner))
        {
            await owner.OpenAsync();
            await using var caller = new NpgsqlCommand(
                "update consultation_person set \"as\" = 'Visitor' where person_id = @person; update case_person set role = 'Related' where person_id = @person", owner);
            caller.Parameters.AddWithValue("person", Guid.Parse(other.Person));
            Assert.Equal(2, await caller.ExecuteNonQueryAsync());
        }
        await town.OnlyOthersAreToldAsync();
        Assert.NotEqual(one.Person, other.Person);
    }

    [Fact]
    public async Task Is_not_told_when_six_months_have_passed()
    {
        await town.KnownTwiceAsync();
        await using (var owner = new NpgsqlConnection(town.Database.Owner))
        {
            await owner.OpenAsync();
            await using var earlier = new NpgsqlCommand("update consultation set at = at - interval '7 months'; update support_case set opened_at = opened_at - interval '7 months'", owner);
            await earlier.ExecuteNonQueryAsync();
        }
        await town.OnlyOthersAreToldAsync();
    }

    [Fact]
    public async Task Is_not_told_to_a_coordinator_who_stands_too_near_and_told_to_the_other()
    {
        var (_, one, _) = await town.KnownTwiceAsync();
        await using (var db = town.Database.OpenAsOwner())
        {
            var person = await db.Persons.IgnoreQueryFilters().SingleAsync(p => p.Id == Id<Person>.Parse(one.Person, null));
            var first = await db.Accounts.SingleAsync(a => a.Login == NoticeTown.First);
            db.Exclusions.Add(new Exclusion(first.Id, person.Id, person.Root, ExclusionKind.Relative, town.Services.GetRequiredService<JapanTime>().Now));
            await db.SaveChangesAsync();
        }
        var (before1, before2) = ((await town.NoticesAsync(NoticeTown.First)).Count, (await town.NoticesAsync(NoticeTown.Second)).Count);
        Assert.Equal(1, (await town.NightAsync()).Told);
        Assert.Equal(before1, (await town.NoticesAsync(NoticeTown.First)).Count);
        Assert.Equal(before2 + 1, (await town.NoticesAsync(NoticeTown.Second)).Count);
        await town.NightAsync();
        Assert.Equal(before1, (await town.NoticesAsync(NoticeTown.First)).Count);
    }

    [Fact]
    public async Task Is_answered_with_a_reason_and_what_was_not_used_is_deleted_after_ninety_days_and_still_counted()
    {
        using var aged = new Aged(town);
        await town.KnownTwiceAsync();
        await town.KnownTwiceAsync();
        Assert.Equal(2, (await town.NightAsync()).Told);
        var fresh = (await town.NoticesAsync(NoticeTown.First)).Where(n => n!["state"]!.ToString() == "told").TakeLast(2).Select(n => n!["id"]!.ToString()).ToList();
        await town.AskAsync(NoticeTown.First, HttpMethod.Post, $"/api/v1/coordination-notices/{fresh[0]}/answer", new { choice = "ask" }, HttpStatusCode.UnprocessableEntity);
        await town.AskAsync(NoticeTown.First, HttpMethod.Post, $"/api/v1/coordination-notices/{fresh[0]}/answer", new { choice = "ask", reason = "両方に声をかける" }, HttpStatusCode.OK);
        await town.AskAsync(NoticeTown.Third, HttpMethod.Post, $"/api/v1/coordination-notices/{fresh[1]}/answer", new { choice = "ask", reason = "見せてほしい" }, HttpStatusCode.NotFound);
        await town.AskAsync(NoticeTown.Second, HttpMethod.Get, $"/api/v1/coordination-notices/{fresh[0]}", null, HttpStatusCode.OK);
        aged.Days(91);
        var before = await town.CountAsync();
        var unanswered = await UnansweredAsync();
        var night = await town.NightAsync();
        Assert.True(night.Deleted >= 1);
        Assert.Equal(before - night.Deleted + night.Told, await town.CountAsync());
        var left = (await town.NoticesAsync(NoticeTown.First)).Select(n => n!["id"]!.ToString()).ToList();
        Assert.Contains(fresh[0], left);
        Assert.DoesNotContain(fresh[1], left);
        await using var db = town.Database.OpenAsOwner();
        var told = await db.NoticeTallies.SumAsync(t => t.Outcome == NoticeOutcome.Told ? t.Number : 0);
        Assert.True(told >= before);
        Assert.Equal(night.Deleted, await UnansweredAsync() - unanswered);
        Assert.Equal(1, await db.NoticeTallies.SumAsync(t => t.Outcome == NoticeOutcome.Asked ? t.Number : 0));
    }

    /// <summary>Whoever answers at the moment it would be deleted comes first.</summary>
    [Fact]
    public async Task Is_not_deleted_where_it_is_answered_at_that_moment()
    {
        using var aged = new Aged(town);
        await town.KnownTwiceAsync();
        Assert.Equal(1, (await town.NightAsync()).Told);
        aged.Days(89);
        var id = (await town.NoticesAsync(NoticeTown.First)).Last(n => n!["state"]!.ToString() == "told")!["id"]!.ToString();
        aged.Days(2);
        await using var coordinator = new NpgsqlConnection(town.Database.Owner);
        await coordinator.OpenAsync();
        await using (var answering = await coordinator.BeginTransactionAsync())
        {
            async Task DoAsync(string sql)
            {
                await using var command = new NpgsqlCommand(sql, coordinator, answering);
                await command.ExecuteNonQueryAsync();
            }
            await DoAsync($"select pg_advisory_xact_lock(hashtextextended('{id}', 0))");
            var night = town.NightAsync();
            await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
            Assert.False(night.IsCompleted);
            await DoAsync($"update coordination_notice set state = 'Asked' where id = '{id}'");
            await answering.CommitAsync();
            await night;
        }
        Assert.Contains(id, (await town.NoticesAsync(NoticeTown.First)).Select(n => n!["id"]!.ToString()));
    }

    private async Task<int> UnansweredAsync()
    {
        await using var db = town.Database.OpenAsOwner();
        return await db.NoticeTallies.SumAsync(t => t.Outcome == NoticeOutcome.Unanswered ? t.Number : 0);
    }

    /// <summary>Puts the clock back afterwards.</summary>
    private sealed class Aged(NoticeTown town) : IDisposable
    {
        private TimeSpan waited;

        public void Days(int days)
        {
            waited += TimeSpan.FromDays(days);
            town.Wait(TimeSpan.FromDays(days));
        }

        public void Dispose() => town.Wait(-waited);
    }
}
