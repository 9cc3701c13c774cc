using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.AuditTrail;

/// <summary>What a line of the audit tells of.</summary>
public enum AuditDeed
{
    /// <summary>A record was looked at.</summary>
    Seen,
    /// <summary>A record was put on a form to be printed.</summary>
    Printed,
    /// <summary>An act was refused.</summary>
    Refused,
    /// <summary>Something was written or moved.</summary>
    Done,
}

/// <summary>How the audit is narrowed, as it is typed or stands in an address.</summary>
public sealed record AuditFilter
{
    /// <summary>The first day; where no record is asked for, the last seven days unless something else is typed.</summary>
    public string? From { get; init; }

    /// <summary>The last day.</summary>
    public string? Until { get; init; }

    public string? Organisation { get; init; }
    public string? Account { get; init; }
    public string? Deed { get; init; }
    public string? CaseNumber { get; init; }

    /// <summary>One record, by its id: where <see cref="AuditRow.Record"/> leads.</summary>
    public string? Record { get; init; }

    /// <summary>Where the page before ended, as <see cref="AuditPage.Next"/> gave it.</summary>
    public string? After { get; init; }
}

/// <summary>One line, and what it leads to.</summary>
/// <param name="Line">The line in words.</param>
/// <param name="Account">Who.</param>
/// <param name="Kind">The kind of record.</param>
/// <param name="Record">Which record; null where the line is about none.</param>
/// <param name="Name">The number of a case, or the name of a colleague whose account it is; of other records nothing.</param>
public sealed record AuditRow(AuditLine Line, Id<Account> Account, RootKind Kind, Guid? Record, string? Name);

/// <summary>One page of lines, newest first.</summary>
/// <param name="From">The first day that was asked for; null where all are.</param>
/// <param name="Until">The last.</param>
/// <param name="Rows">The lines.</param>
/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record AuditPage(DateOnly? From, DateOnly? Until, IReadOnlyList<AuditRow> Rows, string? Next);

/// <summary>監査記録, paged by key. To look at it is itself a look, and where one record is asked for, a look at that record.</summary>
public sealed class ListAudit(AppDb db, Work work, AuditLines lines, NameBook names, AuditKey keys)
{
    private const int PageSize = 100;
    private const int DaysShown = 7;
    private const string Typed = "記入あり";

    /// <summary>The lines a filter leaves.</summary>
    public async Task<Outcome<AuditPage>> RunAsync(AuditFilter filter, CancellationToken ct)
    {
        var typed = new TypedInput();
        var (from, until) = (typed.Date(nameof(filter.From), filter.From), typed.Date(nameof(filter.Until), filter.Until));
        if (from > until) typed.Refuse(RefusalCode.PeriodReversed, nameof(filter.Until));
        var deed = typed.Choice<AuditDeed>(nameof(filter.Deed), filter.Deed);
        var organisation = Parsed<Id<Organisation>>(typed, nameof(filter.Organisation), filter.Organisation);
        var account = Parsed<Id<Account>>(typed, nameof(filter.Account), filter.Account);
        var record = await CaseIn(typed, filter.CaseNumber, ct) ?? Parsed<Guid>(typed, nameof(filter.Record), filter.Record);
        if (!typed.Outcome.IsDone) return Outcome<AuditPage>.Carry(typed.Outcome);
        if (from is null && until is null && record is null) (from, until) = (work.Today.AddDays(1 - DaysShown), work.Today);

        var rows = db.AuditTrailFor(work.Actor.Account);
        if (record is { } one) rows = rows.Where(e => e.RootId == one);
        if (from is { } first) rows = rows.Where(e => e.At >= JapanTime.StartOf(first));
        if (until is { } last) rows = rows.Where(e => e.At < JapanTime.StartOf(last.AddDays(1)));
        if (organisation is { } office) rows = rows.Where(e => e.OrganisationId == office);
        if (account is { } who) rows = rows.Where(e => e.AccountId == who);
        return await PageAsync(Told(rows, deed).NewestBehind(keys.Open(filter.After, nameof(ListAudit), work.Actor.Account)), from, until, record, ct);
    }

    private async Task<AuditPage> PageAsync(IQueryable<AuditEntry> rows, DateOnly? from, DateOnly? until, Guid? record, CancellationToken ct)
    {
        var found = await rows.Take(PageSize + 1).ToListAsync(ct);
        var shown = found.Take(PageSize).ToList();
        work.Saw(Permission.SeeAudit, record is not null && shown is [var any, ..] ? new(any.RootKind, any.RootId) : RootRef.System);
        var numbers = await db.CaseNumbersOfAsync(shown.Where(e => e.RootKind == RootKind.Case).Select(e => e.RootId), ct);
        await names.ForAsync(shown.Where(e => e.RootKind == RootKind.Account).Select(e => (Id<Account>?)new Id<Account>(e.RootId)), [], ct);
        var words = await lines.OfAsync(shown, _ => Typed, ct);
        return new(from, until, [.. shown.Zip(words, (e, line) => new AuditRow(line, e.AccountId, e.RootKind, e.RootId == Guid.Empty ? null : e.RootId, NameOf(e, numbers)))],
            found.Count > PageSize ? keys.Seal(shown[^1], nameof(ListAudit), work.Actor.Account) : null);
    }

    private string? NameOf(AuditEntry entry, IReadOnlyDictionary<Guid, CaseNumber> numbers) => entry.RootKind switch
    {
        RootKind.Case => numbers.TryGetValue(entry.RootId, out var number) ? number.ToString() : null,
        RootKind.Account => names.Of(new Id<Account>(entry.RootId)),
        _ => null,
    };

    private static IQueryable<AuditEntry> Told(IQueryable<AuditEntry> rows, AuditDeed? deed) => deed switch
    {
        AuditDeed.Seen => rows.Where(e => e.Kind == AuditEntry.Seen),
        AuditDeed.Printed => rows.Where(e => e.Kind == AuditEntry.Printed),
        AuditDeed.Refused => rows.Where(e => e.Kind == AuditEntry.Refused),
        AuditDeed.Done => rows.Acts(),
        null => rows,
    };

    private async Task<Guid?> CaseIn(TypedInput typed, string? text, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (CaseNumber.Read(text) is { } number && await db.CaseNumberedAsync(number, ct) is { } found) return found;
        typed.Refuse(RefusalCode.CaseNumberUnknown, nameof(AuditFilter.CaseNumber));
        return null;
    }

    private static T? Parsed<T>(TypedInput typed, string field, string? text) where T : struct, IParsable<T>
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (T.TryParse(text, null, out var id)) return id;
        typed.Refuse(RefusalCode.UnknownCode, field);
        return null;
    }
}
