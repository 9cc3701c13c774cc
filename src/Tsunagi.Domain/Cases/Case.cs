using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>支援ケース: one organisation's continuing responsibility for one household.</summary>
/// <remarks>
/// A case always has exactly one responsible organisation until it is closed; only an accepted handover changes it.
/// Who may see a case is told by its grants, never by the case itself.
/// </remarks>
public sealed class Case : Aggregate
{
    private readonly List<ResponsibilityPeriod> periods = [];

    private Case() { }

    /// <summary>Opens a case for an organisation.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="number">Its yearly number.</param>
    /// <param name="origin">What it grew out of.</param>
    /// <param name="by">Who opens it; their organisation becomes the responsible one.</param>
    public static Case Open(Id<Case> id, CaseNumber number, CaseOrigin origin, Stamp by)
    {
        var opened = new Case
        {
            Id = id,
            FiscalYear = number.FiscalYear,
            Sequence = number.Sequence,
            ConsultationId = origin.Consultation,
            HandoffId = origin.Handoff,
            OrganisationId = by.Organisation,
            ResponsibleWorkerId = by.Account,
            OpenedAt = by.At,
        };
        opened.periods.Add(new(id, 1, by.Organisation, by.At));
        opened.Record(new CaseOpened(id, by.Organisation, origin.Consultation, origin.Handoff));
        return opened;
    }

    /// <summary>Its id.</summary>
    public Id<Case> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Case, Id);

    /// <summary>The fiscal year of its number.</summary>
    public int FiscalYear { get; private set; }

    /// <summary>Its place within that year.</summary>
    public int Sequence { get; private set; }

    /// <summary>What people are quoted.</summary>
    public CaseNumber Number => new(FiscalYear, Sequence);

    /// <summary>支援中・休止・終結.</summary>
    public CaseState State { get; private set; }

    /// <summary>The one organisation that answers for the case now (担当).</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>The worker in charge inside that organisation; none while a change of hands is being arranged.</summary>
    public Id<Account>? ResponsibleWorkerId { get; private set; }

    /// <summary>The consultation it grew out of, if it did.</summary>
    public Id<Consultation>? ConsultationId { get; private set; }

    /// <summary>The accepted handoff that opened it, if one did.</summary>
    public Id<Handoff>? HandoffId { get; private set; }

    /// <summary>When it was opened.</summary>
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>When it was closed, if it is.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>The open end of the current responsibility; null once closed. The database ties it to a period.</summary>
    public DateTimeOffset? ResponsibleUntil { get; private set; } = DateTimeOffset.MaxValue;

    /// <summary>Who was responsible when, oldest first, without gap or overlap.</summary>
    public IReadOnlyList<ResponsibilityPeriod> Periods => periods;

    /// <summary>Moves the responsibility to another organisation. Called only by an accepted <see cref="Handover"/>.</summary>
    internal void HandOverTo(Id<Organisation> organisation, Id<Account>? worker, DateTimeOffset at)
    {
        periods[^1].End(at);
        periods.Add(new(Id, periods.Count + 1, organisation, at));
        (OrganisationId, ResponsibleWorkerId) = (organisation, worker);
    }
}

/// <summary>What a case grew out of; at most one is set.</summary>
/// <param name="Consultation">The consultation a desk kept.</param>
/// <param name="Handoff">The handoff that was accepted.</param>
public readonly record struct CaseOrigin(Id<Consultation>? Consultation = null, Id<Handoff>? Handoff = null);

/// <summary>A case was opened.</summary>
public sealed record CaseOpened(
    Id<Case> Case, Id<Organisation> Organisation, Id<Consultation>? Consultation, Id<Handoff>? Handoff) : DomainEvent;
