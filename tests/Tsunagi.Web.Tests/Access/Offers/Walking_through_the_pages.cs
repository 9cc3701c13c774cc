using System.Net;
using Tsunagi.Web.Tests.Access.Matrix;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Offers;

/// <summary>What a page offers, whoever reads it may do: nobody fills in a form to be told that it is not theirs.</summary>
public sealed class Walking_through_the_pages(OffersApp app) : IClassFixture<OffersApp>
{
    public static TheoryData<string> Everybody => [.. OffersApp.Logins];

    [Theory, MemberData(nameof(Everybody))]
    public async Task Nobody_is_offered_what_they_are_refused(string login)
    {
        var walk = new Walk(app, app.Of(login));
        var wrong = await walk.TakeAsync();
        Assert.True(walk.Pages >= 3 && walk.Offers >= 3, $"{login} saw {walk.Pages} pages with {walk.Offers} offers.");
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Prepend("")));
    }

    /// <summary>A page that were shown all the same would be shown without what it is made of.</summary>
    [Theory]
    [InlineData(TestTown.Desk)]
    [InlineData(TestTown.Chair)]
    [InlineData(TestTown.Administrator)]
    public async Task A_handler_that_nobody_wrote_is_not_found_on_any_page(string login)
    {
        List<string> wrong = [];
        foreach (var page in app.Endpoints.Where(e => e is { IsApi: false, Method: "GET", Handler: null, Source: null } && !e.Route.StartsWith("/sign-out", StringComparison.Ordinal)))
        {
            var address = new MatrixRequest(page, app.World.IdOf).Address();
            var named = new Uri(app.Address, $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler=Nonsense");
            using var got = await app.Of(login).TryAsync(named, fields: null);
            if (got.StatusCode >= HttpStatusCode.InternalServerError) wrong.Add($"GET {named.PathAndQuery} answers {(int)got.StatusCode}.");
            using var sent = await app.Of(login).TryAsync(named, []);
            if (sent.StatusCode >= HttpStatusCode.InternalServerError) wrong.Add($"POST {named.PathAndQuery} answers {(int)sent.StatusCode}.");
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Prepend("")));
    }

    [Fact]
    public async Task The_detail_of_an_account_is_one_of_them()
    {
        var account = new Uri(app.Address, $"/accounts/{app.World.IdOf(typeof(Domain.Access.Account))}?handler=Nonsense");
        using var answer = await app.Of(TestTown.Administrator).TryAsync(account, []);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }
}
