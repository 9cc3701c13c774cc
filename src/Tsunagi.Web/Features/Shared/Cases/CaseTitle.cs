using Tsunagi.Domain.Cases;

namespace Tsunagi.Web.Features.Shared;

/// <summary>だれの、どのケースか: how a row that is not the case's own says whom it is about.</summary>
static class CaseTitle
{
    /// <summary>The name and the number, each as far as the viewer may know it; null where neither.</summary>
    /// <param name="name">The person's name, null or blank where the viewer may not name them.</param>
    /// <param name="year">The case's fiscal year; 0 where the viewer may not see the case.</param>
    /// <param name="sequence">Its number within the year.</param>
    public static string? Of(string? name, int year, int sequence)
    {
        var number = year == 0 ? null : new CaseNumber(year, sequence).ToString();
        if (string.IsNullOrWhiteSpace(name)) return number;
        return number is null ? name.Trim() : $"{name.Trim()}（{number}）";
    }
}
