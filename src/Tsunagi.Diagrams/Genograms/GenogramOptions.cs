namespace Tsunagi.Diagrams.Genograms;

/// <summary>How the symbol of somebody who has died is marked; it differs from region to region.</summary>
public enum DeceasedMark
{
    /// <summary>×を重ねる.</summary>
    Cross,
    /// <summary>黒塗り.</summary>
    Filled,
}

/// <summary>How the line of a marriage is drawn.</summary>
public enum MarriageLine
{
    /// <summary>一本線.</summary>
    Single,
    /// <summary>二重線.</summary>
    Double,
}

/// <summary>What may be chosen about a genogram.</summary>
public sealed record GenogramOptions
{
    /// <summary>The day of the picture (its end): it also gives the ages. Null: everything that is dated has happened, and no ages of the living.</summary>
    public DateOnly? Day { get; init; }

    /// <summary>How the symbol of somebody who has died is marked.</summary>
    public DeceasedMark Deceased { get; init; }

    /// <summary>How the line of a marriage is drawn.</summary>
    public MarriageLine Marriage { get; init; }

    /// <summary>Whether the signs used are explained below the picture (凡例).</summary>
    public bool HasLegend { get; init; } = true;

    /// <summary>How years are written in the picture and in what is said of it.</summary>
    public Years Years { get; init; }

    /// <summary>What the picture is called.</summary>
    public string Title { get; init; } = "ジェノグラム";
}
