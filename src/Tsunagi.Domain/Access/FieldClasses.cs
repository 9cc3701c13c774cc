namespace Tsunagi.Domain.Access;

/// <summary>項目の区分: what a basis may open of a record, at most.</summary>
[Flags]
public enum FieldClasses
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>That the record exists, its state and its dates.</summary>
    Existence = 1,
    /// <summary>Names, kana, birth date, sex.</summary>
    Identity = 2,
    /// <summary>Address, telephone.</summary>
    Contact = 4,
    /// <summary>Own words, notes, assessments.</summary>
    Narrative = 8,
    /// <summary>Abuse, debt, medical.</summary>
    Special = 16,
    /// <summary>通報者: the receiving team only (rules §4).</summary>
    ReporterIdentity = 32,
    /// <summary>What a desk sees of its own work. Never a protected location: that has a store and readers of its own.</summary>
    Ordinary = Existence | Identity | Contact | Narrative | Special,
}
