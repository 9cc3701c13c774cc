using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>
/// Takes a profile over into the database: a row for every organisation it ever lists, since records and grants point to
/// them. Rows of organisations that ended stay. Runs as often as wanted.
/// </summary>
public static class LoadProfile
{
    /// <summary>The setting that names the profile this database was set up with.</summary>
    public const string Setting = "profile";

    public static async Task RunAsync(AppDb db, WardProfile profile, CancellationToken ct)
    {
        var known = await db.Organisations.ToDictionaryAsync(o => o.Code, ct);
        foreach (var entry in profile.Organisations)
            if (known.TryGetValue(entry.Code, out var organisation)) organisation.Rename(entry.Name);
            else db.Organisations.Add(new Organisation(profile.Name, entry.Code, entry.Name));
        if (await db.Settings.SingleOrDefaultAsync(s => s.Name == Setting, ct) is not { } setting)
            db.Settings.Add(new() { Name = Setting, Value = profile.Name });
        else if (setting.Value != profile.Name)
            throw new InvalidOperationException($"This database belongs to the profile '{setting.Value}', not '{profile.Name}'.");
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The profile the database was set up with; null when none was loaded yet.</summary>
    public static Task<string?> NameAsync(AppDb db, CancellationToken ct) =>
        db.Settings.Where(s => s.Name == Setting).Select(s => s.Value).SingleOrDefaultAsync(ct);
}
