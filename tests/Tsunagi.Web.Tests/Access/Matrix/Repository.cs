namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>The tree the tests were built from.</summary>
internal static class Repository
{
    /// <summary>A file of it.</summary>
    public static string File(string path) => Path.Combine(Root(), path);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "Tsunagi.slnx"))) folder = folder.Parent;
        return folder?.FullName ?? throw new DirectoryNotFoundException("No Tsunagi.slnx above the tests.");
    }
}
