using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Demo.Population;

/// <summary>A district (or an area, in a ward without districts) and the towns in it.</summary>
public sealed record Place(string AreaCode, string? DistrictCode, IReadOnlyList<string> Towns);

/// <summary>
/// Where the made-up households live: the profile's districts with real town names (third-party/geolonia-japanese-addresses)
/// in a mapping that is approximate and for the demonstration only. A place without towns of its own gets a made-up one.
/// </summary>
public sealed class Places
{
    private readonly string ward;

    private Places(string ward, IReadOnlyList<Place> all) => (this.ward, All) = (ward, all);

    /// <summary>Every place, in the order of the profile.</summary>
    public IReadOnlyList<Place> All { get; }

    /// <summary>The places of a ward on a day.</summary>
    public static Places Of(WardProfile profile, DateOnly day)
    {
        var file = $"geolonia-japanese-addresses/{profile.Name}.tsv";
        var towns = (DataFile.Exists(file) ? DataFile.Rows(file) : []).ToLookup(r => r[1], r => r[0]);
        IReadOnlyList<string> TownsOf(string code, string name) =>
            towns[code].ToList() is { Count: > 0 } found ? found : [$"{name}一丁目", $"{name}二丁目"];
        return new(profile.Ward.Name, profile.Tiers.HasDistricts
            ? [.. profile.DistrictsAsOf(day).Select(d => new Place(d.AreaCode, d.Code, TownsOf(d.Code, d.Name)))]
            : [.. profile.AreasAsOf(day).Select(a => new Place(a.Code, null, TownsOf(a.Code, a.Name)))]);
    }

    /// <summary>Every place gets its first household; from then on the larger places get more.</summary>
    public Place Choose(int homeNumber, Random random)
    {
        if (homeNumber <= All.Count) return All[homeNumber - 1];
        var at = random.Next(All.Sum(p => p.Towns.Count));
        foreach (var place in All)
        {
            if (at < place.Towns.Count) return place;
            at -= place.Towns.Count;
        }
        return All[^1];
    }

    /// <summary>An address nobody can mistake for a real one: the word 架空 stands where the block number would.</summary>
    public string Address(Place place, Random random)
    {
        var town = place.Towns[random.Next(place.Towns.Count)];
        var block = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{ward}{town}架空{random.Next(1, 60)}番{random.Next(1, 30)}号");
        return random.Next(100) < 55
            ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{block} {Buildings[random.Next(Buildings.Length)]}{random.Next(1, 6)}0{random.Next(1, 7)}号室")
            : block;
    }

    private static readonly string[] Buildings = ["架空ハイツ", "架空コーポ", "架空マンション", "架空アパート", "架空住宅"];
}
