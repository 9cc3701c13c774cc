namespace Tsunagi.Web.Hosting;

/// <summary>The private database cannot be used; the message says why and what to do.</summary>
public sealed class PrivateClusterException : Exception
{
    public PrivateClusterException()
    {
    }

    public PrivateClusterException(string message) : base(message)
    {
    }

    public PrivateClusterException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
