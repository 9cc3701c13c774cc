using System.Globalization;

namespace Tsunagi.Bench.Linkage;

/// <summary>The plan as SQL.</summary>
/// <param name="weightsOf">What the levels of a field weigh, from "same" on.</param>
/// <param name="edits">How many edits lie between two texts; more than so many need not be told apart.</param>
sealed class PairSql(Func<int, IReadOnlyList<float>> weightsOf, Func<string, string, int, string> edits)
{
    public const string Table =
        "create table rec (id integer, surname varchar, given varchar, surname_kana varchar, given_kana varchar, birth integer, year integer, month integer, day integer, phone varchar, postcode varchar, sex varchar, home varchar)";

    public const string Check =
        "select count(*), cast(sum((l * 31 + r * 17) % 1000003) as bigint), cast(sum((l * 31 + r * 17) % 1000003 * cast(floor(w * 4096) as bigint) % 1000003) as bigint) from (select cast(l as bigint) as l, cast(r as bigint) as r, w from kept) p";

    /// <summary>What is kept.</summary>
    public string Scored => string.Create(CultureInfo.InvariantCulture, $"select l, r, w from ({Joined($"l.id as l, r.id as r, {Weight} as w")}) p where w >= {Plan.Least}");

    /// <summary>How many pairs are compared.</summary>
    public static string Counted => $"select count(*) from ({Joined("1")}) p";

    private string Weight => string.Join(" + ", Plan.Fields.Select(WeightOf));

    // Each pair once, under the first rule that joins it.
    private static string Joined(string wanted) => string.Join(" union all ", Plan.Rules.Select((rule, at) =>
        $"select {wanted} from rec l join rec r on {On(rule)} and l.id < r.id{string.Concat(Plan.Rules.Take(at).Select(before => $" and not coalesce({On(before)}, false)"))}"));

    private static string On(string[] rule) => string.Join(" and ", rule.Select(column => $"l.{column} = r.{column}"));

    private string WeightOf(Compared field, int slot)
    {
        var levels = weightsOf(slot).Select(w => string.Create(CultureInfo.InvariantCulture, $"'{w:R}'::real")).ToList();
        var (left, right) = ($"l.{field.Column}", $"r.{field.Column}");
        var rest = field.IsDate ? $"when l.year = r.year or l.month = r.month or l.day = r.day then {levels[1]} else {levels[2]}"
            : field.Edits == 0 ? $"else {levels[1]}"
            : $"else case {edits(left, right, field.Edits)} {string.Concat(Enumerable.Range(1, field.Edits).Select(n => $"when {n} then {levels[n]} "))}else {levels[^1]} end";
        return $"case when {left} is null or {right} is null then '0'::real when {left} = {right} then {levels[0]} {rest} end";
    }
}
