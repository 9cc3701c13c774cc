using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Tsunagi.Data.Access;
using Tsunagi.Web.Features.Errors;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>
/// Runs every page handler of a signed-in actor as one unit of work: begin, handle, commit – and only then render, so the
/// audit line is durable before a byte of the record leaves. A posted form takes effect once (<see cref="Repeats"/>).
/// </summary>
sealed class PageWork(CurrentActor current, Work work, Repeats repeats, FrameBuilder frame) : IAsyncPageFilter
{
    /// <summary>The name of the hidden field that every posted form carries.</summary>
    public const string OnceField = "_once";

    private const string AntiforgeryField = "__RequestVerificationToken";

    private const string OwnPassword = "/password";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var ct = context.HttpContext.RequestAborted;
        if (IsOfNoHandler(context))
        {
            context.Result = new NotFoundResult();
            return;
        }
        // An error page shown in place of a failed one runs outside the work that failed.
        if (current.Actor is not { } actor || work.HasBegun)
        {
            await next();
            return;
        }
        if (current.MustChangePassword && !context.HttpContext.Request.Path.Equals(OwnPassword, StringComparison.Ordinal))
        {
            context.Result = new LocalRedirectResult(OwnPassword);
            return;
        }
        await work.BeginAsync(actor, ct);
        if (IsMisread(context)) work.Misread();
        var key = OnceKey(context.HttpContext.Request);
        if (key is not null && await repeats.ClaimAsync(key, repeats.Fingerprint(context.HttpContext.Request, []), ct) is { } before)
        {
            context.Result = before.Location is { } location ? new LocalRedirectResult(location) : new StatusCodeResult(StatusCodes.Status409Conflict);
            return;
        }
        var executed = await next();
        if (executed.Exception is not null && !executed.ExceptionHandled)
        {
            await work.DisposeAsync();
            return;
        }
        if (key is not null) await SettleAsync(key, context, executed.Result, ct);
        if (executed.Result is PageResult && context.HandlerInstance is PageModel page) await frame.BuildAsync(page, ct);
        await work.CompleteAsync(ct);
    }

    // Such a page would be shown without anything having been loaded for it. A GET is answered by the page itself, whatever handler it names.
    private static bool IsOfNoHandler(PageHandlerExecutingContext context) => context.HandlerMethod is null && context.HandlerInstance is not ErrorModel
        && context.HttpContext.Request.Method is var method && !HttpMethods.IsGet(method) && !HttpMethods.IsHead(method);

    private Task SettleAsync(string key, PageHandlerExecutingContext context, IActionResult? result, CancellationToken ct) =>
        RedirectTarget(result, context) is { } location
            ? repeats.RememberAsync(key, StatusCodes.Status302Found, location, null, ct)
            : repeats.ReleaseAsync(key, ct);

    private static string? RedirectTarget(IActionResult? result, PageHandlerExecutingContext context)
    {
        var urls = context.HttpContext.RequestServices.GetRequiredService<Microsoft.AspNetCore.Mvc.Routing.IUrlHelperFactory>().GetUrlHelper(context);
        return result switch
        {
            LocalRedirectResult local => urls.Content(local.Url),
            RedirectResult redirect => redirect.Url,
            RedirectToPageResult page => urls.Page(page.PageName, page.PageHandler, page.RouteValues),
            _ => null,
        };
    }

    // What was typed and could not be read was bound as if nothing had been typed.
    private static bool IsMisread(PageHandlerExecutingContext context) =>
        HttpMethods.IsPost(context.HttpContext.Request.Method) && context.ModelState.Values.Any(field => field.Errors.Count > 0 && !string.IsNullOrWhiteSpace(field.AttemptedValue));

    // The same form sent twice is one act. What was changed in between is another, and must not be lost as a repeat of the first.
    private static string? OnceKey(HttpRequest request)
    {
        if (!HttpMethods.IsPost(request.Method) || !request.HasFormContentType || !request.Form.TryGetValue(OnceField, out var once) || once.ToString().Length is 0 or > 64) return null;
        var typed = request.Form.Where(f => f.Key is not AntiforgeryField).OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={f.Value}")
            .Concat(request.Form.Files.Select(f => $"{f.Name}={f.FileName}:{f.Length}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', typed))));
    }
}
