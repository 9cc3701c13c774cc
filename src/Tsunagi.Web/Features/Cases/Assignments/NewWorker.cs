using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>新しい担当者 in a form: a colleague, or nobody – which is chosen, never what is left when nothing was.</summary>
static class NewWorker
{
    private const string Nobody = "nobody";

    /// <summary>The colleagues, and 担当者未定にする as the last.</summary>
    public static IReadOnlyList<SelectListItem> Choices(IEnumerable<SelectListItem> colleagues) => [.. colleagues, new("担当者未定にする", Nobody)];

    /// <summary>Reads what was chosen; why it cannot be read, else null.</summary>
    public static RefusalCode? Read(string? chosen, out Id<Account>? worker)
    {
        worker = Id<Account>.TryParse(chosen, null, out var named) ? named : null;
        if (worker is not null || chosen == Nobody) return null;
        return string.IsNullOrEmpty(chosen) ? RefusalCode.Required : RefusalCode.UnknownCode;
    }
}
