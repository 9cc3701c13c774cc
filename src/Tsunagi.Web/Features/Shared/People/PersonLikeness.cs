using Tsunagi.Domain.People;
using Tsunagi.Linkage;
using Tsunagi.Linkage.Tables;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Shared;

/// <summary>How far two records may be of one person, and why, in words.</summary>
/// <param name="Probability">From 0 to 1, by the two alone.</param>
/// <param name="Reasons">What speaks for it, the weightiest first.</param>
/// <param name="Differences">What speaks against it.</param>
public sealed record Likeness(double Probability, IReadOnlyList<string> Reasons, IReadOnlyList<string> Differences)
{
    /// <summary>Whether somebody should be asked.</summary>
    public bool IsSuspect => Probability >= PersonLikeness.Enough;
}

/// <summary>似ているところ: compares what is written about people (docs/linkage.md). Nothing of it is kept: it is said anew of what the records say now.</summary>
public static class PersonLikeness
{
    /// <summary>From which probability on somebody is asked.</summary>
    public const double Enough = 0.5;

    // About as many people as a desk has written down after some years; fixed, so that an answer does not depend on the size of the desk.
    private const int Persons = 5_000;

    /// <summary>Up to how many records are compared each with each; beyond, what is usual is learned from the records themselves.</summary>
    private const int Few = 600;

    private static readonly Dictionary<string, ColumnKind> Columns = new()
    {
        ["氏"] = ColumnKind.Surname,
        ["名"] = ColumnKind.GivenName,
        ["氏カナ"] = ColumnKind.SurnameKana,
        ["名カナ"] = ColumnKind.GivenNameKana,
        [LikenessWords.Birth] = ColumnKind.BirthDate,
        [LikenessWords.Gender] = ColumnKind.Sex,
        [LikenessWords.Address] = ColumnKind.Address,
        [LikenessWords.Phone] = ColumnKind.Phone,
    };

    private static readonly string[] Headings = [.. Columns.Keys];

    /// <summary>Compares two.</summary>
    public static Likeness Of(PersonDetails one, PersonDetails other) => Of(one, [other])[0];

    /// <summary>Compares one with each of some others.</summary>
    public static IReadOnlyList<Likeness> Of(PersonDetails one, IReadOnlyList<PersonDetails> others)
    {
        if (others.Count == 0) return [];
        return [.. others.Select(other => LinkageModel.Usual(Table([one, other], SharedPhone(one, other)), Columns, Persons).Explain(0, 1))
            .Select(why => new Likeness(why.Probability, LikenessWords.For(why), LikenessWords.Against(why)))];
    }

    /// <summary>Which of some records may be of one person: pairs of their indexes, the most probable first.</summary>
    public static IReadOnlyList<(int One, int Other)> Among(IReadOnlyList<PersonDetails> people)
    {
        if (people.Count < 2) return [];
        var table = Table(people, null);
        var pairs = people.Count > Few ? Linker.Link(table, new(Columns, Enough)).Pairs : LinkageModel.Usual(table, Columns, Persons).EachWithEach(Enough);
        return [.. pairs.OrderByDescending(p => p.Probability).ThenBy(p => p.Left).ThenBy(p => p.Right).Select(p => (p.Left, p.Right))];
    }

    private static RecordTable Table(IReadOnlyList<PersonDetails> people, string? phone)
    {
        var builder = new RecordTableBuilder(Headings);
        foreach (var person in people)
            builder.Add("", person.Name.Family, person.Name.Given, person.Name.FamilyKana, person.Name.GivenKana, Birth(person.BirthDate), person.Gender, person.Location.Address,
                phone ?? (person.Phones.Count > 0 ? person.Phones[0].Number.Digits : null));
        return builder.Build();
    }

    // Of several numbers, the one that both have.
    private static string? SharedPhone(PersonDetails one, PersonDetails other) =>
        one.Phones.Select(p => p.Number.Digits).FirstOrDefault(digits => other.Phones.Any(p => p.Number.Digits == digits));

    // An age that somebody was judged to be is no date.
    private static string? Birth(PartialDate? date) => date is null or { Precision: PartialDatePrecision.Age } ? null : date.ToString();
}
