namespace Tsunagi.Linkage.Tables;

/// <summary>A text that is not a table.</summary>
/// <param name="line">The line at which it shows, from 1.</param>
/// <param name="message">What is wrong and what to do.</param>
public sealed class CsvException(int line, string message) : Exception(message)
{
    /// <summary>The line at which it shows, from 1.</summary>
    public int Line { get; } = line;
}
