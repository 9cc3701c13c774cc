using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Notices;

/// <summary>照合についての本人のことば, as it was said once.</summary>
/// <param name="Declines">Whether they wish not to be matched.</param>
/// <param name="Words">What they said.</param>
/// <param name="SaidOn">When they said it.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="At">When it was written down.</param>
public sealed record MatchingWord(bool Declines, string Words, DateOnly SaidOn, Id<Account> By, DateTimeOffset At);

/// <summary>
/// 照合についての希望: a person who does not wish to be matched is left out, whichever desk they said it to (rules §7). What was said
/// last counts – of one day, what was written last – and all of it stays.
/// </summary>
public sealed class MatchingWish : Aggregate
{
    private MatchingWish() { }

    /// <summary>Nothing was said yet.</summary>
    public MatchingWish(Id<Person> person) => PersonId = person;

    /// <summary>Whose.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Person, PersonId);

    /// <summary>照合を望まない.</summary>
    public bool Declines { get; private set; }

    /// <summary>Everything that was said, oldest first.</summary>
    public IReadOnlyList<MatchingWord> Words { get; private set; } = [];

    /// <summary>Writes down what the person said.</summary>
    public Outcome Say(bool? declines, string? words, DateOnly? saidOn, Stamp by)
    {
        var checks = new FieldChecks()
            .RefuseIf(declines is null, RefusalCode.Required, nameof(Declines))
            .Require(nameof(Words), words).Text(nameof(Words), words, FieldChecks.Long)
            .RefuseIf(saidOn is null, RefusalCode.Required, nameof(MatchingWord.SaidOn))
            .RefuseIf(saidOn > JapanTime.DateOf(by.At), RefusalCode.DateInFuture, nameof(MatchingWord.SaidOn))
            .RefuseIf(saidOn?.Year < 1900, RefusalCode.DateTooLongAgo, nameof(MatchingWord.SaidOn));
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        Words = [.. Words, new(declines!.Value, words!.Trim(), saidOn!.Value, by.Account, by.At)];
        // An older word may be written down after a newer one.
        Declines = Words.OrderBy(w => w.SaidOn).Last().Declines;
        Record(new MatchingWishSaid(PersonId, declines.Value));
        return Outcome.Done;
    }
}

/// <summary>A person said whether they wish to be matched.</summary>
public sealed record MatchingWishSaid(Id<Person> Person, bool Declines) : DomainEvent;
