using System.Buffers;
using System.Globalization;

namespace Tsunagi.Diagrams;

/// <summary>What persons and things are called in a text: by name where it says who is meant, else by name and number.</summary>
sealed class SpokenNames
{
    // A name with one of these could be taken for a part of the sentence.
    static readonly SearchValues<char> Ambiguous = SearchValues.Create("とはの、。（）");

    const string NoParents = "父母不明";

    readonly List<string> names;
    readonly Dictionary<string, string> called = [];

    public SpokenNames(IEnumerable<(string Id, string Name)> all)
    {
        var list = all.ToList();
        names = list.ConvertAll(x => Plain(x.Name));
        var count = names.CountBy(n => n).ToDictionary();
        foreach (var (i, (id, _)) in list.Index())
        {
            called[id] = count[names[i]] > 1 || names[i] == NoParents || names[i].AsSpan().ContainsAny(Ambiguous) ? $"{names[i]}（{Number(i)}番）" : names[i];
        }
    }

    /// <summary>What to call somebody in a sentence.</summary>
    public string Of(string id) => called[id];

    /// <summary>The beginning of a line of the list of all: 3番、架空 花子。</summary>
    public string Entry(int index) => $"{Number(index)}番、{names[index]}。";

    static string Number(int index) => (index + 1).ToString(CultureInfo.InvariantCulture);

    static string Plain(string name) => name.Replace('。', '・').Replace('、', '・').Replace('（', '〔').Replace('）', '〕');
}
