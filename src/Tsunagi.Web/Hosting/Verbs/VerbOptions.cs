using System.CommandLine;

namespace Tsunagi.Web.Hosting;

/// <summary>Options that mean the same on every verb that has them.</summary>
static class VerbOptions
{
    const string DataVariable = "TSUNAGI_DATA";

    public static Option<DirectoryInfo> Data { get; } = new("--data")
    {
        Description = $"Folder of the private database, keys and files (or the variable {DataVariable})",
        HelpName = "DIR",
        Recursive = true,
        DefaultValueFactory = _ => new DirectoryInfo(Environment.GetEnvironmentVariable(DataVariable) is { Length: > 0 } set ? set : "./data"),
    };

    public static Option<string> Urls() => new("--urls")
    {
        Description = "Addresses to listen on, separated by ';'",
        HelpName = "U",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };
}
