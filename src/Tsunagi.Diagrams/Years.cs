namespace Tsunagi.Diagrams;

/// <summary>How years are written.</summary>
public enum Years
{
    /// <summary>西暦: 2026年.</summary>
    Western,
    /// <summary>和暦: 令和8年; before 明治6年, when Japan counted by another calendar, 西暦 all the same.</summary>
    Era,
}
