using System.Buffers;
using System.Text;

namespace Tsunagi.Linkage.Japanese;

/// <summary>町字: brings the writings of one town's name together.</summary>
static class TownName
{
    private static readonly SearchValues<char> Folded = SearchValues.Create("字通ヶヵがガのッつ之");

    /// <summary>ヶ and が before a kanji to ケ; の and 之 between kanji to ノ, ッ and つ to ツ; 大字 and 字 before a name and り behind 通 dropped.</summary>
    internal static string Fold(string folded)
    {
        if (!NeedsFolding(folded)) return folded;
        var text = folded.Replace("大字", "", StringComparison.Ordinal).Replace("通り", "通", StringComparison.Ordinal);
        var name = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '字' && (i == 0 || text[i - 1] is '町' or '村')) continue;
            var before = i > 0 && i + 1 < text.Length && CharacterFolding.IsKanji(text[i + 1]);
            name.Append(before ? Joint(text[i], CharacterFolding.IsKanji(text[i - 1])) : text[i]);
        }
        return name.ToString();
    }

    private static bool NeedsFolding(string text) => text.AsSpan().ContainsAny(Folded);

    private static char Joint(char c, bool behindKanji) => c switch
    {
        'ヶ' or 'が' or 'ガ' or 'ヵ' => 'ケ',
        'の' or '之' when behindKanji => 'ノ',
        'ッ' or 'つ' when behindKanji => 'ツ',
        _ => c,
    };
}
