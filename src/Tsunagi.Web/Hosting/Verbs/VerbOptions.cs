using System.CommandLine;
using System.Globalization;

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

    /// <summary>A whole number within bounds.</summary>
    public static Option<int> Number(string name, string shown, string description, int usual, int least, int most)
    {
        var option = new Option<int>(name) { Description = $"{description} ({usual})", HelpName = shown, DefaultValueFactory = _ => usual };
        option.Validators.Add(result =>
        {
            // What is no number at all is told by the parser itself.
            if (result.Tokens is [var token] && int.TryParse(token.Value, CultureInfo.InvariantCulture, out var value) && (value < least || value > most))
                result.AddError($"{name} is {value}: give a number from {least} to {most}.");
        });
        return option;
    }

    public static Option<string> Urls() => new("--urls")
    {
        Description = "Addresses to listen on, separated by ';'",
        HelpName = "U",
        DefaultValueFactory = _ => "http://127.0.0.1:5080",
    };
}
