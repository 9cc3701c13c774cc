using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Mappings.Access;
using Tsunagi.Web.Hosting.SignIn;

namespace Tsunagi.Web.Tests.Support;

/// <summary>A client of the API, acting as somebody of <see cref="TestTown"/>.</summary>
public sealed class TestApi : IDisposable
{
    private readonly HttpClient http;

    private TestApi(Uri address, string token)
    {
        http = new() { BaseAddress = address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
    }

    /// <summary>A client with a token of its own.</summary>
    public static async Task<TestApi> AsAsync(TestApp app, string login) => new(app.Address, await TokenAsync(app, login));

    /// <summary>A client with a token that was issued before.</summary>
    public static TestApi With(TestApp app, string token) => new(app.Address, token);

    /// <summary>A new token of somebody's.</summary>
    public static async Task<string> TokenAsync(TestApp app, string login)
    {
        await using var db = app.Database.OpenAsOwner();
        var account = await db.Accounts.Include(a => a.Memberships).SingleAsync(a => a.Login == login);
        var token = $"test-{login}-{Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddTicks(Environment.TickCount64))}";
        db.ApiTokens.Add(new ApiToken
        {
            Hash = BearerHandler.HashOf(token),
            AccountId = account.Id,
            OrganisationId = account.Memberships[0].OrganisationId,
            Name = "test",
            CreatedAt = DateTimeOffset.UnixEpoch,
            ExpiresAt = new DateTimeOffset(2100, 1, 1, 0, 0, 0, TimeSpan.Zero),
        });
        await db.SaveChangesAsync();
        return token;
    }

    public HttpStatusCode Status { get; private set; }
    public string? Location { get; private set; }
    public string? ContentType { get; private set; }

    public Task<JsonNode?> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null, null);

    /// <summary>Posts; an idempotency key is optional.</summary>
    public Task<JsonNode?> PostAsync(string path, object? body = null, string? key = null) => SendAsync(HttpMethod.Post, path, body, key);

    public Task<JsonNode?> PutAsync(string path, object? body = null, string? key = null) => SendAsync(HttpMethod.Put, path, body, key);

    public Task<JsonNode?> SendAsync(HttpMethod method, string path, object? body, string? key) => SendAsItIsAsync(
        method, path, method == HttpMethod.Get ? null : new StringContent(JsonSerializer.Serialize(body ?? new { }), Encoding.UTF8, "application/json"),
        key is null ? [] : [("Idempotency-Key", key)]);

    /// <summary>Sends a body as it is, also one that no client should send.</summary>
    public async Task<JsonNode?> SendAsItIsAsync(HttpMethod method, string path, HttpContent? content, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        using var answer = await http.SendAsync(request);
        (Status, Location, ContentType) = (answer.StatusCode, answer.Headers.Location?.ToString(), answer.Content.Headers.ContentType?.MediaType);
        var text = await answer.Content.ReadAsStringAsync();
        return text.Length == 0 || text[0] is not ('{' or '[') ? null : JsonNode.Parse(text);
    }

    public void Dispose() => http.Dispose();
}
