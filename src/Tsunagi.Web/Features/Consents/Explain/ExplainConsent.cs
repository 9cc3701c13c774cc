using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consents;

/// <summary>What was explained to whom. Days may be written as people write them.</summary>
public sealed record ExplainInput
{
    public Id<Person>? Subject { get; init; }
    public List<string> Purposes { get; init; } = [];
    public List<string> Recipients { get; init; } = [];
    public List<string> Fields { get; init; } = [];
    public string? From { get; init; }
    public string? Until { get; init; }
    public string? Explainer { get; init; }
    public string? On { get; init; }
    public string? Time { get; init; }
    public string? Language { get; init; }
    public string? InterpreterName { get; init; }
    public string? InterpreterFrom { get; init; }
    public bool InterpreterIsChild { get; init; }
    public string? Words { get; init; }
    /// <summary>The consent this one takes the place of, after a withdrawal or expiry.</summary>
    public Id<Consent>? Follows { get; init; }
}

/// <summary>An actual agency the person was told of.</summary>
public sealed record TellInput
{
    public string? Name { get; init; }
    public string? Category { get; init; }
    public Id<Organisation>? Organisation { get; init; }
}

/// <summary>同意の説明を記録する: to a person of the case, for the first time or again.</summary>
public sealed class ExplainConsent(AppDb db, Work work, PlanWard ward)
{
    /// <summary>The language where none is said.</summary>
    public const string UsualLanguage = "日本語";

    public async Task<Outcome<Id<Consent>>> RunAsync(Id<Case> caseId, ExplainInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Case, caseId);
        var may = await work.MayAsync(Permission.KeepConsents, root, ct);
        if (!may.IsDone) return Outcome<Id<Consent>>.Carry(may);
        var typed = new TypedInput();
        var subject = await SubjectAsync(caseId, input.Subject, typed, ct);
        var (scope, explanation) = Read(input, typed);
        if (!typed.Outcome.IsDone) return await RefuseAsync(typed.Outcome, root, ct);
        if (input.Follows is { } follows && !await db.Consents.AnyAsync(c => c.Id == follows && c.CaseId == caseId && c.SubjectId == subject, ct))
            return await RefuseAsync(Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Follows)), root, ct);
        var explained = Consent.Explain(work.NewId<Consent>(), caseId, subject, scope, explanation, input.Follows, ward.Consents, work.Stamp);
        if (explained.IsDone) db.Consents.Add(explained.Value);
        var saved = await work.FinishAsync(explained, Permission.KeepConsents, root, ct);
        return saved.IsDone ? explained.Value.Id : Outcome<Id<Consent>>.Carry(saved);
    }

    private async Task<Id<Person>> SubjectAsync(Id<Case> @case, Id<Person>? chosen, TypedInput typed, CancellationToken ct)
    {
        if (chosen is not { } subject || !await db.Cases.AnyAsync(c => c.Id == @case && c.Persons.Any(p => p.PersonId == subject && p.LeftAt == null), ct))
        {
            typed.Refuse(RefusalCode.Required, nameof(ExplainInput.Subject));
            return default;
        }
        typed.Add((await db.ConsentSubjectAsync(subject, ct)).MayBeAsked(nameof(ExplainInput.Subject)).Refusals);
        return subject;
    }

    /// <summary>Explains again: after a decline, 判断困難, or at the person's wish before they answered.</summary>
    public async Task<Outcome> AgainAsync(Id<Consent> id, ExplainInput input, CancellationToken ct)
    {
        if (await db.Consents.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } consent) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(Permission.KeepConsents, consent.Root, ct);
        if (!may.IsDone) return may;
        var typed = new TypedInput();
        var (scope, explanation) = Read(input, typed);
        typed.Add((await db.ConsentSubjectAsync(consent.SubjectId, ct)).MayBeAsked().Refusals);
        var outcome = typed.Outcome.IsDone ? consent.ExplainAgain(scope, explanation, ward.Consents, work.Stamp) : typed.Outcome;
        return await work.FinishAsync(outcome, Permission.KeepConsents, consent.Root, ct);
    }

    public async Task<Outcome> TellAsync(Id<Consent> id, TellInput input, CancellationToken ct)
    {
        if (await db.Consents.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } consent) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(Permission.KeepConsents, consent.Root, ct);
        if (!may.IsDone) return may;
        var typed = new TypedInput();
        var name = typed.Needed(nameof(input.Name), input.Name, 100);
        var outcome = typed.Outcome.IsDone ? consent.TellAgency(name, input.Category ?? "", input.Organisation, work.Stamp) : typed.Outcome;
        return await work.FinishAsync(outcome, Permission.KeepConsents, consent.Root, ct);
    }

    private (ConsentScope, ConsentExplanation) Read(ExplainInput input, TypedInput typed)
    {
        var from = typed.Date(nameof(input.From), input.From) ?? work.Today;
        var until = typed.Date(nameof(input.Until), input.Until) ?? from.AddMonths(ward.Deadlines.ConsentMonths).AddDays(-1);
        var interpreter = string.IsNullOrWhiteSpace(input.InterpreterName) ? null
            : new Interpreter(input.InterpreterName.Trim(), input.InterpreterFrom?.Trim() ?? "", input.InterpreterIsChild);
        var scope = new ConsentScope([.. input.Purposes], [.. input.Recipients], [.. input.Fields], from, until);
        var explanation = new ConsentExplanation(
            typed.Needed(nameof(input.Explainer), input.Explainer, 100), typed.Instant(nameof(input.On), input.On, nameof(input.Time), input.Time, work.Now),
            string.IsNullOrWhiteSpace(input.Language) ? UsualLanguage : input.Language.Trim(), interpreter, typed.Text(nameof(input.Words), input.Words));
        typed.Add(ConsentFields.Rename(Outcome.From(Consent.CheckExplained(scope, explanation, ward.Consents, work.Stamp))).Refusals);
        return (scope, explanation);
    }

    private async Task<Outcome<Id<Consent>>> RefuseAsync(Outcome outcome, RootRef root, CancellationToken ct) =>
        Outcome<Id<Consent>>.Carry(await work.FinishAsync(outcome, Permission.KeepConsents, root, ct));
}

/// <summary>The rules' names of fields, as the form calls them.</summary>
static class ConsentFields
{
    public static Outcome Rename(Outcome outcome) => outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r with
    {
        Field = r.Field switch
        {
            nameof(ConsentScope.RecipientCategories) => nameof(ExplainInput.Recipients),
            nameof(ConsentScope.FieldClasses) => nameof(ExplainInput.Fields),
            nameof(ConsentExplanation.At) => nameof(ExplainInput.On),
            nameof(Interpreter) => nameof(ExplainInput.InterpreterName),
            var same => same,
        },
    })]);
}
