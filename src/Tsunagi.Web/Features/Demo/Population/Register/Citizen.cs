namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>架空の住民 with all that a record about them may say.</summary>
/// <param name="Human">The number that is the truth: two records of the same human have the same.</param>
/// <param name="Family">氏.</param>
/// <param name="Given">名.</param>
/// <param name="FamilyKana">氏のカナ, katakana.</param>
/// <param name="GivenKana">名のカナ, katakana.</param>
/// <param name="FormerFamily">旧姓, with its kana; null if the name never changed.</param>
/// <param name="Sex">性別.</param>
/// <param name="Born">生年月日.</param>
/// <param name="Home">Where they live.</param>
/// <param name="FormerHome">Where they lived before.</param>
/// <param name="Landline">The household's telephone; null for none.</param>
/// <param name="Mobile">Their own; null for none.</param>
/// <param name="Birthplace">出生地, a prefecture.</param>
/// <param name="Occupation">職業.</param>
public sealed record Citizen(
    int Human, string Family, string Given, string FamilyKana, string GivenKana, (string Name, string Kana)? FormerFamily, Sex Sex, DateOnly Born,
    Residence Home, Residence FormerHome, string? Landline, string? Mobile, string Birthplace, string Occupation);
