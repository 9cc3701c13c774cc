using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>対応待ち: consultations of this desk whose outcome is not decided, and one's own drafts.</summary>
sealed class ConsultationsToday(AppDb db, Work work, IntakeCodes codes) : ITodaySource
{
    public Permission Needs => Permission.ListConsultations;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var (me, desk) = (work.Actor.Account, work.Actor.Organisation);
        var found = await db.Consultations.AsNoTracking()
            .Where(c => c.OrganisationId == desk && (c.State == ConsultationState.Received || (c.State == ConsultationState.Draft && c.WorkerId == me)))
            .OrderBy(c => c.At).Take(ITodaySource.Most)
            .Select(c => new
            {
                c.Id,
                c.At,
                c.State,
                c.WorstTopic,
                c.Urgency,
                c.DangerSigns,
                Name = db.Set<ConsultationPerson>().Where(p => p.ConsultationId == c.Id && p.TakenBackAt == null && p.As == ConcernedAs.Subject)
                .Join(db.PersonsByName(), p => p.PersonId, p => p.Id, (_, p) => p).Select(p => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault() ?? c.Visitor.Name
            })
            .ToListAsync(ct);
        return [.. found.Select(c => c.State == ConsultationState.Draft
            ? new TodayRow(TodayList.Waiting, c.At, "書きかけの相談", ConsultationLinks.Continue(c.Id))
            {
                Who = c.Name, When = $"自動保存（受付未完了）　{DateWords.Ago(c.At, work.Today)}", NextLabel = "続ける",
            }
            : new TodayRow(TodayList.Waiting, c.At, codes.Name(CodeLists.ConsultationTopic, c.WorstTopic) ?? "相談", ConsultationLinks.Detail(c.Id))
            {
                Who = string.IsNullOrWhiteSpace(c.Name) ? "氏名不詳" : c.Name,
                When = $"受付 {DateWords.Ago(c.At, work.Today)}　{codes.Name(CodeLists.Urgency, c.Urgency)}",
                Tone = codes.Rules.MeansLifeDanger(c.Urgency, c.DangerSigns) ? Tone.Danger : Tone.Neutral,
                NextLabel = "対応を決める",
            })];
    }
}
