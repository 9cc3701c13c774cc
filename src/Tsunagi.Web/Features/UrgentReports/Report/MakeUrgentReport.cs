using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>The one card, from the page and through the API.</summary>
public sealed record UrgentReportInput
{
    public string? Kind { get; init; }

    /// <summary>Whom it is about, where they are written down: their names go before <see cref="About"/>.</summary>
    public IReadOnlyList<Id<Person>> Persons { get; init; } = [];
    public string? About { get; init; }
    public string? Facts { get; init; }
    public bool ImminentDanger { get; init; }
    public IReadOnlyList<string> EmergencyCalls { get; init; } = [];

    /// <summary>The recipient, if it works in the system; its name otherwise.</summary>
    public Id<Organisation>? Team { get; init; }
    public string? Recipient { get; init; }
    public string? TakenBy { get; init; }
    public DateTimeOffset? ReportedAt { get; init; }
    public string? Reply { get; init; }

    /// <summary>自分の職場のこと: colleagues do not see the report.</summary>
    public bool OwnWorkplace { get; init; }

    /// <summary>Colleagues do not see the report, as of one out of a sealed matter.</summary>
    internal bool ForMyselfAlone { get; init; }
    public string? ReporterName { get; init; }
    public string? ReporterRelation { get; init; }
    public string? ReporterContact { get; init; }
    public Id<Case>? Case { get; init; }
    public Id<Consultation>? Consultation { get; init; }
    public Id<Matter>? Matter { get; init; }
}

/// <summary>通告・通報する: no consent, criteria or approval in its way (rules §4).</summary>
public sealed class MakeUrgentReport(AppDb db, Work work, UrgentReportGround ground, ReportedPersons persons)
{
    public async Task<Outcome<Id<UrgentReport>>> RunAsync(UrgentReportInput input, CancellationToken ct)
    {
        foreach (var root in Sources(input))
            if (!await SeesAsync(root, ct))
                return await RefuseAsync(Outcome.Refused(RefusalCode.NotFound), ct);
        var about = await AboutAsync(input, ct);
        List<Refusal> checks = [.. Check(input)];
        if (about is null) checks.Add(new(RefusalCode.UnknownCode, nameof(input.Persons)));
        if (checks.Count > 0) return await RefuseAsync(Outcome.Refused(checks), ct);
        var made = UrgentReport.Make(work.NewId<UrgentReport>(), ToCard(input with { About = about }), ground.RulesOf(input.Kind ?? ""), work.Stamp);
        if (!made.IsDone) return await RefuseAsync(made, ct);
        var report = made.Value;
        if (HasReporter(input) && KeepReporter(report, input) is { IsDone: false } unkept) return await RefuseAsync(unkept, ct);
        db.UrgentReports.Add(report);
        Grant(report, input);
        var outcome = await work.FinishAsync(Outcome.Done, Permission.MakeUrgentReport, report.Root, ct, LegalBases.StatutoryReport);
        return outcome.IsDone ? report.Id : Outcome<Id<UrgentReport>>.Carry(outcome);
    }

    /// <summary>
    /// The team sees the report, and who reported it. The reporter's colleagues do too, unless it concerns their own
    /// workplace or came out of a sealed matter: what leaves the zone leaves it for the recipient, not for the office.
    /// </summary>
    private void Grant(UrgentReport report, UrgentReportInput input)
    {
        if (report.TeamId is { } team)
            work.GrantTo(team, report.Root, AccessLevel.Manage, GrantBasis.Statutory).By(report.Id.Value, LegalBases.StatutoryReport);
        if (input.OwnWorkplace || input.Matter is not null || input.ForMyselfAlone)
            work.GrantTo(work.Actor.Account, report.Root, AccessLevel.Contribute, GrantBasis.Statutory).By(report.Id.Value, LegalBases.StatutoryReport);
        else
            work.GrantTo(report.OrganisationId, report.Root, AccessLevel.Contribute, GrantBasis.Statutory).By(report.Id.Value, LegalBases.StatutoryReport);
    }

