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

    /// <summary>The width and height that hold what is written under somebody while they live, and after.</summary>
    public static (double Width, double Height) RoomOf(Person person, Years years, IReadOnlyCollection<string> marks)
    {
        var (living, last) = (Of(person.At(DateOnly.MinValue), null, years, marks), Of(person, null, years, marks));
        return (Math.Max(living.Width, last.Width), Math.Max(living.Height, last.Height));
    }

    public static Label Of(Person person, DateOnly? day, Years years, IEnumerable<string> marks)
    {
        var lines = TextWidth.Wrap(person.Name.Length > 0 ? person.Name : "名前不明", Size, Widest, MostNameLines).ToList();
        if (Lived(person, years) is { Length: > 0 } lived)
            lines.Add(lived);
        var age = Age(person, day);
        if (person.Died is not null && age.Length > 0)
            lines.Add(age + "歳で死亡");
        lines.AddRange(marks);
        return new(lines, person.Died is null ? age : "");
    }

    static string Lived(Person person, Years years)
    {
        if (person.Died is not { } end)
            return JapaneseDates.YearOf(person.Born, years) is { Length: > 0 } year ? About(person.Born) + year + "生" : "";
        var (born, died) = (Short(person.Born, years), Short(end, years));
        return born.Length + died.Length > 0 ? $"{born}–{died}" : "";
    }

    static string Short(PartialDate date, Years years) => JapaneseDates.ShortYearOf(date, years) is { Length: > 0 } year ? About(date) + year : "";

    static string About(PartialDate date) =>
        date.IsAbout || date.Earliest is null || date.Earliest.Value.Year != (date.Latest ?? date.Earliest).Value.Year ? "約" : "";

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
