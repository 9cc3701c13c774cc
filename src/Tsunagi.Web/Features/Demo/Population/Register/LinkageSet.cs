using System.Globalization;

namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>
/// 名寄せの試験データ: records of made-up people, of some of them several, with the truth beside each (docs/linkage-data.md).
/// </summary>
/// <param name="citizens">The people.</param>
/// <param name="slips">What goes wrong between desks.</param>
/// <param name="duplicates">The share of people with more than one record, from 0 to 1.</param>
/// <param name="seed">The same seed writes the same records.</param>
public sealed class LinkageSet(Citizens citizens, Slips slips, double duplicates, int seed)
{
    // Records of one person stand apart by chance, but no set is held in memory for it.
    private const int Pool = 20_000;
    private static readonly Weighted<int> Copies = new([(1, 70), (2, 20), (3, 7), (4, 3)]);

    /// <summary>The headings of the columns.</summary>
    public static IReadOnlyList<string> Headings { get; } =
        ["番号", "姓", "名", "セイ", "メイ", "生年月日", "性別", "郵便番号", "住所", "電話番号", "出生地", "職業", "正解", "差異"];

    /// <summary>Writes the records of that many people; the number of records.</summary>
    public int Write(int persons, TextWriter target)
    {
        target.Write(string.Join(',', Headings) + "\n");
        var number = 0;
        foreach (var record in Mixed(citizens.All(persons).SelectMany(Records)))
        {
            target.Write((++number).ToString(CultureInfo.InvariantCulture));
            foreach (var field in record)
            {
                target.Write(',');
                target.Write(Quoted(field));
            }
            target.Write('\n');
        }
        return number;
    }

    private IEnumerable<string[]> Records(Citizen citizen)
    {
        var random = new Random(unchecked((seed * 48_611) + citizen.Human));
        yield return Record(citizen, random, further: false);
        var copies = random.NextDouble() < duplicates ? Copies.Draw(random) : 0;
        for (var i = 0; i < copies; i++) yield return Record(citizen, random, further: true);
    }

    private string[] Record(Citizen citizen, Random random, bool further)
    {
        var draft = new Draft(citizen);
        List<string> wrong = [];
        foreach (var slip in slips.All)
        {
            if (random.Next(further ? 1000 : 3000) < slip.PerThousand && slip.Apply(draft, random)) wrong.Add(slip.Name);
        }
        var birthplace = random.Next(100) < 60 ? citizen.Birthplace : "";
        var occupation = random.Next(100) < 50 ? citizen.Occupation : "";
        return [.. DraftWriter.Fields(draft, random), birthplace, occupation, citizen.Human.ToString(CultureInfo.InvariantCulture), string.Join('・', wrong)];
    }

    private IEnumerable<string[]> Mixed(IEnumerable<string[]> records)
    {
        var random = new Random(seed);
        var pool = new List<string[]>(Pool);
        foreach (var record in records)
        {
            if (pool.Count < Pool)
            {
                pool.Add(record);
                continue;
            }
            var at = random.Next(Pool);
            yield return pool[at];
            pool[at] = record;
        }
        for (; pool.Count > 0; pool.RemoveAt(pool.Count - 1))
        {
            var at = random.Next(pool.Count);
            yield return pool[at];
            pool[at] = pool[^1];
        }
    }

    private static string Quoted(string field) =>
        field.AsSpan().IndexOfAny(',', '"', '\n') < 0 ? field : $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
