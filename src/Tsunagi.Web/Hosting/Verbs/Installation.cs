using Microsoft.EntityFrameworkCore;
using Npgsql;
using Tsunagi.Data;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Hosting;

/// <summary>Opens the database as its owner, for verbs that set it up or look over it.</summary>
static class Installation
{
    public static AppDb OpenAsOwner(DatabaseConnection database) =>
        AppDb.Open(database.OwnerConnectionString ?? throw new VerbException($"This needs the owner's connection: set {DatabaseConnection.OwnerVariable}."));

    /// <summary>Opens the database with the program's own rights.</summary>
    public static AppDb OpenAsProgram(DatabaseConnection database) => AppDb.Open(database.ProgramConnectionString);

    /// <summary>The profile the database was set up with.</summary>
    /// <exception cref="VerbException">None was loaded yet, or this program does not bring it along.</exception>
    public static async Task<string> ProfileAsync(AppDb db, CancellationToken ct)
    {
        var name = await LoadProfile.NameAsync(db, ct)
            ?? throw new VerbException($"No ward's profile is loaded yet. Run 'tsunagi profile load NAME' first; shipped: {string.Join(", ", ProfileFolder.Names())}.");
        return ProfileFolder.Names().Contains(name)
            ? name
            : throw new VerbException($"This database belongs to the profile '{name}', which is not in {ProfileFolder.Root.FullName}.");
    }

    /// <summary>Reads a profile strictly.</summary>
    /// <exception cref="VerbException">It does not exist or is not in order.</exception>
    public static WardProfile Read(DirectoryInfo folder)
    {
        if (!folder.Exists)
        {
            throw new VerbException($"There is no profile {folder.FullName}. Shipped: {string.Join(", ", ProfileFolder.Names())}.");
        }

        var read = ProfileReader.Read(folder);
        return read.Profile ?? throw new VerbException($"{string.Join('\n', read.Problems)}\n{folder.Name}: nothing was changed.");
    }

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
