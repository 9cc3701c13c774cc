using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.WorkOrders;

/// <summary>Where the 依頼票 are.</summary>
public static class WorkOrderLinks
{
    public const string List = "/work-orders";

    public static string Detail(Id<WorkOrder> order) => $"{List}/{order}";
}
