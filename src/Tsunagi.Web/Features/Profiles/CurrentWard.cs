using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>
/// The ward as it is today: its profile, and which organisation a row in the database is. Loaded once; the profile's
/// files change with a release or a restart.
/// </summary>
public sealed class CurrentWard(WardProfile profile)
{
    private readonly Dictionary<Id<Organisation>, OrganisationEntry> byId =
        profile.Organisations.ToDictionary(o => Organisation.IdOf(profile.Name, o.Code));

    private readonly Dictionary<string, Id<Organisation>> byCode =
        profile.Organisations.ToDictionary(o => o.Code, o => Organisation.IdOf(profile.Name, o.Code));

    /// <summary>The profile.</summary>
    public WardProfile Profile => profile;

    /// <summary>What the profile says of an organisation; null when it is not in the profile (any more).</summary>
    public OrganisationEntry? Find(Id<Organisation> organisation) => byId.GetValueOrDefault(organisation);

    /// <summary>An organisation's name, for screens.</summary>
    public string NameOf(Id<Organisation> organisation) => Find(organisation)?.Name ?? "（組織不明）";

    /// <summary>The id of the organisation with a code.</summary>
    public Id<Organisation> IdOf(string code) => byCode.TryGetValue(code, out var id) ? id : Organisation.IdOf(profile.Name, code);

    /// <summary>The id of an organisation of the profile.</summary>
    public Id<Organisation> IdOf(OrganisationEntry entry) => IdOf(entry.Code);
}
