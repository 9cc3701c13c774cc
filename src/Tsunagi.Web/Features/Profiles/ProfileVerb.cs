using System.CommandLine;
using System.Globalization;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>The verbs <c>profile check DIR</c> and <c>profile schema</c>.</summary>
public static class ProfileVerb
{
    /// <summary>The command <c>profile</c> with its parts, to be added to the root command.</summary>
    public static Command Create() => new("profile", "Municipal profiles: check a folder, load it into the database, export the schema.")
    {
        Check(),
        Schema(),
        ProfileLoading.Create(),
    };

    static Command Check()
    {
        var folder = new Argument<DirectoryInfo>("DIR") { Description = "The profile's folder, such as profiles/setagaya." };
        var command = new Command("check", "Reads a profile strictly and lists everything that is wrong with it.") { folder };
        command.SetAction(result => ProfileCheckVerb.Run(
            result.GetRequiredValue(folder), result.InvocationConfiguration.Output, result.InvocationConfiguration.Error));
        return command;
    }

    static Command Schema()
    {
        var to = new Option<FileInfo?>("--out") { Description = "Writes to a file instead of the terminal." };
        var command = new Command("schema", "Exports the JSON schema of the profile files, for editors.") { to };
        command.SetAction(result =>
        {
            var schema = ProfileSchema.Export();
            if (result.GetValue(to) is { } file)
                File.WriteAllText(file.FullName, schema);
            else
                result.InvocationConfiguration.Output.Write(schema);
            return 0;
        });
        return command;
    }
}

/// <summary><c>profile check DIR</c>: exit code 0 if the profile is in order, 1 with one problem per line on stderr.</summary>
public static class ProfileCheckVerb
{
    /// <summary>Checks the folder and says what it found.</summary>
    public static int Run(DirectoryInfo folder, TextWriter output, TextWriter error)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(error);
        var result = ProfileReader.Read(folder);
        if (result.Profile is { } profile)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{profile.Name}: in order. {profile.Areas.Count} areas, {profile.Districts.Count} districts, {profile.Organisations.Count} organisations, {profile.CodeLists.Count} code lists."));
            return 0;
        }

        foreach (var problem in result.Problems)
            error.WriteLine(problem);
        error.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{folder.Name}: {result.Problems.Count} problem{(result.Problems.Count == 1 ? "" : "s")}; nothing was changed."));
        return 1;
    }
}
