using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>What a person is tied to.</summary>
public enum ContactKind
{
    /// <summary>人: 友人、近所の人、地域の人.</summary>
    Person,
    /// <summary>機関・団体.</summary>
    Agency,
    /// <summary>場所・活動.</summary>
    Place,
}

/// <summary>How close a tie is.</summary>
public enum TieStrength
{
    /// <summary>ふつう.</summary>
    Ordinary,
    /// <summary>強い.</summary>
    Strong,
    /// <summary>弱い・途切れがち.</summary>
    Weak,
}

/// <summary>From whom to whom help or influence goes.</summary>
public enum TieDirection
{
    /// <summary>示さない.</summary>
    None,
    /// <summary>本人から相手へ.</summary>
    Outward,
    /// <summary>相手から本人へ.</summary>
    Inward,
    /// <summary>たがいに.</summary>
    Both,
}

/// <summary>How a tie is, from a day on.</summary>
/// <param name="Strength">How close.</param>
/// <param name="IsStressful">葛藤・ストレスがある.</param>
/// <param name="Direction">From whom to whom.</param>
/// <param name="What">内容, such as 週3回の通所.</param>
/// <param name="From">Since when; null when unknown, which counts as always.</param>
public sealed record TieTerms(
    TieStrength Strength = TieStrength.Ordinary, bool IsStressful = false, TieDirection Direction = TieDirection.None, string? What = null, DateOnly? From = null);

/// <summary>つながり: a person's dated tie to somebody, an agency or a place outside the family (エコマップ).</summary>
/// <remarks>
/// A tie tells where a person is. It therefore belongs to one person, never to a household as a whole: under 支援措置 it leaves the
/// record with the address, and nobody has to be told why a household's tie is gone.
/// </remarks>
public sealed class SupportTie
{
    private SupportTie() { }

    internal SupportTie(int number, Id<Person> person, string contact, ContactKind kind, TieTerms terms, DateTimeOffset writtenAt) =>
        (Number, PersonId, Contact, Kind, Strength, IsStressful, Direction, What, From, WrittenAt) =
        (number, person, contact, kind, terms.Strength, terms.IsStressful, terms.Direction, TypedText.Field(terms.What), terms.From, writtenAt);

    /// <summary>From 1, counted up within the person.</summary>
    public int Number { get; private set; }

    /// <summary>Whose tie it is.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>To whom or what; empty when withheld.</summary>
    public string Contact { get; private set; } = "";

    /// <summary>What that is.</summary>
    public ContactKind Kind { get; private set; }

    /// <summary>How close.</summary>
    public TieStrength Strength { get; private set; }

    /// <summary>葛藤・ストレスがある.</summary>
    public bool IsStressful { get; private set; }

    /// <summary>From whom to whom.</summary>
    public TieDirection Direction { get; private set; }

    /// <summary>内容.</summary>
    public string? What { get; private set; }

    /// <summary>From which day, inclusive; null when unknown.</summary>
    public DateOnly? From { get; private set; }

    /// <summary>Until which day, exclusive; null while it lasts.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>When it was written down.</summary>
    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Why it was taken back: it never was so. Null while it stands.</summary>
    public string? TakenBackBecause { get; private set; }

    /// <summary>True when it left the record because it tells where a protected person is .</summary>
    public bool IsWithheld { get; private set; }

    /// <summary>True when it was neither taken back nor withheld.</summary>
    public bool Stands => TakenBackBecause is null && !IsWithheld;

    /// <summary>True when it held on a day.</summary>
    public bool HoldsOn(DateOnly day) => Stands && (From is null || From <= day) && (Until is null || day < Until);

    internal void End(DateOnly on) => Until = on;

    internal void TakeBack(string reason) => TakenBackBecause = reason;

    internal void Withhold() => (Contact, What, IsWithheld) = ("", null, true);
}
