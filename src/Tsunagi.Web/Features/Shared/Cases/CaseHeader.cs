using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Shared;

/// <summary>One more statement of the state line of a case, from another feature (同意, つなぎの状況).</summary>
/// <param name="Term">What it tells of.</param>
/// <param name="Words">What it says.</param>
/// <param name="Tone">How it weighs.</param>
public sealed record CaseFact(string Term, string Words, Tone Tone = Tone.Neutral)
{
    /// <summary>Where it leads.</summary>
    public string? Href { get; init; }
}

/// <summary>ケースの状態欄に加わるもの: a feature that has something to say about every case says it here.</summary>
public interface ICaseFactSource
{
    /// <summary>What it says about a case the viewer may see; nothing where there is nothing to say.</summary>
    Task<IReadOnlyList<CaseFact>> OfAsync(Id<Case> id, AccessDecision decision, CancellationToken ct);
}

/// <summary>ケースの見出しのタブ: each is a page of its own under /cases/{id}/…; a feature registers the ones it brings.</summary>
/// <param name="Key">Its name in the page that shows it.</param>
/// <param name="Label">Its word.</param>
/// <param name="Order">Its place: 経過 10, 世帯 20, アセスメント 30, プラン 40, 会議 50, つなぎ 60, 同意 70, 閲覧履歴 90.</param>
/// <param name="Href">Where it is for a case.</param>
/// <param name="Permission">Who sees it.</param>
public sealed record CaseTab(string Key, string Label, int Order, Func<Id<Case>, string> Href, Permission Permission = Permission.SeeCase);

/// <summary>ケースの見出し: what stands above every page of a case.</summary>
public sealed record CaseHeader
{
    public required Id<Case> Id { get; init; }
    public required string Number { get; init; }
    public required CaseState State { get; init; }
    public required int Version { get; init; }
    public required Id<Organisation> OrganisationId { get; init; }
    public required string Organisation { get; init; }
    public string? Worker { get; init; }
    public string? Deputy { get; init; }
    public NextAction? NextAction { get; init; }
    public bool NextIsOverdue { get; init; }
    public DateOnly? ReviewOn { get; init; }
    public DateOnly? ContactDueOn { get; init; }
    public bool ContactIsOverdue { get; init; }
    public required IReadOnlyList<PersonLabel> Persons { get; init; }
    public required AccessDecision Decision { get; init; }
    public required IReadOnlyList<CaseFact> Facts { get; init; }
    public required IReadOnlyList<CaseTab> Tabs { get; init; }

    /// <summary>Whom the case is about, in one line.</summary>
    public string Title => Persons.Count switch
    {
        0 => "氏名不詳",
        1 => Persons[0].Name,
        _ => $"{Persons[0].Name} ほか{Persons.Count - 1}人",
    };

    /// <summary>Whether the viewer, by role and grant, may change it; nobody may once it is closed.</summary>
    public required bool MayManage { get; init; }

    /// <summary>Whether the viewer, by role and grant, may write into it.</summary>
    public required bool MayWrite { get; init; }

    /// <summary>Whether the viewer may open its own page, and not only pages that other features add to it.</summary>
    public required bool MayOpen { get; init; }
}

/// <summary>A person of the case as the viewer may name them.</summary>
public sealed record PersonLabel(Id<Person> Id, string Name, CasePersonRole Role, bool IsReference);

/// <summary>Loads the head of a case, once the right to see the case was asked for.</summary>
public sealed class CaseHeaders(AppDb db, Work work, CurrentWard ward, NameBook names, IEnumerable<ICaseFactSource> sources, IEnumerable<CaseTab> tabs)
{
    /// <summary>The head of a case; refused like absent for those who may not know of it.</summary>
    public async Task<Outcome<CaseHeader>> OpenAsync(Id<Case> id, Permission permission, CancellationToken ct)
    {
        var may = await work.MayAsync(permission, RootRef.Of(RootKind.Case, id), ct);
        if (!may.IsDone)
            return Outcome<CaseHeader>.Carry(may);
        var @case = await FindAsync(db, id, work.Now, ct);
        // Handed on to others between the question and the look.
        return @case is null ? new Refusal(RefusalCode.NotFound) : await OfAsync(@case, may.Value, ct);
    }

    private static readonly Func<AppDb, Id<Case>, DateTimeOffset, CancellationToken, Task<Case?>> FindAsync = EF.CompileAsyncQuery(
        (AppDb db, Id<Case> id, DateTimeOffset now, CancellationToken _) => db.Cases.AsNoTracking().AsSplitQuery()
            .Include(c => c.Persons).Include(c => c.Suspensions)
            .Include(c => c.Assignments.Where(a => a.From <= now && now < a.Until))
            .Include(c => c.Deputies.Where(d => d.From <= now && now < d.Until))
            .SingleOrDefault(c => c.Id == id));

    private async Task<CaseHeader> OfAsync(Case @case, AccessDecision decision, CancellationToken ct)
    {
        var (worker, deputy) = (@case.WorkerAt(work.Now), @case.DeputyAt(work.Now));
        var book = await names.ForAsync([worker, deputy, @case.NextAction?.Who], @case.CurrentPersons.Select(p => p.PersonId), ct);
        var facts = new List<CaseFact>();
        foreach (var source in sources)
            facts.AddRange(await source.OfAsync(@case.Id, decision, ct));
        var contactDue = @case.ContactDueOn(ward.Profile.RulesAsOf(work.Today).Deadlines.ContactGapDays);
        return new()
        {
            Id = @case.Id,
            Number = @case.Number.ToString(),
            State = @case.State,
            Version = @case.Version,
            OrganisationId = @case.OrganisationId,
            Organisation = ward.NameOf(@case.OrganisationId),
            Worker = worker is { } w ? book.Of(w) : null,
            Deputy = deputy is { } d ? book.Of(d) : null,
            // What is to be done tells of the person; that and by when it is due belongs to the case's existence.
            NextAction = decision.Shows(FieldClasses.Narrative) ? @case.NextAction : @case.NextAction is { } next ? next with { Text = "（内容は表示できません）" } : null,
            NextIsOverdue = @case.NextDueOn < work.Today,
            ReviewOn = @case.State == CaseState.Suspended ? @case.Suspensions[^1].ReviewOn : null,
            ContactDueOn = contactDue,
            ContactIsOverdue = contactDue < work.Today,
            Persons = [.. @case.CurrentPersons.OrderByDescending(p => p.IsReference)
                .Select(p => new PersonLabel(p.PersonId, book.Of(p.PersonId), p.Role, p.IsReference))],
            Decision = decision,
            MayManage = AccessPolicy.Allows(work.Actor, decision, Permission.ManageCase) && @case.State != CaseState.Closed,
            MayWrite = AccessPolicy.Allows(work.Actor, decision, Permission.WriteCase),
            MayOpen = AccessPolicy.Allows(work.Actor, decision, Permission.SeeCase),
            Facts = facts,
            Tabs = [.. tabs.Where(t => AccessPolicy.Allows(work.Actor, decision, t.Permission)).OrderBy(t => t.Order)],
        };
    }
}
