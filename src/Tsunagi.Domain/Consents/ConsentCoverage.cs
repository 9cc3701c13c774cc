using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>同意の充足: whether the consents of some people cover some recipients .</summary>
public static class ConsentCoverage
{
    /// <summary>What is missing, one entry per person and recipient category; empty when everything is covered.</summary>
    /// <param name="need">For what, and which field classes.</param>
    /// <param name="subjects">Whose consent is needed.</param>
    /// <param name="recipientCategories">To whom it must reach.</param>
    /// <param name="consents">The consents there are, of anybody, in any state.</param>
    /// <param name="at">The instant asked about.</param>
    public static IReadOnlyList<ConsentGap> Gaps(
        ConsentNeed need, IEnumerable<Id<Person>> subjects, IEnumerable<string> recipientCategories,
        IReadOnlyCollection<Consent> consents, DateTimeOffset at)
    {
        string[] categories = [.. recipientCategories.Distinct()];
        return
        [
            .. from subject in subjects.Distinct()
               let own = consents.Where(c => c.SubjectId == subject).ToList()
               from category in categories
               let reason = Missing(need, category, own, at)
               where reason is not null
               select new ConsentGap(subject, category, reason.Value),
        ];
    }

    /// <summary>Until when everybody agrees to a purpose, towards whomever: the end of the consent that ends first; null where somebody does not.</summary>
    /// <param name="purpose">The purpose code.</param>
    /// <param name="subjects">Whose consent is needed; at least one.</param>
    /// <param name="consents">The consents there are, of anybody, in any state.</param>
    /// <param name="at">The instant asked about.</param>
    /// <returns>The first instant at which it no longer holds.</returns>
    public static DateTimeOffset? AgreedUntil(string purpose, IEnumerable<Id<Person>> subjects, IReadOnlyCollection<Consent> consents, DateTimeOffset at)
    {
        var lasts = subjects.Distinct().Select(s => consents.Where(c => c.SubjectId == s && c.IsActiveAt(at) && c.Scope.Purposes.Contains(purpose)).Max(c => (DateOnly?)c.Scope.Until)).ToList();
        return lasts.Count > 0 && lasts.TrueForAll(l => l is not null) ? JapanTime.StartOf(lasts.Min()!.Value.AddDays(1)) : null;
    }

    private static RefusalCode? Missing(ConsentNeed need, string category, List<Consent> own, DateTimeOffset at)
    {
        if (need.FieldClasses.All(field => own.Exists(c => c.Covers(need.Purpose, category, field, at))))
            return null;
        if (own.Exists(c => c.IsActiveAt(at)))
            return RefusalCode.ConsentNotCovering;
        // The latest word of the person is what the reader needs to hear.
        return own.Where(c => c.State != ConsentState.Annulled).MaxBy(c => c.Steps[^1].By.At)?.StandingAt(at) switch
        {
            ConsentStanding.Expired => RefusalCode.ConsentExpired,
            ConsentStanding.Withdrawn => RefusalCode.ConsentWithdrawn,
            ConsentStanding.Declined or ConsentStanding.AskAgain => RefusalCode.ConsentDeclined,
            ConsentStanding.NoOneCanConsent => RefusalCode.ConsentNobodyCan,
            ConsentStanding.Explained or ConsentStanding.NotYetValid or ConsentStanding.Active or ConsentStanding.Annulled or null =>
                RefusalCode.ConsentMissing,
        };
    }
}

/// <summary>What consent is needed for.</summary>
/// <param name="Purpose">The purpose code.</param>
/// <param name="FieldClasses">The field classes that will be shared.</param>
public sealed record ConsentNeed(string Purpose, IReadOnlyList<string> FieldClasses);

/// <summary>足りない同意: whose, towards whom, and why it does not hold.</summary>
public sealed record ConsentGap(Id<Person> Subject, string RecipientCategory, RefusalCode Reason)
{
    /// <summary>The refusal that says it; its field names the person and the category, separated by a slash.</summary>
    public Refusal ToRefusal() => new(Reason, $"{Subject}/{RecipientCategory}");
}
