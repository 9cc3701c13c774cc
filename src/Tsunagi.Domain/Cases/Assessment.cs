using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

/// <summary>アセスメント: the understanding of a household, in versions. One for a case; every save is a version of its own.</summary>
public sealed class Assessment : Aggregate
{
    private readonly List<AssessmentVersion> versions = [];

    private Assessment() { }

    /// <summary>Begins the assessment of a case with its first version.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="sheet">What is known so far; blanks are allowed.</param>
    /// <param name="catalogue">The ward's questions.</param>
    /// <param name="by">By whom.</param>
    public static Outcome<Assessment> Start(
        Id<Assessment> id, Id<Case> caseId, AssessmentSheet sheet, AssessmentCatalogue catalogue, Stamp by)
    {
        var started = new Assessment { Id = id, CaseId = caseId };
        var written = started.Write(sheet, basedOn: 0, catalogue, by);
        return written.IsDone ? started : Outcome<Assessment>.Carry(written);
    }

    /// <summary>Its id.</summary>
    public Id<Assessment> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Case, CaseId);

    /// <summary>The case it belongs to.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>The number of the newest version.</summary>
    public int LatestNumber { get; private set; }

    /// <summary>Every version, oldest first.</summary>
    public IReadOnlyList<AssessmentVersion> Versions => [.. versions.OrderBy(v => v.Number)];

    /// <summary>The newest version.</summary>
    public AssessmentVersion Latest => versions.Single(v => v.Number == LatestNumber);

    /// <summary>The version with a number, or null.</summary>
    public AssessmentVersion? Find(int number) => versions.Find(v => v.Number == number);

    /// <summary>Adds a version. Refused as stale when somebody else added one since <paramref name="basedOn"/> was read.</summary>
    /// <param name="sheet">The whole sheet as it should be.</param>
    /// <param name="basedOn">The number of the version the editor had read; 0 for the first.</param>
    /// <param name="catalogue">The ward's questions.</param>
    /// <param name="by">By whom.</param>
    public Outcome Write(AssessmentSheet sheet, int basedOn, AssessmentCatalogue catalogue, Stamp by)
    {
        if (basedOn != LatestNumber)
            return Outcome.Refused(RefusalCode.Stale);
        if (sheet.Answers.GroupBy(a => a.Code).Where(g => g.Count() > 1).Select(g => new Refusal(RefusalCode.AnsweredTwice, g.Key)).ToList() is { Count: > 0 } twice)
            return Outcome.Refused(twice);
        var before = versions.Count == 0 ? AssessmentSheet.Empty : Latest.Sheet;
        var after = sheet.Normal();
        if (catalogue.Check(after, before) is { Count: > 0 } found)
            return Outcome.Refused(found);
        var difference = AssessmentDifference.Between(before, after);
        if (difference.IsEmpty)
            return Outcome.Refused(RefusalCode.NothingChanged);
        LatestNumber++;
        versions.Add(new(Id, LatestNumber, after, by));
        Record(new AssessmentWritten(Id, CaseId, LatestNumber, string.Join(' ', difference.Answers.Select(a => a.Code))));
        return Outcome.Done;
    }
}

/// <summary>アセスメントの版: what was understood at one time. Never changed; a handoff encloses exactly one of them.</summary>
public sealed class AssessmentVersion
{
    private AssessmentVersion() { }

    internal AssessmentVersion(Id<Assessment> assessment, int number, AssessmentSheet sheet, Stamp by) =>
        (AssessmentId, Number, Sheet, WrittenBy, OrganisationId, WrittenAt) =
        (assessment, number, sheet, by.Account, by.Organisation, by.At);

    /// <summary>The assessment.</summary>
    public Id<Assessment> AssessmentId { get; private set; }

    /// <summary>From 1, in order.</summary>
    public int Number { get; private set; }

    /// <summary>What it says.</summary>
    public AssessmentSheet Sheet { get; private set; } = AssessmentSheet.Empty;

    /// <summary>Who wrote it.</summary>
    public Id<Account> WrittenBy { get; private set; }

    /// <summary>For which organisation.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset WrittenAt { get; private set; }
}

/// <summary>A version of an assessment was written.</summary>
/// <param name="Assessment">The assessment.</param>
/// <param name="Case">The case.</param>
/// <param name="Number">The number of the version.</param>
/// <param name="Changed">The codes of the questions that changed, separated by blanks.</param>
public sealed record AssessmentWritten(Id<Assessment> Assessment, Id<Case> Case, int Number, string Changed) : DomainEvent;
