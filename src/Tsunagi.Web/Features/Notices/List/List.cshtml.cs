using Tsunagi.Domain.Access;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Notices;

/// <summary>連携検討のお知らせの一覧.</summary>
[Permit(Permission.ListNotices)]
public sealed class NoticesModel(NoticeList list, CurrentWard ward) : TsunagiPage
{
    public IReadOnlyList<NoticeRow> Rows { get; private set; } = [];
    public CurrentWard Ward => ward;

    public async Task OnGetAsync(CancellationToken ct) => Rows = await list.RunAsync(ct);
}
