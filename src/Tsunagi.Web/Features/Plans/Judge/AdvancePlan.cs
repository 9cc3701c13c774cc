using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Plans;

/// <summary>One subject's signature.</summary>
public sealed record SignInput
{
    public Id<Person>? Subject { get; init; }
    /// <summary>How it was signed; nothing where the person could not sign and agreed in words.</summary>
    public SignatureKind? Kind { get; init; }
    public string? WrittenBy { get; init; }
    public string? Words { get; init; }
    public string? On { get; init; }
}

/// <summary>プランを進める: sign, submit, take back, drop, bring into force, resume, end on the conference's conclusion.</summary>
public sealed class AdvancePlan(AppDb db, Work work, PlanWard ward, ConsentSharing sharing, DraftDecision decisions, NameBook names)
{
    private readonly PlanChanges changes = new(db, work);

    public Task<Outcome> SignAsync(Id<Plan> id, int version, SignInput input, CancellationToken ct) => SharingAsync(id, async plan =>
    {
        var typed = new TypedInput();
        var signature = new PlanSignature(
            input.Subject ?? default, input.Kind, typed.Text(nameof(input.WrittenBy), input.WrittenBy, 100), typed.Text(nameof(input.Words), input.Words),
            typed.Date(nameof(input.On), input.On) ?? work.Today, work.Stamp);
        return typed.Outcome.IsDone ? await NamedAsync(plan.Sign(version, signature, await changes.ConsentsAsync(plan, ct), ward.Plans), ct) : typed.Outcome;
    }, ct);

    // Whose goal is missing is said by name: it need not be the one who signs.
    private async Task<Outcome> NamedAsync(Outcome signed, CancellationToken ct)
    {
        var missing = signed.Refusals.Where(r => r.Code == RefusalCode.PlanGoalMissing && r.About is not null).ToDictionary(r => r.About!, r => Id<Person>.Parse(r.About!, null));
        if (missing.Count == 0) return signed;
        await names.ForAsync([], missing.Values, ct);
        return Outcome.Refused([.. signed.Refusals.Select(r => r.About is { } who && missing.TryGetValue(who, out var person) ? r with { About = names.Called(person) } : r)]);
    }

    public Task<Outcome> SubmitAsync(Id<Plan> id, int version, CancellationToken ct) =>
        SharingAsync(id, plan => Task.FromResult(plan.Submit(version, ward.Plans, work.Stamp)), ct);

    public Task<Outcome> TakeBackAsync(Id<Plan> id, int version, string? reason, CancellationToken ct) =>
        SharingAsync(id, plan => Task.FromResult(WithText(reason, text => plan.TakeBack(version, text, work.Stamp))), ct);

    public Task<Outcome> DropAsync(Id<Plan> id, int version, string? reason, CancellationToken ct) =>
        SharingAsync(id, plan => Task.FromResult(WithText(reason, text => plan.Drop(version, text, work.Stamp))), ct);

    public Task<Outcome> ActivateAsync(Id<Plan> id, int version, string? monitoringOn, CancellationToken ct) => SharingAsync(id, async plan =>
    {
        var typed = new TypedInput();
        var on = typed.Date(nameof(PlanContent.MonitoringOn), monitoringOn);
        return typed.Outcome.IsDone ? plan.Activate(version, on, await changes.ConsentsAsync(plan, ct), ward.Plans, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> ResumeAsync(Id<Plan> id, int version, string? reason, string? nextOn, CancellationToken ct) => SharingAsync(id, async plan =>
    {
        var typed = new TypedInput();
        if (!await db.TakesNewWorkAsync(plan.CaseId, ct)) return Outcome.Refused(RefusalCode.CaseIsClosed);
        var (why, on) = (typed.Needed("Reason", reason), typed.Date("NextOn", nextOn, required: true) ?? default);
        return typed.Outcome.IsDone ? plan.Resume(version, why, on, await changes.ConsentsAsync(plan, ct), ward.Plans, work.Stamp) : typed.Outcome;
    }, ct);

    public Task<Outcome> CloseAsync(Id<Plan> id, int version, string? reason, CancellationToken ct) =>
        SharingAsync(id, plan => Task.FromResult(WithText(reason, text => plan.Close(version, text, work.Stamp))), ct);

    private static Outcome WithText(string? reason, Func<string, Outcome> change)
    {
        var typed = new TypedInput();
        var text = typed.Needed("Reason", reason);
        return typed.Outcome.IsDone ? change(text) : typed.Outcome;
    }

    private Task<Outcome> SharingAsync(Id<Plan> id, Func<Plan, Task<Outcome>> change, CancellationToken ct) => changes.RunAsync(id, Permission.WritePlan, async plan =>
    {
        var outcome = await change(plan);
        if (outcome.IsDone) await decisions.LapseAsync(plan.Id.Value, plan.Awaits, ct);
        if (outcome.IsDone) outcome = await sharing.RefreshAsync(plan.CaseId, ward.Sharing, ct);
        return outcome;
    }, ct);
}
