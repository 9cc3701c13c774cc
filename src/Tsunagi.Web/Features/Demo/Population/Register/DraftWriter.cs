using System.Globalization;
using System.Text;

namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>Puts a draft into the writing of a desk: eras or not, half-width kana or not, 男 or 1. That is no slip; every desk has its way.</summary>
static class DraftWriter
{
    private const string Wide = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲンァィゥェォャュョッー";
    private const string Narrow = "ｱｲｳｴｵｶｷｸｹｺｻｼｽｾｿﾀﾁﾂﾃﾄﾅﾆﾇﾈﾉﾊﾋﾌﾍﾎﾏﾐﾑﾒﾓﾔﾕﾖﾗﾘﾙﾚﾛﾜｦﾝｧｨｩｪｫｬｭｮｯｰ";
    private static readonly (string Name, char Letter, int Zero)[] Eras = [("大正", 'T', 1911), ("昭和", 'S', 1925), ("平成", 'H', 1988), ("令和", 'R', 2018)];

    /// <summary>姓, 名, セイ, メイ, 生年月日, 性別, 郵便番号, 住所, 電話番号.</summary>
    internal static string[] Fields(Draft draft, Random random)
    {
        var kana = random.Next(100);
        return
        [
            draft.Family, draft.Given, InScript(draft.FamilyKana, kana), InScript(draft.GivenKana, kana), Date(draft, random), SexOf(draft.Sex, random),
            draft.Home is { } home && random.Next(100) < 75 ? home.Postcode : "", draft.Home?.Write(random) ?? "", Telephone(draft.Phone, random),
        ];
    }

    private static string InScript(string katakana, int script) => script switch
    {
        < 70 => katakana,
        < 88 => Narrowed(katakana),
        _ => Tsunagi.Domain.People.KanaText.ToHiragana(katakana),
    };

    private static string Narrowed(string katakana)
    {
        var narrow = new StringBuilder(katakana.Length + 2);
        foreach (var c in katakana.Normalize(NormalizationForm.FormD))
        {
            var at = Wide.IndexOf(c, StringComparison.Ordinal);
            narrow.Append(at >= 0 ? Narrow[at] : c switch { '\u3099' => 'ﾞ', '\u309A' => 'ﾟ', _ => c });
        }
        return narrow.ToString();
    }

    private static string Date(Draft draft, Random random)
    {
        var writing = random.Next(100);
        if (draft.Year is not { } year) return "";
        var era = Eras[Math.Max(0, Array.FindLastIndex(Eras, e => year > e.Zero))];
        var (eraYear, isEra) = (year - era.Zero, year > Eras[0].Zero && writing >= 45);
        var number = eraYear == 1 ? "元" : Text($"{eraYear}");
        if (draft.Month is not { } month) return isEra ? $"{era.Name}{number}年{(writing < 70 ? "頃" : "")}" : Text($"{year}");
        if (draft.Day is not { } day) return isEra ? Text($"{era.Name}{number}年{month}月") : Text($"{year}-{month:00}");
        return writing switch
        {
            < 30 => Text($"{year}-{month:00}-{day:00}"),
            < 38 => Text($"{year}/{month}/{day}"),
            < 45 => Text($"{year}{month:00}{day:00}"),
            _ when !isEra => Text($"{year}年{month}月{day}日"),
            < 68 => Text($"{era.Name}{number}年{month}月{day}日"),
            < 88 => Text($"{era.Letter}{eraYear}.{month}.{day}"),
            < 94 => Text($"{era.Name[0]}{eraYear}/{month}/{day}"),
            _ => Text($"{Array.IndexOf(Eras, era) + 2}{eraYear:00}{month:00}{day:00}"),
        };
    }

    private static string SexOf(Sex? sex, Random random) => (sex, random.Next(100)) switch
    {
        (null, _) => "",
        (Sex.Female, < 80) => "女",
        (Sex.Female, < 90) => "女性",
        (Sex.Female, _) => "2",
        (_, < 80) => "男",
        (_, < 90) => "男性",
        _ => "1",
    };

    private static string Telephone(string? phone, Random random) => (phone, random.Next(100)) switch
    {
        (null, _) => "",
        (_, < 70) => phone,
        (_, < 92) => phone.Replace("-", "", StringComparison.Ordinal),
        (_, < 97) => string.Concat(phone.Select(c => c == '-' ? '－' : (char)(c + 0xFEE0))),
        _ => phone.StartsWith('0') ? "+81 " + phone[1..] : phone,
    };

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
