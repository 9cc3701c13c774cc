namespace Tsunagi.Linkage.Japanese;

/// <summary>全角・半角: the wide form of half-width kana and the half-width form of wide letters, one character at a time.</summary>
static class Width
{
    private const string Kana = "。「」、・ヲァィゥェォャュョッーアイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワン\u3099\u309A";

    /// <summary>Whether <see cref="Usual"/> changes a character.</summary>
    internal static bool IsUnusual(char c) => c is >= '！' and <= '～' or >= '｡' and <= 'ﾟ';

    /// <summary>Kana in full width, voicing marks as combining ones; Latin letters, figures and signs in half width; else the character.</summary>
    internal static char Usual(char c) => c switch
    {
        >= '！' and <= '～' => (char)(c - 0xFEE0),
        >= '｡' and <= 'ﾟ' => Kana[c - '｡'],
        '゛' => '\u3099',
        '゜' => '\u309A',
        _ => c,
    };

    internal static bool IsVoicing(char c) => c is '\u3099' or '\u309A';
}
