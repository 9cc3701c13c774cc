using Microsoft.AspNetCore.Routing.Patterns;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>
/// Endpoint × role × relation: whatever the running host answers, asked by everybody who may stand to a record, answers as the
/// reviewed rules say; and what is denied looks exactly like what does not exist (promises 16, 17 and 20).
/// </summary>
public sealed class The_access_matrix(MatrixApp app) : IClassFixture<MatrixApp>
{
    [Fact]
    public void Every_endpoint_answers_everybody_as_the_reviewed_rules_say()
    {
        Assert.True(app.Endpoints.Count > 500 && app.Answers.Count == app.Endpoints.Count * MatrixRelation.All.Count);
        Report(MatrixReview.Differences(app.Rules, app.Endpoints, app.Answers.Of));
    }

    [Fact]
    public void A_new_endpoint_without_a_rule_is_found()
    {
        var added = MatrixEndpoints.OfApi(new RouteEndpoint(_ => Task.CompletedTask, RoutePatternFactory.Parse("/api/v1/cases/{id}/export"), 0,
            new EndpointMetadataCollection(new HttpMethodMetadata(["GET"]), new PermitAttribute(Permission.SeeCase)), "new"));
        Assert.Equal(["GET /api/v1/cases/{id}/export: no rule in AccessRules.txt. Decide for every relation who may, and list it there."],
            MatrixReview.Differences(app.Rules, [.. app.Endpoints, .. added], app.Answers.Of));
    }

    [Fact]
    public void An_endpoint_that_is_gone_or_listed_twice_is_found()
    {
        var rule = app.Rules[0] with { Title = "余分", Endpoints = ["GET /gone", app.Rules[0].Endpoints[0]] };
        Assert.Equal(["GET /gone: AccessRules.txt lists it under 「余分」, but the host answers no such thing.", $"{app.Rules[0].Endpoints[0]}: AccessRules.txt lists it 2 times."],
            MatrixReview.Differences([.. app.Rules, rule], app.Endpoints, app.Answers.Of));
    }

    [Fact]
    public void A_wrong_cell_is_named_with_its_endpoint_its_relation_and_both_decisions()
    {
        var leaking = Cell(MatrixDecision.Allowed, "200");
        Assert.Equal(["GET /api/v1/cases/{id} for 他機関 (stranger): the rule 「ケースを見る・書く」 says －, the host answered ○."],
            DifferencesWhen("GET /api/v1/cases/{id}", "stranger", leaking));
        Assert.Equal(["GET /api/v1/cases/{id} for 除外 (excluded): denied is not the same as absent. The record: 「あります」. Nobody's: 「ありません」."],
            DifferencesWhen("GET /api/v1/cases/{id}", "excluded", Cell(MatrixDecision.Absent, "404\nあります", "404\nありません")));
        Assert.Equal(["GET /urgent-reports/new from matter for 読前 (before): the rule 「会議案件から通告・通報する画面」 says ◇, the host answered ○. The record: 「件名」. Nobody's: 「」."],
            DifferencesWhen("GET /urgent-reports/new from matter", "before", Cell(MatrixDecision.Allowed, "200\n件名", "200\n")));
    }

    [Fact]
    public void A_role_beyond_its_ceiling_is_refused_even_inside_the_desk_that_holds_the_record()
    {
        Assert.True(app.Ceilings.Count > 1000);
        Report([.. app.Ceilings.Where(c => c.Answered != MatrixDecision.NotAllowed)
            .Select(c => $"{c.Endpoint} for the role {c.Role}: {c.Endpoint.Permission} does not name it, the host answered {AccessRules.MarkOf(c.Answered)}.")]);
    }

    [Fact]
    public async Task The_document_shows_what_was_found()
    {
        var found = MatrixDocument.Of(app.Rules, app.Endpoints, app.Answers);
        var path = Repository.File(MatrixDocument.Path);
        if (Environment.GetEnvironmentVariable("TSUNAGI_WRITE_MATRIX") == "1") await File.WriteAllTextAsync(path, found, TestContext.Current.CancellationToken);
        Assert.True(File.Exists(path) && await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken) == found,
            $"{MatrixDocument.Path} is not what the host answers: run eng/access-matrix, and read the difference.");
    }

    /// <summary>Otherwise an earlier cell could have changed the world of a later one.</summary>
    [Fact]
    public async Task Asking_changed_nothing()
    {
        Assert.True(app.AuditBefore > 0);
        Assert.Equal(app.AuditBefore, await app.CountAuditAsync());
    }

    private static MatrixCell Cell(MatrixDecision decision, string seen, string? ofNothing = null) =>
        new(new(decision, seen), ofNothing is null ? null : new(decision, ofNothing));

    private IReadOnlyList<string> DifferencesWhen(string endpoint, string relation, MatrixCell cell) => MatrixReview.Differences(
        app.Rules, app.Endpoints, (e, r) => e.Name == endpoint && r.Key == relation ? cell : app.Answers.Of(e, r));

    private static void Report(IReadOnlyList<string> differences) => Assert.True(differences.Count == 0, string.Join('\n', differences.Prepend("")));
}
