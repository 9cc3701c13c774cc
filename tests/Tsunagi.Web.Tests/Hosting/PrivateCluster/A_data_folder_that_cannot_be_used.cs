namespace Tsunagi.Web.Tests.Hosting;

public sealed class A_data_folder_that_cannot_be_used : IAsyncLifetime
{
    readonly TemporaryData data = new();

    public async ValueTask InitializeAsync() => await data.MakeClusterAsync();

    public ValueTask DisposeAsync() => data.DisposeAsync();

    string DataMarker => Path.Combine(data.Folder.FullName, "tsunagi-cluster.json");

    [Fact]
    public async Task Because_a_foreign_folder_is_in_the_way_is_refused_and_left_untouched()
    {
        File.Delete(data.ClusterMarker);
        File.Delete(DataMarker);
        var before = Directory.GetFileSystemEntries(data.Cluster!.FullName).Order();

        Assert.Contains("was not made by tsunagi", await data.RefusalAsync(), StringComparison.Ordinal);
        Assert.Equal(before, Directory.GetFileSystemEntries(data.Cluster!.FullName).Order());
    }

    [Theory]
    [InlineData("PG_VERSION")]
    [InlineData("global/pg_control")]
    public async Task Because_its_cluster_is_broken_is_refused(string missing)
    {
        File.Delete(Path.Combine(data.PgData, missing));

        Assert.Contains("is damaged", await data.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Because_its_marker_is_damaged_is_refused()
    {
        await File.WriteAllTextAsync(data.ClusterMarker, "{", TestContext.Current.CancellationToken);

        Assert.Contains("is damaged", await data.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Because_another_major_version_made_it_is_refused()
    {
        await File.WriteAllTextAsync(Path.Combine(data.PgData, "PG_VERSION"), "14\n", TestContext.Current.CancellationToken);

        Assert.Contains("was made by PostgreSQL 14", await data.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Because_its_cluster_is_another_ones_is_refused()
    {
        var text = await File.ReadAllTextAsync(DataMarker, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            DataMarker, text.Replace("\"id\": \"", "\"id\": \"0", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains("do not belong together", await data.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Because_its_cluster_is_gone_is_refused()
    {
        data.Cluster!.Delete(recursive: true);

        Assert.Contains("is missing", await data.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Because_another_user_made_it_is_refused()
    {
        var text = await File.ReadAllTextAsync(DataMarker, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            DataMarker, text.Replace("\"user\": \"", "\"user\": \"not-", StringComparison.Ordinal), TestContext.Current.CancellationToken);

        Assert.Contains("was made by the user not-", await data.RefusalAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Because_another_program_has_it_is_refused_but_may_be_joined()
    {
        await using var owner = await data.StartAsync();

        Assert.Contains("Another tsunagi program", await data.RefusalAsync(), StringComparison.Ordinal);

        await using (var guest = await data.JoinAsync())
        {
            Assert.True(guest.IsGuest);
            Assert.Equal("1", await TemporaryData.AskAsync(guest.ProgramConnectionString, "select 1"));
        }

        Assert.Equal("1", await TemporaryData.AskAsync(owner.ProgramConnectionString, "select 1"));
    }

    [Fact]
    public async Task Because_it_was_moved_away_from_roots_cluster_is_refused_and_is_no_matter_otherwise()
    {
        data.Rename("-moved");

        if (Environment.IsPrivilegedProcess)
        {
            Assert.Contains("was moved or copied", await data.RefusalAsync(), StringComparison.Ordinal);
        }
        else
        {
            await data.MakeClusterAsync();
        }
    }

    [Fact]
    public async Task Because_it_was_emptied_starts_anew_and_keeps_roots_old_cluster_aside()
    {
        foreach (var entry in data.Folder.EnumerateFileSystemInfos())
        {
            if (entry is DirectoryInfo folder)
            {
                folder.Delete(recursive: true);
            }
            else
            {
                entry.Delete();
            }
        }

        await data.MakeClusterAsync();

        Assert.Equal(
            Environment.IsPrivilegedProcess,
            File.Exists(Path.Combine(data.Cluster!.FullName + ".set-aside-1", "pgdata", "PG_VERSION")));
    }
}
