namespace Tsunagi.Linkage.Scoring;

/// <summary>Two records and what their comparison weighs.</summary>
/// <param name="Left">The lower index.</param>
/// <param name="Right">The higher index.</param>
/// <param name="Weight">Natural logarithms.</param>
readonly record struct ScoredPair(int Left, int Right, PairWeight Weight)
{
    /// <summary>The logarithm of the odds that the two are one person.</summary>
    public double LogOdds(Shares prevalence) => LogOdds(Weight, prevalence);

    /// <summary>The same of any weight.</summary>
    public static double LogOdds(PairWeight weight, Shares prevalence)
    {
        var household = Math.Log(prevalence.Household) + weight.Household;
        var strangers = Math.Log(prevalence.Strangers);
        var (more, less) = household > strangers ? (household, strangers) : (strangers, household);
        return Math.Log(prevalence.Match) + weight.Match - (more + Math.Log(1 + Math.Exp(less - more)));
    }
}
