using System.CommandLine;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Tests.Profiles;

public sealed class ProfileVerbTests
{
    static (int Code, string Output, string Error) Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var root = new RootCommand { ProfileVerb.Create() };
        var code = root.Parse(args).Invoke(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    [Theory]
    [InlineData("setagaya", "setagaya: in order. 5 areas, 28 districts,")]
    [InlineData("bunkyo", "bunkyo: in order. 4 areas, 0 districts,")]
    public void Checking_a_shipped_profile_ends_with_0(string name, string expected)
    {
        var (code, output, error) = Run("profile", "check", ProfileFolder.Find(name).FullName);

        Assert.Equal(0, code);
        Assert.StartsWith(expected, output, StringComparison.Ordinal);
        Assert.Empty(error);
    }

    [Fact]
    public void Checking_a_folder_that_is_not_there_ends_with_1_and_says_what_to_do()
    {
        var (code, output, error) = Run("profile", "check", "no-such-town");

        Assert.Equal(1, code);
        Assert.Empty(output);
        Assert.Equal(
            ["no-such-town: the folder does not exist -> name a profile's folder; shipped are bunkyo, setagaya", "no-such-town: 1 problem; nothing was changed."],
            error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public void The_committed_schema_is_the_one_the_types_give()
    {
        var (code, output, _) = Run("profile", "schema");

        Assert.Equal(0, code);
        Assert.Equal(output, ProfileSchema.Export());
        var received = Path.Combine(AppContext.BaseDirectory, "profile.schema.received.json");
        File.WriteAllText(received, output);
        Assert.True(
            File.ReadAllText(Path.Combine(ProfileFolder.Root.FullName, "schema", "profile.schema.json")) == output,
            $"The types changed: copy {received} to profiles/schema/profile.schema.json.");
    }

    [Fact]
    public void The_schema_knows_required_properties_words_and_limits()
    {
        using var schema = JsonDocument.Parse(ProfileSchema.Export());
        var definitions = schema.RootElement.GetProperty("$defs");

        Assert.Equal(
            ["code", "name", "areaCode", "validFrom"],
            definitions.GetProperty("District").GetProperty("required").EnumerateArray().Select(r => r.GetString()));
        Assert.False(definitions.GetProperty("District").GetProperty("additionalProperties").GetBoolean());
        Assert.Contains("shakyoOwnBusiness", definitions.GetProperty("LegalBasisEntry").ToString(), StringComparison.Ordinal);
        Assert.Equal(24, definitions.GetProperty("DeadlineRules").GetProperty("properties").GetProperty("monitoringMonths").GetProperty("maximum").GetInt32());
    }

    [Fact]
    public void The_files_in_the_repository_are_the_ones_that_were_copied()
    {
        var repository = new DirectoryInfo(Path.Combine(Here(), "..", "..", "..", "profiles"));
        // A published test run has no sources beside it; then there is nothing to compare.
        if (!repository.Exists)
            return;
        var written = repository.EnumerateFiles("*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(repository.FullName, f.FullName)).Order(StringComparer.Ordinal);
        var copied = ProfileFolder.Root.EnumerateFiles("*.json", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(ProfileFolder.Root.FullName, f.FullName)).Order(StringComparer.Ordinal);

        Assert.Equal(written, copied);
    }

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
