using System.Globalization;
using System.Text;
using Npgsql;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// Every step of every state machine, as the database saw it: a trigger beside each state column writes down where a record came
/// from and where it went, whatever the program says of it. Each step must be a declared arrow.
/// </summary>
internal static class StateSteps
{
    /// <summary>One act may take two arrows at once; these do, and no others.</summary>
    private static readonly HashSet<(string Machine, string? From, string To)> InOneAct =
    [
        // 相談 is received, and mostly decided on, in the act that writes it down first.
        ("Consultation", null, "Received"), ("Consultation", null, "Kept"),
        // A 決裁 line without checks: what is put up, or put up again, waits for the decider at once.
        ("Decision", null, "Checked"), ("Decision", "SentBack", "Checked"),
    ];

    /// <summary>Makes the database write the steps down.</summary>
    public static string Recording
    {
        get
        {
            var sql = new StringBuilder("""
                create table state_step (machine text not null, record text not null, was text, became text not null);
                create function note_state_step() returns trigger language plpgsql security definer as $$
                declare was text; became text;
                begin
                  became := to_jsonb(new) ->> tg_argv[1];
                  if tg_op = 'UPDATE' then was := to_jsonb(old) ->> tg_argv[1]; end if;
                  if was is distinct from became then
                    insert into state_step values (tg_argv[0], coalesce(to_jsonb(new) ->> 'id', to_jsonb(new) ->> 'plan_id'), was, became);
                  end if;
                  return null;
                end $$;
                """);
            foreach (var (machine, column) in Invariants.StateColumns)
            {
                var at = column.Split('.');
                sql.Append(CultureInfo.InvariantCulture, $"create trigger note_state_step after insert or update on {at[0]} for each row execute function note_state_step('{machine}', '{at[1]}');");
            }
            return sql.ToString();
        }
    }

    /// <summary>The steps that no arrow allows.</summary>
    public static async Task<List<string>> UndeclaredAsync(NpgsqlConnection owner)
    {
        List<string> found = [];
        await using var command = new NpgsqlCommand("select machine, was, became, min(record) from state_step group by machine, was, became order by machine, was, became", owner);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
        {
            var (machine, was, became) = (reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetString(2));
            if (!IsDeclared(StateMachines.All.Single(m => m.Name == machine), was, became))
                found.Add($"nothing moves by an undeclared arrow: {machine} {reader.GetString(3)} {was ?? "(new)"} → {became}");
        }
        return found;
    }

    public static bool IsDeclared(StateTable machine, string? was, string became) =>
        (was is null ? machine.Initial.Contains(became) : machine.Transitions.Any(t => t.From == was && t.To == became)) || InOneAct.Contains((machine.Name, was, became));
}
