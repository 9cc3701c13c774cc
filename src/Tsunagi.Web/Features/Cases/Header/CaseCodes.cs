using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Cases;

/// <summary>One code list as a case needs it: the codes to check against, the choices to offer, the words to show.</summary>
public sealed class CodeChoices(CodeList list, DateOnly day)
{
    /// <summary>What may be chosen today.</summary>
    public IReadOnlySet<string> Codes { get; } = list.ItemsAsOf(day).Select(i => i.Code).ToHashSet();

    /// <summary>The choices in order.</summary>
    public IReadOnlyList<SelectListItem> Items { get; } = [.. list.ItemsAsOf(day).Select(i => new SelectListItem(i.Name, i.Code))];

    /// <summary>The words of a code, closed ones too.</summary>
    public string Of(string code) => list.NameOf(code);
}

/// <summary>The ward's code lists and legal bases that the work on cases rests on, as of today.</summary>
public sealed class CaseCodes(CurrentWard ward, Work work)
{
    private readonly Dictionary<string, CodeChoices> lists = [];

    public CodeChoices Channels => List(CodeLists.Channel);
    public CodeChoices NoteForms => List(CodeLists.NoteForm);
    public CodeChoices SuspensionReasons => List(CodeLists.SuspensionReason);
    public CodeChoices ClosingOutcomes => List(CodeLists.ClosingOutcome);
    public CodeChoices HandoverReasons => List(CodeLists.HandoverReason);
    public CodeChoices Topics => List(CodeLists.ConsultationTopic);
    public CodeChoices Issues => List(CodeLists.Issue);

    /// <summary>What a note may say of itself.</summary>
    public NoteCodes Notes => new(Channels.Codes, NoteForms.Codes);

    /// <summary>The questions of the assessment sheet.</summary>
    public AssessmentCatalogue Assessment => new(AssessmentForm.Fields, Issues.Codes);

    /// <summary>
    /// The legal bases the actor's organisation may rest a disclosure on, by the kind of its holder (rules §5). Consent and
    /// 支援会議 are left out: they open records through their own acts, which check what they need.
    /// </summary>
    public IReadOnlyList<LegalBasisEntry> LegalBases => ward.Find(work.Actor.Organisation) is { } own
        ? [.. ward.Profile.LegalBasesFor(own.Holder, work.Today)
            .Where(b => b.Code is not (Domain.Profiles.LegalBases.Consent or Domain.Profiles.LegalBases.SupportConference))]
        : [];

    /// <summary>Whether a disclosure of the actor's organisation may rest on a basis.</summary>
    public bool MayRestOn(string? legalBasis) => LegalBases.Any(b => b.Code == legalBasis);

    // A page asks for the same words at every row, and the day of a work does not change.
    private CodeChoices List(string code)
    {
        if (!lists.TryGetValue(code, out var found)) lists.Add(code, found = new(ward.Profile.CodeList(code), work.Today));
        return found;
    }
}
