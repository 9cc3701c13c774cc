namespace Tsunagi.Bench.Linkage;

/// <summary>How a column is compared.</summary>
/// <param name="Column">Its heading.</param>
/// <param name="Edits">How many edits still make a level of their own.</param>
/// <param name="M">For each level but "missing" how probable it is for one person.</param>
/// <param name="U">And for strangers.</param>
sealed record Compared(string Column, int Edits, double[] M, double[] U)
{
    public bool IsDate => Column == "birth";
}

/// <summary>Which pairs are compared, by what, and what weighs enough: the same on all three sides.</summary>
static class Plan
{
    /// <summary>The least weight that is kept.</summary>
    public const float Least = 4;

    /// <summary>Records that agree in all columns of a rule are compared.</summary>
    public static readonly string[][] Rules =
        [["surname", "birth"], ["given_kana", "birth"], ["phone"], ["surname_kana", "given_kana"], ["surname", "home"]];

    public static readonly Compared[] Fields =
    [
        new("surname", 0, [0.8, 0.2], [0.005, 0.995]),
        new("given", 0, [0.85, 0.15], [0.003, 0.997]),
        new("surname_kana", 2, [0.88, 0.06, 0.02, 0.04], [0.006, 0.01, 0.03, 0.954]),
        new("given_kana", 2, [0.9, 0.05, 0.02, 0.03], [0.004, 0.02, 0.06, 0.916]),
        new("birth", 0, [0.93, 0.06, 0.01], [0.00004, 0.12, 0.87996]),
        new("phone", 1, [0.6, 0.05, 0.35], [0.000003, 0.00001, 0.999987]),
        new("postcode", 0, [0.85, 0.15], [0.005, 0.995]),
        new("sex", 0, [0.99, 0.01], [0.5, 0.5]),
    ];
}
