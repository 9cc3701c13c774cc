namespace Tsunagi.Domain.Consents;

/// <summary>同意の決まり: what a ward's profile decides about consent.</summary>
/// <param name="MinorConsentAge">Below this age the legal representative consents (rules §3; 15 by default).</param>
/// <param name="AdultAge">Below this age the child's own wish is always recorded (民法4条: 18).</param>
/// <param name="MaxMonths">The longest a consent may run.</param>
/// <param name="Purposes">Codes of the purposes a person can be asked for.</param>
/// <param name="RecipientCategories">Codes of the categories of recipients.</param>
/// <param name="FieldClasses">Codes of the field classes a consent can open.</param>
public sealed record ConsentRules(
    int MinorConsentAge, int AdultAge, int MaxMonths,
    IReadOnlySet<string> Purposes, IReadOnlySet<string> RecipientCategories, IReadOnlySet<string> FieldClasses);
