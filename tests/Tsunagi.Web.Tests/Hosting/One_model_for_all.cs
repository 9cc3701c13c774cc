using Tsunagi.Data;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Hosting;

/// <summary>A start makes the model once: it is the longest part of it.</summary>
public sealed class One_model_for_all(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task What_opens_the_database_beside_the_host_takes_the_model_of_the_host()
    {
        await using var scope = app.Services.CreateAsyncScope();
        await using var beside = app.Database.OpenAsOwner();
        Assert.Same(beside.Model, scope.ServiceProvider.GetRequiredService<AppDb>().Model);
    }
}
