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
        var kept = await Kept.Join(db.Cases, consent => consent.CaseId, c => c.Id, (consent, c) => new KeptConsent(
            consent, c.FiscalYear, c.Sequence,
            db.Persons.Where(p => p.Id == consent.SubjectId).Select(p => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault(),
            db.Persons.Any(p => p.Id == consent.SubjectId && p.DiedOn != null))).ToListAsync(ct);
        // Of the dead nothing is asked again; what they gave runs out by itself.
        kept.RemoveAll(k => k.Died);
        return
        [
            .. kept.Where(k => k.Consent.IsToBeAskedAgain(today)).Select(k => RowOf(k, "同意をあらためて説明する", k.Consent.AskAgainOn!.Value)),
            .. kept.Where(k => k.Consent.IsExpiringWithin(warning, today)).OrderBy(k => k.Consent.Scope.Until).Take(ITodaySource.Most)
                .Select(k => RowOf(k, "同意の期限", k.Consent.Scope.Until)),
        ];
    }

    private TodayRow RowOf(KeptConsent kept, string what, DateOnly due) => new(TodayList.Due, JapanTime.StartOf(due), what, ConsentLinks.Detail(kept.Consent.Id))
    {
        Who = CaseTitle.Of(kept.Name, kept.Year, kept.Sequence),
        When = DateWords.Until(due, work.Today),
    };

    private sealed record KeptConsent(Consent Consent, int Year, int Sequence, string? Name, bool Died);

    private IQueryable<Consent> Kept
    {
        get
        {
            var own = work.Actor.Organisation;
            return db.Consents.AsNoTracking().Where(c => c.OrganisationId == own && (c.State == ConsentState.Active || c.State == ConsentState.AskAgain));
        }
    }
}

/// <summary>同意 in the state line of every case: how many of those it is about (本人) consent now, and how it stands with the others.</summary>
sealed class ConsentFact(AppDb db, Work work) : ICaseFactSource
{
    public async Task<IReadOnlyList<CaseFact>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var found = await db.Set<CasePerson>().AsNoTracking().Where(p => p.CaseId == id && p.LeftAt == null && p.Role == CasePersonRole.Subject)
            .LeftJoin(db.Consents.AsNoTracking().Where(c => c.CaseId == id), p => p.PersonId, c => c.SubjectId, (p, c) => new { p.PersonId, Consent = c }).ToListAsync(ct);
        var consents = found.Select(f => f.Consent).OfType<Consent>().ToLookup(c => c.SubjectId);
        return [consents.Count == 0 ? new("同意", "なし") : Of([.. found.Select(f => f.PersonId).Distinct().Select(person => consents[person].ToList())])];
    }

    private CaseFact Of(IReadOnlyList<List<Consent>> persons)
    {
        var others = persons.Select(StandingOf).Where(s => s != ConsentStanding.Active).GroupBy(s => s).OrderBy(g => g.Key ?? (ConsentStanding)int.MaxValue).ToList();
        var given = persons.Count - others.Sum(g => g.Count());
        var until = persons.SelectMany(own => own).Where(c => c.IsActiveAt(work.Now)).Min(c => (DateOnly?)c.Scope.Until);
        var rest = others.Count == 0 ? "" : $"（{string.Join('・', others.Select(g => $"{WordOf(g.Key)}{g.Count()}"))}）";
        return new("同意", $"{persons.Count}人中{given}人{rest}{(until is { } day ? $" {DateWords.Short(day)}まで" : "")}", ToneOf([.. others.Select(g => g.Key)]));
    }

    // Null: nobody explained anything to them.
    private ConsentStanding? StandingOf(List<Consent> own) =>
        own.Exists(c => c.IsActiveAt(work.Now)) ? ConsentStanding.Active : own.Where(c => c.State != ConsentState.Annulled).MaxBy(c => c.Id)?.StandingAt(work.Now);

    private static string WordOf(ConsentStanding? standing) => standing switch
    {
        null => "未説明",
        ConsentStanding.Explained => "返事待ち",
        ConsentStanding.NoOneCanConsent => "判断困難",
        { } other => PlanWords.Of(other),
    };

    private static Tone ToneOf(List<ConsentStanding?> others) =>
        others.Count == 0 ? Tone.Success : others.OfType<ConsentStanding>().Any(s => PlanWords.ToneOf(s) == Tone.Warning) ? Tone.Warning : Tone.Neutral;
}

/// <summary>同意 in the course of its case: explained, given, declined, withdrawn.</summary>
sealed class ConsentCourse(AppDb db, NameBook names) : ICaseCourseSource
{
    public async Task<IReadOnlyList<CourseEvent>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct)
    {
        var found = await db.Consents.AsNoTracking().Where(c => c.CaseId == id).Select(c => new { c.Id, c.SubjectId, c.Steps }).ToListAsync(ct);
        await names.ForAsync([], found.Select(c => c.SubjectId), ct);
        return
        [
            .. from c in found
               from step in c.Steps
               select new CourseEvent(step.By.At, TimelineKind.Consent, "同意", $"{names.Called(c.SubjectId)}の同意：{PlanWords.Of(step.Action)}", step.By.Account, ConsentLinks.Detail(c.Id)),
        ];
    }
}
