namespace Tsunagi.Web.Hosting;

/// <summary>Tells a person at a terminal what takes long; says nothing to a pipe or a log.</summary>
static class Progress
{
    public static Action<string>? OnTerminal => Console.IsErrorRedirected ? null : Console.Error.WriteLine;
}
