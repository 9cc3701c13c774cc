namespace Tsunagi.Diagrams.Drawings;

/// <summary>What a figure stands for.</summary>
public enum FigureRole
{
    /// <summary>A person, an agency, a place: nothing else may lie on it.</summary>
    Node,
    /// <summary>A line between nodes.</summary>
    Tie,
    /// <summary>An outline around nodes.</summary>
    Ring,
    /// <summary>A part of the legend.</summary>
    Legend,
}

/// <summary>What belongs together on the paper and means one thing.</summary>
/// <param name="Role">What it stands for.</param>
/// <param name="Id">Unique in the drawing and the same whenever the same thing is drawn; fit for an XML id.</param>
/// <param name="Data">What a page may know of it (<c>data-</c> attributes); keys in small letters and hyphens.</param>
/// <param name="Title">What it says in words.</param>
/// <param name="Shapes">What is drawn, from the back to the front.</param>
/// <param name="Net">Lines of one net may meet and cross each other.</param>
public sealed record Figure(
    FigureRole Role, string Id, IReadOnlyList<(string Key, string Value)> Data, string Title, IReadOnlyList<Shape> Shapes, string Net = "");

/// <summary>A finished drawing: figures with places, on a sheet of paper.</summary>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Description">What it shows, in a sentence or two.</param>
/// <param name="Width">The width of the sheet.</param>
/// <param name="Height">The height of the sheet.</param>
/// <param name="Figures">From the back to the front.</param>
public sealed record Drawing(string Title, string Description, double Width, double Height, IReadOnlyList<Figure> Figures)
{
    /// <summary>Measures the drawing by what lies on the paper alone, knowing nothing of how it was laid out.</summary>
    public DrawingCheck Check() => DrawingCheck.Of(this);
}
