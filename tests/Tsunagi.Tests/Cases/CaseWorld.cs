using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Cases;

/// <summary>Names, codes and a clock for tests of cases.</summary>
internal sealed class CaseWorld
{
    public static readonly Id<Organisation> Desk = IdSource.Named<Organisation>("desk");
    public static readonly Id<Organisation> Hub = IdSource.Named<Organisation>("hub");
    public static readonly Id<Organisation> Shakyo = IdSource.Named<Organisation>("shakyo");
    public static readonly Id<Account> Sato = IdSource.Named<Account>("sato");
    public static readonly Id<Account> Suzuki = IdSource.Named<Account>("suzuki");
    public static readonly Id<Account> Tanaka = IdSource.Named<Account>("tanaka");
    public static readonly Id<Person> Mother = IdSource.Named<Person>("mother");
    public static readonly Id<Person> Son = IdSource.Named<Person>("son");

    public static readonly IReadOnlySet<string> SuspensionReasons = new HashSet<string> { "hospital", "prison" };
    public static readonly IReadOnlySet<string> Outcomes = new HashSet<string> { "goal-met", "other-agency" };
    public static readonly IReadOnlySet<string> HandoverReasons = new HashSet<string> { "moved", "main-agency" };
    public static readonly NoteCodes Offered = new(new HashSet<string> { "visit", "phone" }, new HashSet<string> { "soap", "summary" });

    private int made;

    /// <summary>10:00 in Tokyo, 2026-05-11.</summary>
    public DateTimeOffset Now { get; set; } = JapanTime.At(new(2026, 5, 11), new(10, 0));

    public DateOnly Today => JapanTime.DateOf(Now);

    public Id<T> Id<T>() => IdSource.Named<T>($"{made++}");

    public Stamp By(Id<Organisation> organisation, Id<Account>? account = null) => new(account ?? Sato, organisation, Now);

    public Stamp ByDesk => By(Desk);

    public Case Open() => Case.Open(Id<Case>(), new(2026, 1), default, ByDesk);

    public Handover Offer(Case @case, Id<Organisation> to) =>
        Handover.Offer(Id<Handover>(), @case, new(to, "moved", "鍵は隣家が預かる"), false, HandoverReasons, By(@case.OrganisationId)).Value;

    public static NoteDraft NoteAt(DateTimeOffset at, bool isContact = true) =>
        new(at, "visit", "summary", [new(ParagraphKind.Fact, "郵便受けがあふれている", new(FactSourceKind.Observation))], [], isContact);
}

internal static class OutcomeAssertions
{
    public static void IsDone(this Outcome outcome) => Assert.Empty(outcome.Refusals);

    public static void IsRefused(this Outcome outcome, RefusalCode code) => Assert.Contains(code, outcome.Refusals.Select(r => r.Code));
}
