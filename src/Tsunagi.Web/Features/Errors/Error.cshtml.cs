using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Npgsql;

namespace Tsunagi.Web.Features.Errors;

/// <summary>What went wrong, in words; never a trace, and the same page for absent and denied.</summary>
[AllowAnonymous]
[IgnoreAntiforgeryToken]
public sealed class ErrorModel : PageModel
{
    public string Title { get; private set; } = "";
    public string Words { get; private set; } = "";

    public IActionResult OnGet(int? status) => Say(status ?? Response.StatusCode);

    public IActionResult OnPost(int? status) => Say(status ?? Response.StatusCode);

    /// <summary>The status of an exception nobody caught.</summary>
    public static int StatusOf(Exception error) => error switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        // A form that no browser sends (NUL in a field).
        InvalidDataException => StatusCodes.Status400BadRequest,
        _ when IsDatabaseAway(error) => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status500InternalServerError,
    };

    private PageResult Say(int status)
    {
        (Title, Words) = status switch
        {
            StatusCodes.Status404NotFound => ("該当する記録はありません", "番号やアドレス（URL）を確かめてください。"),
            StatusCodes.Status401Unauthorized => ("サインインが必要です", "APIの鍵がないか、失効しています。「自分の設定」で発行し直してください。"),
            StatusCodes.Status403Forbidden => ("この画面は、いまの役割では開けません", "所属を切り替えるか、管理者に役割をお確かめください。"),
            StatusCodes.Status400BadRequest => ("送信を受け付けられませんでした", "画面を開いてから時間がたったようです。前の画面に戻り、開き直してからもう一度送ってください。"),
            StatusCodes.Status409Conflict => ("すでに処理しています", "同じ内容を続けて送信しました。はじめの1回だけを受け付けています。"),
            StatusCodes.Status413PayloadTooLarge => ("送る内容が大きすぎます", "送れる大きさを超えています。分けて送ってください。"),
            StatusCodes.Status503ServiceUnavailable => ("ただいま利用できません", "データベースにつながりません。少し待ってからもう一度送ってください。"),
            _ => ("処理できませんでした", "操作は取り消されました。もう一度お試しください。続くときは、管理者にご連絡ください。"),
        };
        Response.StatusCode = status < 400 ? StatusCodes.Status404NotFound : status;
        return Page();
    }

    private static bool IsDatabaseAway(Exception? error) => error switch
    {
        null => false,
        PostgresException { SqlState: "57P01" or "57P02" or "57P03" or "53300" } => true,
        NpgsqlException { InnerException: System.Net.Sockets.SocketException or IOException or TimeoutException } => true,
        _ => IsDatabaseAway(error.InnerException),
    };
}
