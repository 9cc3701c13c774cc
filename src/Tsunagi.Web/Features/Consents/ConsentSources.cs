using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consents;

/// <summary>あらためて説明する日・期限の近い同意, on the list of the organisation that explained them.</summary>
sealed class ConsentToday(AppDb db, Work work, PlanWard ward) : ISeldomToday
{
    public Permission Needs => Permission.SeeConsents;

    public IQueryable<int> Waiting => Kept.Select(_ => 1);

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var (today, warning) = (work.Today, ward.Deadlines.ConsentExpiryWarningDays);
        var consents = await Kept.ToListAsync(ct);
        return
        [
            .. consents.Where(c => c.IsToBeAskedAgain(today)).Select(c => new TodayRow(
                TodayList.Due, JapanTime.StartOf(c.AskAgainOn!.Value), "同意をあらためて説明する", ConsentLinks.Detail(c.Id)) { When = DateWords.Until(c.AskAgainOn!.Value, today) }),
            .. consents.Where(c => c.IsExpiringWithin(warning, today)).OrderBy(c => c.Scope.Until).Take(ITodaySource.Most).Select(c => new TodayRow(
                TodayList.Due, JapanTime.StartOf(c.Scope.Until), "同意の期限", ConsentLinks.Detail(c.Id)) { When = DateWords.Until(c.Scope.Until, today) }),
        ];
    }

    private IQueryable<Consent> Kept
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.Consents.AsNoTracking().Where(c => c.OrganisationId == own && (c.State == ConsentState.Active || c.State == ConsentState.AskAgain));
        }
    }
}

/// <summary>同意 in the state line of every case.</summary>
sealed class ConsentFact(AppDb db, Work work) : ICaseFactSource
{
    public async Task<IReadOnlyList<CaseFact>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == id).ToListAsync(ct);
        if (consents.Count == 0) return [new("同意", "なし")];
        var active = consents.Where(c => c.IsActiveAt(work.Now)).ToList();
        if (active.Count > 0) return [new("同意", $"あり {DateWords.Short(active.Min(c => c.Scope.Until))}まで", Tone.Success)];
        var latest = consents.MaxBy(c => c.Id)!.StandingAt(work.Now);
        return [new("同意", PlanWords.Of(latest), PlanWords.ToneOf(latest))];
    }
}
