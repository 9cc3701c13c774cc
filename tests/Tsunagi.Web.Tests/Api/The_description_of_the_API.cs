using System.Text.Json.Nodes;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Api;

/// <summary>What a client is generated from has to be true.</summary>
public sealed class The_description_of_the_API(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task No_two_types_go_by_one_name()
    {
        await ReadAsync();
        var named = app.Services.GetRequiredService<EndpointDataSource>().Endpoints
            .SelectMany(e => e.Metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IProducesResponseTypeMetadata>().Select(p => p.Type)
                .Concat(e.Metadata.OfType<Microsoft.AspNetCore.Http.Metadata.IAcceptsMetadata>().Select(a => a.RequestType)))
            .OfType<Type>().Where(t => t.Assembly == typeof(ApiDescription).Assembly).Distinct().ToList();
        var twice = named.GroupBy(t => ApiDescription.SchemaIdOf(System.Text.Json.Serialization.Metadata.JsonTypeInfo.CreateJsonTypeInfo(t, System.Text.Json.JsonSerializerOptions.Web)))
            .Where(g => g.Key is not null && g.Count() > 1).Select(g => $"{g.Key}: {string.Join(", ", g)}").ToList();
        Assert.True(named.Count > 100 && twice.Count == 0, $"{named.Count} types; {string.Join("; ", twice)}");
    }

    [Fact]
    public async Task A_handoff_encloses_a_sheet_by_its_version()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!;
        Assert.Contains("EnclosedSheetInput", schemas["HandoffInput"]!["properties"]!["assessment"]!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(schemas["EnclosedSheetInput"]!["properties"]!["version"]);
    }

    [Fact]
    public async Task Every_call_says_how_it_answers_how_it_is_refused_and_that_it_needs_a_token()
    {
        List<string> wrong = [];
        foreach (var (path, methods) in (await ReadAsync())["paths"]!.AsObject())
            foreach (var (method, call) in methods!.AsObject())
            {
                var answers = call!["responses"]!.AsObject().Select(r => r.Key).ToList();
                if (answers.Count(a => a.StartsWith('2')) != 1 || !answers.Contains("404") || call["security"] is null) wrong.Add($"{method} {path}: {string.Join(' ', answers)}");
                if (call["responses"]!.ToJsonString().Contains("/ApiAnswer\"", StringComparison.Ordinal)) wrong.Add($"{method} {path}: names the neutral answer");
            }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task Every_value_has_a_type_and_every_list_says_of_what()
    {
        List<string> wrong = [];
        foreach (var (name, schema) in (await ReadAsync())["components"]!["schemas"]!.AsObject())
            foreach (var (property, value) in schema!["properties"]?.AsObject() ?? [])
            {
                if (!((string[])["type", "$ref", "oneOf", "anyOf", "enum"]).Any(k => value![k] is not null)) wrong.Add($"{name}.{property}: {value}");
                if (Types(value).Contains("array") && value!["items"] is null) wrong.Add($"{name}.{property} is a list of nobody knows what");
            }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
    }

    [Fact]
    public async Task What_may_be_null_is_what_is_read_as_null()
    {
        var schemas = (await ReadAsync())["components"]!["schemas"]!;
        var handoff = schemas["HandoffInput"]!["properties"]!;
        Assert.Equal("array of string", Told(handoff["topics"]));
        Assert.Equal("null string", Told(handoff["asked"]));
        Assert.Equal("array null of string uuid", Told(schemas["CasesBulkInput"]!["properties"]!["cases"]));
        Assert.Equal("null string date-time", Told(schemas["UrgentReportInput"]!["properties"]!["reportedAt"]));
    }

    private static string Told(JsonNode? schema) =>
        string.Join(' ', [.. Types(schema).Order(StringComparer.Ordinal), .. schema!["format"] is { } format ? [format.GetValue<string>()] : (string[])[], .. schema["items"] is { } items ? ["of", Told(items)] : (string[])[]]);

    private static IEnumerable<string> Types(JsonNode? schema) => schema!["type"] switch
    {
        JsonArray several => several.Select(t => t!.GetValue<string>()),
        { } one => [one.GetValue<string>()],
        null => [],
    };

    private async Task<JsonNode> ReadAsync()
    {
        using var http = new HttpClient { BaseAddress = app.Address };
        return JsonNode.Parse(await http.GetStringAsync(new Uri("/api/v1/openapi.json", UriKind.Relative), TestContext.Current.CancellationToken))!;
    }
}
