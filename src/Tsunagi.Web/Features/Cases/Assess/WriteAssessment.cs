using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>アセスメントを書く: adds a version to the one assessment of a case, beginning it where there is none.</summary>
public sealed class WriteAssessment(AppDb db, Work work, CaseCodes codes)
{
    /// <param name="caseId">The case.</param>
    /// <param name="sheet">The whole sheet as it should be.</param>
    /// <param name="basedOn">The version the editor had read; 0 where there was none.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The number of the new version.</returns>
    public async Task<Outcome<int>> RunAsync(Id<Case> caseId, AssessmentSheet sheet, int basedOn, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Case, caseId);
        var may = await work.MayAsync(Permission.WriteCase, root, ct);
        if (!may.IsDone)
            return Outcome<int>.Carry(may);
        var (assessment, outcome) = await db.Cases.Where(c => c.Id == caseId).Select(c => (CaseState?)c.State).SingleOrDefaultAsync(ct) switch
        {
            null => (null, Outcome.Refused(RefusalCode.NotFound)),
            CaseState.Closed => (null, Outcome.Refused(RefusalCode.CaseIsClosed)),
            _ => await WriteAsync(caseId, sheet, basedOn, ct),
        };
        outcome = await work.FinishAsync(outcome, Permission.WriteCase, root, ct);
        return outcome.IsDone ? assessment!.LatestNumber : Outcome<int>.Carry(outcome);
    }

    private async Task<(Assessment? Assessment, Outcome Outcome)> WriteAsync(Id<Case> caseId, AssessmentSheet sheet, int basedOn, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.CaseId == caseId, ct);
        if (assessment is not null)
            return (assessment, assessment.Write(sheet, basedOn, codes.Assessment, work.Stamp));
        // Read as a version that is not there: somebody looked at the sheet of another case.
        if (basedOn != 0)
            return (null, Outcome.Refused(RefusalCode.Stale));
        var started = Assessment.Start(work.NewId<Assessment>(), caseId, sheet, codes.Assessment, work.Stamp);
        if (!started.IsDone)
            return (null, started);
        db.Assessments.Add(started.Value);
        return (started.Value, started);
    }
}
