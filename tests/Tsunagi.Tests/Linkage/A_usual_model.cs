using Tsunagi.Linkage;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Tests.Linkage;

/// <summary>What is said of two records with nothing learned: the same person is recognised, and a household is not one person.</summary>
public sealed class A_usual_model
{
    private static readonly Dictionary<string, ColumnKind> Columns = new()
    {
        ["氏"] = ColumnKind.Surname,
        ["名"] = ColumnKind.GivenName,
        ["氏カナ"] = ColumnKind.SurnameKana,
        ["名カナ"] = ColumnKind.GivenNameKana,
        ["生年月日"] = ColumnKind.BirthDate,
        ["住所"] = ColumnKind.Address,
        ["電話"] = ColumnKind.Phone,
    };

    public static TheoryData<string, string, bool> Pairs => new()
    {
        { "渡邊,花子,,,1948-05-01,,", "渡辺,花子,,,昭和23年5月1日,,", true },
        { "渡邊,花子,ワタナベ,ハナコ,1948-05-01,,", ",,ワタナベ,ハナコ,1948-05-10,,090-1234-5678", true },
        { "佐藤,一郎,,,,,03-1234-5678", "佐藤,一郎,,,,,03-1234-5678", true },
        { "佐藤,一郎,サトウ,イチロウ,,太子堂1-2-3,", "佐藤,一郎,サトウ,イチロウ,,太子堂一丁目2番3号,", true },
        // The same name, and nothing that speaks against it: worth asking. With another birth date it is not.
        { "佐藤,一郎,,,,,", "佐藤,一郎,,,,,", true },
        { "佐藤,一郎,,,1948-05-01,,", "佐藤,一郎,,,1971-11-20,,", false },
        // One household: surname, address and telephone.
        { "佐藤,一郎,サトウ,イチロウ,1948-05-01,太子堂1-2-3,03-1234-5678", "佐藤,花子,サトウ,ハナコ,1950-02-11,太子堂1-2-3,03-1234-5678", false },
        { "佐藤,,,,,太子堂1-2-3,03-1234-5678", "佐藤,花子,サトウ,ハナコ,1950-02-11,太子堂1-2-3,03-1234-5678", false },
        // Twins.
        { "佐藤,翔太,サトウ,ショウタ,2010-05-01,太子堂1-2-3,03-1234-5678", "佐藤,美咲,サトウ,ミサキ,2010-05-01,太子堂1-2-3,03-1234-5678", false },
        { ",,,,,,", "佐藤,一郎,,,1948-05-01,,", false },
    };

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Tells_one_person_from_two(string one, string other, bool isOne)
    {
        var model = LinkageModel.Usual(Table(one, other), Columns, 5_000);
        Assert.Equal(isOne, model.Probability(0, 1) >= 0.5);
        Assert.Equal(model.Probability(0, 1), model.Probability(1, 0));
        Assert.Equal(model.Probability(0, 1), model.Explain(1, 0).Probability, 6);
    }

    [Fact]
    public void Says_why()
    {
        var why = LinkageModel.Usual(Table("渡邊,花子,,,1948-05-01,,", "渡辺,花子,,,1948-05-10,,"), Columns, 5_000).Explain(0, 1);
        Assert.Contains(why.Fields, f => f is { Field: "given name", Agreement: "same", Weight: > 5 });
        Assert.Contains(why.Fields, f => f is { Field: "生年月日", Weight: > 0 });
    }

    private static RecordTable Table(params string[] records)
    {
        var builder = new RecordTableBuilder([.. Columns.Keys]);
        for (var i = 0; i < records.Length; i++) builder.Add($"{i}", [.. records[i].Split(',')]);
        return builder.Build();
    }
}
