using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>A case one's own desk is at work on.</summary>
public sealed record RunningCase(Id<Case> Id, string Number, CaseState State, string? Worker, IReadOnlyList<Id<Person>> Persons);

/// <summary>担当中のケース: those of one's own desk in which people are now, for a second call about the same household.</summary>
public sealed class RunningCases(AppDb db, Work work)
{
    private const int Most = 10;

    /// <summary>The cases of some people, newest first.</summary>
    public async Task<IReadOnlyList<RunningCase>> OfAsync(IReadOnlyCollection<Id<Person>> persons, CancellationToken ct)
    {
        if (persons.Count == 0) return [];
        var (desk, now) = (work.Actor.Organisation, work.Now);
        var found = await db.Cases.AsNoTracking()
            .Where(c => c.OrganisationId == desk && c.State != CaseState.Closed && c.Persons.Any(p => p.LeftAt == null && persons.Contains(p.PersonId)))
            .OrderByDescending(c => c.Id).Take(Most)
            .Select(c => new
            {
                c.Id,
                c.FiscalYear,
                c.Sequence,
                c.State,
                Worker = c.Assignments.Where(a => a.From <= now && now < a.Until).Select(a => db.Accounts.Where(w => w.Id == a.WorkerId).Select(w => w.Name).FirstOrDefault()).FirstOrDefault(),
                Persons = c.Persons.Where(p => p.LeftAt == null && persons.Contains(p.PersonId)).Select(p => p.PersonId).ToList(),
            })
            .ToListAsync(ct);
        if (found.Count > 0) work.Saw(Permission.ListCases, RootRef.System);
        return [.. found.Select(c => new RunningCase(c.Id, new CaseNumber(c.FiscalYear, c.Sequence).ToString(), c.State, c.Worker, c.Persons))];
    }

    /// <summary>The cases of some people and of the household they belong to.</summary>
    public async Task<IReadOnlyList<RunningCase>> OfAsync(IReadOnlyCollection<Id<Person>> persons, Id<Household>? household, CancellationToken ct)
    {
        var members = household is null ? [] : await db.Households.Where(h => h.Id == household)
            .SelectMany(h => h.Members).Where(m => m.Until == null).Select(m => m.PersonId).ToListAsync(ct);
        return await OfAsync([.. persons.Union(members)], ct);
    }
}
