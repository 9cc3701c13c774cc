using System.Globalization;
using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Linkage.Comparison;

/// <summary>Whole addresses in any Japanese writing; those of other countries are compared by their words.</summary>
sealed class AddressValues(IReadOnlyList<Address> addresses) : ValueSet
{
    private const byte SameHouse = 2, SameBlock = 3, SameTown = 4;
    private readonly Address[] addresses = [.. addresses];

    public override IReadOnlyList<string> Levels { get; } = ["missing", "same", "the same but for the room", "the same block", "the same town", "different"];

    public override int Count => addresses.Length;

    public override IReadOnlyList<(string, int[])> Keys => [("same", Key(a => a.Numbers.Length > 0 ? $"{a.Town} {a.Numbers}" : "")), ("town and block", Key(TownAndBlock))];

    private static string TownAndBlock(Address address) =>
        address.Block is { } block ? string.Create(CultureInfo.InvariantCulture, $"{address.Town} {address.Chome} {block}") : string.Join(' ', address.Words);

    private int[] Key(Func<Address, string> key)
    {
        var interning = new Interning();
        return [.. addresses.Select(a => interning.CodeOf(key(a)))];
    }

    protected override byte CompareDifferent(int left, int right) => Address.Compare(addresses[left], addresses[right]) switch
    {
        AddressAgreement.Unknown => Missing,
        AddressAgreement.Same => Same,
        AddressAgreement.SameWithoutRoom => SameHouse,
        AddressAgreement.SameBuilding or AddressAgreement.SameBlock => SameBlock,
        AddressAgreement.SameChome or AddressAgreement.SameTown => SameTown,
        AddressAgreement.SameCity or AddressAgreement.Different => Different,
    };
}
