using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consents;

/// <summary>同意の記録の訂正の報告: what was corrected, and what had been shared on a consent that was never given.</summary>
public sealed class SeeConsentCorrections(AppDb db, Work work, PlanWard ward)
{
    private const int Most = 200;

    public Task<IReadOnlyList<CorrectedConsent>> RunAsync(CancellationToken ct)
    {
        work.Saw(Permission.SeeConsentCorrections, RootRef.System);
        return db.CorrectedConsentsAsync(work.Actor.Account, ward.Sharing.LegalBasis, Most, ct);
    }
}

/// <summary>For the privacy officer: the consents annulled this week.</summary>
sealed class ConsentCorrectionsToday(AppDb db, Work work, PlanWard ward) : ITodaySource
{
    private const int DaysShown = 7;

    public Permission Needs => Permission.SeeConsentCorrections;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var since = JapanTime.StartOf(work.Today.AddDays(1 - DaysShown));
        var latest = await db.CorrectedConsentsAsync(work.Actor.Account, ward.Sharing.LegalBasis, ITodaySource.Most, ct);
        return
        [
            .. latest.Where(c => c.State == ConsentState.Annulled && c.At >= since).OrderBy(c => c.At).Select(c =>
                new TodayRow(TodayList.Waiting, c.At, $"同意の記録の取消し：誤って共有した先 {c.Shared.Count}件", ConsentLinks.Corrections)
                {
                    When = DateWords.Ago(c.At, work.Today),
                    NextLabel = "確かめる",
                    Tone = c.Shared.Count > 0 ? Tone.Warning : Tone.Neutral,
                }),
        ];
    }
}
