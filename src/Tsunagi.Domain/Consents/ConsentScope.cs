using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>同意の範囲: what may go to whom, for what, and until when.</summary>
/// <param name="Purposes">Purpose codes.</param>
/// <param name="RecipientCategories">Recipient category codes; the actual agencies are told to the person (rules §3).</param>
/// <param name="FieldClasses">Field class codes.</param>
/// <param name="From">First day, in Tokyo, inclusive.</param>
/// <param name="Until">Last day, in Tokyo, inclusive.</param>
public sealed record ConsentScope(
    IReadOnlyList<string> Purposes, IReadOnlyList<string> RecipientCategories, IReadOnlyList<string> FieldClasses,
    DateOnly From, DateOnly Until)
{
    internal IReadOnlyList<Refusal> Check(ConsentRules rules) =>
    [
        .. Codes(Purposes, rules.Purposes, nameof(Purposes)),
        .. Codes(RecipientCategories, rules.RecipientCategories, nameof(RecipientCategories)),
        .. Codes(FieldClasses, rules.FieldClasses, nameof(FieldClasses)),
        .. Period(rules),
    ];

    private IEnumerable<Refusal> Period(ConsentRules rules)
    {
        if (Until < From)
            yield return new(RefusalCode.PeriodReversed, nameof(Until));
        else if (Until > From.AddMonths(rules.MaxMonths))
            yield return new(RefusalCode.ConsentPeriodTooLong, nameof(Until));
    }

    private static IEnumerable<Refusal> Codes(IReadOnlyList<string> chosen, IReadOnlySet<string> offered, string field)
    {
        if (chosen.Count == 0)
            yield return new(RefusalCode.Required, field);
        else if (!chosen.All(offered.Contains))
            yield return new(RefusalCode.UnknownCode, field);
    }
}

/// <summary>本人に伝えた機関: an actual agency within a consented category, told to the person by name (rules §3).</summary>
/// <param name="Name">As it was told.</param>
/// <param name="Category">The recipient category it falls under.</param>
/// <param name="Organisation">Its id, where it works in this system.</param>
/// <param name="By">Who told it, and when.</param>
public sealed record ToldAgency(string Name, string Category, Id<Organisation>? Organisation, Stamp By);
