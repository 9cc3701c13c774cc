using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>What a sender writes, from the page and through the API.</summary>
public sealed record HandoffInput
{
    public HandoffKind Kind { get; init; }

    /// <summary>
    /// The sender's case, or the consultation. With both, a consultation that is in no case yet goes into that one when it is sent:
    /// a running case of the sender's about the same people or their household.
    /// </summary>
    public Id<Case>? Case { get; init; }
    public Id<Consultation>? Consultation { get; init; }

    /// <summary>The returned or withdrawn handoff that this one follows.</summary>
    public Id<Handoff>? After { get; init; }

    public Id<Organisation>? Receiver { get; init; }
    public OutsideInput? Outside { get; init; }
    public string? Asked { get; init; }
    public IReadOnlyList<string> Topics { get; init; } = [];
    public string? MainTopic { get; init; }
    public string? Urgency { get; init; }
    public string? District { get; init; }
    public IReadOnlyList<string> Dangers { get; init; } = [];
    public string? DeskContact { get; init; }
    public IReadOnlyList<EnclosureInput> Enclosures { get; init; } = [];
    public EnclosedSheetInput? Assessment { get; init; }
    public CriteriaInput? Criteria { get; init; }

    /// <summary>The version that was read, when a draft is revised.</summary>
    public int? Version { get; init; }
}

/// <summary>Somebody outside the system.</summary>
public sealed record OutsideInput(string? Kind, string? Name, string? Contact);

/// <summary>One class of information to be enclosed.</summary>
public sealed record EnclosureInput(EnclosedPart Part, string? Text, string? LegalBasis, string? BasisReason, EnclosureOpens Opens);

/// <summary>The assessment sheet of the sender's case, or a document that stands for it.</summary>
/// <param name="Version">The version to enclose; the newest if none is named.</param>
/// <param name="EquivalentDocument">同等の書類: what another agency's form with the same items is called.</param>
public sealed record EnclosedSheetInput(int? Version, string? EquivalentDocument);

/// <summary>The three criteria.</summary>
public sealed record CriteriaInput(CriterionInput? Complex, CriterionInput? Roles, CriterionInput? BeyondMeetings)
{
    /// <summary>The sheet, or null while an answer is missing.</summary>
    public CriteriaSheet? ToSheet() =>
        Complex?.ToView() is { } complex && Roles?.ToView() is { } roles && BeyondMeetings?.ToView() is { } meetings
            ? new(complex, roles, meetings)
            : null;
}

/// <summary>One criterion.</summary>
public sealed record CriterionInput(CriterionAnswer? Answer, string? Reason)
{
    internal CriterionView? ToView() => Answer is { } answer ? new(answer, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim()) : null;
}
