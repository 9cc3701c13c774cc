using System.Net.Mime;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Tsunagi.Web.Features.Errors;

namespace Tsunagi.Web.Hosting.Api;

/// <summary>Answers what no endpoint has answered – unreadable, unknown, too large, not signed in, failed – as a problem (RFC 9457), never as a page.</summary>
static class ApiTrouble
{
    private const string Unreadable = "Unreadable";

    /// <summary>Stands around everything under /api.</summary>
    public static void UseApiTrouble(this IApplicationBuilder api)
    {
        api.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => WriteAsync(http, http.Response.StatusCode),
            StatusCodeSelector = ErrorModel.StatusOf,
        });
        api.Use(AnswerAsync);
    }

    /// <summary>A value that could not be read, and where it stands.</summary>
    public static IResult UnreadableAt(string field) => Results.Json(
        Of(StatusCodes.Status400BadRequest, field), statusCode: StatusCodes.Status400BadRequest, contentType: MediaTypeNames.Application.ProblemJson);

    private static async Task AnswerAsync(HttpContext http, RequestDelegate next)
    {
        try
        {
            if (IsUtf8(http.Request)) await next(http);
            else http.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        }
        catch (BadHttpRequestException unreadable) when (!http.Response.HasStarted)
        {
            await WriteAsync(http, unreadable.StatusCode, FieldOf(unreadable.InnerException as JsonException));
            return;
        }
        if (http.Response is { HasStarted: false, StatusCode: >= 400, ContentType: null, ContentLength: null }) await WriteAsync(http, http.Response.StatusCode);
    }

    // The framework fails over an encoding it does not know, and over one it knows in quotation marks.
    private static bool IsUtf8(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.Charset.HasValue) return true;
        var isUtf8 = HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase);
        if (isUtf8) request.ContentType = type.MediaType.Value;
        return isUtf8;
    }

    /// <summary>$.members[0].name as members[0].name; nothing where the whole body is meant.</summary>
    private static string? FieldOf(JsonException? error)
    {
        if (error?.Path is not { Length: > 2 } path || path[0] != '$') return null;
        var field = path.TrimStart('$').TrimStart('.');
        if (error.Data[JsonInput.Element] is not int element) return field;
        // A collection is complete when its elements are looked at: the path counts one too far, or no more at all.
        return $"{(field.EndsWith(']') ? field[..field.LastIndexOf('[')] : field)}[{element}]";
    }

    private static Task WriteAsync(HttpContext http, int status, string? field = null)
    {
        http.Response.StatusCode = status;
        var json = http.RequestServices.GetRequiredService<IOptions<Microsoft.AspNetCore.Http.Json.JsonOptions>>().Value.SerializerOptions;
        return http.Response.WriteAsJsonAsync(Of(status, field), json, $"{MediaTypeNames.Application.ProblemJson}; charset=utf-8", http.RequestAborted);
    }

    private static ApiProblem Of(int status, string? field)
    {
        var (title, detail) = WordsOf(status);
        return new("about:blank", title, status, field is null ? [] : [new(Unreadable, field, "読み取れません。")], detail);
    }

    private static (string Title, string Detail) WordsOf(int status) => status switch
    {
        StatusCodes.Status400BadRequest => ("読み取れない値があります。型と書き方を OpenAPI で確かめてください。", "本文は UTF-8 の JSON で、OpenAPI にある項目だけを送ってください。"),
        StatusCodes.Status401Unauthorized => ("トークンが必要です。", "Authorization: Bearer にトークンを付けて送ってください。期限の切れたトークンと取り消されたトークンは使えません。"),
        StatusCodes.Status403Forbidden => ("その役割ではできません。", "所属の役割を、管理者にお確かめください。"),
        StatusCodes.Status404NotFound => ("該当する記録はありません。", "番号やアドレス（URL）を確かめてください。"),
        StatusCodes.Status405MethodNotAllowed => ("その呼び方（HTTP メソッド）は受け付けていません。", "Allow に、このアドレスで受け付けるものを示しています。"),
        StatusCodes.Status413PayloadTooLarge => ("送る内容が大きすぎます。", "送れる大きさを超えています。分けて送ってください。"),
        StatusCodes.Status415UnsupportedMediaType => ("UTF-8 の JSON で送ってください。", "Content-Type は application/json とし、charset を書くときは utf-8 にしてください。"),
        StatusCodes.Status503ServiceUnavailable => ("ただいま利用できません。", "データベースにつながりません。少し待ってからもう一度送ってください。"),
        _ => ("処理できませんでした。", "操作は取り消されました。もう一度お試しください。続くときは、管理者にご連絡ください。"),
    };
}
