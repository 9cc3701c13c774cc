#:property PublishAot=false
#:property RestorePackagesWithLockFile=false
// Derives third-party/japanese-characters/variants.tsv from the MJ tables (moji.csv, moji_ivs.csv; see NOTICE there) and the two
// lists beside this file.  dotnet run eng/character-variants/derive.cs -- FOLDER_OF_THE_MJ_TABLES > third-party/japanese-characters/variants.tsv
//
// A character is followed to ONE representative, never both ways: a union of the tables would chain different characters together
// (玉–王, 書–昼). Only characters of JIS X 0208 are representatives, and a character of level 1 moves only where joined.txt says so.
using System.Text;

Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
Console.OutputEncoding = new UTF8Encoding(false);
var here = Path.Combine(Environment.CurrentDirectory, "eng", "character-variants");
var level1 = Jis(16, 47);
var level2 = Jis(48, 84);
var joined = Lines("joined.txt").Select(Runes).SelectMany(r => r.Skip(1).Select(v => (Variant: v, To: r[0]))).ToDictionary(p => p.Variant, p => p.To);
var heads = joined.Values.ToHashSet();
var apart = Lines("apart.txt").SelectMany(Runes).ToHashSet();
var shrunk = new Dictionary<Rune, List<Rune>>();
foreach (var (written, targets) in Table("moji.csv", Runes).Concat(Table("moji_ivs.csv", Coded)))
{
    if (written.Count == 0) continue;
    if (!shrunk.TryGetValue(written[0], out var found)) shrunk[written[0]] = found = [];
    found.AddRange(targets.Where(t => t != written[0] && !found.Contains(t)));
}

var classes = shrunk.Keys.Concat(joined.Keys).Distinct()
    .Select(rune => (Variant: rune, To: Representative(rune, 0)))
    .Where(p => p.To != p.Variant && Representative(p.To, 0) == p.To)
    .GroupBy(p => p.To, p => p.Variant)
    .OrderBy(g => g.Key.Value);
foreach (var of in classes) Console.Out.Write($"{of.Key}\t{string.Concat(of.OrderBy(r => r.Value))}\n");

Rune Representative(Rune rune, int depth)
{
    if (joined.TryGetValue(rune, out var to)) return to;
    if (heads.Contains(rune) || level1.Contains(rune) || apart.Contains(rune) || depth > 4 || !shrunk.TryGetValue(rune, out var targets)) return rune;
    var next = targets.Select(t => (Rune?)Folded(t)).FirstOrDefault(t => t is { } l && level1.Contains(l))
        ?? (level2.Contains(rune) ? null : targets.Select(t => (Rune?)t).FirstOrDefault(t => t is { } l && (level2.Contains(l) || shrunk.ContainsKey(l))));
    return next is { } n && n != rune ? Representative(n, depth + 1) : rune;
}

Rune Folded(Rune rune) => joined.GetValueOrDefault(rune, rune);

IEnumerable<string> Lines(string name) => File.ReadLines(Path.Combine(here, name)).Where(l => !l.StartsWith('#'));

// The tables write a form as its character and a variation selector; the character is what matters here.
static List<Rune> Runes(string text) =>
    [.. text.Normalize(NormalizationForm.FormKC).EnumerateRunes().Where(r => r.Value is not (>= 0xE0100 and <= 0xE01EF or >= 0xFE00 and <= 0xFE0F))];

static List<Rune> Coded(string code) => Runes(new Rune(Convert.ToInt32(code.Split('_')[0], 16)).ToString());

IEnumerable<(List<Rune> Written, List<Rune> Targets)> Table(string name, Func<string, List<Rune>> written) =>
    File.ReadLines(Path.Combine(args[0], name)).Skip(1).Select(l => l.Split(',')).Select(c => (written(c[1]), Runes(c[4])));

static HashSet<Rune> Jis(int first, int last)
{
    var jis = Encoding.GetEncoding("euc-jp");
    var all = from row in Enumerable.Range(first, last - first + 1) from cell in Enumerable.Range(1, 94) select jis.GetString([(byte)(0xA0 + row), (byte)(0xA0 + cell)]);
    return [.. all.SelectMany(Runes)];
}
