namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>One way in which a record departs from the truth.</summary>
/// <param name="Name">What the column 差異 calls it.</param>
/// <param name="PerThousand">How often it is tried on a further record of a person; it counts where it changes something.</param>
/// <param name="Apply">Changes a draft; false when this draft has nothing that could go wrong so.</param>
public sealed record Slip(string Name, int PerThousand, Func<Draft, Random, bool> Apply);

/// <summary>
/// What goes wrong when one person is written down by several desks. The rates are this project's own estimate (docs/linkage-data.md);
/// a person's first record has a third of them.
/// </summary>
public sealed class Slips(NameLists names)
{
    /// <summary>Every slip, in the order they are tried.</summary>
    public IReadOnlyList<Slip> All { get; } =
    [
        new("異体字", 200, (d, _) => Variants.Use(d)),
        new("似た字", 20, (d, _) => Variants.Confuse(d)),
        new("別の漢字", 20, (d, random) => Homophone(d, names, random)),
        new("聞き違い", 45, Mishearing.Apply),
        new("旧姓", 150, (d, _) => FormerName(d)),
        new("旧姓併記", 40, (d, _) => FormerNameBeside(d)),
        new("姓名逆", 10, (d, _) => SwapNames(d)),
        new("かなのみ", 60, (d, _) => KanaOnly(d)),
        new("漢字のみ", 90, (d, _) => KanjiOnly(d)),
        new("ローマ字", 12, (d, random) => Mishearing.Romanise(d, random)),
        new("名なし", 6, (d, _) => NoGivenName(d)),
        new("生年月日なし", 30, (d, _) => NoBirthDate(d)),
        new("生年月日一部", 18, BirthDateSlips.Partial),
        new("元号違い", 6, BirthDateSlips.Era),
        new("月日逆", 8, (d, _) => BirthDateSlips.Swap(d)),
        new("日付数字違い", 22, BirthDateSlips.Digit),
        new("一月一日", 5, (d, _) => BirthDateSlips.Placeholder(d)),
        new("性別なし", 120, (d, _) => NoSex(d)),
        new("性別違い", 3, (d, _) => OtherSex(d)),
        new("転居", 120, (d, _) => Moved(d)),
        new("住所なし", 50, (d, _) => NoAddress(d)),
        new("部屋番号なし", 180, (d, _) => NoRoom(d)),
        new("番地違い", 15, OtherLot),
        new("別の電話", 220, (d, _) => OtherPhone(d)),
        new("電話なし", 180, (d, _) => NoPhone(d)),
        new("市外局番なし", 60, (d, _) => NoAreaCode(d)),
        new("電話数字違い", 18, PhoneDigit),
    ];

    private static bool Homophone(Draft d, NameLists names, Random random)
    {
        var other = names.Homophone(d.Citizen.Sex, d.Given, Tsunagi.Domain.People.KanaText.ToHiragana(d.GivenKana), random);
        var changed = other != d.Given;
        d.Given = other;
        return changed;
    }

    private static bool FormerName(Draft d)
    {
        if (d.Citizen.FormerFamily is not { } former) return false;
        (d.Family, d.FamilyKana) = (former.Name, former.Kana);
        return true;
    }

    private static bool FormerNameBeside(Draft d)
    {
        if (d.Citizen.FormerFamily is not { } former || d.Family != d.Citizen.Family) return false;
        d.Family = $"{d.Family}（旧姓：{former.Name}）";
        return true;
    }

    private static bool SwapNames(Draft d)
    {
        (d.Family, d.Given, d.FamilyKana, d.GivenKana) = (d.Given, d.Family, d.GivenKana, d.FamilyKana);
        return true;
    }

    private static bool KanaOnly(Draft d)
    {
        (d.Family, d.Given) = ("", "");
        return true;
    }

    private static bool KanjiOnly(Draft d)
    {
        if (d.Family.Length == 0) return false;
        (d.FamilyKana, d.GivenKana) = ("", "");
        return true;
    }

    private static bool NoGivenName(Draft d)
    {
        (d.Given, d.GivenKana) = ("", "");
        return true;
    }

    private static bool NoBirthDate(Draft d)
    {
        (d.Year, d.Month, d.Day) = (null, null, null);
        return true;
    }

    private static bool NoSex(Draft d)
    {
        d.Sex = null;
        return true;
    }

    private static bool OtherSex(Draft d)
    {
        if (d.Sex is null) return false;
        d.Sex = d.Sex == Sex.Female ? Sex.Male : Sex.Female;
        return true;
    }

    // The telephone of the old home went with it; a mobile stays.
    private static bool Moved(Draft d)
    {
        d.Home = d.Citizen.FormerHome;
        d.Phone = d.Citizen.Mobile;
        return true;
    }

    private static bool NoAddress(Draft d)
    {
        d.Home = null;
        return true;
    }

    private static bool NoRoom(Draft d)
    {
        if (d.Home?.Room is null) return false;
        d.Home = d.Home with { Building = null, Room = null };
        return true;
    }

    private static bool OtherLot(Draft d, Random random)
    {
        if (d.Home is null) return false;
        d.Home = random.Next(2) == 0 ? d.Home with { Lot = d.Home.Lot + (d.Home.Lot > 1 ? -1 : 1) } : d.Home with { Block = d.Home.Block + (d.Home.Block > 10 ? -10 : 10) };
        return true;
    }

    private static bool OtherPhone(Draft d)
    {
        if (d.Citizen.Landline is null || d.Citizen.Mobile is null) return false;
        d.Phone = d.Phone == d.Citizen.Mobile ? d.Citizen.Landline : d.Citizen.Mobile;
        return true;
    }

    private static bool NoPhone(Draft d)
    {
        var changed = d.Phone is not null;
        d.Phone = null;
        return changed;
    }

    private static bool NoAreaCode(Draft d)
    {
        if (d.Phone?.StartsWith("03-", StringComparison.Ordinal) != true) return false;
        d.Phone = d.Phone[3..];
        return true;
    }

    private static bool PhoneDigit(Draft d, Random random)
    {
        if (d.Phone is not { } phone) return false;
        var at = phone.Length - 1 - random.Next(3);
        // The last figures only, so that the number stays one that nobody has.
        var slipped = random.Next(2) == 0 ? phone[..at] + (char)('0' + ((phone[at] - '0' + 1 + random.Next(9)) % 10)) + phone[(at + 1)..] : phone[..(at - 1)] + phone[at] + phone[at - 1] + phone[(at + 1)..];
        var changed = slipped != phone && slipped[^5] == '-';
        if (changed) d.Phone = slipped;
        return changed;
    }
}
