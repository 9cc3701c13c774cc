using System.Net;
using System.Text.Json.Nodes;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Consultations;

/// <summary>基準の人 of a case whose consultation names no 本人: whoever was entered first.</summary>
public sealed class Who_a_case_is_told_in_relation_to(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Is_who_was_entered_first_even_where_the_second_was_known_before()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var earlier = await ReceiveAsync(desk, new { date = "R8.11.1", channel = "phone", personName = "架空 小太郎", personBirth = "9歳", ownWords = "下校の様子", topics = new[] { "income" }, worstTopic = "income", next = "later" });
        var child = (await desk.GetAsync($"/api/v1/consultations/{earlier}"))!["persons"]![0]!["person"]!.ToString();
        var call = await ReceiveAsync(desk, new { date = "R8.11.2", channel = "phone", ownWords = "親子のことで", topics = new[] { "income" }, worstTopic = "income", next = "later" });
        foreach (var named in new object[] { new { name = "架空 親子", @as = "householdMember", reason = "聞き取り" }, new { personId = child, @as = "householdMember", reason = "聞き取り" } })
        {
            var answer = await desk.PostAsync($"/api/v1/consultations/{call}/people", named);
            Assert.True(desk.Status == HttpStatusCode.Created, answer?.ToJsonString());
        }

        var decided = await desk.PostAsync($"/api/v1/consultations/{call}/decision", new { next = "keep" });

        Assert.True(desk.Status == HttpStatusCode.OK, decided?.ToJsonString());
        var kept = (await desk.GetAsync($"/api/v1/consultations/{call}"))!["case"]!.ToString();
        var persons = (await desk.GetAsync($"/api/v1/cases/{kept}"))!["persons"]!.AsArray();
        Assert.Equal(2, persons.Count);
        Assert.NotEqual(child, Reference(persons));
    }

    private static string Reference(JsonArray persons) => persons.Single(p => p!["isReference"]!.GetValue<bool>())!["person"]!.ToString();

    private static async Task<string> ReceiveAsync(TestApi desk, object call)
    {
        var answer = await desk.PostAsync("/api/v1/consultations", call);
        Assert.True(desk.Status == HttpStatusCode.Created, answer?.ToJsonString());
        return answer!["id"]!.ToString();
    }
}
