using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using SupportLinks = Tsunagi.Web.Features.Conferences.Support.SupportLinks;

namespace Tsunagi.Web.Features.Notices;

/// <summary>お知らせ: which organisations, whom to call, and what is done about it.</summary>
[Permit(Permission.SeeNotice)]
public sealed class NoticeModel(AnswerNotice answer, CurrentWard ward, NameBook names) : TsunagiPage
{
    public sealed class Form
    {
        public NoticeChoice? Choice { get; set; }
        public string? Reason { get; set; }
        public int? Version { get; set; }
    }

    [BindProperty(SupportsGet = true)]
    public Id<CoordinationNotice> Id { get; set; }

    [BindProperty]
    public Form Input { get; set; } = new();

    public CoordinationNotice Notice { get; private set; } = null!;
    public CurrentWard Ward => ward;

    /// <summary>What may be chosen now.</summary>
    public IReadOnlyList<NoticeChoice> Choices => [.. Enum.GetValues<NoticeChoice>().Where(c => CoordinationNoticeStates.Next(Notice.State, c) is not null)];

    /// <summary>Where the desk is called: its own published number, nobody's in particular.</summary>
    public string PhoneOf(Id<Organisation> organisation) => ward.Find(organisation)?.Phone ?? "代表番号は機関の一覧に載っていません";

    public string By(Id<Account> account) => names.Of(account);

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var outcome = await answer.RunAsync(Id, new() { Choice = Input.Choice, Reason = Input.Reason }, Input.Version, ct);
        return await AnswerAsync(outcome, () =>
        {
            Done = "対応を記録しました。";
            return LocalRedirect(Input.Choice == NoticeChoice.ProposeConference ? SupportLinks.Propose : NoticeLinks.Detail(Id));
        }, () => LoadAsync(ct));
    }

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var seen = await answer.SeeAsync(Id, ct);
        if (!seen.IsDone) return Absent();
        Notice = seen.Value;
        await names.ForAsync([.. Notice.Steps.Select(s => (Id<Account>?)s.By)], [], ct);
        return Page();
    }
}
