using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Auditing;
using Tsunagi.Data.Bulk;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Story;

namespace Tsunagi.Web.Features.Demo.Bulk;

/// <summary>
/// What acts leave behind, kept until it is copied into the database: the records, the grants that come with them, and the lines
/// of the audit that the handlers would have written – the events, and the look at a record before something is done to it.
/// </summary>
sealed class Ledger(AppDb db, StoryClock clock, IdSource ids)
{
    private readonly BulkCopy copy = new(db);
    private readonly List<object> records = [];
    private readonly List<AuditEntry> audit = [];
    private readonly Dictionary<int, int> numbers = [];

    /// <summary>How many rows were written.</summary>
    public int Rows { get; private set; }

    /// <summary>How many acts there were.</summary>
    public int Acts { get; private set; }

    public Id<T> NewId<T>() => ids.Next<T>();

    /// <summary>A worker at work at an instant; new ids carry it.</summary>
    public Stamp At(Worker who, DateTimeOffset now)
    {
        clock.Now = now;
        return new(who.Account, who.At, now);
    }

    public CaseNumber NextCaseNumber(Stamp by)
    {
        var year = JapanTime.FiscalYearOf(JapanTime.DateOf(by.At));
        return new(year, numbers[year] = numbers.GetValueOrDefault(year) + 1);
    }

    /// <summary>Keeps a new record whose writer's organisation manages it from now on.</summary>
    public T Own<T>(Outcome<T> made, Permission permission, Stamp by) where T : Aggregate
    {
        var root = Keep(made, permission, by).Root;
        Grant(by.Organisation, root, AccessLevel.Manage, GrantBasis.Assignment, by);
        return made.Value;
    }

    /// <summary>Keeps a new record that lies under a root of its own or another's.</summary>
    public T Keep<T>(Outcome<T> made, Permission permission, Stamp by) where T : Aggregate
    {
        Require(made);
        records.Add(made.Value);
        Tell(made.Value, permission, by);
        return made.Value;
    }

    /// <summary>Something was done to a record that was there before.</summary>
    public void Act(Outcome outcome, Aggregate record, Permission permission, Stamp by)
    {
        Require(outcome);
        audit.Add(new(new(by, permission), AuditEntry.Seen, record.Root, "{}"));
        Tell(record, permission, by);
    }

    public Grant Grant(Id<Organisation> organisation, RootRef root, AccessLevel level, GrantBasis basis, Stamp by)
    {
        var grant = Domain.Access.Grant.ToOrganisation(NewId<Grant>(), root, organisation, level, basis, by.At);
        records.Add(grant);
        return grant;
    }

    /// <summary>Goes on from the case numbers that were given out already.</summary>
    public async Task ReadNumbersAsync(CancellationToken ct)
    {
        foreach (var given in await db.Cases.IgnoreQueryFilters().GroupBy(c => c.FiscalYear).Select(g => new { g.Key, Last = g.Max(c => c.Sequence) }).ToListAsync(ct))
            numbers[given.Key] = given.Last;
    }

    /// <summary>Takes the index of people away until what this gives is let go: built once it is there, it costs a tenth.</summary>
    public async Task<IAsyncDisposable> WithoutSearchIndexAsync(CancellationToken ct)
    {
        var index = new SearchIndex(db, ct);
        await index.DropAsync();
        return index;
    }

    /// <summary>Copies the records; the audit waits for its order.</summary>
    public async Task CopyRecordsAsync(CancellationToken ct)
    {
        await CopyAsync(records, ct);
        records.Clear();
    }

    /// <summary>Copies the audit in the order of time, and the counters.</summary>
    public async Task CloseAsync(CancellationToken ct)
    {
        await CopyRecordsAsync(ct);
        foreach (var lines in audit.OrderBy(e => e.At).Chunk(20_000)) await CopyAsync(lines, ct);
        audit.Clear();
        foreach (var (year, last) in numbers)
            await db.Database.ExecuteSqlAsync($"""
                insert into case_number_counter (fiscal_year, last) values ({year}, {last})
                on conflict (fiscal_year) do update set last = excluded.last
                """, ct);
    }

    private async Task CopyAsync(IEnumerable<object> batch, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        db.AddRange(batch);
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        Rows += await copy.RunAsync(ct);
        await transaction.CommitAsync(ct);
    }

    private void Tell(Aggregate record, Permission permission, Stamp by)
    {
        Acts++;
        foreach (var done in record.TakeEvents()) audit.Add(new(new(by, permission), done.GetType().Name, record.Root, AuditWriter.Payload(done)));
    }

    /// <summary>A refused act is a mistake of the story.</summary>
    public static void Require(Outcome outcome)
    {
        if (!outcome.IsDone) throw new StoryException(string.Join(", ", outcome.Refusals.Select(r => $"{r.Code} {r.Field}")));
    }
}
