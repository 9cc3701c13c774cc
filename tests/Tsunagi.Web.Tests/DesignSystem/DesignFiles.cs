namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>The files of the repository that the design system's tests read.</summary>
static class DesignFiles
{
    public static readonly string Root = FindRoot();

    public static string Path(string relative) => System.IO.Path.Combine(Root, relative);

    public static string Read(string relative) => File.ReadAllText(Path(relative));

    public static string Css(string name) => Read($"src/Tsunagi.Web/wwwroot/css/{name}.css");

    public static IEnumerable<string> Pages() =>
        Directory.EnumerateFiles(Path("src/Tsunagi.Web"), "*.cshtml", SearchOption.AllDirectories)
            .Where(f => !f.Contains($"{System.IO.Path.DirectorySeparatorChar}obj{System.IO.Path.DirectorySeparatorChar}")
                && !f.Contains($"{System.IO.Path.DirectorySeparatorChar}bin{System.IO.Path.DirectorySeparatorChar}"));

    static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "Tsunagi.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests must run inside the repository.");
    }
}
