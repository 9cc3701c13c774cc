using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Notices;

/// <summary>担当地域: which areas the organisation one acts for is in charge of. Whoever has gone to another hub takes no notice along.</summary>
public sealed class NoticesInCharge(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>Their codes; null among them stands for notices of the whole ward.</summary>
    public IReadOnlyList<string?> Areas
    {
        get
        {
            if (ward.Find(work.Actor.Organisation) is not { } hub || !hub.IsHubOn(work.Today)) return [];
            return hub.AreaCode is { } own ? [own] : [null, .. ward.Profile.AreasAsOf(work.Today).Select(a => a.Code)];
        }
    }

    /// <summary>The notices of those areas of which one was told: the same on the list, the page and 今日.</summary>
    public IQueryable<CoordinationNotice> Notices
    {
        get
        {
            var areas = Areas;
            return db.CoordinationNotices.Where(n => areas.Contains(n.AreaCode));
        }
    }

    /// <summary>The numbers that hold today.</summary>
    public NoticeRules Rules => ward.Profile.RulesAsOf(work.Today).Notice;
}
