#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
// Derives the tables of third-party/japanese-readings from IPADIC's person names (surface, kind, reading, cost) and the CSV files
// of japanese-personal-name-dataset.  dotnet run eng/name-readings/derive.cs -- IPADIC_TSV FOLDER_OF_THE_DATASET third-party/japanese-readings
using System.Globalization;
using System.Text;

var (ipadic, dataset, target) = (args[0], args[1], args[2]);
var dictionary = File.ReadLines(ipadic).Skip(1).Select(l => l.Split('\t'))
    .Select(r => (Name: r[0], Kind: r[1], Reading: r[2], Cost: int.Parse(r[3], CultureInfo.InvariantCulture))).Where(r => HasKanji(r.Name)).ToList();
var frequent = Csv("last_name_org.csv").Select(r => (Name: r[0], Reading: Katakana(r[2])));
var surnames = frequent.Concat(dictionary.Where(r => r.Kind == "sei").OrderBy(r => r.Cost).Select(r => (r.Name, r.Reading)))
    .Where(r => HasKanji(r.Name)).GroupBy(r => r.Name, r => r.Reading);
Write("surnames.tsv", surnames.Select(g => $"{g.Key}\t{string.Join(' ', g.Distinct())}"));

var given = Csv("first_name_man_org.csv").Concat(Csv("first_name_woman_org.csv"))
    .SelectMany(r => r[2..].Select(name => (Name: name, Reading: Katakana(r[0]))))
    .Concat(dictionary.Where(r => r.Kind == "mei").Select(r => (r.Name, r.Reading)))
    .Where(r => HasKanji(r.Name)).GroupBy(r => r.Reading, r => r.Name).OrderBy(g => g.Key, StringComparer.Ordinal);
Write("given-names.tsv", given.Select(g => $"{g.Key}\t{string.Join(' ', g.Distinct().Order(StringComparer.Ordinal))}"));

IEnumerable<string[]> Csv(string name) => File.ReadLines(Path.Combine(dataset, name)).Select(l => l.Split(',', StringSplitOptions.RemoveEmptyEntries));

void Write(string name, IEnumerable<string> lines) => File.WriteAllText(Path.Combine(target, name), string.Concat(lines.Select(l => l + "\n")), new UTF8Encoding(false));

static bool HasKanji(string name) => name.EnumerateRunes().Any(r => r.Value is >= 0x3400 and <= 0x9FFF or >= 0xF900 and <= 0xFAFF or >= 0x20000);

static string Katakana(string reading) => string.Concat(reading.Select(c => c is >= 'ぁ' and <= 'ゖ' ? (char)(c + 96) : c));
