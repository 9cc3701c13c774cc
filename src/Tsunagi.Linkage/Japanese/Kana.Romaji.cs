using System.Text;

namespace Tsunagi.Linkage.Japanese;

public static partial class Kana
{
    private static readonly Dictionary<string, string> Syllables = ReadSyllables();
    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> SyllablesBySpan = Syllables.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly Dictionary<string, string> Spellings = ReadSpellings();

    /// <summary>Whether a text holds a Latin letter and nothing but Latin letters of either width, blanks, hyphens, apostrophes, commas and full stops.</summary>
    public static bool IsRomaji(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var letters = false;
        foreach (var c in text)
        {
            var letter = char.IsAsciiLetter(c) || c is >= 'Ａ' and <= 'Ｚ' or >= 'ａ' and <= 'ｚ' or >= 'À' and <= 'ž' and not ('×' or '÷');
            if (!letter && !char.IsWhiteSpace(c) && c is not ('-' or '\'' or '’' or ',' or '.')) return false;
            letters |= letter;
        }
        return letters;
    }

    /// <summary>
    /// The katakana of a Japanese name in Latin letters: Hepburn, 訓令式 and passport spellings (OH, OU, Ō), doubled consonants
    /// (TCH too), N' and M before a lip sound, in any width and case. Blanks stay one blank each.
    /// </summary>
    /// <returns>Null when a part of the text is no Japanese syllable, as in most foreign names.</returns>
    public static string? FromRomaji(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!IsRomaji(text)) return null;
        var letters = Letters(text);
        var kana = new StringBuilder(letters.Length);
        for (var at = 0; at < letters.Length;)
        {
            var read = Read(letters.AsSpan(at), kana);
            if (read == 0) return null;
            at += read;
        }
        return kana.ToString().Trim();
    }

    /// <summary>The Hepburn spelling of a reading in upper case, long vowels as the kana has them (オオノ → OONO, オーノ → ONO).</summary>
    /// <param name="text">Kana of any kind; other characters are kept.</param>
    public static string ToRomaji(string text)
    {
        var kana = ToKatakana(text);
        var romaji = new StringBuilder(kana.Length * 2);
        var doubled = false;
        for (var i = 0; i < kana.Length;)
        {
            var length = i + 1 < kana.Length && Spellings.ContainsKey(kana.Substring(i, 2)) ? 2 : 1;
            var letters = kana.Substring(i, length);
            i += length;
            if (letters == "ッ") { doubled = true; continue; }
            if (letters is "ー" or "゛" or "゜") continue;
            var spelled = Spellings.GetValueOrDefault(letters, letters);
            if (letters == "ン" && i < kana.Length && "アイウエオヤユヨ".Contains(kana[i], StringComparison.Ordinal)) spelled = "N'";
            if (doubled && char.IsAsciiLetter(spelled[0])) romaji.Append(spelled[0] == 'C' ? 'T' : spelled[0]);
            romaji.Append(spelled);
            doubled = false;
        }
        return romaji.ToString();
    }

    /// <summary>Upper-case half-width letters; a long vowel sign is written as a second vowel, an O's as OU.</summary>
    private static string Letters(string text)
    {
        var letters = new StringBuilder(text.Length);
        foreach (var c in CharacterFolding.Fold(text, keepBlanks: true).Normalize(NormalizationForm.FormD))
        {
            if (char.IsAsciiLetter(c) || c == '\'') letters.Append(c);
            else if (c is '\u0304' or '\u0302' && letters.Length > 0) letters.Append(letters[^1] == 'O' ? 'U' : letters[^1]);
            else if (c is ' ' or ',' && letters.Length > 0 && letters[^1] != ' ') letters.Append(' ');
        }
        return letters.ToString();
    }

    /// <summary>Writes the syllable that the letters begin with; the number of letters read, 0 if they begin with none.</summary>
    private static int Read(ReadOnlySpan<char> letters, StringBuilder kana)
    {
        for (var length = Math.Min(4, letters.Length); length > 0; length--)
        {
            if (!SyllablesBySpan.TryGetValue(letters[..length], out var syllable)) continue;
            kana.Append(syllable);
            // Passports spell a long O with an H, which no vowel follows.
            var passport = letters.Length > length && letters[length] == 'H' && letters[length - 1] == 'O' && (letters.Length == length + 1 || !IsVowelLetter(letters[length + 1]));
            if (passport) kana.Append('オ');
            return passport ? length + 1 : length;
        }
        return ReadConsonant(letters, kana);
    }

    private static int ReadConsonant(ReadOnlySpan<char> letters, StringBuilder kana)
    {
        var next = letters.Length > 1 ? letters[1] : '\0';
        switch (letters[0])
        {
            case ' ':
                kana.Append(' ');
                return 1;
            case 'N' when !IsVowelLetter(next) && next != 'Y':
                kana.Append('ン');
                return next == '\'' ? 2 : 1;
            case 'M' when next is 'B' or 'M' or 'P':
                kana.Append('ン');
                return 1;
            case 'K' or 'S' or 'T' or 'P' or 'C' or 'G' or 'D' or 'B' or 'Z' or 'J' or 'F' or 'H' or 'R' when next == letters[0]:
            case 'T' when next == 'C':
                kana.Append('ッ');
                return 1;
            default:
                return 0;
        }
    }

    private static bool IsVowelLetter(char c) => c is 'A' or 'I' or 'U' or 'E' or 'O';

    private static Dictionary<string, string> ReadSyllables()
    {
        var syllables = new Dictionary<string, string>();
        foreach (var (consonants, kana) in Rows())
        {
            foreach (var consonant in consonants.Split('|'))
            {
                for (var i = 0; i < 5; i++)
                {
                    if (kana[i] != "") syllables[consonant + "AIUEO"[i]] = kana[i];
                }
            }
        }
        return syllables;
    }

    private static Dictionary<string, string> ReadSpellings()
    {
        var spellings = new Dictionary<string, string> { ["ン"] = "N", ["ヂ"] = "JI", ["ヅ"] = "ZU", ["ヲ"] = "O", ["ヴ"] = "VU", ["ヰ"] = "I", ["ヱ"] = "E" };
        foreach (var (consonants, kana) in Rows())
        {
            for (var i = 0; i < 5; i++)
            {
                if (kana[i] != "") spellings.TryAdd(kana[i], consonants.Split('|')[0] + "AIUEO"[i]);
            }
        }
        return spellings;
    }

    // Hepburn first: it is what a reading is spelled with. An empty place is a syllable the spelling does not have.
    private static IEnumerable<(string Consonants, string[] Kana)> Rows() =>
        """
        |ア,イ,ウ,エ,オ
        SH|シャ,シ,シュ,シェ,ショ
        CH|チャ,チ,チュ,チェ,チョ
        J|ジャ,ジ,ジュ,ジェ,ジョ
        TS|,,ツ,,
        F|ファ,フィ,フ,フェ,フォ
        K|カ,キ,ク,ケ,コ
        S|サ,シ,ス,セ,ソ
        T|タ,チ,ツ,テ,ト
        N|ナ,ニ,ヌ,ネ,ノ
        H|ハ,ヒ,フ,ヘ,ホ
        M|マ,ミ,ム,メ,モ
        Y|ヤ,,ユ,イェ,ヨ
        R~L|ラ,リ,ル,レ,ロ
        W|ワ,ウィ,,ウェ,
        G|ガ,ギ,グ,ゲ,ゴ
        Z|ザ,ジ,ズ,ゼ,ゾ
        D|ダ,ヂ,ヅ,デ,ド
        B|バ,ビ,ブ,ベ,ボ
        P|パ,ピ,プ,ペ,ポ
        V|ヴァ,ヴィ,ヴ,ヴェ,ヴォ
        KY|キャ,,キュ,,キョ
        SY|シャ,,シュ,,ショ
        TY~CY|チャ,,チュ,,チョ
        NY|ニャ,,ニュ,,ニョ
        HY|ヒャ,,ヒュ,,ヒョ
        MY|ミャ,,ミュ,,ミョ
        RY~LY|リャ,,リュ,,リョ
        GY|ギャ,,ギュ,,ギョ
        ZY~JY|ジャ,,ジュ,,ジョ
        BY|ビャ,,ビュ,,ビョ
        PY|ピャ,,ピュ,,ピョ
        """.Split('\n').Select(line => line.Split('|')).Select(r => (r[0].Replace('~', '|'), r[1].Split(',')));
}
