using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.PhoneMemos;

/// <summary>Where the pages of telephone memos are.</summary>
public static class PhoneMemoLinks
{
    public const string List = "/memos";
    public const string New = "/memos/new";

    public static string Detail(Id<PhoneMemo> memo) => $"{List}/{memo}";
}
