using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Leads;

/// <summary>How the list of leads is narrowed and paged.</summary>
public sealed record LeadFilter
{
    /// <summary>Those that came to an end, too.</summary>
    public bool All { get; init; }

    /// <summary>Only one's own.</summary>
    public bool Mine { get; init; }

    /// <summary>Where the last page ended.</summary>
    public string? After { get; init; }
}

/// <summary>One row of the list.</summary>
public sealed record LeadRow(Id<Lead> Id, DateOnly ReceivedOn, string Sign, string? Place, LeadState State, string NextAction, DateOnly? NextOn, string Owner);

/// <summary>この窓口の気になる情報: those that live first, the most urgent on top; then the others, the latest on top.</summary>
public sealed class LeadList(AppDb db, Work work)
{
    /// <summary>The rows of one's own desk that a filter leaves.</summary>
    public async Task<PageOf<LeadRow>> RunAsync(LeadFilter filter, CancellationToken ct)
    {
        var asked = Narrowed(filter);
        work.Saw(Permission.ListLeads, RootRef.System);
        return await After(asked, filter.After).OrderBy(l => l.NextOn).ThenByDescending(l => l.Id)
            .Select(l => new LeadRow(l.Id, l.ReceivedOn, l.Sign, l.Place, l.State, l.NextAction, l.NextOn,
                db.Accounts.Where(a => a.Id == l.OwnerId).Select(a => a.Name).FirstOrDefault() ?? ""))
            .ToPageAsync(await asked.CountAsync(ct), l => PageKey.Of(l.NextOn is { } on ? JapanTime.StartOf(on) : null, l.Id.Value), ct);
    }

    private IQueryable<Lead> Narrowed(LeadFilter filter)
    {
        var leads = db.Leads.AsNoTracking().Where(l => l.OrganisationId == work.Actor.Organisation);
        if (!filter.All) leads = leads.Where(l => l.NextOn != null);
        if (filter.Mine) leads = leads.Where(l => l.OwnerId == work.Actor.Account);
        return leads;
    }

    private static IQueryable<Lead> After(IQueryable<Lead> leads, string? after)
    {
        if (PageKey.Read(after) is not { } last) return leads;
        var (on, id) = (JapanTime.DateOf(last.At), new Id<Lead>(last.Id));
        return last.IsUndated
            ? leads.Where(l => l.NextOn == null && l.Id.CompareTo(id) < 0)
            : leads.Where(l => l.NextOn == null || l.NextOn > on || l.NextOn == on && l.Id.CompareTo(id) < 0);
    }
}

/// <summary>期限が近い・過ぎた: one's own leads due within three days, and the whole desk's overdue ones.</summary>
sealed class LeadsToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.ListLeads;

    private const int NearDays = 3;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.Leads
            .Where(l => l.OrganisationId == who.Desk && l.NextOn != null && (l.NextOn < who.Today || (l.OwnerId == who.Account && l.NextOn <= who.Today.AddDays(NearDays))))
            .OrderBy(l => l.NextOn).Take(ITodaySource.Most)
            .Select(l => new TodayFact
            {
                Source = who.Source,
                Id = (Guid)(object)l.Id,
                Other = who.NoId,
                At = who.Now,
                Day = l.NextOn!.Value,
                Text = l.NextAction,
                Who = l.Place,
                Kind = db.Accounts.Where(a => a.Id == l.OwnerId).Select(a => a.Name).FirstOrDefault() ?? "",
                Number = 0,
                Year = 0,
            });

    public TodayRow RowOf(TodayFact fact) => new(TodayList.Due, JapanTime.StartOf(fact.Day), $"気になる情報：{fact.Text}", LeadLinks.Detail(new(fact.Id)))
    {
        Who = fact.Who,
        When = $"{DateWords.Until(fact.Day, work.Today)}　担当 {fact.Kind}",
        Tone = fact.Day < work.Today ? Tone.Warning : Tone.Neutral,
    };
}
