namespace Tsunagi.Web.Hosting.Api;

/// <summary>Marks a call that only reads, although it is posted to keep what it asks for out of the address: it can be repeated freely, and its answer is not kept under an Idempotency-Key.</summary>
sealed class ReadingCall
{
    private ReadingCall()
    {
    }

    public static ReadingCall Mark { get; } = new();

    /// <summary>Whether what is asked changes nothing.</summary>
    public static bool Is(HttpContext http) => HttpMethods.IsGet(http.Request.Method) || http.GetEndpoint()?.Metadata.GetMetadata<ReadingCall>() is not null;
}
