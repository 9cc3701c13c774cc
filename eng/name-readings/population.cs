#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
// Derives the two long lists of third-party/japanese-names from the same sources as derive.cs.
// dotnet run eng/name-readings/population.cs -- IPADIC_TSV FOLDER_OF_THE_DATASET third-party/japanese-names
using System.Globalization;
using System.Text;

var (ipadic, dataset, target) = (args[0], args[1], args[2]);
var frequent = Csv("last_name_org.csv").Where(r => IsKanji(r[0])).Select(r => (Name: r[0], Kana: r[2], People: Number(r[1]))).DistinctBy(r => r.Name).ToList();
var known = frequent.Select(r => r.Name).ToHashSet();
var rare = File.ReadLines(ipadic).Skip(1).Select(l => l.Split('\t')).Where(r => r[1] == "sei" && IsKanji(r[0]) && !known.Contains(r[0]))
    .OrderBy(r => Number(r[3])).ThenBy(r => r[0], StringComparer.Ordinal).DistinctBy(r => r[0])
    // The dictionary has no frequencies: what the frequent names leave of the population (about 26 million) falls off evenly.
    .Select((r, rank) => (Name: r[0], Kana: Hiragana(r[2]), People: (int)(7600 * Math.Exp(-rank / 3400.0))));
Write("surnames-all.tsv", "name\tkana\tpeople", frequent.Concat(rare).Select(r => $"{r.Name}\t{r.Kana}\t{r.People}"));

var given = new (string Sex, string File)[] { ("female", "first_name_woman_opti.csv"), ("male", "first_name_man_opti.csv") }
    .SelectMany(s => Csv(s.File).Select(r => (s.Sex, Kana: r[0], Names: r[2..].Where(IsKanji).Distinct().ToArray()))).Where(r => r.Names.Length > 0);
Write("given-names-all.tsv", "sex\tkana\tnames", given.Select(r => $"{r.Sex}\t{r.Kana}\t{string.Join(' ', r.Names)}"));

IEnumerable<string[]> Csv(string name) => File.ReadLines(Path.Combine(dataset, name)).Select(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries));

void Write(string name, string heading, IEnumerable<string> lines) =>
    File.WriteAllText(Path.Combine(target, name), string.Concat(lines.Prepend(heading).Select(l => l + "\n")), new UTF8Encoding(false));

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static bool IsKanji(string name) => name.Length is >= 1 and <= 4 && name.All(c => c is >= '\u4E00' and <= '\u9FFF' or '々');

static string Hiragana(string kana) => string.Concat(kana.Select(c => c is >= 'ァ' and <= 'ヶ' ? (char)(c - 96) : c));
