namespace Tsunagi.Web.Features.Demo.Population;

/// <summary>
/// The same person as another desk wrote them down: a variant of a character, a reading heard wrongly, a birth date with two
/// figures changed, no telephone – what makes two records hard to recognise as one human being.
/// </summary>
public static class Retelling
{
    private static readonly (char From, char To)[] Variants =
        [('高', '髙'), ('崎', '﨑'), ('斎', '斉'), ('斉', '齋'), ('辺', '邊'), ('沢', '澤'), ('浜', '濱'), ('島', '嶋'), ('広', '廣'), ('桜', '櫻'), ('恵', '惠'), ('真', '眞')];

    public static Resident Of(Resident told, Random random) => random.Next(5) switch
    {
        0 => told with { Family = Vary(told.Family), Given = Vary(told.Given) },
        1 => told with { GivenKana = Mishear(told.GivenKana, random) },
        2 => told with { Born = Slip(told.Born) },
        3 => told with { Phone = null, Given = "", GivenKana = "" },
        _ => told with { Family = told.FamilyKana, Given = told.GivenKana, Phone = null },
    };

    private static string Vary(string name) => Variants.Aggregate(name, (text, v) => text.Contains(v.From, StringComparison.Ordinal) && text == name ? text.Replace(v.From, v.To) : text);

    private static string Mishear(string kana, Random random)
    {
        (char, char)[] pairs = [('お', 'う'), ('う', 'お'), ('え', 'い'), ('じ', 'ぢ'), ('ず', 'づ'), ('ひ', 'し')];
        var (from, to) = pairs[random.Next(pairs.Length)];
        return kana.Contains(from, StringComparison.Ordinal) ? kana.Replace(from, to) : kana;
    }

    // Day and month change places where that is a date; otherwise the day is one off.
    private static DateOnly Slip(DateOnly born) =>
        born.Day <= 12 && born.Day != born.Month ? new(born.Year, born.Day, born.Month) : born.AddDays(born.Day > 1 ? -1 : 1);
}
