using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>
/// For 係長・課長: what was done by telephone in their name, the looks since yesterday, ends that wait for a second person, and reviews
/// that are near.
/// </summary>
sealed class ProtectionToday(AppDb db, Work work) : ITodaySource
{
    public Permission Needs => Permission.ManageProtection;

    private const int NearDays = 30, TelephoneDays = 7;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct) => [.. await ByTelephoneAsync(ct), .. await MeasuresAsync(ct)];

    // The worker alone wrote down that they agreed: they are the only one who knows whether they did.
    private async Task<IEnumerable<TodayRow>> ByTelephoneAsync(CancellationToken ct)
    {
        var (me, since) = (work.Actor.Account, work.Now.AddDays(-TelephoneDays));
        var named = await db.ProtectedLocationReaders.AsNoTracking().Where(r => r.TelephoneApprover == me && r.From >= since)
            .OrderBy(r => r.From).Take(ITodaySource.Most)
            .Select(r => new { r.PersonId, r.From, Name = db.Accounts.Where(a => a.Id == r.AccountId).Select(a => a.Name).FirstOrDefault() }).ToListAsync(ct);
        return named.Select(r => new TodayRow(TodayList.Waiting, r.From, $"支援措置：あなたの電話での承認による閲覧者（{r.Name}）", ProtectedLocationLinks.Of(r.PersonId))
        {
            NextLabel = "覚えがあるか確かめる",
            When = DateWords.Short(r.From),
            Tone = Tone.Warning,
        });
    }

    private async Task<IEnumerable<TodayRow>> MeasuresAsync(CancellationToken ct)
    {
        var (desk, near, since) = (work.Actor.Organisation, work.Today.AddDays(NearDays), JapanTime.StartOf(work.Today.AddDays(-1)));
        var measures = await db.ProtectionMeasures.AsNoTracking()
            .Where(m => m.HolderId == desk && m.State != ProtectionState.Ended)
            .Where(m => m.State == ProtectionState.EndProposed || m.ReviewOn <= near || db.LocationReads.Any(r => r.PersonId == m.PersonId && r.At >= since))
            .OrderBy(m => m.ReviewOn).Take(ITodaySource.Most)
            .Select(m => new { m.PersonId, m.State, m.ReviewOn, Reads = db.LocationReads.Count(r => r.PersonId == m.PersonId && r.At >= since) })
            .ToListAsync(ct);
        List<TodayRow> rows = [];
        foreach (var m in measures)
        {
            var href = ProtectedLocationLinks.Of(m.PersonId);
            if (m.State == ProtectionState.EndProposed)
                rows.Add(new(TodayList.Waiting, work.Now, "支援措置：終了の申し出（2人目の判断）", href) { NextLabel = "判断する" });
            if (m.Reads > 0)
                rows.Add(new(TodayList.Waiting, work.Now, $"支援措置：居場所の閲覧 {m.Reads}件（きのうから）", href) { NextLabel = "確かめる" });
            if (m.ReviewOn <= near)
                rows.Add(new(TodayList.Due, JapanTime.StartOf(m.ReviewOn), "支援措置：更新の確認", href)
                {
                    When = DateWords.Until(m.ReviewOn, work.Today),
                    Tone = m.ReviewOn < work.Today ? Tone.Warning : Tone.Neutral,
                });
        }
        return rows;
    }
}
