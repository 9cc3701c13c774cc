namespace Tsunagi.Linkage.Explanation;

/// <summary>What one field says about two records.</summary>
/// <param name="Field">Which field: the heading of its column, or "surname", "given name".</param>
/// <param name="Agreement">How far the two agree in it, such as "same" or "one slip".</param>
/// <param name="Weight">
/// In bits: +1 makes it twice as likely that both are one person, -1 half as likely. 0 where one of them is missing.
/// </param>
public sealed record FieldEvidence(string Field, string Agreement, double Weight);

/// <summary>Why two records are, or are not, taken for one person.</summary>
/// <param name="Fields">What each field says, the strongest first.</param>
/// <param name="Start">
/// In bits: how unlikely it is for any two records to be of one person, before anything of them is looked at; below 0. The more
/// two records agree only in what a household shares, the lower.
/// </param>
/// <param name="Probability">What all of it comes to, from 0 to 1, for the two alone, whatever other records say.</param>
public sealed record PairExplanation(IReadOnlyList<FieldEvidence> Fields, double Start, double Probability);
