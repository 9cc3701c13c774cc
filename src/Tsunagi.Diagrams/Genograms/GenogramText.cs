using System.Text;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>文字で読む: the same relations as the picture, in sentences that are read aloud well.</summary>
public static class GenogramText
{
    /// <summary>Writes the text of a genogram: everybody with a number, then couples, parents and children, twins, and who lives together.</summary>
    /// <param name="genogram">The genogram.</param>
    /// <param name="day">The day of the picture, as it was given when it was drawn.</param>
    /// <param name="years">How years are written.</param>
    public static string Write(Genogram genogram, DateOnly? day = null, Years years = Years.Western)
    {
        ArgumentNullException.ThrowIfNull(genogram);
        var family = genogram.Family;
        var names = new SpokenNames(family.Persons.Select(p => (p.Id, Describe.NameOf(p))));
        Func<string, string> name = names.Of;
        var text = new StringBuilder();
        text.Append(genogram.Drawing.Title).Append('。').Append(Describe.Whole(family, day, years)).Append('\n');
        Section(text, "人物", family.Persons.Select((p, i) => $"{names.Entry(i)}{Describe.Facts(p, day, years)}"));
        Section(text, "夫婦、父母", family.Unions.Where(u => u.Partners.Count == 2).Select(u => Describe.Union(u, name, years)));
        Section(text, "親子", family.Parentages.Select(p => Describe.Parentage(family, p, name, years)));
        Section(text, "双子、多胎", family.Twins.Select(t => Describe.Twins(t, name)));
        Section(text, "同居", family.Households.Select(h => Describe.Household(h, name)));
        return text.ToString();
    }

    internal static void Section(StringBuilder text, string heading, IEnumerable<string> sentences)
    {
        var lines = sentences.ToList();
        if (lines.Count == 0)
            return;
        text.Append('\n').Append(heading).Append('\n');
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }
}
