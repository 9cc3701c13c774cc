using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>How a list of consultations is narrowed, sorted and paged.</summary>
public sealed record ConsultationFilter
{
    public ConsultationState? State { get; init; }
    public bool Mine { get; init; }
    public string? Topic { get; init; }
    public bool OldestFirst { get; init; }

    /// <summary>The last row of the page before, as <see cref="ConsultationPage.Next"/> gave it.</summary>
    public string? After { get; init; }

    public int Size { get; init; } = 50;
}

/// <summary>One row of the list.</summary>
public sealed record ConsultationRow(
    Id<Consultation> Id, DateTimeOffset At, ConsultationState State, string? Name, string? WorstTopic, string? Urgency, string Worker, bool HasDangerSign);

/// <summary>One page of the list.</summary>
public sealed record ConsultationPage(IReadOnlyList<ConsultationRow> Rows, string? Next);

/// <summary>自窓口の相談一覧, paged by key so that a long list costs no more than a short one.</summary>
public sealed class ConsultationList(AppDb db, Work work)
{
    private const int Most = 200;

    /// <summary>The rows of one's own desk that a filter leaves.</summary>
    public async Task<ConsultationPage> RunAsync(ConsultationFilter filter, CancellationToken ct)
    {
        var size = Math.Clamp(filter.Size, 1, Most);
        var found = await Sorted(After(Narrowed(filter), filter), filter.OldestFirst).Take(size + 1).Select(c => new ConsultationRow(
            c.Id, c.At, c.State,
            db.Set<ConsultationPerson>().Where(p => p.ConsultationId == c.Id && p.TakenBackAt == null && p.As == ConcernedAs.Subject)
                .Join(db.PersonsByName(), p => p.PersonId, p => p.Id, (_, p) => p).Select(p => (p.Name.Family ?? p.Name.Common ?? "") + " " + (p.Name.Given ?? "")).FirstOrDefault() ?? c.Visitor.Name,
            c.WorstTopic, c.Urgency, db.Accounts.Where(a => a.Id == c.WorkerId).Select(a => a.Name).FirstOrDefault() ?? "", c.DangerSigns.Count > 0))
            .ToListAsync(ct);
        work.Saw(Permission.ListConsultations, RootRef.System);
        var rows = found.Take(size).ToList();
        return new(rows, found.Count > size ? new PageKey(rows[^1].At, rows[^1].Id.Value).ToString() : null);
    }

    private IQueryable<Consultation> Narrowed(ConsultationFilter filter)
    {
        var rows = db.Consultations.AsNoTracking().Where(c => c.OrganisationId == work.Actor.Organisation);
        if (filter.State is { } state) rows = rows.Where(c => c.State == state);
        if (filter.Mine) rows = rows.Where(c => c.WorkerId == work.Actor.Account);
        if (filter.Topic is { Length: > 0 } topic) rows = rows.Where(c => c.Topics.Contains(topic));
        return rows;
    }

    private static IQueryable<Consultation> After(IQueryable<Consultation> rows, ConsultationFilter filter)
    {
        if (PageKey.Read(filter.After) is not { } last) return rows;
        var (at, id) = (last.At, new Id<Consultation>(last.Id));
        return filter.OldestFirst
            ? rows.Where(c => c.At > at || (c.At == at && c.Id.CompareTo(id) > 0))
            : rows.Where(c => c.At < at || (c.At == at && c.Id.CompareTo(id) < 0));
    }

    private static IOrderedQueryable<Consultation> Sorted(IQueryable<Consultation> rows, bool oldestFirst) =>
        oldestFirst ? rows.OrderBy(c => c.At).ThenBy(c => c.Id) : rows.OrderByDescending(c => c.At).ThenByDescending(c => c.Id);
}
