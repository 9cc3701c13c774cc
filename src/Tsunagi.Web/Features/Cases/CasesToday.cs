using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>
/// 期限が近い・過ぎた: next actions, contact gaps, pauses to look at again and follow-ups – of the cases I am in charge of or stand in
/// for and those nobody is in charge of; of the whole desk for its supervisors.
/// </summary>
sealed class CasesToday(AppDb db, Work work, CurrentWard ward) : ITodaySource
{
    /// <summary>How many days ahead a date is near.</summary>
    private const int Near = 3;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        if (!AccessPolicy.RoleAllows(work.Actor, Permission.SeeCase))
            return [];
        var (own, me, now, today) = (work.Actor.Organisation, work.Actor.Account, work.Now, work.Today);
        var (all, near) = (work.Actor.Is(Role.SectionChief, Role.Manager), today.AddDays(Near));
        var usual = ward.Profile.RulesAsOf(today).Deadlines.ContactGapDays;
        var found = await db.Cases.AsNoTracking()
            .Where(c => c.OrganisationId == own)
            .Where(c => all || c.State == CaseState.Closed
                || c.Assignments.Any(a => (a.WorkerId == me || a.WorkerId == null) && a.From <= now && now < a.Until)
                || c.Deputies.Any(d => d.AccountId == me && d.From <= now && now < d.Until))
            .Select(c => new
            {
                c.Id,
                c.FiscalYear,
                c.Sequence,
                c.State,
                c.NextDueOn,
                c.LastContactOn,
                c.OpenedAt,
                c.FollowUpDoneAt,
                Next = c.NextAction == null ? null : c.NextAction.Text,
                Days = c.AgreedContactDays ?? (c.Approach == SupportApproach.StayingConnected ? usual : (int?)null),
                FollowUpOn = c.Closing == null ? null : c.Closing.FollowUpOn,
                ReviewOn = c.Suspensions.Where(s => s.Until == null).Max(s => (DateOnly?)s.ReviewOn),
                Contact = c.LastContactOn ?? DateOnly.FromDateTime(c.OpenedAt.UtcDateTime),
                Who = c.Persons.Where(p => p.LeftAt == null && p.IsReference)
                    .Join(db.Persons, p => p.PersonId, p => p.Id, (_, p) => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault(),
            })
            .Where(c => (c.State != CaseState.Closed && (c.NextDueOn <= near || c.ReviewOn <= near || (c.Days != null && c.Contact.AddDays(c.Days.Value) < today)))
                || (c.FollowUpOn <= near && c.FollowUpDoneAt == null))
            .OrderBy(c => c.NextDueOn).Take(ITodaySource.Most).ToListAsync(ct);
        return
        [
            .. found.SelectMany(c =>
            {
                var number = new CaseNumber(c.FiscalYear, c.Sequence).ToString();
                var who = string.IsNullOrWhiteSpace(c.Who) ? number : $"{c.Who.Trim()}（{number}）";
                var contactDue = c.Days is { } days ? (c.LastContactOn ?? JapanTime.DateOf(c.OpenedAt)).AddDays(days) : (DateOnly?)null;
                return new[]
                {
                    c.State != CaseState.Closed && c.NextDueOn <= near ? Row(c.Id, c.NextDueOn, c.Next ?? "次の対応", who, CaseLinks.Of(c.Id), "記録する") : null,
                    c.State != CaseState.Closed && contactDue < today ? Row(c.Id, contactDue.Value, "連絡の間隔が空いています", who, CaseLinks.Of(c.Id), "記録する") : null,
                    c.State == CaseState.Suspended && c.ReviewOn <= near ? Row(c.Id, c.ReviewOn.Value, "休止の見直し", who, CaseLinks.Course(c.Id), "見直す") : null,
                    c.State == CaseState.Closed && c.FollowUpOn <= near ? Row(c.Id, c.FollowUpOn.Value, "フォローアップ", who, CaseLinks.Course(c.Id), "記録する") : null,
                }.OfType<TodayRow>();
            }),
        ];

        TodayRow Row(Id<Case> id, DateOnly day, string what, string who, string next, string label) =>
            new(TodayList.Due, JapanTime.StartOf(day), what, CaseLinks.Of(id))
            {
                Who = who,
                When = DateWords.Until(day, today),
                Tone = day < today ? Tone.Warning : Tone.Neutral,
                NextLabel = label,
                NextHref = next,
            };
    }
}

/// <summary>期限が近い・過ぎた: tasks for me, or for my organisation with nobody named.</summary>
sealed class TasksToday(AppDb db, Work work) : ITodaySource
{
    private const int Near = 7;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        if (!AccessPolicy.RoleAllows(work.Actor, Permission.SeeCase))
            return [];
        var (own, me, near) = (work.Actor.Organisation, work.Actor.Account, work.Today.AddDays(Near));
        var found = await db.CaseTasks.AsNoTracking()
            .Where(t => t.State == CaseTaskState.Open && t.Due <= near && (t.AccountId == me || (t.AccountId == null && t.OrganisationId == own)))
            .OrderBy(t => t.Due).Take(ITodaySource.Most).Select(t => new { t.CaseId, t.What, t.Due }).ToListAsync(ct);
        return [.. found.Select(t => new TodayRow(TodayList.Due, JapanTime.StartOf(t.Due), t.What, CaseLinks.Tasks(t.CaseId))
        {
            Who = "タスク", When = DateWords.Until(t.Due, work.Today), Tone = t.Due < work.Today ? Tone.Warning : Tone.Neutral, NextLabel = "答える",
        })];
    }
}

/// <summary>対応待ち: handovers that wait for our answer, and those we wait for.</summary>
sealed class HandoversToday(AppDb db, Work work, CurrentWard ward) : ISeldomToday
{
    public IQueryable<int>? Waiting => AccessPolicy.RoleAllows(work.Actor, Permission.ListHandovers) ? Offered.Select(_ => 1) : null;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        if (!AccessPolicy.RoleAllows(work.Actor, Permission.ListHandovers))
            return [];
        var own = work.Actor.Organisation;
        var found = await Offered.OrderBy(h => h.OfferedAt).Take(ITodaySource.Most).Select(h => new { h.Id, h.FromOrganisationId, h.ToOrganisationId, h.OfferedAt }).ToListAsync(ct);
        return [.. found.Select(h => h.ToOrganisationId == own
            ? new TodayRow(TodayList.HandedToUs, h.OfferedAt, "引継ぎの申出", HandoverLinks.Of(h.Id))
            {
                Who = $"{ward.NameOf(h.FromOrganisationId)}から", When = DateWords.Ago(h.OfferedAt, work.Today), NextLabel = "答える",
            }
            : new TodayRow(TodayList.Waiting, h.OfferedAt, "引継ぎの返事待ち", HandoverLinks.Of(h.Id))
            {
                Who = $"{ward.NameOf(h.ToOrganisationId)}へ", When = DateWords.Ago(h.OfferedAt, work.Today),
            })];
    }

    private IQueryable<Handover> Offered
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.Handovers.AsNoTracking().Where(h => h.State == HandoverState.Offered && (h.ToOrganisationId == own || h.FromOrganisationId == own));
        }
    }
}
