using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Web.Hosting.Auditing;

namespace Tsunagi.Web.Hosting;

/// <summary>audit verify: is every line of the audit as it was sealed?</summary>
static class AuditVerb
{
    public static Command Create()
    {
        var from = new Option<DateOnly?>("--from") { Description = "Count lines from this date on", HelpName = "DATE" };
        var verify = new Command("verify", "Check the hash chain; exit 1 and name the first broken line if it was tampered with") { from };
        verify.SetAction(async (parsed, ending) =>
        {
            await using var database = await DatabaseConnection.OpenAsync(
                parsed.GetRequiredValue(VerbOptions.Data), DataFolderUse.Share, Progress.OnTerminal, ending);
            await using var db = Installation.OpenAsOwner(database);
            await db.Database.OpenConnectionAsync(ending);
            var since = parsed.GetValue(from) is { } day ? Domain.Shared.JapanTime.StartOf(day) : DateTimeOffset.UnixEpoch;
            var found = await AuditChain.VerifyAsync((NpgsqlConnection)db.Database.GetDbConnection(), since, ending);
            if (found.BrokenAt is { } line) throw new VerbException($"Audit line {line} is not as it was sealed, or a line before it is missing.");
            Console.WriteLine($"{found.Checked} sealed lines as they were written, {found.Unsealed} not sealed yet.");
            return 0;
        });
        return new Command("audit", "The audit") { verify };
    }
}
