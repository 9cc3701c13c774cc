using System.Net;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>座長の交代: who reads goes on reading, and who was only asked keeps nothing.</summary>
public sealed class When_the_chair_changes(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task A_proposer_who_was_named_to_read_goes_on_reading()
    {
        using var story = await SupportStory.HeldAsync(app);
        await story.NameAsync(TestTown.Desk);
        await story.ExplainAsync(TestTown.Desk);
        await story.SeatAsync(TestTown.Desk, "deputy");
        await story.ReadAsync(TestTown.Desk, "wholeSession");
        var next = await HireAsync("chair.next");
        await story.DoneAsync(TestTown.Chair, "chair/next", new { chair = next.ToString() });
        await story.DoneAsync("chair.next", "chair", new { dutyConfirmed = true });
        Assert.Equal(HttpStatusCode.OK, await story.StatusAsync(TestTown.Desk));
    }

    [Fact]
    public async Task Who_was_asked_and_never_took_the_chair_keeps_no_word_of_it()
    {
        using var story = await SupportStory.HeldAsync(app);
        var asked = await HireAsync("chair.asked");
        await story.DoneAsync(TestTown.Chair, "chair/next", new { chair = asked.ToString() });
        Assert.Equal(1, await GrantsAsync(asked));
        await story.DoneAsync(TestTown.Secretary, "chair/next", new { chair = story.AccountOf(TestTown.Chair).ToString() });
        Assert.Equal(0, await GrantsAsync(asked));
    }

    [Fact]
    public async Task The_orders_sent_are_followed_by_who_is_chair_now()
    {
        using var story = await SupportStory.HeldAsync(app);
        var order = await story.OrderAsync(TestOrganisations.Desk);
        var next = await HireAsync("chair.follows");
        await story.DoneAsync(TestTown.Chair, "chair/next", new { chair = next.ToString() });
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusOfAsync(TestTown.Chair, order));
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusOfAsync("chair.follows", order));
        await story.DoneAsync("chair.follows", "chair", new { dutyConfirmed = true });
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusOfAsync(TestTown.Chair, order));
        Assert.Equal(HttpStatusCode.OK, await story.StatusOfAsync("chair.follows", order));
        Assert.Equal(HttpStatusCode.OK, await story.StatusOfAsync(TestTown.Secretary, order));
        Assert.Equal(HttpStatusCode.OK, await story.StatusOfAsync(TestTown.Desk2, order));
    }

    [Fact]
    public async Task The_orders_sent_are_followed_by_who_is_secretary_now()
    {
        await HireAsync("secretary.next", Role.ConferenceSecretary);
        using var story = await SupportStory.HeldAsync(app);
        var order = await story.OrderAsync(TestOrganisations.Desk);
        await story.NameAsync("secretary.next");
        await story.ExplainAsync("secretary.next");
        await story.DoneAsync(TestTown.Chair, "secretary", new { participant = story.Participants["secretary.next"] });
        Assert.Equal(HttpStatusCode.NotFound, await story.StatusOfAsync(TestTown.Secretary, order));
        Assert.Equal(HttpStatusCode.OK, await story.StatusOfAsync("secretary.next", order));
    }

    [Fact]
    public async Task Only_a_colleague_with_the_role_is_offered_or_taken_as_secretary()
    {
        using var story = await SupportStory.HeldAsync(app);
        foreach (var login in new[] { TestTown.HubChief, TestTown.Hub }) await story.NameAsync(login);
        using var chair = await app.SignInAsync(TestTown.Chair);
        await chair.OpenAsync($"/conferences/support/{story.Matter}/members");
        var offered = chair.Page.QuerySelectorAll("select[name='Secretary.Participant'] option").Select(o => o.GetAttribute("value")).Where(v => v != "");
        Assert.Equal([story.Participants[TestTown.Secretary]], offered);

        await chair.SubmitAsync(chair.Form("Secretary.Participant"), ("Secretary.Participant", story.Participants[TestTown.HubChief]));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, chair.Status);
        Assert.Contains("この方には「会議事務局」の役割がありません", chair.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await story.TryAsync(TestTown.Chair, "secretary", new { participant = story.Participants[TestTown.Hub] }));
        Assert.Equal(HttpStatusCode.OK, await story.StatusAsync(TestTown.Secretary));
    }

    private async Task<int> GrantsAsync(Id<Account> account)
    {
        await using var db = app.Database.OpenAsOwner();
        return await db.Grants.CountAsync(g => g.RootKind == RootKind.Matter && g.SubjectId == account.Value && g.Until == DateTimeOffset.MaxValue);
    }

    private async Task<Id<Account>> HireAsync(string login, Role role = Role.ConferenceChair)
    {
        await using var db = app.Database.OpenAsOwner();
        var now = new DateTimeOffset(2026, 4, 2, 0, 0, 0, TimeSpan.Zero);
        var ids = IdSource.Seeded(new FixedClock(now), new Random(login.Length));
        var account = new Account(ids.Next<Account>(), login, $"架空 {login}") { PasswordHash = "", SecurityStamp = login };
        account.Join(ids.Next<Membership>(), TestOrganisations.Id(TestOrganisations.AreaBranch), role, new DateOnly(2024, 4, 1));
        db.Accounts.Add(account);
        await db.SaveAsync(new WorkContext(new(account.Id, default, now), Permission.ManageAccounts), CancellationToken.None);
        return account.Id;
    }
}
