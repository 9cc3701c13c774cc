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

/// <summary>期限が近い・過ぎた: tasks for me, or for my organisation with nobody named.</summary>
sealed class TasksToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.SeeCase;

    private const int NearDays = 7;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.CaseTasks
            .Where(t => t.State == CaseTaskState.Open && t.Due <= who.Today.AddDays(NearDays) && (t.AccountId == who.Account || (t.AccountId == null && t.OrganisationId == who.Desk)))
            .OrderBy(t => t.Due).Take(ITodaySource.Most)
            .Select(t => new TodayFact
            {
                Source = who.Source,
                Id = (Guid)(object)t.CaseId,
                Other = who.NoId,
                At = who.Now,
                Day = t.Due,
                Text = t.What,
                Who = who.NoText,
                Kind = who.NoText,
                Number = 0,
                Year = 0,
            });

    public TodayRow RowOf(TodayFact fact) => new(TodayList.Due, JapanTime.StartOf(fact.Day), fact.Text ?? "", CaseLinks.Tasks(new(fact.Id)))
    {
        Who = "タスク",
        When = DateWords.Until(fact.Day, work.Today),
        Tone = fact.Day < work.Today ? Tone.Warning : Tone.Neutral,
        NextLabel = "答える",
    };
}

/// <summary>対応待ち: handovers that wait for our answer, and those we wait for.</summary>
sealed class HandoversToday(AppDb db, Work work, CurrentWard ward) : ITodayFacts
{
    public Permission Needs => Permission.ListHandovers;

    public IQueryable<TodayFact> Facts(TodayAsker who) =>
        db.Handovers.Where(h => h.State == HandoverState.Offered && (h.ToOrganisationId == who.Desk || h.FromOrganisationId == who.Desk))
            .OrderBy(h => h.OfferedAt).Take(ITodaySource.Most)
            .Select(h => new TodayFact
            {
                Source = who.Source,
                Id = (Guid)(object)h.Id,
                Other = (Guid)(object)(h.ToOrganisationId == who.Desk ? h.FromOrganisationId : h.ToOrganisationId),
                At = h.OfferedAt,
                Day = who.Today,
                Text = who.NoText,
                Who = who.NoText,
                Kind = who.NoText,
                Number = h.ToOrganisationId == who.Desk ? Ours : 0,
                Year = 0,
            });

    // For us to answer; otherwise we wait.
    private const int Ours = 1;

    public TodayRow RowOf(TodayFact fact) => fact.Number == Ours
        ? new(TodayList.HandedToUs, fact.At, "引継ぎの申出", HandoverLinks.Of(new(fact.Id)))
        {
            Who = $"{ward.NameOf(new(fact.Other))}から",
            When = DateWords.Ago(fact.At, work.Today),
            NextLabel = "答える",
        }
        : new(TodayList.Waiting, fact.At, "引継ぎの返事待ち", HandoverLinks.Of(new(fact.Id)))
        {
            Who = $"{ward.NameOf(new(fact.Other))}へ",
            When = DateWords.Ago(fact.At, work.Today),
        };
}
