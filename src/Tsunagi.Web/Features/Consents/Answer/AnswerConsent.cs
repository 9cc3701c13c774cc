using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consents;

/// <summary>How a consent was given.</summary>
public sealed record GiveInput
{
    public ConsentGiver Giver { get; init; }
    public string? GiverName { get; init; }
    public RepresentativeStanding Standing { get; init; }
    public string? Authority { get; init; }
    /// <summary>Whether the person cannot judge the matter themself.</summary>
    public bool CannotJudge { get; init; }
    /// <summary>The person's age; needed only where no birth date is on record.</summary>
    public int? Age { get; init; }
    public string? ChildWish { get; init; }
    public ConsentForm Form { get; init; }
    public SignatureKind? Signature { get; init; }
    public string? WrittenBy { get; init; }
    public string? Words { get; init; }
    public string? Witness { get; init; }
    public string? InterpreterName { get; init; }
    public string? InterpreterFrom { get; init; }
    public bool InterpreterIsChild { get; init; }
    public string? On { get; init; }
    public string? Time { get; init; }
}

/// <summary>同意の返事を扱う: given, declined, asked again later, withdrawn, nobody who could – and its record corrected. Sharing follows at once.</summary>
public sealed class AnswerConsent(AppDb db, Work work, PlanWard ward, ConsentSharing sharing)
{
    public Task<Outcome> GiveAsync(Id<Consent> id, GiveInput input, CancellationToken ct) => ChangeAsync(id, async consent =>
    {
        var typed = new TypedInput();
        var interpreter = string.IsNullOrWhiteSpace(input.InterpreterName) ? null
            : new Interpreter(input.InterpreterName.Trim(), input.InterpreterFrom?.Trim() ?? "", input.InterpreterIsChild);
        var giving = new ConsentGiving(
            input.Giver, typed.Text(nameof(input.GiverName), input.GiverName, 100), input.Standing, typed.Text(nameof(input.Authority), input.Authority),
            !input.CannotJudge, typed.Text(nameof(input.ChildWish), input.ChildWish), input.Form, input.Signature,
            typed.Text(nameof(input.WrittenBy), input.WrittenBy, 100), typed.Text(nameof(input.Words), input.Words),
            typed.Text(nameof(input.Witness), input.Witness, 100), interpreter, typed.Instant(nameof(input.On), input.On, nameof(input.Time), input.Time, work.Now));
        return typed.Outcome.IsDone ? Give(consent, giving, await db.ConsentSubjectAsync(consent.SubjectId, ct), input.Age) : typed.Outcome;
    }, ct);

    private Outcome Give(Consent consent, ConsentGiving giving, ConsentSubject subject, int? typedAge)
    {
        if (subject.MayBeAsked() is { IsDone: false } dead) return dead;
        var age = subject.AgeOn(JapanTime.DateOf(giving.At), typedAge, nameof(GiveInput.Age));
        return age.IsDone ? ConsentFields.Rename(consent.Give(giving, age.Value, ward.Consents, work.Stamp)) : age;
    }

    public Task<Outcome> DeclineAsync(Id<Consent> id, string? words, string? askAgainOn, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new TypedInput();
        var (said, on) = (typed.Needed("Words", words), typed.Date("AskAgainOn", askAgainOn));
        if (!typed.Outcome.IsDone) return typed.Outcome;
        var declined = consent.Decline(said, work.Stamp);
        return declined.IsDone && on is { } day ? Named(consent.PlanToAskAgain(day, work.Stamp), "AskAgainOn") : declined;
    }, ct);

    public Task<Outcome> AskAgainAsync(Id<Consent> id, string? on, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new TypedInput();
        var day = typed.Date("AskAgainOn", on, required: true) ?? default;
        return typed.Outcome.IsDone ? Named(consent.PlanToAskAgain(day, work.Stamp), "AskAgainOn") : typed.Outcome;
    }, ct);

    public Task<Outcome> WithdrawAsync(Id<Consent> id, string? words, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new TypedInput();
        var said = typed.Text("Words", words);
        return typed.Outcome.IsDone ? consent.Withdraw(said, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> NobodyAsync(Id<Consent> id, string? reason, bool guardianship, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new TypedInput();
        var why = typed.Needed("Words", reason);
        return typed.Outcome.IsDone ? consent.FindNobody(why, guardianship, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> CorrectWithdrawalAsync(Id<Consent> id, string? reason, string? words, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new TypedInput();
        var (why, said) = (typed.Needed("Reason", reason), typed.Needed("Words", words));
        return typed.Outcome.IsDone ? consent.CorrectWithdrawal(why, said, work.Stamp) : typed.Outcome;
    }, ct, Permission.CorrectConsents);

    public Task<Outcome> AnnulAsync(Id<Consent> id, string? reason, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new TypedInput();
        var why = typed.Needed("Reason", reason);
        return typed.Outcome.IsDone ? consent.Annul(why, work.Stamp) : typed.Outcome;
    }, ct, Permission.CorrectConsents);

    private static Outcome Named(Outcome outcome, string field) =>
        outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r with { Field = field })]);

    private Task<Outcome> ChangeAsync(Id<Consent> id, Func<Consent, Outcome> change, CancellationToken ct, Permission permission = Permission.KeepConsents) =>
        ChangeAsync(id, consent => Task.FromResult(change(consent)), ct, permission);

    private async Task<Outcome> ChangeAsync(Id<Consent> id, Func<Consent, Task<Outcome>> change, CancellationToken ct, Permission permission = Permission.KeepConsents)
    {
        await work.TakeTurnAsync(db.Consents.Where(c => c.Id == id).Select(c => c.CaseId), ct);
        if (await db.Consents.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } consent) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(permission, consent.Root, ct);
        if (!may.IsDone) return may;
        var outcome = await change(consent);
        if (outcome.IsDone) outcome = await sharing.RefreshAsync(consent.CaseId, ward.Sharing, ct);
        return await work.FinishAsync(outcome, permission, consent.Root, ct);
    }
}
