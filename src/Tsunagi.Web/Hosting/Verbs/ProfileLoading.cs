using System.CommandLine;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Hosting;

/// <summary>profile load: takes a ward's profile over into the database.</summary>
static class ProfileLoading
{
    public static Command Create()
    {
        var folder = new Argument<string>("DIR|NAME") { Description = "The profile's folder, or the name of a shipped one such as setagaya" };
        var verb = new Command("load", "Takes a profile over into the database; may be repeated after a change") { folder };
        verb.SetAction(async (parsed, ending) =>
        {
            var named = parsed.GetRequiredValue(folder);
            var profile = Installation.Read(ProfileFolder.Names().Contains(named) ? ProfileFolder.Find(named) : new DirectoryInfo(named));
            await using var database = await DatabaseConnection.OpenAsync(
                parsed.GetRequiredValue(VerbOptions.Data), DataFolderUse.Share, Progress.OnTerminal, ending);
            await using var db = Installation.OpenAsOwner(database);
            if (!await Tsunagi.Data.Schema.IsCurrentAsync(db, ending)) throw new VerbException("The database is not as this build wants it. Run 'tsunagi migrate' first.");
            try
            {
                await LoadProfile.RunAsync(db, profile, ending);
            }
            catch (InvalidOperationException e)
            {
                throw new VerbException(e.Message, e);
            }

            Console.WriteLine($"{profile.Name}: loaded, {profile.Organisations.Count} organisations.");
            return 0;
        });
        return verb;
    }
}
