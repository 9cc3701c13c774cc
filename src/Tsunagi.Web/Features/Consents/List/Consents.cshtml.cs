using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consents;

/// <summary>ケースの同意: each as a sentence, with how it stands now.</summary>
[Permit(Permission.SeeConsents)]
public sealed class ConsentsModel(AppDb db, PlanWard ward, NameBook names) : CasePage
{
    public sealed record Row(Id<Consent> Id, string Subject, string Sentence, ConsentStanding Standing, DateOnly? AskAgainOn);

    public override string Tab => "consents";
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Whether something that was shared is not shared any more.</summary>
    public bool HasStopped { get; private set; }

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        var consents = await db.Consents.AsNoTracking().Where(c => c.CaseId == Id).OrderByDescending(c => c.Id).ToListAsync(ct);
        await names.ForAsync([], consents.Select(c => c.SubjectId), ct);
        Rows = consents.ConvertAll(c => new Row(c.Id, names.Called(c.SubjectId), ConsentSentence.Of(c.Describe(), names, ward), c.StandingAt(Work.Now), c.AskAgainOn));
        HasStopped = consents.GroupBy(c => c.SubjectId).Any(own => own.All(c => !c.IsActiveAt(Work.Now)) && own.Any(c => c.GivenAt is not null && c.State != ConsentState.Annulled));
    }, ct, Permission.SeeConsents);
}
