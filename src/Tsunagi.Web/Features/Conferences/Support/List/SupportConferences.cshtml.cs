using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>支援会議: what I am named for, what I proposed, what waits for me to chair – and nothing else.</summary>
[Permit(Permission.ListSupportConferences)]
public sealed class SupportConferencesModel(SupportConferenceList list, MatterOffice office, CurrentWard ward) : TsunagiPage
{
    [BindProperty]
    public ChairTaking Taking { get; set; } = new();

    public SupportConferences Mine { get; private set; } = new([], [], []);
    public string SealedWords => ward.Profile.TextAsOf(ProfileTexts.SealedBanner, Today).Body;
    public string DutyText => ward.Profile.TextAsOf(ProfileTexts.PledgeExplanation, Today).Body;
    public string PenaltyText => ward.Profile.TextAsOf(ProfileTexts.Penalty, Today).Body;

    public async Task OnGetAsync(CancellationToken ct) => Mine = await list.MineAsync(ct);

    public async Task<IActionResult> OnPostTakeAsync(Id<Matter> matter, CancellationToken ct) =>
        await AnswerAsync(await office.TakeChairAsync(matter, Taking, ct), () =>
        {
            Done = "座長を引き受けました。会議事務局と構成員を選んでください。";
            return LocalRedirect(SupportLinks.Overview(matter));
        }, async () =>
        {
            await OnGetAsync(ct);
            return Page();
        }, "Taking");
}
