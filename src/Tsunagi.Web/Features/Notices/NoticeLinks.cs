using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Notices;

/// <summary>Where the pages of 連携検討のお知らせ are.</summary>
public static class NoticeLinks
{
    public const string List = "/notices";
    public const string Rule = "/notices/rule";
    public const string Figures = "/notices/figures";

    public static string Detail(Id<CoordinationNotice> notice) => $"{List}/{notice}";
    public static string Wish(Id<Person> person) => $"/people/{person}/matching";
    public static string Concerns(Id<Case> @case) => $"/cases/{@case}/concerns";
}
