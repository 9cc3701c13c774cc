using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Leads;

/// <summary>One row of the list.</summary>
public sealed record LeadRow(Id<Lead> Id, DateOnly ReceivedOn, string Sign, string? Place, LeadState State, string NextAction, DateOnly? NextOn, string Owner);

/// <summary>この窓口の気になる情報: those that live first, the most urgent on top.</summary>
public sealed class LeadList(AppDb db, Work work)
{
    private const int Most = 200;

    /// <summary>The rows of one's own desk.</summary>
    /// <param name="live">Only those still looked after.</param>
    /// <param name="mine">Only one's own.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<IReadOnlyList<LeadRow>> RunAsync(bool live, bool mine, CancellationToken ct)
    {
        var rows = db.Leads.AsNoTracking().Where(l => l.OrganisationId == work.Actor.Organisation);
        if (live) rows = rows.Where(l => l.NextOn != null);
        if (mine) rows = rows.Where(l => l.OwnerId == work.Actor.Account);
        work.Saw(Permission.ListLeads, RootRef.System);
        return await rows.OrderBy(l => l.NextOn == null).ThenBy(l => l.NextOn).ThenByDescending(l => l.NoticedAt).Take(Most)
            .Select(l => new LeadRow(l.Id, l.ReceivedOn, l.Sign, l.Place, l.State, l.NextAction, l.NextOn,
                db.Accounts.Where(a => a.Id == l.OwnerId).Select(a => a.Name).FirstOrDefault() ?? "")).ToListAsync(ct);
    }
}

/// <summary>期限が近い・過ぎた: one's own leads due within three days, and the whole desk's overdue ones.</summary>
sealed class LeadsToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.ListLeads;

    private const int NearDays = 3;

    public IQueryable<TodayFact> Facts(TodayFact blank)
    {
        var (me, desk, today, near) = (work.Actor.Account, work.Actor.Organisation, work.Today, work.Today.AddDays(NearDays));
        return db.Leads
            .Where(l => l.OrganisationId == desk && l.NextOn != null && (l.NextOn < today || (l.OwnerId == me && l.NextOn <= near)))
            .OrderBy(l => l.NextOn).Take(ITodaySource.Most)
            .Select(l => new TodayFact
            {
                Source = blank.Source,
                Id = (Guid)(object)l.Id,
                Other = blank.Other,
                At = blank.At,
                Day = l.NextOn!.Value,
                Text = l.NextAction,
                Who = l.Place,
                Kind = db.Accounts.Where(a => a.Id == l.OwnerId).Select(a => a.Name).FirstOrDefault() ?? "",
                Number = blank.Number,
                Year = blank.Year,
            });
    }

    public TodayRow RowOf(TodayFact fact) => new(TodayList.Due, JapanTime.StartOf(fact.Day), $"気になる情報：{fact.Text}", LeadLinks.Detail(new(fact.Id)))
    {
        Who = fact.Who,
        When = $"{DateWords.Until(fact.Day, work.Today)}　担当 {fact.Kind}",
        Tone = fact.Day < work.Today ? Tone.Warning : Tone.Neutral,
    };
}
