namespace Tsunagi.Linkage.Japanese;

/// <summary>住所 taken apart, every part in the form it is compared in.</summary>
/// <param name="Prefecture">都道府県; empty if neither written nor certain from the municipality.</param>
/// <param name="City">市区町村 without its 郡; empty if not written.</param>
/// <param name="Town">町字 without 丁目 (see <see cref="Read"/>); empty if none was found.</param>
/// <param name="Chome">丁目; null if none was written.</param>
/// <param name="Block">番 or 番地; null if none was written.</param>
/// <param name="Lot">号, or the number behind 番地の; null if none was written.</param>
/// <param name="Building">The building; empty if none was written.</param>
/// <param name="Room">The room, figures and Latin letters; empty if none was written.</param>
/// <remarks>Immutable; equal when every part is.</remarks>
public sealed partial record Address(string Prefecture, string City, string Town, int? Chome, int? Block, int? Lot, string Building, string Room)
{
    /// <summary>An address of which nothing is known.</summary>
    public static Address Unknown { get; } = new("", "", "", null, null, null, "", "");

    /// <summary>The words of an address that is not Japanese, in their order; empty for a Japanese one, which has parts instead.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether nothing could be read.</summary>
    public bool IsUnknown => Town.Length == 0 && City.Length == 0 && Prefecture.Length == 0 && Block is null && Chome is null && Words.Count == 0;

    /// <summary>The numbers as one writes them with hyphens, without the room: 3-12-5.</summary>
    public string Numbers => string.Join('-', new[] { Chome, Block, Lot }.OfType<int>());

    /// <summary>
    /// Reads an address in any writing: 三丁目12番5号, ３丁目１２－５, 3-12-5 and 3-12-5-203 are the same numbers; 大字 and 字 are
    /// dropped, ヶ and が are ケ between kanji, and a postcode before the address is passed over.
    /// </summary>
    /// <param name="text">A free address, null for none.</param>
    /// <remarks>
    /// There is no gazetteer behind this: of three numbers with hyphens the first is taken for 丁目, of two none. <see cref="Compare"/>
    /// does not rely on it. What holds neither kanji nor kana becomes <see cref="Words"/>. Nothing throws.
    /// </remarks>
    public static Address Read(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > 300) return Unknown;
        var folded = CharacterFolding.Fold(text, keepBlanks: true);
        return folded.AsSpan().IndexOfAnyInRange('ぁ', '\u9FFF') < 0
            ? Unknown with { Words = folded.Split([' ', ',', '.', ';', '/'], StringSplitOptions.RemoveEmptyEntries) }
            : new AddressReader(folded).Read();
    }

    /// <summary>Whether every part is the same.</summary>
    public bool Equals(Address? other) =>
        other is not null && Prefecture == other.Prefecture && City == other.City && Town == other.Town && Chome == other.Chome && Block == other.Block
        && Lot == other.Lot && Building == other.Building && Room == other.Room && Words.SequenceEqual(other.Words);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(City, Town, Chome, Block, Lot, Room, Words.Count);
}
