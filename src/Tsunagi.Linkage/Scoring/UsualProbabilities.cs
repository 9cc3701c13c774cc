using Tsunagi.Linkage.Comparison;

namespace Tsunagi.Linkage.Scoring;

/// <summary>
/// How often each level comes up, where there are too few records to learn it from: round figures for the people of a Japanese ward, of the size
/// of what is learned from the Japanese set (docs/linkage.md). A field that is not known here keeps the figures that learning begins with.
/// </summary>
static class UsualProbabilities
{
    // In the order of the levels of each kind of value, the first for "missing": for one person, and for two strangers.
    private static readonly (double[] M, double[] U)
        Surname = ([1, 0.82, 0.1, 0.03, 0.02, 0.03], [1, 0.004, 0.002, 0.003, 0.02, 0.971]),
        Given = ([1, 0.81, 0.12, 0.03, 0.02, 0.02], [1, 0.002, 0.0015, 0.004, 0.03, 0.9625]),
        Birth = ([1, 0.86, 0.05, 0.05, 0.02, 0.01, 0.01], [1, 0.00004, 0.01, 0.0015, 0.004, 0.012, 0.97246]),
        Sex = ([1, 0.98, 0.02], [1, 0.5, 0.5]),
        Address = ([1, 0.6, 0.08, 0.02, 0.06, 0.24], [1, 0.00002, 0.00008, 0.0004, 0.02, 0.9795]),
        Phone = ([1, 0.55, 0.05, 0.4], [1, 0.00001, 0.0002, 0.99979]);

    private const double SameInHousehold = 0.004;

    /// <summary>What is usual of these fields.</summary>
    public static Probabilities Of(FieldSet set)
    {
        var usual = new Probabilities(set);
        for (var slot = 0; slot < set.Fields.Count; slot++)
        {
            var field = set.Fields[slot];
            if (Known(field) is not { } known) continue;
            (usual.M[slot], usual.U[slot]) = ([.. known.M], [.. known.U]);
            // Twins, a father and his son: rare, and far more frequent than among strangers.
            usual.HouseholdSame[slot] = Math.Max(known.U[ValueSet.Same], SameInHousehold);
        }
        return usual;
    }

    private static (double[] M, double[] U)? Known(Field field) => field.Values switch
    {
        NameValues => field.Scope == FieldScope.Household ? Surname : Given,
        DateValues => Birth,
        SexValues => Sex,
        AddressValues => Address,
        PhoneValues => Phone,
        _ => null,
    };
}
