using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>ジェノグラム: a family drawn.</summary>
/// <param name="Family">The family as it is drawn: at the day of the picture.</param>
/// <param name="Generations">How many rows the largest part has.</param>
/// <param name="Drawing">The drawing.</param>
public sealed record Genogram(Family Family, int Generations, Drawing Drawing)
{
    /// <summary>Draws a family.</summary>
    /// <remarks>
    /// The same family gives the same drawing. Everybody has one place, whatever the day (ADR 0057). The time it takes grows little faster than the
    /// number of persons.
    /// </remarks>
    /// <exception cref="DiagramException">Nobody is there on that day.</exception>
    public static Genogram Draw(Family family, GenogramOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(family);
        options ??= new();
        var shown = options.Day is { } day ? family.At(day) : family.AtLast();
        if (shown.Persons.Count == 0)
            throw new DiagramException("persons", "nobody is there on that day. Choose a later day, or add persons.");
        return new Composition(family.Ever(), shown, options).Compose();
    }
}
