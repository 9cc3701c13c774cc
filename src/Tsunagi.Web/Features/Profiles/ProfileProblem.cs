using System.Globalization;
using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>プロファイルの誤り: one thing wrong in a profile's files, where, and what to do about it.</summary>
/// <param name="File">The file, from the profiles folder on, with forward slashes.</param>
/// <param name="Line">The line, counted from one, where there is one.</param>
/// <param name="Path">The place inside the file, such as <c>districts[3].areaCode</c>; empty for the file as a whole.</param>
/// <param name="Problem">What is wrong.</param>
/// <param name="Remedy">What to do.</param>
public sealed record ProfileProblem(string File, int? Line, string Path, string Problem, string Remedy)
{
    /// <summary>The problem on one line, as the command line prints it.</summary>
    public override string ToString()
    {
        var line = Line is { } l ? ":" + l.ToString(CultureInfo.InvariantCulture) : "";
        var path = Path.Length == 0 ? "" : " " + Path;
        return $"{File}{line}{path}: {Problem} -> {Remedy}";
    }
}

/// <summary>読み取りの結果: the profile, or everything that is wrong with it.</summary>
public sealed record ProfileReadResult
{
    ProfileReadResult(WardProfile? profile, IReadOnlyList<ProfileProblem> problems)
    {
        Profile = profile;
        Problems = problems;
    }

    /// <summary>The profile, or null if there is any problem.</summary>
    public WardProfile? Profile { get; }

    /// <summary>All problems, by file and line. Empty exactly when there is a profile.</summary>
    public IReadOnlyList<ProfileProblem> Problems { get; }

    /// <summary>A profile without problems.</summary>
    public static ProfileReadResult Ok(WardProfile profile) => new(profile, []);

    /// <summary>Problems, and therefore no profile.</summary>
    public static ProfileReadResult Refused(IEnumerable<ProfileProblem> problems) =>
        new(null, [.. problems.Distinct().OrderBy(p => p.File, StringComparer.Ordinal).ThenBy(p => p.Line ?? 0)]);

    /// <summary>The profile, for callers that cannot go on without one.</summary>
    /// <exception cref="InvalidDataException">There are problems; the message lists them.</exception>
    public WardProfile Required() =>
        Profile ?? throw new InvalidDataException(string.Join(Environment.NewLine, Problems));
}
