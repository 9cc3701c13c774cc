using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using Npgsql;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Lists;

/// <summary>A list that is longer than a page, made from the one record of its kind that the town has.</summary>
/// <param name="Page">Where it is on screen.</param>
/// <param name="Api">Where it is in the API.</param>
/// <param name="Table">Where its rows lie.</param>
/// <param name="Sets">What differs from row to row, as a JSON object in SQL over <c>r</c>, the record, and <c>i</c>, a number.</param>
/// <param name="Login">Who reads it.</param>
/// <param name="HasOwnGrants">Whether each row is opened by grants of its own, and not by those of a case or person.</param>
public sealed record LongList(string Page, string Api, string Table, string Sets, string Login = TestTown.Desk, bool HasOwnGrants = true)
{
    /// <summary>Puts copies into the town; of those that nobody was granted, no word may come back.</summary>
    public async Task<HashSet<string>> CopyAsync(TestApp app, Guid one, int from, int to, bool granted = true)
    {
        await using var owner = new NpgsqlConnection(app.Database.Owner);
        await owner.OpenAsync();
        await using var copy = new NpgsqlCommand($"""
            with copied as (
              insert into {Table} select (jsonb_populate_record(r, {Sets} || jsonb_build_object('id', gen_random_uuid()))).*
              from {Table} r, generate_series({from}, {to}) i where r.id = '{one}' returning id),
            opened as (
              insert into access_grant select (jsonb_populate_record(g, jsonb_build_object('id', gen_random_uuid(), 'root_id', copied.id))).*
              from access_grant g, copied where {granted} and g.root_id = '{one}' returning 1)
            select id::text from copied
            """, owner);
        HashSet<string> ids = [];
        await using var rows = await copy.ExecuteReaderAsync();
        while (await rows.ReadAsync()) ids.Add(rows.GetString(0));
        return ids;
    }

    /// <summary>Every id on its pages, in their order, as the API tells them.</summary>
    /// <param name="app">The host.</param>
    /// <param name="login">Who asks.</param>
    /// <param name="afterFirst">What happens when the first page was read.</param>
    public async Task<List<string>> ByApiAsync(TestApp app, string login, Func<Task>? afterFirst = null)
    {
        using var api = await TestApi.AsAsync(app, login);
        List<string> ids = [];
        for (var after = ""; ; afterFirst = null)
        {
            var page = (await api.GetAsync($"{Api}{(Api.Contains('?') ? '&' : '?')}after={Uri.EscapeDataString(after)}"))!;
            ids.AddRange(page["items"]!.AsArray().Select(i => i!["id"]!.ToString()));
            if (((page["next"] ?? page["after"]) as JsonValue)?.ToString() is not { } next) return ids;
            after = next;
            if (afterFirst is not null) await afterFirst();
        }
    }

    /// <summary>Which of some ids stand on its pages, in their order, as somebody leafs through them on screen.</summary>
    public async Task<List<string>> OnScreenAsync(TestApp app, string login, IReadOnlySet<string> among, Func<Task>? afterFirst = null)
    {
        using var browser = await app.SignInAsync(login);
        List<string> ids = [];
        for (var path = Page; ; afterFirst = null)
        {
            await browser.OpenAsync(path);
            Assert.Equal(System.Net.HttpStatusCode.OK, browser.Status);
            var main = browser.Page.QuerySelector("main")!.InnerHtml;
            ids.AddRange(among.Where(id => main.Contains(id, StringComparison.Ordinal)));
            if (browser.Page.QuerySelector(".ds-pagination a[rel=next]") is not IHtmlAnchorElement next) return ids;
            path = next.GetAttribute("href")!;
            if (afterFirst is not null) await afterFirst();
        }
    }
}
