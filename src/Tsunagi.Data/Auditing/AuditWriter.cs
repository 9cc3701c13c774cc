using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Auditing;

/// <summary>Appends lines to the audit, all of one flush in one statement, in the transaction of what they tell of.</summary>
public static class AuditWriter
{
    private static readonly JsonSerializerOptions Json = new()
    {
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(), new IdJsonConverterFactory() },
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // No RETURNING: the writer may append a line that it may not read back (a sealed matter's).
    private const string Sql = """
        insert into audit_entry (at, account_id, organisation_id, permission, kind, root_kind, root_id, legal_basis, reason, payload)
        select * from unnest(@at, @account, @organisation, @permission, @kind, @rootKind, @rootId, @legalBasis, @reason, @payload)
        """;

    /// <summary>What the audit says of an event.</summary>
    public static string Payload(DomainEvent done) => JsonSerializer.Serialize(done, done.GetType(), Json);

    internal static async Task AppendAsync(AppDb db, List<AuditEntry> entries, CancellationToken ct)
    {
        if (entries.Count == 0) return;
        await db.Database.OpenConnectionAsync(ct);
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        await using var command = new NpgsqlCommand(Sql, connection, (NpgsqlTransaction?)db.Database.CurrentTransaction?.GetDbTransaction());
        Add(command, "at", NpgsqlDbType.TimestampTz, entries, e => e.At.UtcDateTime);
        Add(command, "account", NpgsqlDbType.Uuid, entries, e => e.AccountId.Value);
        Add(command, "organisation", NpgsqlDbType.Uuid, entries, e => e.OrganisationId.Value);
        Add(command, "permission", NpgsqlDbType.Text, entries, e => e.Permission.ToString());
        Add(command, "kind", NpgsqlDbType.Text, entries, e => e.Kind);
        Add(command, "rootKind", NpgsqlDbType.Text, entries, e => e.RootKind.ToString());
        Add(command, "rootId", NpgsqlDbType.Uuid, entries, e => e.RootId);
        Add(command, "legalBasis", NpgsqlDbType.Text, entries, e => e.LegalBasis);
        Add(command, "reason", NpgsqlDbType.Text, entries, e => e.Reason);
        Add(command, "payload", NpgsqlDbType.Jsonb, entries, e => e.Payload);
        await command.ExecuteNonQueryAsync(ct);
        await db.Database.CloseConnectionAsync();
        entries.Clear();
    }

    private static void Add<T>(NpgsqlCommand command, string name, NpgsqlDbType type, List<AuditEntry> entries, Func<AuditEntry, T> value) =>
        command.Parameters.Add(new NpgsqlParameter(name, NpgsqlDbType.Array | type) { Value = entries.Select(value).ToArray() });
}
