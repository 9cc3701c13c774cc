namespace Tsunagi.Diagrams.Families;

/// <summary>What makes somebody a child of a union.</summary>
public enum ParentageKind
{
    /// <summary>実子.</summary>
    Biological,
    /// <summary>養子.</summary>
    Adoptive,
    /// <summary>里子.</summary>
    Foster,
    /// <summary>連れ子・継子.</summary>
    Step,
}

/// <summary>親子: a person is the child of a union.</summary>
/// <param name="Child">The id of the child.</param>
/// <param name="Union">The id of the parents' union.</param>
/// <param name="Kind">What makes them their child.</param>
/// <param name="Custodian">親権・監護: the partner the child lives with after a divorce; null when not known or shared.</param>
/// <param name="Since">From when on, for what is not so by birth.</param>
/// <param name="Until">The last day of it (inclusive), for what ends; null while it lasts.</param>
public sealed record Parentage(
    string Child, string Union, ParentageKind Kind = ParentageKind.Biological, string? Custodian = null,
    PartialDate Since = default, PartialDate? Until = null)
{
    internal bool IsOn(DateOnly day) => Since.HasCome(day) && Until?.IsBefore(day) != true;
}

/// <summary>双子・多胎: children of one union and one birth.</summary>
/// <param name="Children">The ids of two or more children of the same union.</param>
/// <param name="IsIdentical">一卵性.</param>
public sealed record Twins(IReadOnlyList<string> Children, bool IsIdentical);

/// <summary>同居: the persons who live together.</summary>
/// <param name="Id">Unique among households.</param>
/// <param name="Name">As it is shown; may be empty.</param>
/// <param name="Members">Who lives there, and when.</param>
/// <param name="IsPartial">Others may live there who are not among the members; of one left alone it is then not said that they live alone.</param>
public sealed record Household(string Id, string Name, IReadOnlyList<Residence> Members, bool IsPartial = false);

/// <summary>Somebody lives in a household.</summary>
/// <param name="Person">The id of the person.</param>
/// <param name="Since">The first day (inclusive).</param>
/// <param name="Until">The last day (inclusive); null while it lasts.</param>
public sealed record Residence(string Person, PartialDate Since = default, PartialDate? Until = null)
{
    internal bool IsOn(DateOnly day) => Since.HasCome(day) && Until?.IsBefore(day) != true;
}
