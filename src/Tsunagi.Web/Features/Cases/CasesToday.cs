using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>
/// The cases that 今日 tells me of: those I am in charge of or stand in for and those nobody is in charge of; all of the desk's for
/// its supervisors. What of them waits, each kind says.
/// </summary>
abstract class CaseDatesToday(AppDb db, Work work) : ITodayFacts
{
    public Permission Needs => Permission.SeeCase;

    /// <summary>How many days ahead a date is near.</summary>
    protected const int NearDays = 3;

    private DateOnly Today => work.Today;

    public IQueryable<TodayFact> Facts(TodayAsker who) => DatedFor(who).OrderBy(c => c.Day).Take(ITodaySource.Most).Join(db.Cases, c => c.Id, c => c.Id, (dated, c) => new TodayFact
    {
        Source = who.Source,
        Id = (Guid)(object)c.Id,
        Other = who.NoId,
        At = who.Now,
        Day = dated.Day!.Value,
        Text = c.NextAction == null ? null : c.NextAction.Text,
        Kind = who.NoText,
        Year = c.FiscalYear,
        Number = c.Sequence,
        Who = c.Persons.Where(p => p.LeftAt == null && p.IsReference)
            .Join(db.Persons, p => p.PersonId, p => p.Id, (_, p) => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault(),
    });

    public TodayRow RowOf(TodayFact fact)
    {
        var id = new Id<Case>(fact.Id);
        var (what, next, label) = Told(id, fact.Text);
        return new(TodayList.Due, JapanTime.StartOf(fact.Day), what, CaseLinks.Of(id))
        {
            Who = CaseTitle.Of(fact.Who, fact.Year, fact.Number),
            When = DateWords.Until(fact.Day, Today),
            Tone = fact.Day < Today ? Tone.Warning : Tone.Neutral,
            NextLabel = label,
            NextHref = next,
        };
    }

    /// <summary>The cases with a date of this kind that is near or past.</summary>
    protected abstract IQueryable<Dated> DatedFor(TodayAsker who);

    /// <summary>What it is called, where its next step is done, and the words of that step.</summary>
    protected abstract (string What, string NextHref, string NextLabel) Told(Id<Case> id, string? next);

    protected IQueryable<Case> OfDesk(TodayAsker who) => db.Cases.Where(c => c.OrganisationId == who.Desk);

    protected IQueryable<Case> Mine(TodayAsker who) => work.Actor.Is(Role.SectionChief, Role.Manager) ? OfDesk(who) : OfDesk(who).Where(c =>
        db.CasesInChargeOf(who.Account, who.Desk, who.Now).Any(mine => mine.CaseId == c.Id));
}

/// <summary>A case and the day that counts.</summary>
sealed class Dated
{
    public Id<Case> Id { get; init; }
    public DateOnly? Day { get; init; }
}

/// <summary>次の対応の期限.</summary>
sealed class NextActionsToday(AppDb db, Work work) : CaseDatesToday(db, work)
{
    protected override IQueryable<Dated> DatedFor(TodayAsker who) =>
        Mine(who).Where(c => c.State != CaseState.Closed && c.NextDueOn <= who.Today.AddDays(NearDays)).Select(c => new Dated { Id = c.Id, Day = c.NextDueOn });

    protected override (string, string, string) Told(Id<Case> id, string? next) => (next ?? "次の対応", CaseLinks.Of(id), "記録する");
}

/// <summary>連絡の間隔: overdue ones only.</summary>
sealed class ContactGapsToday(AppDb db, Work work) : CaseDatesToday(db, work)
{
    protected override IQueryable<Dated> DatedFor(TodayAsker who) =>
        Mine(who).Where(c => c.State != CaseState.Closed && (c.AgreedContactDays != null || c.Approach == SupportApproach.StayingConnected))
            .Select(c => new Dated { Id = c.Id, Day = (c.LastContactOn ?? DateOnly.FromDateTime(c.OpenedAt.UtcDateTime)).AddDays(c.AgreedContactDays ?? who.ContactGapDays) })
            .Where(c => c.Day < who.Today);

    protected override (string, string, string) Told(Id<Case> id, string? next) => ("連絡の間隔が空いています", CaseLinks.Of(id), "記録する");
}

/// <summary>一時休止の見直し.</summary>
sealed class PauseReviewsToday(AppDb db, Work work) : CaseDatesToday(db, work)
{
    protected override IQueryable<Dated> DatedFor(TodayAsker who) =>
        Mine(who).Where(c => c.State == CaseState.Suspended)
            .Select(c => new Dated { Id = c.Id, Day = c.Suspensions.Where(s => s.Until == null).Max(s => (DateOnly?)s.ReviewOn) })
            .Where(c => c.Day <= who.Today.AddDays(NearDays));

    protected override (string, string, string) Told(Id<Case> id, string? next) => ("休止の見直し", CaseLinks.Course(id), "見直す");
}

/// <summary>終結後のフォローアップ: of the whole desk, for whoever had the case may be gone.</summary>
sealed class FollowUpsToday(AppDb db, Work work) : CaseDatesToday(db, work)
{
    protected override IQueryable<Dated> DatedFor(TodayAsker who) =>
        OfDesk(who).Where(c => c.State == CaseState.Closed && c.FollowUpDoneAt == null && c.Closing != null && c.Closing.FollowUpOn <= who.Today.AddDays(NearDays))
            .Select(c => new Dated { Id = c.Id, Day = c.Closing!.FollowUpOn });

    protected override (string, string, string) Told(Id<Case> id, string? next) => ("フォローアップ", CaseLinks.Course(id), "記録する");
}
