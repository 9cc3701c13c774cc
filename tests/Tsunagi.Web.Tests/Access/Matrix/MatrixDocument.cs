using Tsunagi.Domain.Access;
using Tsunagi.Web.Words;
using static System.FormattableString;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>docs/access-matrix.md: what was found, for those who answer for it, and for the review of every change.</summary>
internal static class MatrixDocument
{
    public const string Path = "docs/access-matrix.md";

    public static string Of(IReadOnlyList<AccessRule> rules, IReadOnlyList<MatrixEndpoint> endpoints, MatrixAnswers answers)
    {
        var byName = endpoints.ToDictionary(e => e.Name);
        IEnumerable<string> lines =
        [
            Head, .. MatrixRelation.All.Select(r => $"| {r.Japanese} | {r.Meaning} |"),
            .. rules.GroupBy(r => r.Group).SelectMany(g => Group(g, byName, answers)),
            .. Ceilings(endpoints),
        ];
        return string.Join('\n', lines).ReplaceLineEndings("\n") + "\n";
    }

    private static IEnumerable<string> Group(IGrouping<string, AccessRule> rules, Dictionary<string, MatrixEndpoint> byName, MatrixAnswers answers) =>
    [
        "", $"## {rules.Key}", "",
        .. rules.Select(r => $"- **{r.Title}** – {r.Reason}。"),
        "", Row("入口", MatrixRelation.All.Select(r => r.Japanese)), Row("---", MatrixRelation.All.Select(_ => ":-:")),
        .. rules.SelectMany(rule => rule.Endpoints
            .Select(e => Row($"`{e}`", MatrixRelation.All.Select(r => AccessRules.MarkOf(answers.Of(byName[e], r).Decision))))
            .Prepend(Row($"**{rule.Title}**", MatrixRelation.All.Select(_ => "")))),
    ];

    private static IEnumerable<string> Ceilings(IReadOnlyList<MatrixEndpoint> endpoints) =>
    [
        "", "## 役割の天井", "", CeilingHead, "",
        Row("権限", Enum.GetValues<Role>().Select(RoleWords.Of).Append("入口の数")), Row("---", Enum.GetValues<Role>().Select(_ => ":-:").Append("--:")),
        .. Enum.GetValues<Permission>().Select(p => Row(Permissions.Of(p).Japanese, Enum.GetValues<Role>().Select(r => Permissions.Of(p).Roles.Contains(r) ? "○" : "×")
            .Append(Invariant($"{endpoints.Count(e => e.Permission == p)}")))),
    ];

    private static string Row(string first, IEnumerable<string> cells) => $"| {first} | {string.Join(" | ", cells)} |";

    private const string Head = """
        # アクセスマトリクス

        どの入口（画面と API）が、記録に対してどの立場の人に、どう答えるかの一覧です。動いているプログラムから入口をすべて数え上げ、
        実際に一つずつ要求して得た答えから作られています。手で直さないでください。

        - あるべき答えは人が書いた規則の表 `tests/Tsunagi.Web.Tests/Access/Matrix/AccessRules.txt` にあり、試験が一つずつ照らします。規則の無い入口があれば試験は失敗します。
        - 作り直すには `eng/access-matrix` を実行し、差分を個人情報保護の目で読んでください。この文書が実際と違えば試験は失敗します。
        - 記録は、ある窓口の一人の方の一つのケースにまつわるもの（相談・世帯・つなぎ・同意・プラン・会議など）一そろいです。

        | 印 | 意味 |
        |---|---|
        | ○ | 許可。見える、または行える（内容や状態の誤りで断られる場合を含む） |
        | ◇ | 白紙。役割として開けるが、だれのものでもない番号を付けたときとまったく同じで、記録のことは何も分からない |
        | － | なし。「該当する記録はありません」。存在しない番号のときと、状態も見出しも本文も同じ |
        | × | 不可。役割の天井、または記録への立場が届かない |
        | 入 | サインインを求める |

        入口の書き方：`GET` は見る、`POST`・`PUT` は行う。`#` の後は画面の中の操作、`from` の後は元になる記録です。

        ## 立場

        | 列 | だれか |
        |---|---|
        """;

    private const string CeilingHead = """
        権限の表（`Permissions.cs`）そのものです。× の役割は、記録を持つ窓口に属していても、その権限の入口すべてで断られます（権限ごとに画面と API の入口一つずつで確かめています）。
        """;
}
