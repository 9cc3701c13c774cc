using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Linkage.Comparison;

/// <summary>Telephone numbers, with or without the area code.</summary>
/// <param name="numbers">Their digits.</param>
sealed class PhoneValues(IReadOnlyList<string> numbers) : ValueSet
{
    private const byte Nearly = 2;
    private const int Ending = 6;
    private readonly string[] numbers = [.. numbers];

    public override IReadOnlyList<string> Levels { get; } = ["missing", "same", "one slip, or without the area code", "different"];

    public override int Count => numbers.Length;

    public override IReadOnlyList<(string, int[])> Keys
    {
        get
        {
            var ending = new Interning();
            return [("same", [.. Enumerable.Range(0, Count)]), ("ending", [.. numbers.Select(n => n.Length < Ending ? -1 : ending.CodeOf(n[^Ending..]))])];
        }
    }

    protected override byte CompareDifferent(int left, int right) => Phone.Compare(numbers[left], numbers[right]) switch
    {
        PhoneAgreement.Same => Same,
        PhoneAgreement.Different => Different,
        PhoneAgreement.Unknown => Missing,
        _ => Nearly,
    };
}