    private Outcome<ReporterIdentity> KeepReporter(UrgentReport report, UrgentReportInput input)
    {
        var kept = ReporterIdentity.Keep(
            work.NewId<ReporterIdentity>(), report, input.ReporterName, input.ReporterRelation, input.ReporterContact, work.Stamp);
        if (!kept.IsDone) return kept;
        db.ReporterIdentities.Add(kept.Value);
        work.GrantTo(kept.Value.TeamId, kept.Value.Root, AccessLevel.Read, GrantBasis.Statutory).By(report.Id.Value, LegalBases.StatutoryReport);
        return kept;
    }

    /// <summary>
    /// The card without a source that has gone out of the actor's sight since it was opened: nothing may stand in the way of a report
    /// (rules §4). What came out of a sealed matter stays the actor's own.
    /// </summary>
    public async Task<UrgentReportInput> WithSeenSourceAsync(UrgentReportInput input, CancellationToken ct)
    {
        foreach (var root in Sources(input))
            if (!await SeesAsync(root, ct))
                input = root.Kind switch
                {
                    RootKind.Case => input with { Case = null, Persons = [] },
                    RootKind.Consultation => input with { Consultation = null, Persons = [] },
                    _ => input with { Matter = null, ForMyselfAlone = true },
                };
        return input;
    }

    // Out of a sealed matter comes only what a reader of it reports: who stands at its door knows nothing of what is in it.
    private async Task<bool> SeesAsync(RootRef root, CancellationToken ct) =>
        (await work.DecideAsync(root, ct)).Level >= (root.Kind == RootKind.Matter ? AccessLevel.Read : AccessLevel.Envelope);

    // Null where somebody is named who is not of the source. The recipient may not open a person's record: what is needed of it is told in words.
    private async Task<string?> AboutAsync(UrgentReportInput input, CancellationToken ct)
    {
        if (input.Persons.Count == 0) return input.About ?? "";
        var named = (await persons.InAsync(input.Case, input.Consultation, ct)).Where(p => input.Persons.Contains(p.Id)).ToList();
        return named.Count < input.Persons.Distinct().Count() ? null : string.Join('\n', named.Select(p => p.Words).Append(input.About?.Trim()).Where(w => !string.IsNullOrEmpty(w)));
    }

    private IEnumerable<Refusal> Check(UrgentReportInput input)
    {
        if (input.Kind is { Length: > 0 } kind && !ground.Kinds.Any(k => k.Code == kind)) yield return new(RefusalCode.UnknownCode, nameof(input.Kind));
        if (input.Team is { } team && ground.EntryOf(team) is null) yield return new(RefusalCode.UnknownCode, nameof(input.Recipient));
        if (input.OwnWorkplace && input.Team == work.Actor.Organisation) yield return new(RefusalCode.OwnWorkplace, nameof(input.Team));
        if (input.EmergencyCalls.Any(number => !UrgentReportWords.Emergency.Any(e => e.Number == number))) yield return new(RefusalCode.UnknownCode, nameof(input.EmergencyCalls));
    }

    private UrgentReportCard ToCard(UrgentReportInput input) => new(
        input.Kind ?? "",
        input.About ?? "",
        input.Facts ?? "",
        input.ImminentDanger,
        [.. input.EmergencyCalls],
        new(input.Team is { } team ? ground.EntryOf(team)!.Name : input.Recipient?.Trim() ?? "", input.Team, Blank(input.TakenBy)),
        input.ReportedAt ?? work.Now,
        Blank(input.Reply),
        new(input.Case, input.Consultation, input.Matter));

    private static bool HasReporter(UrgentReportInput input) =>
        Blank(input.ReporterName) is not null || Blank(input.ReporterRelation) is not null || Blank(input.ReporterContact) is not null;

    private static IEnumerable<RootRef> Sources(UrgentReportInput input)
    {
        if (input.Case is { } @case) yield return RootRef.Of(RootKind.Case, @case);
        if (input.Consultation is { } consultation) yield return RootRef.Of(RootKind.Consultation, consultation);
        if (input.Matter is { } matter) yield return RootRef.Of(RootKind.Matter, matter);
    }

    private async Task<Outcome<Id<UrgentReport>>> RefuseAsync(Outcome refused, CancellationToken ct) =>
        Outcome<Id<UrgentReport>>.Carry(await work.FinishAsync(refused, Permission.MakeUrgentReport, RootRef.System, ct));

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
