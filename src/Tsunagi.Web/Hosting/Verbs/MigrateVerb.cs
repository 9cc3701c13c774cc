using System.CommandLine;

namespace Tsunagi.Web.Hosting;

/// <summary>migrate: brings the database's schema up to date.</summary>
static class MigrateVerb
{
    public static Command Create()
    {
        var verb = new Command("migrate", "Bring the database up to date");
        verb.SetAction(async (parsed, ending) =>
        {
            await using var database = await DatabaseConnection.OpenAsync(
                parsed.GetRequiredValue(VerbOptions.Data), DataFolderUse.Share, Progress.OnTerminal, ending);
            await Installation.MigrateAsync(database, ending);
            return 0;
        });
        return verb;
    }
}
