using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>相談を訂正・補記する: what stood there stays visible.</summary>
public sealed class CorrectConsultation(AppDb db, Work work, IntakeCodes codes)
{
    /// <summary>Writes the fields anew; the people stay as they were named.</summary>
    /// <param name="id">Which consultation.</param>
    /// <param name="version">The version the form was filled in from.</param>
    /// <param name="input">The fields as they should read.</param>
    /// <param name="reason">Why, where something is replaced.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome> RunAsync(Id<Consultation> id, int version, ConsultationInput input, string? reason, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Consultation, id);
        var may = await work.MayAsync(Permission.WriteConsultation, root, ct);
        if (!may.IsDone) return may;
        var consultation = await db.Consultations.Include(c => c.Persons).SingleAsync(c => c.Id == id, ct);
        return await work.FinishAsync(Correct(consultation, version, input, reason), Permission.WriteConsultation, root, ct, reason: reason);
    }

    private Outcome Correct(Consultation consultation, int version, ConsultationInput input, string? reason)
    {
        if (consultation.Version != version) return Outcome.Refused(RefusalCode.Stale);
        var typed = new TypedInput();
        var content = ReadConsultation.Content(input, typed);
        // The form shows minutes only; a contact that is corrected elsewhere keeps its second.
        if (JapanTime.LocalOf(content.At).ToString("yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture)
            == JapanTime.LocalOf(consultation.At).ToString("yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture)) content = content with { At = consultation.At };
        content = content with { Persons = consultation.Content.Persons, Household = consultation.HouseholdId };
        if (typed.Refusals.Count > 0) return Outcome.Refused(typed.Refusals);
        var outcome = consultation.Correct(content, reason, codes.Rules, work.Stamp);
        return outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r.Field == nameof(content.At) ? r with { Field = nameof(input.Date) } : r)]);
    }

    /// <summary>The form as it stands now.</summary>
    public static ConsultationInput Filled(Consultation c) => new()
    {
        Id = c.Id,
        Date = Words.DateWords.Of(JapanTime.DateOf(c.At)),
        Time = Words.DateWords.Time(c.At),
        Channel = c.Channel,
        Route = c.Route,
        VisitorName = c.Visitor.Name,
        VisitorRelation = c.Visitor.Relation,
        VisitorAgency = c.Visitor.Agency,
        VisitorContact = c.Visitor.Contact,
        Topics = [.. c.Topics],
        WorstTopic = c.WorstTopic,
        OwnWords = c.OwnWords,
        Wishes = c.Wishes,
        Care = c.Care,
        Observations = c.Observations,
        Statements = [.. c.Statements.Select(said => new StatementInput { Speaker = said.Speaker, Words = said.Words }), new()],
        Urgency = c.Urgency,
        DangerSigns = [.. c.DangerSigns],
        Agreement = c.Agreement.ToString(),
        AgreementWords = c.AgreementWords,
        Minutes = c.Minutes?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };
}
