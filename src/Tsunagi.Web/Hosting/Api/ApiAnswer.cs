using System.Text.Json;
using System.Text.Json.Serialization;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Hosting.Api;

/// <summary>An answer of the API, held back until the work is committed.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Body">What is sent as JSON; null sends nothing.</param>
/// <param name="Location">Where a created thing is.</param>
public sealed record ApiAnswer(int Status, object? Body = null, string? Location = null)
{
    /// <summary>A record.</summary>
    public static ApiAnswer Ok(object body) => new(StatusCodes.Status200OK, body);

    /// <summary>A new record and where it is.</summary>
    public static ApiAnswer Created(string location, object body) => new(StatusCodes.Status201Created, body, location);

    /// <summary>An act that was done, with nothing more to say.</summary>
    public static ApiAnswer Done() => new(StatusCodes.Status204NoContent);

    /// <summary>An act's outcome: the body when done, a problem (RFC 9457) with every refusal otherwise.</summary>
    public static ApiAnswer Of(Outcome outcome, Func<ApiAnswer> done) => outcome.IsDone ? done() : Refused(outcome.Refusals);

    /// <summary>A problem: the refusal codes, and their words.</summary>
    public static ApiAnswer Refused(IReadOnlyList<Refusal> refusals)
    {
        var status = refusals[0].IsAboutTheActor() ? StatusCodes.Status403Forbidden : StatusOf(refusals[0].Code);
        return new(status, new ApiProblem(
            $"urn:tsunagi:refusal:{refusals[0].Code}", RefusalWords.Of(refusals[0]), status,
            [.. refusals.Select(r => new ApiRefusal(r.Code.ToString(), r.Field is { } f ? string.Join('.', f.Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName)) : null, RefusalWords.Of(r)))]));
    }

    private static int StatusOf(RefusalCode code) => code switch
    {
        RefusalCode.NotFound => StatusCodes.Status404NotFound,
        RefusalCode.Stale or RefusalCode.WrongState => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status422UnprocessableEntity,
    };
}

/// <summary>Problem details (RFC 9457) with the refusal codes.</summary>
public sealed record ApiProblem(
    string Type, string Title, int Status, IReadOnlyList<ApiRefusal> Refusals, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Detail = null);

/// <summary>One reason: its code, the field it concerns, and its words.</summary>
public sealed record ApiRefusal(string Code, string? Field, string Message);
