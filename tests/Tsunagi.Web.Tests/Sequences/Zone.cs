using System.Text.RegularExpressions;
using Npgsql;
using NpgsqlTypes;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// What lies in the sealed zone, and where else it is found: what was planted in a matter, its ids and those of its parts, and
/// the places of protected people – in the text of every row of every other table, whatever the program says of it.
/// </summary>
internal static partial class Zone
{
    private static readonly string[] Parts =
    [
        "matter_participant", "matter_explanation", "matter_naming", "matter_session", "matter_item", "matter_request", "matter_sheet", "matter_information",
        "matter_information_correction", "matter_own_knowledge", "matter_watch", "matter_decision", "matter_outcome", "matter_minutes_correction", "matter_copy", "matter_way_out", "matter_notice",
    ];

    /// <summary>Makes the database able to tell. A grant on a matter, and the lines of its own audit, name it: both are shown to nobody else.</summary>
    public static string Watching => $$"""
        create view sealed_id as select id, id as matter_id from matter {{string.Concat(Parts.Select(p => $"union all select id, matter_id from {p} "))}};
        create function zone_leak() returns setof text language plpgsql as $$
        declare other text;
        begin
          for other in select tablename from pg_tables where schemaname = 'public' and tablename !~ '^matter($|_)'
            and tablename not in ('state_step', 'audit_seal', 'audit_checkpoint', '__EFMigrationsHistory') loop
            return query execute format($q$
              select %L || ' tells ' || found.what[1] from (select to_jsonb(t)::text as words, to_jsonb(t) ->> 'root_kind' as kind from %I t) line
              cross join lateral regexp_matches(line.words, '{{Planted.Keys}}|{{Planted.Places}}|{{Uuid}}', 'g') found (what)
              where found.what[1] ~ '{{Planted.Keys}}'
                or found.what[1] in (select '隠所' || right(p.id::text, 8) from person p where p.is_location_protected)
                or line.kind is distinct from 'Matter' and found.what[1] in (select s.id::text from sealed_id s)
              $q$, other, other);
          end loop;
        end $$;
        create function exclusion_gap() returns setof text language plpgsql as $$
        declare path exclusion_path;
        begin
          for path in select * from exclusion_path loop
            return query execute format($q$
              select '%1$s ' || t.%2$I from %1$I t join exclusion x on x.root_id = t.%3$I
              where t.%2$I is not null and not exists (select 1 from exclusion y where y.account_id = x.account_id and y.person_id = x.person_id and y.root_id = t.%2$I)
              $q$, path.table_name, path.root_column, path.source_column);
          end loop;
        end $$;
        """;

    private const string Uuid = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";

    /// <summary>What stands outside the zone, and must not.</summary>
    public static async Task<List<string>> LeaksAsync(NpgsqlConnection owner)
    {
        await using var command = new NpgsqlCommand("select zone_leak() limit 20", owner);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> found = [];
        while (await reader.ReadAsync()) found.Add(reader.GetString(0));
        return found;
    }

    /// <summary>
    /// What of an answer somebody had no business to hear. What is meant for them now: everything of a matter they read; their own paper;
    /// that there is a matter they proposed, are asked to chair, or declined; what was said to them at its door. While the play is on, what ever was meant for them counts.
    /// </summary>
    public static async Task<List<string>> HeardAsync(TestDatabase database, Guid account, string answer, DateTimeOffset? now)
    {
        var said = Said().Matches(answer).Select(m => m.Value).Distinct().ToArray();
        if (said.Length == 0) return [];
        await using var owner = new NpgsqlConnection(database.Owner);
        await owner.OpenAsync();
        await using var command = new NpgsqlCommand("""
            with known as (
              select m.*, p.title, exists (select 1 from access_grant g where g.root_id = m.id and g.subject_id = @account and g.level <> 'Envelope' and (@now is null or g.starts_at <= @now and @now < g.ends_at)) as reads
              from matter m join matter_paper p on p.matter_id = m.id)
            select w from unnest(@said) w where exists (select 1 from known k where w = left(k.title, 10) || '内' and not k.reads)
              or exists (select 1 from known k where w = left(k.title, 10) || '書' and not k.reads and k.proposed_by <> @account)
              or exists (select 1 from sealed_id s join known k on k.id = s.matter_id where w = s.id::text and not k.reads
                and not (s.id = k.id and (k.chair_id is not distinct from @account or k.proposed_by = @account or exists (select 1 from matter_notice n where n.matter_id = k.id and @account in (n.by, n.addressed_to))))
                and not exists (select 1 from matter_notice n where n.id = s.id and @account in (n.by, n.addressed_to)))
              or @now is not null and w in (select '隠所' || right(p.id::text, 8) from person p where p.is_location_protected)
            """, owner);
        command.Parameters.AddWithValue("account", account);
        command.Parameters.AddWithValue("said", said);
        command.Parameters.Add(new NpgsqlParameter("now", NpgsqlDbType.TimestampTz) { Value = now is { } at ? at.UtcDateTime : DBNull.Value });
        await using var reader = await command.ExecuteReaderAsync();
        List<string> heard = [];
        while (await reader.ReadAsync()) heard.Add(reader.GetString(0));
        return heard;
    }

    /// <summary>Whether an answer tells anything that was planted.</summary>
    public static bool Tells(string answer) => Key().IsMatch(answer);

    [GeneratedRegex($"{Planted.Keys}|{Planted.Places}|{Uuid}")]
    private static partial Regex Said();

    [GeneratedRegex(Planted.Keys)]
    private static partial Regex Key();
}
