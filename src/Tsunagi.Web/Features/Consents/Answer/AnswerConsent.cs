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
    /// <summary>The person's age; needed where it decides who consents.</summary>
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

/// <summary>同意の返事を扱う: given, declined, asked again later, withdrawn, nobody who could. Sharing follows at once.</summary>
public sealed class AnswerConsent(AppDb db, Work work, PlanWard ward, ConsentSharing sharing)
{
    public Task<Outcome> GiveAsync(Id<Consent> id, GiveInput input, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new Typed();
        var interpreter = string.IsNullOrWhiteSpace(input.InterpreterName) ? null
            : new Interpreter(input.InterpreterName.Trim(), input.InterpreterFrom?.Trim() ?? "", input.InterpreterIsChild);
        var giving = new ConsentGiving(
            input.Giver, typed.Text(input.GiverName, nameof(input.GiverName), 100), input.Standing, typed.Text(input.Authority, nameof(input.Authority)),
            !input.CannotJudge, typed.Text(input.ChildWish, nameof(input.ChildWish)), input.Form, input.Signature,
            typed.Text(input.WrittenBy, nameof(input.WrittenBy), 100), typed.Text(input.Words, nameof(input.Words)),
            typed.Text(input.Witness, nameof(input.Witness), 100), interpreter, typed.Instant(input.On, input.Time, nameof(input.On), work.Now));
        return typed.Outcome.IsDone ? ConsentFields.Rename(consent.Give(giving, input.Age, ward.Consents, work.Stamp)) : typed.Outcome;
    }, ct);

    public Task<Outcome> DeclineAsync(Id<Consent> id, string? words, string? askAgainOn, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new Typed();
        var (said, on) = (typed.Needed(words, "Words"), typed.DayIfAny(askAgainOn, "AskAgainOn"));
        if (!typed.Outcome.IsDone) return typed.Outcome;
        var declined = consent.Decline(said, work.Stamp);
        return declined.IsDone && on is { } day ? Named(consent.PlanToAskAgain(day, work.Stamp), "AskAgainOn") : declined;
    }, ct);

    public Task<Outcome> AskAgainAsync(Id<Consent> id, string? on, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new Typed();
        var day = typed.Day(on, "AskAgainOn");
        return typed.Outcome.IsDone ? Named(consent.PlanToAskAgain(day, work.Stamp), "AskAgainOn") : typed.Outcome;
    }, ct);

    public Task<Outcome> WithdrawAsync(Id<Consent> id, string? words, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new Typed();
        var said = typed.Text(words, "Words");
        return typed.Outcome.IsDone ? consent.Withdraw(said, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> NobodyAsync(Id<Consent> id, string? reason, bool guardianship, CancellationToken ct) => ChangeAsync(id, consent =>
    {
        var typed = new Typed();
        var why = typed.Needed(reason, "Words");
        return typed.Outcome.IsDone ? consent.FindNobody(why, guardianship, work.Stamp) : typed.Outcome;
    }, ct);

    private static Outcome Named(Outcome outcome, string field) =>
        outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r with { Field = field })]);

    private async Task<Outcome> ChangeAsync(Id<Consent> id, Func<Consent, Outcome> change, CancellationToken ct)
    {
        if (await db.Consents.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } consent) return Outcome.Refused(RefusalCode.NotFound);
        var may = await work.MayAsync(Permission.KeepConsents, consent.Root, ct);
        if (!may.IsDone) return may;
        var outcome = change(consent);
        if (outcome.IsDone) outcome = await sharing.RefreshAsync(consent.CaseId, ward.Sharing, ct);
        return await work.FinishAsync(outcome, Permission.KeepConsents, consent.Root, ct);
    }
}
