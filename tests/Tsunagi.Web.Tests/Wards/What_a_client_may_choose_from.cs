using System.Net;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Wards;

public sealed class What_a_client_may_choose_from(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Organisations_their_staff_and_the_words_of_the_ward()
    {
        using var desk = await TestApi.AsAsync(app, TestTown.Desk);
        var ward = await desk.GetAsync("/api/v1/ward");
        Assert.Equal(("setagaya", 28), (ward!["profile"]!.ToString(), ward["districts"]!.AsArray().Count));

        var hub = (await desk.GetAsync("/api/v1/ward/organisations"))!.AsArray().Single(o => o!["code"]!.ToString() == TestOrganisations.Hub);
        Assert.True(hub!["isHub"]!.GetValue<bool>());
        var workers = (await desk.GetAsync($"/api/v1/ward/organisations/{hub["id"]}/workers"))!.AsArray();
        Assert.Contains(workers, w => w!["roles"]!.AsArray().Any(r => r!.ToString() == "conferenceChair"));
        Assert.DoesNotContain(workers, w => w!.ToJsonString().Contains("\"login\"", StringComparison.Ordinal));

        var lists = (await desk.GetAsync("/api/v1/ward/codes"))!.AsArray();
        Assert.Contains(lists.Single(l => l!["code"]!.ToString() == "issue")!["items"]!.AsArray(), i => i!["code"]!.ToString() == "poverty");
        Assert.Contains((await desk.GetAsync("/api/v1/ward/assessment-questions"))!.AsArray(), q => q!["code"]!.ToString() == "debt");
        Assert.NotEmpty((await desk.GetAsync("/api/v1/ward/legal-bases"))!.AsArray());
        await desk.GetAsync($"/api/v1/ward/organisations/{TestOrganisations.Id("nowhere")}/workers");
        Assert.Equal(HttpStatusCode.NotFound, desk.Status);
    }
}
