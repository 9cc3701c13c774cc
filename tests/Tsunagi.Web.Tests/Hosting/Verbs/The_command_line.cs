using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Hosting;

public sealed class The_command_line : IAsyncLifetime
{
    readonly TemporaryData data = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => data.DisposeAsync();

    [Theory]
    [InlineData("--help")]
    [InlineData("serve --help")]
    [InlineData("demo --help")]
    [InlineData("doctor --help")]
    [InlineData("states --help")]
    [InlineData("demo-clock --help")]
    [InlineData("user add --help")]
    [InlineData("generate --help")]
    [InlineData("profile load --help")]
    [InlineData("draw genogram --help")]
    [InlineData("draw ecomap --help")]
    [InlineData("link --help")]
    public async Task Explains_every_verb(string line)
    {
        var (code, output, error) = await RunAsync(line);

        Assert.Equal(0, code);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("bogus")]
    [InlineData("serve --side nowhere")]
    [InlineData("states --format png")]
    [InlineData("demo --persons 0")]
    [InlineData("demo --today yesterday")]
    [InlineData("demo-clock 30d")]
    [InlineData("generate --years 9")]
    [InlineData("draw genogram family.ged")]
    [InlineData("draw genogram family.ged --out family.svg --generations many")]
    [InlineData("link a.csv")]
    [InlineData("link a.csv --out pairs.csv --threshold 1")]
    [InlineData("user add somebody --name N --organisation O --role King")]
    public async Task Answers_2_to_wrong_usage(string line)
    {
        var (code, output, error) = await RunAsync(line);

        Assert.Equal(2, code);
        Assert.Empty(output);
        Assert.Contains("--help", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_1_and_one_line_to_a_refusal()
    {
        await using var other = await data.StartAsync();

        var (code, output, error) = await RunAsync("serve --urls http://127.0.0.1:0");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("Another tsunagi program", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_1_without_the_password_to_a_wrong_connection_string()
    {
        var (code, _, error) = await RunAsync("serve", ("ConnectionStrings__Tsunagi", "Hots=x;Password=hush"));

        Assert.Equal(1, code);
        Assert.Contains("ConnectionStrings__Tsunagi", Assert.Single(error.TrimEnd().Split('\n')), StringComparison.Ordinal);
        Assert.DoesNotContain("hush", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Uses_the_server_it_is_given_and_makes_no_cluster()
    {
        await using var server = await data.StartAsync();
        var unused = Path.Combine(data.Folder.FullName, "unused");

        var (_, output, _) = await RunAsync(
            $"doctor --data {unused}", ("ConnectionStrings__Tsunagi", server.ProgramConnectionString));

        Assert.Contains("outside, PostgreSQL", output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(unused));
    }

    [Fact]
    public async Task Prints_every_state_machine()
    {
        var (code, output, _) = await RunAsync("states");

        Assert.Equal(0, code);
        Assert.All(StateMachines.All, m => Assert.Contains($"({m.Name})", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Draws_a_family_and_tells_what_it_drew()
    {
        var (family, picture, text) = (InData("family.ged"), InData("family.svg"), InData("family.txt"));
        await File.WriteAllTextAsync(family, "0 HEAD\n0 @A@ INDI\n1 SEX F\n0 @B@ INDI\n0 @F@ FAM\n1 WIFE @A@\n1 CHIL @B@\n0 TRLR\n", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync($"draw genogram {family} --person A --generations 1 --out {picture} --text {text}");

        Assert.Equal(0, code);
        Assert.Empty(output);
        Assert.StartsWith("persons 2, generations 2, overlaps 0, crossings 0, seconds ", error, StringComparison.Ordinal);
        Assert.StartsWith("<svg", await File.ReadAllTextAsync(picture, TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.StartsWith("ジェノグラム。", await File.ReadAllTextAsync(text, TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_1_with_file_and_line_to_a_file_that_cannot_be_drawn()
    {
        var broken = InData("broken.ged");
        await File.WriteAllTextAsync(broken, "0 HEAD\n4 NAME far too deep\n", TestContext.Current.CancellationToken);

        var (code, output, error) = await RunAsync($"draw genogram {broken} --out {InData("broken.svg")}");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.StartsWith("broken.ged: line 2: level 4 follows on level 0.", error, StringComparison.Ordinal);
        Assert.False(File.Exists(InData("broken.svg")));
    }

    string InData(string name) => Path.Combine(data.Folder.FullName, name);

    Task<(int Code, string Output, string Error)> RunAsync(string line, params (string Name, string Value)[] variables) =>
        TheProgram.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries), [("TSUNAGI_DATA", data.Folder.FullName), .. variables]);
}
