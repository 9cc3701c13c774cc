using System.Text;

namespace Tsunagi.Linkage.Japanese;

/// <summary>異体字・旧字体: every kanji's representative (third-party/japanese-characters, CC BY-SA 2.1 JP).</summary>
sealed class KanjiVariants
{
    private static readonly Lazy<KanjiVariants> Loaded = new(() => new());

    private readonly char[] basic = new char[char.MaxValue + 1];
    private readonly Dictionary<int, string> beyond = [];

    private KanjiVariants()
    {
        for (var i = 0; i < basic.Length; i++) basic[i] = (char)i;
        foreach (var row in Resource.Rows("variants.tsv"))
        {
            foreach (var variant in row[1].EnumerateRunes())
            {
                if (variant.IsBmp && row[0].Length == 1) basic[variant.Value] = row[0][0];
                else beyond[variant.Value] = row[0];
            }
        }
    }

    internal static KanjiVariants All => Loaded.Value;

    /// <summary>The representative of a character of the basic plane; itself if it has none.</summary>
    internal char Of(char character) => basic[character];

    /// <summary>The representatives of the characters that <see cref="Of(char)"/> cannot answer for.</summary>
    internal string OfRare(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (beyond.TryGetValue(rune.Value, out var representative)) folded.Append(representative);
            else folded.Append(rune.ToString());
        }
        return folded.ToString();
    }
}
