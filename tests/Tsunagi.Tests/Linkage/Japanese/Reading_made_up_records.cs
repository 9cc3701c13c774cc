using System.Runtime.CompilerServices;
using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Tests.Linkage.Japanese;

/// <summary>
/// Pairs of records of one made-up person, the second with one known slip (docs/linkage-data.md: generate --csv --persons 1000
/// --duplicates 0.5 --seed 1 --today 2026-04-01): whether each reader grades what went wrong as what it is.
/// </summary>
public sealed class Reading_made_up_records
{
    static readonly List<(string[] Clean, string[] Other, string Slip)> Pairs = [.. ReadPairs()];

    [Fact]
    public void Another_writing_is_no_difference()
    {
        var pairs = With("");
        Assert.True(pairs.Count > 50);
        Assert.All(pairs, p => Assert.Equal(Name(p.Clean), Name(p.Other)));
        Assert.All(pairs, p => Assert.Equal(Sound(p.Clean), Sound(p.Other)));
        Assert.All(pairs, p => Assert.Equal(BirthDateAgreement.Same, Dates(p)));
        Assert.All(pairs, p => Assert.Equal(AddressAgreement.Same, Addresses(p)));
        Assert.All(pairs, p => Assert.True(Phones(p) is PhoneAgreement.Same or PhoneAgreement.Unknown));
    }

    [Fact]
    public void A_difference_is_noticed_where_there_is_one()
    {
        Assert.Contains(With("転居"), p => Addresses(p) != AddressAgreement.Same);
        Assert.Contains(With("聞き違い"), p => Sound(p.Clean) != Sound(p.Other));
        Assert.Contains(With("別の漢字"), p => Name(p.Clean) != Name(p.Other));
    }

    [Fact]
    public void Variants_are_the_same_name() => Each("異体字", 10, p => Name(p.Clean) == Name(p.Other));

    [Fact]
    public void A_former_surname_beside_the_name_is_found_with_it()
    {
        var pairs = Pairs.FindAll(p => p.Other[1].Contains("旧姓", StringComparison.Ordinal) && p.Other[2] == p.Clean[2]);
        Assert.NotEmpty(pairs);
        Assert.All(pairs, p => Assert.Contains(PersonName.Variants($"{p.Other[1]} {p.Other[2]}"), v => v.Kind == NameKind.Written && $"{v.Surname} {v.GivenName}" == Name(p.Clean)));
        Assert.All(pairs, p => Assert.Contains(PersonName.Variants($"{p.Other[1]} {p.Other[2]}"), v => v.Kind == NameKind.Former));
    }

    [Fact]
    public void A_room_left_out_leaves_the_same_house() => Each("部屋番号なし", 10, p => Addresses(p) == AddressAgreement.SameWithoutRoom);

    [Fact]
    public void A_number_without_its_area_code_is_the_number() => Each("市外局番なし", 2, p => Phones(p) is PhoneAgreement.SameWithoutAreaCode or PhoneAgreement.Unknown);

    [Fact]
    public void A_part_of_a_date_agrees_with_the_whole() => Each("生年月日一部", 2, p => Dates(p) == BirthDateAgreement.SameButPartial);

    [Fact]
    public void A_slip_in_a_date_is_graded_as_one() =>
        Each("日付数字違い", 2, p => Dates(p) is BirthDateAgreement.DigitSlip or BirthDateAgreement.YearOff or BirthDateAgreement.CloseDay or BirthDateAgreement.Different);

    static void Each(string slip, int least, Func<(string[] Clean, string[] Other, string Slip), bool> holds)
    {
        var pairs = With(slip);
        Assert.True(pairs.Count >= least, $"{slip}: {pairs.Count}");
        Assert.All(pairs, p => Assert.True(holds(p), string.Join(',', p.Clean) + "\n" + string.Join(',', p.Other)));
    }

    static List<(string[] Clean, string[] Other, string Slip)> With(string slip) => Pairs.FindAll(p => p.Slip == slip);

    static string Name(string[] record) => $"{CharacterFolding.Fold(record[1])} {CharacterFolding.Fold(record[2])}";

    static string Sound(string[] record) => $"{Kana.Phonetic(record[3])} {Kana.Phonetic(record[4])}";

    static BirthDateAgreement Dates((string[] Clean, string[] Other, string) pair) => BirthDate.Compare(BirthDate.Read(pair.Clean[5]), BirthDate.Read(pair.Other[5]));

    static AddressAgreement Addresses((string[] Clean, string[] Other, string) pair) => Address.Compare(Address.Read(pair.Clean[8]), Address.Read(pair.Other[8]));

    static PhoneAgreement Phones((string[] Clean, string[] Other, string) pair) => Phone.Compare(Phone.Digits(pair.Clean[9]), Phone.Digits(pair.Other[9]));

    static IEnumerable<(string[], string[], string)> ReadPairs([CallerFilePath] string here = "") =>
        from person in File.ReadLines(Path.Combine(Path.GetDirectoryName(here)!, "Records", "records.csv")).Skip(1).Select(l => l.Split(',')).GroupBy(r => r[12])
        let clean = person.FirstOrDefault(r => r[13].Length == 0)
        where clean is not null
        from other in person
        where other != clean
        select (clean, other, other[13]);
}
