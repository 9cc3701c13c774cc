namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>Characters that desks write for each other: 異体字 and 旧字体 of the same character, and others that are mistaken for it.</summary>
static class Variants
{
    // The usual character, then what it is also written as; this project's own list, apart from the one that folds them.
    private static readonly Dictionary<char, string> SameCharacter = Pairs(
        "高髙 崎﨑嵜 辺邊邉 斎齋 斉齊 沢澤 浜濱濵 島嶋嶌 広廣 桜櫻 恵惠 真眞 国國 竜龍 滝瀧 館舘 富冨 峰峯 吉𠮷 柳栁 桑桒 渕淵 淵渕 条條 栄榮 円圓 豊豐 弥彌 黒黑 青靑 清淸 増增 "
        + "横橫 郷鄕 瀬瀨 曽曾 実實 寿壽 徳德 勲勳 薫薰 礼禮 万萬 園薗 桧檜 槙槇 巌巖 亀龜 静靜 鉄鐵 芦蘆 秋穐 桝枡 梅楳 野埜");

    private static readonly Dictionary<char, string> Mistaken = Pairs(
        "斎斉 斉斎 佑祐 祐佑 郎朗 朗郎 太大 大太 史吏 崇祟 藤籐 荻萩 萩荻 原源 幸辛 宜宣 晴睛 紀記 記紀 直真 隆陸 智知 己巳 未末 坂阪 河川 綾稜 裕祐 俊峻 介助 輔補");

    /// <summary>Writes every character that has one in another of its forms.</summary>
    internal static bool Use(Draft draft) => Rewrite(draft, SameCharacter, all: true);

    /// <summary>Writes one character as another that looks or reads like it.</summary>
    internal static bool Confuse(Draft draft) => Rewrite(draft, Mistaken, all: false);

    private static bool Rewrite(Draft draft, Dictionary<char, string> forms, bool all)
    {
        var family = Rewrite(draft.Family, forms, all, draft.Citizen.Human);
        var given = family != draft.Family && !all ? draft.Given : Rewrite(draft.Given, forms, all, draft.Citizen.Human);
        var changed = family != draft.Family || given != draft.Given;
        (draft.Family, draft.Given) = (family, given);
        return changed;
    }

    private static string Rewrite(string name, Dictionary<char, string> forms, bool all, int choice)
    {
        for (var i = 0; i < name.Length; i++)
        {
            if (!forms.TryGetValue(name[i], out var others)) continue;
            var runes = others.EnumerateRunes().ToArray();
            name = name[..i] + runes[choice % runes.Length] + name[(i + 1)..];
            if (!all) break;
        }
        return name;
    }

    private static Dictionary<char, string> Pairs(string groups) => groups.Split(' ').ToDictionary(g => g[0], g => g[1..]);
}
