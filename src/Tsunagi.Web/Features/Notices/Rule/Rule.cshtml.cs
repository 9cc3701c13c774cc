using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Notices;

/// <summary>公表しているきまり, as the program keeps it: every number is the profile's.</summary>
/// <param name="IsOn">The switch.</param>
/// <param name="Text">The words the ward publishes.</param>
/// <param name="ActiveWithinMonths">How recent.</param>
/// <param name="MinimumOrganisations">How many organisations.</param>
/// <param name="CoordinatorsTold">How many are told.</param>
/// <param name="AnswerWithinWorkingDays">By when they decide.</param>
/// <param name="DeleteAfterDays">When what was not used is deleted.</param>
/// <param name="RegisterEntry">個人情報ファイル簿.</param>
/// <param name="Signs">What counts as 行き詰まり・孤立・危険.</param>
/// <param name="Agreements">Bodies whose own records are matched under an agreement.</param>
public sealed record PublishedRule(
    bool IsOn, string Text, int ActiveWithinMonths, int MinimumOrganisations, int CoordinatorsTold, int AnswerWithinWorkingDays, int DeleteAfterDays,
    string? RegisterEntry, IReadOnlyList<string> Signs, IReadOnlyList<string> Agreements);

/// <summary>きまりを見る.</summary>
public sealed class SeeNoticeRule(Work work, CurrentWard ward)
{
    public PublishedRule Run()
    {
        work.Saw(Permission.SeeNoticeRule, RootRef.System);
        var (profile, rules) = (ward.Profile, ward.Profile.RulesAsOf(work.Today).Notice);
        return new(
            rules.Enabled, profile.TextAsOf(ProfileTexts.NoticeRule, work.Today).Body,
            rules.ActiveWithinMonths, rules.MinimumOrganisations, rules.CoordinatorsTold, rules.AnswerWithinWorkingDays, rules.DeleteAfterDays, rules.RegisterEntry,
            [.. profile.CodeList(CodeLists.NoticeTrigger).ItemsAsOf(work.Today).Select(i => i.Name)],
            [.. (rules.MatchingAgreements ?? []).Select(code => profile.FindAgency(code)?.Name ?? code)]);
    }
}

/// <summary>公表しているきまり.</summary>
[Permit(Permission.SeeNoticeRule)]
public sealed class NoticeRuleModel(SeeNoticeRule see) : TsunagiPage
{
    public PublishedRule Rule { get; private set; } = null!;

    public void OnGet() => Rule = see.Run();
}
