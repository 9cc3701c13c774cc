namespace Tsunagi.Diagrams;

/// <summary>What was to be drawn cannot be: the message names the place, what is wrong there and what to do.</summary>
public sealed class DiagramException : FormatException
{
    /// <summary>An exception without a place.</summary>
    public DiagramException()
    {
    }

    /// <summary>An exception with its whole message.</summary>
    public DiagramException(string message) : base(message)
    {
    }

    /// <summary>An exception with its whole message and what caused it.</summary>
    public DiagramException(string message, Exception innerException) : base(message, innerException)
    {
    }

    /// <summary>An exception about one place of the input.</summary>
    /// <param name="where">A path such as <c>unions[2].partners</c>, or a line.</param>
    /// <param name="problem">What is wrong and what to do, as sentences.</param>
    public DiagramException(string where, string problem) : base($"{where}: {problem}") => Where = where;

    /// <summary>The path or line; empty when the input as a whole is meant.</summary>
    public string Where { get; } = "";
}
