namespace Tsunagi.Diagrams.Gedcom;

/// <summary>Something in a file that was mended or left out while reading.</summary>
/// <param name="Line">The line of the file, from 1.</param>
/// <param name="What">What was found and what was made of it, as a sentence.</param>
public sealed record GedcomProblem(int Line, string What)
{
    /// <summary>The problem with its line, as one line of text.</summary>
    public override string ToString() => $"line {Line}: {What}";
}

/// <summary>What a GEDCOM file holds.</summary>
/// <param name="Family">The family.</param>
/// <param name="Problems">What was mended or left out, in the order of the file; at most <see cref="MostProblems"/>.</param>
public sealed record GedcomFile(Families.Family Family, IReadOnlyList<GedcomProblem> Problems)
{
    /// <summary>As many problems as are told one by one.</summary>
    public const int MostProblems = 1000;
}

/// <summary>Gathers problems while a file is read.</summary>
sealed class Problems
{
    readonly List<GedcomProblem> found = [];

    public IReadOnlyList<GedcomProblem> InOrder => [.. found.OrderBy(p => p.Line)];

    public void Add(GedcomNode at, string what) => Add(at.Number, what);

    public void Add(int line, string what)
    {
        if (found.Count < GedcomFile.MostProblems)
            found.Add(new(line, what));
    }
}
