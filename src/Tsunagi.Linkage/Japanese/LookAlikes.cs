using System.Buffers;

namespace Tsunagi.Linkage.Japanese;

/// <summary>
/// Different characters that clerks take for each other: they look alike, or they are used in the same names with the same reading.
/// </summary>
static class LookAlikes
{
    // This project's own list. Each group is a key of its first character; no character stands in two groups.
    private const string Groups =
        "斉斎 已己巳 佑祐裕 郎朗 太大犬 史吏 崇祟 佳隹住往 幸辛 士土 未末 千干于 田由甲申 孝考 宜宣 晴睛 博搏 綱網 玉王 師帥 代伐 俊峻駿 "
        + "治冶 輔補 介助 智知 原源 荻萩 梁染 徹微徴 延廷 壮荘庄 菅管 鳥島烏 氷永 木本 日目曰 白臼 人入 力刀 小少 右石 宮官 子予 矢失 "
        + "午牛 久欠 今令 伸仲 侍待 保俣 恭泰 惟椎 昌晶 直真 紀記 緑縁録 茂芝 葉菜 陽楊 隆陸 貴責 藤籐 坂阪 杉椙 河川 嘉喜 沢択 浩活 達遠 祥洋 "
        + "榎槙 巨臣 義儀 良艮 仁二 市布 平乎 丸九 塚家 谷各 枝技 桝舛升 関間 岩若 美実 康庸 季李 哲鉄";

    private static readonly Dictionary<char, char> Keys = Read();

    /// <summary>The characters a key is not the character itself for.</summary>
    internal static readonly SearchValues<char> Characters = SearchValues.Create([.. Keys.Keys]);

    /// <summary>The first of a character's group; itself if it is in none.</summary>
    internal static char KeyOf(char c) => Keys.GetValueOrDefault(c, c);

    private static Dictionary<char, char> Read() =>
        (from groupOf in Groups.Split(' ') from c in groupOf[1..] select (c, groupOf[0])).ToDictionary(p => p.c, p => p.Item2);
}
