namespace Tsunagi.Linkage.Comparison;

/// <summary>Reads what records write for a sex.</summary>
static class SexText
{
    /// <summary>One word for all writings of the same; other words as they are.</summary>
    public static string Read(string text) => TextFolding.Letters(text) switch
    {
        "m" or "male" or "man" or "男" or "男性" or "1" => "male",
        "f" or "female" or "woman" or "女" or "女性" or "2" => "female",
        "u" or "unknown" or "不明" or "無回答" or "未回答" or "3" or "9" or "0" => "",
        var other => other,
    };
}

/// <summary>男女: the same or not.</summary>
sealed class SexValues(IReadOnlyList<string> values) : ValueSet
{
    public override IReadOnlyList<string> Levels { get; } = ["missing", "same", "different"];

    public override int Count => values.Count;

    public override IReadOnlyList<(string, int[])> Keys => [("same", [.. Enumerable.Range(0, Count)])];

    protected override byte CompareDifferent(int left, int right) => Different;
}
