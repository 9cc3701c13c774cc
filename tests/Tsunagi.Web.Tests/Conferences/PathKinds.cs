using System.Text.RegularExpressions;

namespace Tsunagi.Web.Tests.Conferences;

/// <summary>By what a record that one may not know of could show itself.</summary>
internal enum PathKind
{
    /// <summary>さがす.</summary>
    Search,
    /// <summary>How many there are.</summary>
    Count,
    /// <summary>Which there are.</summary>
    List,
    /// <summary>What is printed or taken away.</summary>
    Export,
    /// <summary>Another program's way in.</summary>
    Api,
    /// <summary>Who looked at what.</summary>
    Audit,
    /// <summary>One record, or a form.</summary>
    Record,
}

/// <summary>Of which kinds a path of the sweep is: of one at least.</summary>
internal static partial class PathKinds
{
    public static IReadOnlyList<PathKind> Of(string path)
    {
        List<PathKind> kinds = [];
        if (path.StartsWith("/api/", StringComparison.Ordinal)) kinds.Add(PathKind.Api);
        if (Searches().IsMatch(path)) kinds.Add(PathKind.Search);
        if (Counts().IsMatch(path)) kinds.Add(PathKind.Count);
        if (Lists().IsMatch(path)) kinds.Add(PathKind.List);
        if (Exports().IsMatch(path)) kinds.Add(PathKind.Export);
        if (Audits().IsMatch(path)) kinds.Add(PathKind.Audit);
        return kinds is [] or [PathKind.Api] ? [.. kinds, PathKind.Record] : kinds;
    }

    [GeneratedRegex("/search(\\?|$)")]
    private static partial Regex Searches();

    // 今日 says how many wait, the standing of handoffs is figures and nothing else.
    [GeneratedRegex("^/$|/bounces$")]
    private static partial Regex Counts();

    [GeneratedRegex("^(/api/v1)?/(cases|handoffs|handovers|consultations|leads|decisions|conferences/plan|plan-conferences|conferences/support|support-conferences|work-orders|urgent-reports|accounts|exclusions|assignments|location-reads)/?(\\?|$)|/(handoffs|conferences|plans|consents|tasks|notes|team|people|workers|organisations)$")]
    private static partial Regex Lists();

    [GeneratedRegex("/print$|/copies/\\d+$|/minutes/\\d+$|/openapi.json$|^/attachments/")]
    private static partial Regex Exports();

    [GeneratedRegex("/history$|/audit(\\?|$)|/location-reads$|/exclusions(/declared)?$")]
    private static partial Regex Audits();
}
