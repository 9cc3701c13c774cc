using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Cases;

/// <summary>One code list as a case needs it: the codes to check against, the choices to offer, the words to show.</summary>
public sealed class CodeChoices(CodeList list, DateOnly day)
{
    /// <summary>What may be chosen today.</summary>
    public IReadOnlySet<string> Codes { get; } = list.ItemsAsOf(day).Select(i => i.Code).ToHashSet();

    /// <summary>The choices in order.</summary>
    public IReadOnlyList<SelectListItem> Items { get; } = [.. list.ItemsAsOf(day).Select(i => new SelectListItem(i.Name, i.Code))];

    /// <summary>The words of a code, closed ones too.</summary>
    public string Of(string code) => list.NameOf(code);
}
