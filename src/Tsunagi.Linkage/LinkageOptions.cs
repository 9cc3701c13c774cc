using Tsunagi.Linkage.Tables;

namespace Tsunagi.Linkage;

/// <summary>What a linkage is to do.</summary>
/// <param name="Columns">What each column holds, by its heading; columns not named are left out.</param>
/// <param name="Threshold">From which probability on two records are taken for one person; above 0, below 1.</param>
public sealed record LinkageOptions(IReadOnlyDictionary<string, ColumnKind> Columns, double Threshold = 0.9);
