namespace Tsunagi.Web.Features.Demo.Population;

/// <summary>世帯の形: what kind of household was made up.</summary>
public enum HomeForm
{
    /// <summary>単身（65歳未満）.</summary>
    Single,
    /// <summary>単身高齢.</summary>
    SingleElder,
    /// <summary>夫婦のみ.</summary>
    Couple,
    /// <summary>高齢夫婦のみ（老老介護）.</summary>
    ElderCouple,
    /// <summary>夫婦と子.</summary>
    CoupleWithChildren,
    /// <summary>ひとり親と子.</summary>
    SingleParent,
    /// <summary>8050: an elder parent, or two, with a grown child who stays at home.</summary>
    EightyFifty,
    /// <summary>三世代.</summary>
    ThreeGenerations,
    /// <summary>同居きょうだい.</summary>
    Siblings,
    /// <summary>祖父母と孫.</summary>
    GrandparentsWithGrandchild,
}

/// <summary>The sex that names were given by.</summary>
public enum Sex
{
    Female,
    Male,
}

/// <summary>架空の住民: somebody who does not exist.</summary>
/// <param name="Family">氏.</param>
/// <param name="Given">名.</param>
/// <param name="FamilyKana">氏のふりがな, hiragana.</param>
/// <param name="GivenKana">名のふりがな, hiragana.</param>
/// <param name="Sex">For the name; a record says it in the person's own words, if at all.</param>
/// <param name="Born">生年月日.</param>
/// <param name="Relation">続柄, a code of the list household-relation, as seen from the first member.</param>
/// <param name="Phone">A telephone number that no network can route, or none.</param>
public sealed record Resident(
    string Family, string Given, string FamilyKana, string GivenKana, Sex Sex, DateOnly Born, string Relation, string? Phone)
{
    /// <summary>Family and given name.</summary>
    public string Name => $"{Family} {Given}";

    /// <summary>The age reached on a day.</summary>
    public int AgeOn(DateOnly day) =>
        day.Year - Born.Year - (day.Month < Born.Month || (day.Month == Born.Month && day.Day < Born.Day) ? 1 : 0);
}

/// <summary>架空の世帯.</summary>
/// <param name="Number">Its number in the town, from 1.</param>
/// <param name="Form">世帯の形.</param>
/// <param name="AreaCode">The area it lies in.</param>
/// <param name="DistrictCode">The district it lies in; null where the ward has none.</param>
/// <param name="Address">An address that is plainly made up.</param>
/// <param name="Members">Who lives there; the first is the one the relations are told from.</param>
public sealed record Home(
    int Number, HomeForm Form, string AreaCode, string? DistrictCode, string Address, IReadOnlyList<Resident> Members);
