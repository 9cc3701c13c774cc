using System.Text;

namespace Tsunagi.Diagrams.Gedcom;

/// <summary>ANSEL (ANSI/NISO Z39.47), the encoding of old GEDCOM files: a diacritic stands before its letter.</summary>
static class Ansel
{
    // From A1 on; a blank has no meaning in ANSEL.
    const string Letters = "ŁØĐÞÆŒʹ·♭®±ƠƯʼ ʻłøđþæœʺı£ð ơư  °ℓ℗©♯¿¡" + "       " + "ß";

    // From E0 on: the combining marks.
    const string Marks =
        "\u0309\u0300\u0301\u0302\u0303\u0304\u0306\u0307\u0308\u030C\u030A\uFE20\uFE21\u0315\u030B\u0310" +
        "\u0327\u0328\u0323\u0324\u0325\u0333\u0332\u0326\u031C\u032E\uFE22\uFE23 \u0338\u0313";

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder(bytes.Length);
        var marks = new StringBuilder();
        foreach (var b in bytes)
        {
            if (b >= 0xE0 && b - 0xE0 < Marks.Length)
            {
                marks.Append(Marks[b - 0xE0]);
                continue;
            }

            text.Append(Letter(b)).Append(marks);
            marks.Clear();
        }

        return text.Append(marks).ToString().Normalize(NormalizationForm.FormC);
    }

    static char Letter(byte b)
    {
        if (b < 0x80)
            return (char)b;
        var letter = b >= 0xA1 && b - 0xA1 < Letters.Length ? Letters[b - 0xA1] : ' ';
        return letter == ' ' ? '\uFFFD' : letter;
    }
}
