using System.Globalization;
using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>
/// 架空の人口: the people of a town with what its records say of them, and among them the pairs that are hard to tell apart – twins,
/// children called after a parent, namesakes born on the same day, and everybody who shares surname, address and telephone.
/// </summary>
/// <remarks>The same seed, number and day make the same people, one household after the other; nothing is kept.</remarks>
public sealed class Citizens(NameLists names, Places places, string ward, DateOnly today, int seed)
{
    private const int TwinsInAHundred = 2;
    private const int CalledAfterInAHundred = 8;
    private const int NamesakeEvery = 2500;
    private static readonly Weighted<string> Birthplaces = new(
    [
        ("東京都", 520), ("神奈川県", 90), ("埼玉県", 60), ("千葉県", 55), ("大阪府", 35), ("北海道", 30), ("愛知県", 25), ("福岡県", 22), ("新潟県", 20), ("静岡県", 20), ("茨城県", 18),
        ("兵庫県", 18), ("福島県", 16), ("宮城県", 15), ("長野県", 14), ("群馬県", 12), ("栃木県", 12), ("広島県", 12), ("青森県", 9), ("岩手県", 9), ("山形県", 9), ("秋田県", 8), ("鹿児島県", 8),
    ]);
    private static readonly Weighted<string> Occupations = new(
    [
        ("会社員", 40), ("パート", 16), ("公務員", 6), ("自営業", 8), ("会社役員", 4), ("看護師", 3), ("介護職", 3), ("教員", 3), ("派遣社員", 5), ("家事", 10), ("無職", 9), ("フリーランス", 3),
    ]);

    /// <summary>That many people.</summary>
    public IEnumerable<Citizen> All(int persons)
    {
        var human = 0;
        foreach (var home in new Town(names, places, today, seed, Town.CensusForms).Homes(persons))
        {
            foreach (var citizen in Household(home, human + 1)) yield return citizen;
            human += home.Members.Count;
        }
    }

    private IEnumerable<Citizen> Household(Home home, int human)
    {
        var random = new Random(unchecked((seed * 7_368_787) + home.Number));
        var residence = ResidenceOf(random);
        var landline = random.Next(100) < 45 ? Telephone("03-0", random) : null;
        var members = home.Members.ToList();
        AddLikeness(members, random);
        foreach (var member in members)
        {
            var person = human % NamesakeEvery == 0 ? Namesake(member, human) : member;
            yield return Describe(person, human++, residence, landline, random);
        }
    }

    private Residence ResidenceOf(Random random)
    {
        var place = places.All[random.Next(places.All.Count)];
        return Residence.At(ward, place.Towns[random.Next(place.Towns.Count)], random);
    }

    private void AddLikeness(List<Resident> members, Random random)
    {
        for (var i = 1; i < members.Count; i++)
        {
            var (before, member) = (members[i - 1], members[i]);
            if (member.Relation is not ("son" or "daughter")) continue;
            if (before.Relation == member.Relation && random.Next(100) < TwinsInAHundred) members[i] = Alike(member with { Born = before.Born }, before, random);
            else if (member.Sex == members[0].Sex && random.Next(100) < CalledAfterInAHundred) members[i] = Alike(member, members[0], random);
        }
    }

    /// <summary>A given name that shares its first character with another's (健一, 健二), if one comes up.</summary>
    private Resident Alike(Resident member, Resident other, Random random)
    {
        for (var tries = 0; tries < 60; tries++)
        {
            var (name, kana) = names.Given(member.Sex, member.Born.Year, random);
            if (name[0] == other.Given[0] && name != other.Given) return member with { Given = name, GivenKana = kana };
        }
        return member;
    }

    // A few names and birthdays that come up again and again all over the town.
    private Resident Namesake(Resident member, int human)
    {
        var random = new Random(unchecked((seed * 31) + (human / NamesakeEvery % 40)));
        var born = new DateOnly(1940, 1, 1).AddDays(random.Next(25_000));
        var sex = random.Next(2) == 0 ? Sex.Female : Sex.Male;
        var (surname, given) = (names.Surname(random), names.Given(sex, born.Year, random));
        return member with { Family = surname.Name, FamilyKana = surname.Kana, Given = given.Name, GivenKana = given.Kana, Sex = sex, Born = born };
    }

    private Citizen Describe(Resident member, int human, Residence residence, string? landline, Random random)
    {
        var age = member.AgeOn(today);
        var changed = member.Relation is "spouse" or "child-in-law" || (member.Sex == Sex.Female && age >= 30 && random.Next(100) < 45);
        var former = names.Surname(random);
        return new(
            human, member.Family, member.Given, Kana.ToKatakana(member.FamilyKana), Kana.ToKatakana(member.GivenKana),
            changed ? (former.Name, Kana.ToKatakana(former.Kana)) : null, member.Sex, member.Born,
            residence, ResidenceOf(random), landline, age >= 12 && random.Next(100) < (age >= 80 ? 45 : 92) ? Telephone("090-0", random) : null,
            Birthplaces.Draw(random), age < 6 ? "未就学" : age < 19 ? "児童・生徒" : age < 23 ? "学生" : age >= 72 ? "無職" : Occupations.Draw(random));
    }

    // Behind 03 no exchange begins with 0, and behind 090 no number does: these are nobody's (see HomeInMaking).
    private static string Telephone(string prefix, Random random) =>
        string.Create(CultureInfo.InvariantCulture, $"{prefix}{random.Next(1000):000}-{random.Next(10_000):0000}");
}
