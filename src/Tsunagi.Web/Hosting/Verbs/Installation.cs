using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data;

namespace Tsunagi.Web.Hosting;

/// <summary>Opens the database as its owner, for verbs that set it up or look over it.</summary>
static class Installation
{
    public static AppDb OpenAsOwner(DatabaseConnection database) =>
        new(new DbContextOptionsBuilder<AppDb>().UseNpgsql(database.OwnerConnectionString ?? throw new VerbException(
            $"This needs the owner's connection: set {DatabaseConnection.OwnerVariable}.")).Options);

    /// <summary>Brings the schema up to date; says what the server answered when it may not.</summary>
    public static async Task MigrateAsync(DatabaseConnection database, CancellationToken ct)
    {
        await using var db = OpenAsOwner(database);
        try
        {
            await Schema.MigrateAsync(db, ct);
        }
        catch (PostgresException e)
        {
            throw new VerbException($"The database could not be brought up to date: {e.MessageText} ({e.SqlState}).", e);
        }
    }
}
