namespace Tsunagi.Web.Features.Profiles;

/// <summary>プロファイルの置き場: finds the profiles that ship with the program.</summary>
public static class ProfileFolder
{
    /// <summary>The folder of the parts all profiles share.</summary>
    public const string Common = "common";

    /// <summary>The folder that holds all shipped profiles.</summary>
    public static DirectoryInfo Root => new(Path.Combine(AppContext.BaseDirectory, "profiles"));

    /// <summary>The shipped profile of that name; the folder may not exist, which the reader reports.</summary>
    public static DirectoryInfo Find(string name)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        if (name.AsSpan().ContainsAny('/', '\\') || name is "." or "..")
            throw new ArgumentException("A profile's name is one folder name.", nameof(name));
        return new DirectoryInfo(Path.Combine(Root.FullName, name));
    }

    /// <summary>The names of the shipped profiles, in order.</summary>
    public static IReadOnlyList<string> Names() =>
        Root.Exists
            ? [.. Root.GetDirectories().Where(d => File.Exists(Path.Combine(d.FullName, "ward.json"))).Select(d => d.Name).Order(StringComparer.Ordinal)]
            : [];
}
