using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>One case as the supervisor chooses from many: who is in charge, who will be, and who acts for them.</summary>
public sealed record CaseToAssign(Id<Case> Id, string Number, string Title, string Worker, string? Planned, string? Deputy);

/// <summary>まとめて替えるケース: the running cases of one's own organisation, or those of one worker.</summary>
public sealed class CasesToAssign(AppDb db, Work work, NameBook names)
{
    /// <summary>More than that are not chosen from at once; the page says so.</summary>
    public const int Most = 500;

    public async Task<IReadOnlyList<CaseToAssign>> RunAsync(Id<Account>? of, CancellationToken ct)
    {
        var (own, now) = (work.Actor.Organisation, work.Now);
        var found = await db.Cases.AsNoTracking().Include(c => c.Assignments).Include(c => c.Deputies).Include(c => c.Persons).AsSplitQuery()
            .Where(c => c.OrganisationId == own && c.State != CaseState.Closed)
            .Where(c => of == null || c.Assignments.Any(a => a.WorkerId == of && a.From <= now && now < a.Until))
            .OrderBy(c => c.FiscalYear).ThenBy(c => c.Sequence).Take(Most).ToListAsync(ct);
        await names.ForAsync(
            found.SelectMany(c => c.Assignments.Select(a => a.WorkerId).Append(c.DeputyAt(now))), found.SelectMany(c => c.CurrentPersons.Take(1)).Select(p => p.PersonId), ct);
        work.Saw(Permission.AssignWorkers, RootRef.System);
        return [.. found.Select(Of)];
    }

    private CaseToAssign Of(Case @case)
    {
        var planned = @case.Assignments.FirstOrDefault(a => a.From > work.Now);
        var deputy = @case.Deputies.FirstOrDefault(d => d.From <= work.Now && work.Now < d.Until);
        return new(
            @case.Id, @case.Number.ToString(),
            @case.CurrentPersons.OrderByDescending(p => p.IsReference).FirstOrDefault() is { } person ? names.Of(person.PersonId) : "氏名不詳",
            NameOf(@case.WorkerAt(work.Now)),
            planned is null ? null : $"{DateWords.Short(planned.From)}から {NameOf(planned.WorkerId)}",
            deputy is null ? null : $"{names.Of(deputy.AccountId)}（{DateWords.Short(JapanTime.DateOf(deputy.Until.AddTicks(-1)))}まで）");
    }

    private string NameOf(Id<Account>? worker) => worker is { } named ? names.Of(named) : "未定";
}
