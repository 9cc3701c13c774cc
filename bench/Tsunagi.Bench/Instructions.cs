using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Bench;

/// <summary>
/// What a request costs beside the bare statements it issues, in machine instructions of this process: callgrind counts, by the
/// difference of its dumps. The bare reference sends the same statements with the same parameters on one connection and reads
/// every value.
/// </summary>
static class Instructions
{
    private const int Warm = 15;
    private const int Counted = 10;

    public static async Task RunAsync(DatabaseConnection database, DirectoryInfo data, CancellationToken ct)
    {
        var counter = new Callgrind(Path.Combine(data.FullName, Callgrind.File));
        await using var app = TsunagiHost.Build(BenchTown.Options(database, data));
        await app.StartAsync(ct);
        var server = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());
        using var statements = new Statements();
        await using var connection = new NpgsqlConnection(database.ProgramConnectionString);
        await connection.OpenAsync(ct);
        Console.WriteLine("| page | instructions | of the bare statements | ratio |");
        Console.WriteLine("|---|--:|--:|--:|");
        var visitor = (await BenchTown.VisitorsAsync(database, server, "load.", 3, ct))[1];
        foreach (var (name, path) in Counts.Pages(visitor))
        {
            using var wire = new Wire(server);
            var request = Counts.Request(visitor, server, path);
            var whole = await counter.LeastAsync(() => { Counts.Must(wire, request, path); return Task.CompletedTask; }, Warm, Counted);
            statements.Begin();
            Counts.Must(wire, request, path);
            var issued = statements.End();
            var bare = await counter.LeastAsync(() => SendAsync(connection, issued, ct), Warm, Counted);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {name} | {whole:N0} | {bare:N0} | {(double)whole / bare:0.0} |"));
        }
        await app.StopAsync(ct);
    }

    private static async Task SendAsync(NpgsqlConnection connection, IReadOnlyList<Statement> issued, CancellationToken ct)
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        foreach (var statement in issued)
        {
            await using var command = new NpgsqlCommand(statement.Text, connection, transaction);
            foreach (DbParameter parameter in statement.Parameters) command.Parameters.Add(((NpgsqlParameter)parameter).Clone());
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                for (var i = 0; i < reader.FieldCount; i++) reader.GetValue(i);
        }
        await transaction.CommitAsync(ct);
    }

    /// <summary>The counter this process runs under (bench/run starts it so).</summary>
    private sealed class Callgrind(string file)
    {
        public const string File = "callgrind.out";
        private int dumps;

        /// <summary>Instructions of one act, the least of three series: what else runs in the process only adds.</summary>
        public async Task<long> LeastAsync(Func<Task> act, int warm, int counted)
        {
            for (var i = 0; i < warm; i++) await act();
            // Counting makes everything some fifty times slower: it is on for the series alone.
            Control("--instr=on");
            await act();
            var least = long.MaxValue;
            for (var series = 0; series < 3; series++)
            {
                Dump();
                for (var i = 0; i < counted; i++) await act();
                least = Math.Min(least, Dump() / counted);
            }
            Control("--instr=off");
            return least;
        }

        // Writes what was counted since the last dump, and begins anew.
        private long Dump()
        {
            var dump = $"{file}.{++dumps}";
            Control("--dump");
            var total = System.IO.File.ReadLines(dump).Last(line => line.StartsWith("summary:", StringComparison.Ordinal) || line.StartsWith("totals:", StringComparison.Ordinal));
            System.IO.File.Delete(dump);
            return long.Parse(total.AsSpan(total.IndexOf(' ') + 1), CultureInfo.InvariantCulture);
        }

        private static void Control(string order)
        {
            using var control = Process.Start(new ProcessStartInfo("callgrind_control", [order, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
            control.StandardOutput.ReadToEnd();
            control.WaitForExit();
        }
    }
}
