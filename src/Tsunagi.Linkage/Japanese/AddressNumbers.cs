using System.Globalization;
using System.Runtime.CompilerServices;

namespace Tsunagi.Linkage.Japanese;

/// <summary>What the word behind a number says it is.</summary>
enum AddressMarker
{
    None,
    Chome,
    Block,
    Lot,
    Room,
}

/// <summary>The word behind a number.</summary>
/// <param name="Kind">What it says the number is.</param>
/// <param name="Length">How many characters it takes.</param>
/// <param name="EndsNumbers">Whether the number is the building's already (3階, 2号棟).</param>
readonly record struct AddressMarkers(AddressMarker Kind, int Length, bool EndsNumbers)
{
    internal static AddressMarkers At(string text, int at)
    {
        var behind = text.AsSpan(Math.Min(at, text.Length));
        if (behind.Length == 0 || behind[0] == '-') return default;
        foreach (var (word, kind) in Words)
        {
            if (behind.StartsWith(word)) return new(kind, word.Length, false);
        }
        return new(AddressMarker.None, 0, behind.StartsWith("階") || behind.StartsWith("F") || behind.StartsWith("号棟") || behind.StartsWith("棟"));
    }

    // The longer word first.
    private static readonly (string, AddressMarker)[] Words =
    [
        ("丁目", AddressMarker.Chome), ("丁", AddressMarker.Chome), ("番地", AddressMarker.Block), ("番", AddressMarker.Block), ("街区", AddressMarker.Block),
        ("号室", AddressMarker.Room), ("号", AddressMarker.Lot), ("室", AddressMarker.Room),
    ];
}

/// <summary>The numbers of an address in their order, until it is known what they are.</summary>
struct AddressNumbers
{
    internal const int Most = 6;
    // No town has more; a larger number is a block (皇山町41-19-10 would be taken for 丁目 otherwise).
    private const int LargestChome = 40;
    private Six values;
    private Six kinds;

    internal int Count { get; private set; }

    internal void Add(int value, AddressMarker kind)
    {
        (values[Count], kinds[Count]) = (value, (int)kind);
        Count++;
    }

    /// <summary>丁目, 番, 号 and the room: by the words behind the numbers, else by their order.</summary>
    internal readonly (int? Chome, int? Block, int? Lot, string Room) Assigned()
    {
        var next = 0;
        int? Take(Six numbers, int count) => next < count ? numbers[next++] : null;
        var chome = BeginsWithChome() ? Take(values, Count) : null;
        var block = IsRoom(next) ? null : Take(values, Count);
        var lot = IsRoom(next) ? null : Take(values, Count);
        return (chome, block, lot, Rest(next));
    }

    private readonly bool BeginsWithChome() =>
        Count > 0 && ((AddressMarker)kinds[0] == AddressMarker.Chome
            || ((AddressMarker)kinds[0] == AddressMarker.None && values[0] <= LargestChome
                && (Count >= 3 || (Count == 2 && (AddressMarker)kinds[1] == AddressMarker.Block))));

    private readonly bool IsRoom(int index) => index < Count && (AddressMarker)kinds[index] == AddressMarker.Room;

    private readonly string Rest(int from)
    {
        var rest = "";
        for (var i = from; i < Count; i++) rest += (i > from ? "-" : "") + values[i].ToString(CultureInfo.InvariantCulture);
        return rest;
    }

    [InlineArray(Most)]
    private struct Six
    {
        private int first;
    }
}
