using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Organisations;

/// <summary>
/// 組織: a desk, section or agency unit, as the ward's profile lists it. The database keeps the row that other rows point
/// to; everything else about it is read from the profile.
/// </summary>
public sealed class Organisation
{
    private Organisation() { }

    /// <summary>Takes an organisation over from the profile.</summary>
    public Organisation(string profile, string code, string name) => (Id, Code, Name) = (IdOf(profile, code), code, name);

    /// <summary>Its id: named by profile and code, so the same on every machine.</summary>
    public Id<Organisation> Id { get; private set; }

    /// <summary>Its code in the profile.</summary>
    public string Code { get; private set; } = "";

    /// <summary>Its name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The id of the organisation with a code.</summary>
    public static Id<Organisation> IdOf(string profile, string code) => IdSource.Named<Organisation>($"{profile}/{code}");

    /// <summary>Takes over a changed name.</summary>
    public void Rename(string name) => Name = name;
}
