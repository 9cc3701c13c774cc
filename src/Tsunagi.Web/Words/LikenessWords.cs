using Tsunagi.Linkage.Explanation;

namespace Tsunagi.Web.Words;

/// <summary>似ているところ・ちがうところ: what the comparison of two records says, for somebody who knows people and not likelihoods.</summary>
public static class LikenessWords
{
    /// <summary>The columns that are compared, as the comparison calls them.</summary>
    public const string Birth = "生年月日", Gender = "性別", Address = "住所", Phone = "電話";

    private const string Surname = "surname", Given = "given name", Same = "same", Sounds = "sounds the same";

    /// <summary>What speaks for one person, the weightiest first.</summary>
    public static IReadOnlyList<string> For(PairExplanation why)
    {
        var told = why.Fields.ToDictionary(f => f.Field, f => f.Agreement);
        var (surname, given) = (told.GetValueOrDefault(Surname), told.GetValueOrDefault(Given));
        string[] names = (surname, given) switch
        {
            (Same, Same) => ["氏名が同じ"],
            (Same or Sounds, Same or Sounds) => ["氏名の読みが同じ"],
            _ => [],
        };
        return [.. names, .. why.Fields.Where(f => f.Weight > 0 && (names.Length == 0 || f.Field is not (Surname or Given))).Select(f => Of(f.Field, f.Agreement)).OfType<string>()];
    }

    /// <summary>What speaks against it.</summary>
    public static IReadOnlyList<string> Against(PairExplanation why) => [.. why.Fields.Where(f => f.Weight < 0).Select(f => Of(f.Field, f.Agreement)).OfType<string>()];

    private static string? Of(string field, string agreement) => (field, agreement) switch
    {
        (Surname, Same) => "氏が同じ",
        (Surname, Sounds) => "氏の読みが同じ",
        (Surname, "nearly the same" or "alike") => "氏が似ている",
        (Surname, "different") => "氏がちがう",
        (Given, Same) => "名が同じ",
        (Given, Sounds) => "名の読みが同じ",
        (Given, "nearly the same" or "alike") => "名が似ている",
        (Given, "different") => "名がちがう",
        (Birth, Same) => "生年月日が同じ",
        (Birth, "the same as far as known") => "生年月日が、分かっている範囲で同じ",
        (Birth, "one slip") => "生年月日が1か所だけちがう（書きまちがいかもしれません）",
        (Birth, "two of three parts the same") => "生年月日の年・月・日のうち二つが同じ",
        (Birth, "the year the same") => "生まれた年が同じ",
        (Birth, "different") => "生年月日がちがう",
        (Gender, Same) => "性別が同じ",
        (Gender, "different") => "性別がちがう",
        (Address, Same) => "住所が同じ",
        (Address, "the same but for the room") => "部屋番号のほかは住所が同じ",
        (Address, "the same block") => "住所の番地が近い",
        (Address, "the same town") => "住所の町が同じ",
        (Address, "different") => "住所がちがう",
        (Phone, Same) => "電話が同じ",
        (Phone, "one slip, or without the area code") => "電話が1か所だけちがう",
        (Phone, "different") => "電話がちがう",
        ("surname and given name", "exchanged") => "氏と名が入れ替わっている",
        _ => null,
    };
}
