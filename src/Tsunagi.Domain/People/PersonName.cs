namespace Tsunagi.Domain.People;

/// <summary>氏名: the names a person goes by, any of which may be unknown.</summary>
/// <remarks>Names are stored as written (異体字 and all); readings are stored in full-width katakana.</remarks>
/// <param name="Family">氏.</param>
/// <param name="Given">名.</param>
/// <param name="FamilyKana">氏のふりがな.</param>
/// <param name="GivenKana">名のふりがな.</param>
/// <param name="Common">通称: the name the person wants to be called by.</param>
/// <param name="Former">旧姓など.</param>
public sealed record PersonName(
    string? Family = null, string? Given = null, string? FamilyKana = null, string? GivenKana = null,
    string? Common = null, string? Former = null)
{
    /// <summary>氏名不詳: nobody has said a name.</summary>
    public static PersonName Unknown { get; } = new();

    /// <summary>A name from separate fields, blanks cut and readings brought to one form.</summary>
    public static PersonName Of(
        string? family, string? given = null, string? familyKana = null, string? givenKana = null,
        string? common = null, string? former = null) =>
        new(TypedText.Field(family), TypedText.Field(given), Kana(familyKana), Kana(givenKana), TypedText.Field(common), TypedText.Field(former));

    /// <summary>
    /// A name from one line, as it is typed with the telephone in hand: what stands before the first blank is the family name.
    /// </summary>
    public static PersonName FromLine(string? name, string? kana)
    {
        var (family, given) = Split(name);
        var (familyKana, givenKana) = Split(kana);
        return Of(family, given, familyKana, givenKana);
    }

    /// <summary>True when no name at all is known.</summary>
    public bool IsUnknown => this == Unknown;

    /// <summary>Family and given name with one blank between, whichever are known.</summary>
    public string? Written => Join(Family, Given);

    /// <summary>The reading, whichever parts are known.</summary>
    public string? Reading => Join(FamilyKana, GivenKana);

    /// <summary>What a page calls the person: the name, else the common name, else the reading, else 氏名不詳.</summary>
    public string Display => Written ?? Common ?? Reading ?? "氏名不詳";

    private static string? Kana(string? text) => TypedText.Field(text) is { } kana ? KanaText.ToKatakana(kana) : null;

    private static string? Join(string? first, string? second) =>
        first is null ? second : second is null ? first : first + " " + second;

    private static (string? First, string? Second) Split(string? line)
    {
        if (TypedText.Field(line) is not { } text) return (null, null);
        var parts = text.Split([' ', '　', '\t', '\n'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return (parts[0], parts.Length > 1 ? parts[1] : null);
    }
}
