namespace Tsunagi.Web.Hosting;

/// <summary>A verb refuses: exit code 1 and this one message, which names what is wrong and what to do.</summary>
public sealed class VerbException : Exception
{
    public VerbException()
    {
    }

    public VerbException(string message) : base(message)
    {
    }

    public VerbException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
