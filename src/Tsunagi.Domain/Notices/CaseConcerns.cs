using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Notices;

/// <summary>印を付け直した一回.</summary>
/// <param name="Codes">What was marked from then on.</param>
/// <param name="By">Who.</param>
/// <param name="At">When.</param>
public sealed record ConcernMark(IReadOnlyList<string> Codes, Id<Account> By, DateTimeOffset At);

/// <summary>行き詰まり・孤立・危険の印: how the work on a case stands, in the ward's codes. One for a case; every change stays.</summary>
public sealed class CaseConcerns : Aggregate
{
    private CaseConcerns() { }

    /// <summary>Nothing is marked yet.</summary>
    public CaseConcerns(Id<Case> @case) => CaseId = @case;

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Case, CaseId);

    /// <summary>What is marked now.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    /// <summary>Every change, oldest first.</summary>
    public IReadOnlyList<ConcernMark> Marks { get; private set; } = [];

    /// <summary>Marks anew: what is not named is no longer marked.</summary>
    public Outcome Mark(IReadOnlyList<string> codes, IReadOnlySet<string> offered, Stamp by)
    {
        List<string> marked = [.. codes.Distinct().Order(StringComparer.Ordinal)];
        if (marked.Exists(code => !offered.Contains(code) && !Codes.Contains(code))) return Outcome.Refused(RefusalCode.UnknownCode, nameof(Codes));
        if (marked.SequenceEqual(Codes)) return Outcome.Refused(RefusalCode.NothingChanged, nameof(Codes));
        Codes = marked;
        Marks = [.. Marks, new(marked, by.Account, by.At)];
        Record(new CaseConcernsMarked(CaseId, marked));
        return Outcome.Done;
    }
}

/// <summary>What is marked on a case was changed.</summary>
public sealed record CaseConcernsMarked(Id<Case> Case, IReadOnlyList<string> Codes) : DomainEvent;
