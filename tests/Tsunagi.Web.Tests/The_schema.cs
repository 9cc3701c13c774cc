using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests;

public sealed class The_schema(TestApp app) : IClassFixture<TestApp>
{
    [Fact]
    public async Task Has_no_model_change_without_a_migration()
    {
        await using var db = app.Database.OpenAsOwner();
        Assert.False(db.Database.HasPendingModelChanges(), "Run eng/remigrate.");
    }

    [Fact]
    public async Task Is_as_this_build_wants_it_and_may_be_applied_again()
    {
        await using var db = app.Database.OpenAsOwner();
        Assert.True(await Schema.IsCurrentAsync(db, CancellationToken.None));
        await db.Settings.Where(s => s.Name == "schema.scripts").ExecuteDeleteAsync();
        Assert.False(await Schema.IsCurrentAsync(db, CancellationToken.None));
        await Schema.MigrateAsync(db, CancellationToken.None);
        Assert.True(await Schema.IsCurrentAsync(db, CancellationToken.None));
    }
}
