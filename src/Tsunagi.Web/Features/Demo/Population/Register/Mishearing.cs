using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>Readings as somebody heard them on the telephone, or spelled them in Latin letters.</summary>
static class Mishearing
{
    private static readonly (string From, string To)[] Sounds =
    [
        ("オオ", "オ"), ("オウ", "オオ"), ("コウ", "コ"), ("ユウ", "ユ"), ("ヨウ", "ヨ"), ("トウ", "トオ"), ("ロウ", "ロオ"), ("エイ", "エエ"), ("ケイ", "ケー"), ("セイ", "セー"), ("ショウ", "シヨウ"), ("キョウ", "キヨウ"),
        ("ジュン", "ジユン"), ("ッ", "ツ"), ("ヂ", "ジ"), ("ヅ", "ズ"), ("ジ", "ヂ"), ("ズ", "ヅ"), ("ヲ", "オ"), ("ダ", "タ"), ("タ", "ダ"), ("ザ", "サ"), ("サ", "ザ"), ("ガ", "カ"), ("カ", "ガ"), ("バ", "ハ"), ("ヒ", "シ"), ("シ", "ヒ"),
        ("ミ", "ニ"), ("イ", "エ"), ("ノ", "ン"), ("リ", "イ"),
    ];

    /// <summary>Changes one sound of the reading.</summary>
    internal static bool Apply(Draft draft, Random random)
    {
        var family = random.Next(2) == 0;
        var kana = family ? draft.FamilyKana : draft.GivenKana;
        var start = random.Next(Sounds.Length);
        for (var i = 0; i < Sounds.Length; i++)
        {
            var (from, to) = Sounds[(start + i) % Sounds.Length];
            var at = kana.IndexOf(from, StringComparison.Ordinal);
            if (at < 0 || (at == 0 && from.Length == 1 && to == "ン")) continue;
            kana = kana[..at] + to + kana[(at + from.Length)..];
            if (family) draft.FamilyKana = kana;
            else draft.GivenKana = kana;
            return true;
        }
        return false;
    }

    /// <summary>The whole name in Latin letters, long vowels as on passports or not at all, and no kana.</summary>
    internal static bool Romanise(Draft draft, Random random)
    {
        if (draft.FamilyKana.Length == 0) return false;
        var passport = random.Next(2) == 0;
        (draft.Family, draft.Given) = (Spell(draft.FamilyKana, passport), Spell(draft.GivenKana, passport));
        (draft.FamilyKana, draft.GivenKana) = ("", "");
        return true;
    }

    private static string Spell(string kana, bool passport)
    {
        var romaji = Kana.ToRomaji(kana);
        return passport
            ? romaji.Replace("OU", "O", StringComparison.Ordinal).Replace("UU", "U", StringComparison.Ordinal)
            : romaji.Replace("OU", "OH", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
    }
}
