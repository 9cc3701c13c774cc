using System.Text.Json;
using Microsoft.Extensions.Options;
using Tsunagi.Data.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Hosting.Api;

/// <summary>Runs every API call as one unit of work, committed before a byte leaves; an Idempotency-Key takes effect once.</summary>
sealed class ApiWork(CurrentActor current, Work work, Repeats repeats, IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions> json) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var (http, ct) = (context.HttpContext, context.HttpContext.RequestAborted);
        if (current.Actor is not { } actor) return Results.Unauthorized();
        if (!ReadingCall.Is(http) && IfMatch.IsUnreadable(http.Request)) return ApiTrouble.UnreadableAt(IfMatch.Header);
        await work.BeginAsync(actor, ct);
        var key = ReadingCall.Is(http) ? null : http.Request.Headers["Idempotency-Key"].ToString() is { Length: > 0 and <= 64 } k ? k : null;
        if (key is not null && await repeats.ClaimAsync(key, await FingerprintAsync(http.Request, ct), ct) is { } before)
            return before.Fingerprint == await FingerprintAsync(http.Request, ct)
                ? new JsonText(before.Status, before.Body, before.Location)
                : Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, title: "同じ Idempotency-Key が別の内容に使われています。");
        object? result;
        try
        {
            result = await next(context);
        }
        catch
        {
            await work.DisposeAsync();
            throw;
        }
        // What could not be bound, and was not thrown, never reached the endpoint.
        if (http.Response.StatusCode >= 400 && result is not ApiAnswer)
        {
            if (key is not null) await repeats.ReleaseAsync(key, ct);
            await work.CompleteAsync(ct);
            return Results.Empty;
        }
        if (result is not ApiAnswer answer) throw new InvalidOperationException("An API endpoint answers with an ApiAnswer.");
        var body = answer.Body is null ? null : JsonSerializer.Serialize(answer.Body, answer.Body.GetType(), json.Value.SerializerOptions);
        if (key is not null)
            await (answer.Status < 300 ? repeats.RememberAsync(key, KeptStatus(answer), answer.Location, KeptBody(answer, body), ct) : repeats.ReleaseAsync(key, ct));
        await work.CompleteAsync(ct);
        return new JsonText(answer.Status, body, answer.Location);
    }

    // What is shown after an act is a record, and whoever repeats the call may see less of it by then: a repeat says that it is done.
    private static int KeptStatus(ApiAnswer answer) => answer.Status is StatusCodes.Status200OK ? StatusCodes.Status204NoContent : answer.Status;

    private static string? KeptBody(ApiAnswer answer, string? body) => answer.Status is StatusCodes.Status201Created ? body : null;

    private async Task<string> FingerprintAsync(HttpRequest request, CancellationToken ct)
    {
        request.Body.Position = 0;
        using var copy = new MemoryStream();
        await request.Body.CopyToAsync(copy, ct);
        request.Body.Position = 0;
        return repeats.Fingerprint(request, copy.ToArray());
    }

    private sealed class JsonText(int status, string? body, string? location) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.StatusCode = status;
            if (location is not null) httpContext.Response.Headers.Location = location;
            if (body is null) return;
            httpContext.Response.ContentType = status >= 400 ? "application/problem+json; charset=utf-8" : "application/json; charset=utf-8";
            await httpContext.Response.WriteAsync(body, httpContext.RequestAborted);
        }
    }
}
