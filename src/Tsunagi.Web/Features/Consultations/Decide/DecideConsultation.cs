using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>対応を決める: information, keeping, a visit. つなぐ is decided by the handoff itself, when it is sent.</summary>
public sealed class DecideConsultation(AppDb db, Work work, IntakeCodes codes, ConsultationCase cases)
{
    /// <summary>Decides on a received consultation.</summary>
    public async Task<Outcome> RunAsync(Id<Consultation> id, ConsultationInput input, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Consultation, id);
        var may = await work.MayAsync(Permission.WriteConsultation, root, ct);
        if (!may.IsDone) return may;
        var consultation = await db.Consultations.Include(c => c.Persons).SingleAsync(c => c.Id == id, ct);
        var refusals = Check(input);
        var outcome = refusals.Count > 0 ? Outcome.Refused(refusals) : await ApplyAsync(consultation, input, ct);
        return await work.FinishAsync(outcome, Permission.WriteConsultation, root, ct);
    }

    /// <summary>対応待ちに戻す.</summary>
    public async Task<Outcome> ReopenAsync(Id<Consultation> id, string? reason, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Consultation, id);
        var may = await work.MayAsync(Permission.WriteConsultation, root, ct);
        if (!may.IsDone) return may;
        var consultation = await db.Consultations.SingleAsync(c => c.Id == id, ct);
        return await work.FinishAsync(consultation.Reopen(reason, work.Stamp), Permission.WriteConsultation, root, ct, reason: reason);
    }

    /// <summary>What stands in the way of the chosen step, with its field.</summary>
    internal IReadOnlyList<Refusal> Check(ConsultationInput input)
    {
        var typed = new TypedInput();
        switch (Step(input, typed))
        {
            case NextStep.Information:
                if (TypedText.Field(input.OutcomeText) is null) typed.Refuse(RefusalCode.Required, nameof(input.OutcomeText));
                if (input.AgreedToEnd is null) typed.Refuse(RefusalCode.Required, nameof(input.AgreedToEnd));
                break;
            case NextStep.Visit:
                if (typed.Date(nameof(input.VisitOn), input.VisitOn, required: true) < work.Today) typed.Refuse(RefusalCode.DateInPast, nameof(input.VisitOn));
                if (TypedText.Field(input.VisitAction) is null) typed.Refuse(RefusalCode.Required, nameof(input.VisitAction));
                break;
        }
        return typed.Refusals;
    }

    /// <summary>Takes the chosen step.</summary>
    internal async Task<Outcome> ApplyAsync(Consultation consultation, ConsultationInput input, CancellationToken ct) =>
        Step(input, new()) switch
        {
            NextStep.Later or NextStep.HandOff => Outcome.Done,
            NextStep.Information => consultation.EndWithInformation(input.OutcomeText, input.AgreedToEnd, work.Stamp),
            NextStep.Keep => await KeepAsync(consultation, input, ct),
            NextStep.Visit => PlanVisit(consultation, input),
        };

    private static NextStep Step(ConsultationInput input, TypedInput typed) => typed.Choice<NextStep>(nameof(input.Next), input.Next) ?? NextStep.Later;

    private async Task<Outcome> KeepAsync(Consultation consultation, ConsultationInput input, CancellationToken ct)
    {
        if (TypedText.Field(input.Case) is null or ConsultationInput.NewCase) return consultation.KeepIn((await cases.OpenAsync(consultation, ct)).Id, input.OutcomeText, work.Stamp);
        if (!Id<Case>.TryParse(input.Case, null, out var running)) return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Case));
        var taken = await cases.TakeInAsync(consultation, running, ct);
        return taken.IsDone ? consultation.KeepIn(running, input.OutcomeText, work.Stamp) : taken;
    }

    private Outcome PlanVisit(Consultation consultation, ConsultationInput input)
    {
        var typed = new TypedInput();
        var subject = consultation.Content.Persons.FirstOrDefault(person => person.As == ConcernedAs.Subject)?.PersonId;
        var content = new LeadContent(consultation.OwnWords.Length > 0 ? consultation.OwnWords : string.Join('\n', consultation.Statements.Select(said => $"{said.Speaker}：{said.Words}")),
            consultation.Visitor.Relation ?? UnknownSource, JapanTime.DateOf(consultation.At))
        {
            Person = subject,
            SourceName = consultation.Visitor.Name,
            Consultation = consultation.Id,
        };
        var next = new LeadNext(work.Actor.Account, input.VisitAction?.Trim() ?? "", typed.Date(nameof(input.VisitOn), input.VisitOn) ?? default);
        var noticed = Lead.Notice(work.NewId<Lead>(), content, next, codes.LeadRules, work.Today, work.Stamp);
        if (!noticed.IsDone) return noticed;
        var outcome = consultation.PlanVisit(noticed.Value.Id, input.OutcomeText, work.Stamp);
        if (!outcome.IsDone) return outcome;
        db.Leads.Add(noticed.Value);
        work.GrantTo(work.Actor.Organisation, noticed.Value.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return outcome;
    }

    // The code of 名のらない人 in the ward's list of relations.
    private const string UnknownSource = "unknown";
}
