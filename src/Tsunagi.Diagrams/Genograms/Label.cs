using System.Globalization;
using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>What stands under a symbol and in it.</summary>
sealed record Label(IReadOnlyList<string> Lines, string Inside)
{
    const int MostNameLines = 3;
    const double Widest = 100;

    public const double Size = 12;
    public const double LineHeight = 15;

    public double Width => Lines.Count == 0 ? 0 : Lines.Max(l => TextWidth.Of(l, Size));

    public double Height => Lines.Count * LineHeight;

    public static Label Of(Person person, DateOnly? day, IEnumerable<string> marks)
    {
        var lines = TextWidth.Wrap(person.Name.Length > 0 ? person.Name : "名前不明", Size, Widest, MostNameLines).ToList();
        if (Years(person) is { Length: > 0 } years)
            lines.Add(years);
        var age = Age(person, day);
        if (person.Died is not null && age.Length > 0)
            lines.Add(age + "歳で死亡");
        lines.AddRange(marks);
        return new(lines, person.Died is null ? age : "");
    }

    static string Years(Person person)
    {
        var (born, died) = (Year(person.Born), person.Died is { } end ? Year(end) : "");
        if (person.Died is null)
            return born.Length > 0 ? born + "年生" : "";
        return born.Length + died.Length > 0 ? $"{born}–{died}" : "";
    }

    static string Year(PartialDate date) => date.CountsFrom is { } day
        ? (date.IsAbout || day.Year != (date.Latest ?? day).Year || date.Earliest is null ? "約" : "") + day.Year.ToString(CultureInfo.InvariantCulture)
        : "";

    /// <summary>Years of age: a number, two that lie beside each other, or about how many.</summary>
    static string Age(Person person, DateOnly? day)
    {
        if (person.AgeOn(day ?? DateOnly.MaxValue) is not { } age || day is null && person.Died is null)
            return "";
        if (person.Born.IsAbout || age.Most - age.Least > 1)
            return "約" + Number((age.Least + age.Most) / 2);
        return age.Least == age.Most ? Number(age.Least) : $"{Number(age.Least)}-{Number(age.Most)}";
    }

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
