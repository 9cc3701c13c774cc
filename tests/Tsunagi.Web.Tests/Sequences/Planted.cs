using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>Words nobody would write, planted in what must not be found anywhere else: a key for each matter, a place for each person.</summary>
internal static class Planted
{
    /// <summary>A key stands in the 提案書 with this behind it, which its proposer may read again.</summary>
    public const char InThePaper = '書';

    /// <summary>And so in everything that is said and written inside.</summary>
    public const char Inside = '内';

    /// <summary>What is looked for: a key as it was planted, not as somebody searches for it.</summary>
    public const string Keys = "封印[0-9a-f]{8}[書内]", Places = "隠所[0-9a-f]{8}";

    private const int Length = 10;

    public static string Key(Random random) => $"封印{random.Next():x8}";

    public static string KeyOf(Matter matter) => matter.Paper!.Title[..Length];

    public static string Place(Id<Person> person) => $"隠所{person.Value.ToString("N")[^8..]}";
}
