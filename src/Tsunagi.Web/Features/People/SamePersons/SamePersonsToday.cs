using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>同じ人かもしれない記録: one row with how many wait.</summary>
sealed class SamePersonsToday(AppDb db, Work work) : ISeldomToday
{
    public Permission Needs => Permission.JudgeSamePerson;

    public IQueryable<int> Waiting => Open.Select(_ => 1);

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var waiting = await Open.GroupBy(_ => 1).Select(all => new { Count = all.Count(), Since = all.Min(s => s.SuspectedAt) }).SingleOrDefaultAsync(ct);
        if (waiting is null) return [];
        return [new TodayRow(TodayList.Waiting, waiting.Since, $"同じ人かもしれない記録 {waiting.Count}組", SamePersonLinks.List) { NextLabel = "確かめる", When = DateWords.Ago(waiting.Since, work.Today) }];
    }

    private IQueryable<SamePerson> Open => db.SamePersonsOf(work.Actor.Organisation).AsNoTracking().Open(work.Today);
}

/// <summary>For 係長・課長: a record that still tells where somebody is, while another of the same person, or perhaps of the same person, is under 支援措置.</summary>
sealed class UnprotectedSamePersons(AppDb db, Work work) : ISeldomToday
{
    public Permission Needs => Permission.ManageProtection;

    public IQueryable<int> Waiting => Unprotected.Select(_ => 1);

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var found = await Unprotected.OrderBy(s => s.SuspectedAt).Take(ITodaySource.Most).Select(s => new { s.Id, s.State, At = s.JudgedAt ?? s.SuspectedAt }).ToListAsync(ct);
        // Before all that waits longer: somebody can be found by it.
        return [.. found.Select(s => new TodayRow(
            TodayList.Waiting, DateTimeOffset.MinValue, s.State == SamePersonState.Same ? "支援措置：同じ人の別の記録が保護されていません" : "支援措置：同じ人かもしれない別の記録が保護されていません", SamePersonLinks.Of(s.Id))
        {
            NextLabel = "確かめる",
            When = DateWords.Ago(s.At, work.Today),
            Tone = Tone.Warning,
        })];
    }

    // The record without a measure tells of a place; whose place it is, is what has to be found out.
    private IQueryable<SamePerson> Unprotected => db.SamePersonsOf(work.Actor.Organisation).AsNoTracking().Where(s => s.State != SamePersonState.Different
        && db.Persons.Any(p => (p.Id == s.FirstId || p.Id == s.SecondId) && p.IsLocationProtected)
        && db.Persons.Any(p => (p.Id == s.FirstId || p.Id == s.SecondId) && !p.IsLocationProtected
            && (p.Location.Kind != AddressKind.Unknown || (string)(object)p.Phones != "[]" || p.Location.Stay != null || p.Location.School != null || p.Location.Clinic != null || p.Location.Workplace != null)));
}
