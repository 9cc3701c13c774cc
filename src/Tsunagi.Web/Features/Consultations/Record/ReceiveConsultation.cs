using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>相談を受け付ける: writes down the consultation, the people and the household it names, and what follows, in one act.</summary>
public sealed class ReceiveConsultation(AppDb db, Work work, IntakeCodes codes, DecideConsultation decide, TellPersonsApart apart)
{
    /// <summary>Receives what was typed.</summary>
    public async Task<Outcome<Id<Consultation>>> RunAsync(ConsultationInput input, CancellationToken ct)
    {
        var id = input.Id is { } given ? await db.FormOfAsync(given, work, ct) : work.NewId<Consultation>();
        await work.TakeTurnAsync(id, ct);
        var outcome = await ReceiveAsync(id, input, ct);
        outcome = await work.FinishAsync(outcome, Permission.RecordConsultation, RootRef.Of(RootKind.Consultation, id), ct);
        return outcome.IsDone ? id : Outcome<Id<Consultation>>.Carry(outcome);
    }

    private async Task<Outcome> ReceiveAsync(Id<Consultation> id, ConsultationInput input, CancellationToken ct)
    {
        if (await LoadOrBeginAsync(id, ct) is not { } consultation) return Outcome.Refused(RefusalCode.NotFound);
        if (consultation.State != ConsultationState.Draft) return Outcome.Refused(RefusalCode.WrongState);
        var typed = new TypedInput();
        var content = ReadConsultation.Content(input, typed);
        var (people, refused) = await PeopleAsync(input, typed, await db.OriginOfAsync(id, ct), ct);
        content = content with { Persons = people.Persons, Household = people.Household };
        // Fields that could not be read are told once, with what is wrong in them.
        var unread = typed.Refusals.Select(refusal => refusal.Field).ToHashSet();
        var checks = content.Check(codes.Rules, work.Now).Where(refusal => !(unread.Contains("Date") && refusal.Field == "At")).Select(Rename);
        Refusal[] refusals = [.. typed.Refusals, .. refused, .. checks, .. decide.Check(input)];
        if (refusals.Length > 0) return Outcome.Refused(refusals);
        var received = consultation.Receive(content, codes.Rules, work.Stamp);
        return received.IsDone ? await decide.ApplyAsync(consultation, input, ct) : received;
    }

    private async Task<Consultation?> LoadOrBeginAsync(Id<Consultation> id, CancellationToken ct)
    {
        if (await db.Consultations.Include(c => c.Persons).SingleOrDefaultAsync(c => c.Id == id, ct) is { } draft) return draft;
        if (await db.IsConsultationTakenAsync(id, ct)) return null;
        var begun = Consultation.Begin(id, new Dictionary<string, string>(), work.Stamp);
        db.Consultations.Add(begun);
        work.GrantTo(work.Actor.Organisation, begun.Root, AccessLevel.Manage, GrantBasis.Assignment);
        return begun;
    }

    /// <summary>The people named, new ones written down for this desk, and their household when there are several.</summary>
    private async Task<((IReadOnlyList<Concerned> Persons, Id<Household>? Household) People, IReadOnlyList<Refusal> Refused)> PeopleAsync(
        ConsultationInput input, TypedInput typed, Guid? outOf, CancellationToken ct)
    {
        List<Refusal> refused = [];
        var details = ReadConsultation.Subject(input, typed, work.Today);
        var members = ReadConsultation.Members(input, typed, work.Today);
        Person? subject = null;
        if (input.PersonId is { } known)
        {
            subject = await db.Persons.SingleOrDefaultAsync(p => p.Id == known, ct);
            if (subject is null) refused.Add(new(RefusalCode.UnknownCode, nameof(input.PersonId)));
        }
        else if (details is not null)
        {
            subject = Write(details, outOf, refused, refusal => refusal.Field switch
            {
                "Family" or "Given" => nameof(input.PersonName),
                "FamilyKana" or "GivenKana" => nameof(input.PersonKana),
                "BirthDate" => nameof(input.PersonBirth),
                "Gender" => nameof(input.PersonGender),
                "Address" => nameof(input.PersonAddress),
                var field => field,
            });
        }
        if (subject is null) return (([], null), refused);
        await apart.NoteAsync(subject, input.NotSame, ct);
        List<Concerned> persons = [new(subject.Id, ConcernedAs.Subject)];
        if (members.Count == 0) return ((persons, await HouseholdOfAsync(subject.Id, ct)), refused);
        var household = await OpenHouseholdAsync(subject, refused, ct);
        foreach (var (person, belonging, row) in members)
        {
            if (Write(person, outOf, refused, refusal => $"Members[{row}].{(refusal.Field == "BirthDate" ? "Birth" : refusal.Field is "FamilyKana" or "GivenKana" ? "Kana" : "Name")}") is not { } member) continue;
            persons.Add(new(member.Id, ConcernedAs.HouseholdMember));
            if (household is null) continue;
            refused.AddRange(household.Join(member, belonging, work.Today, work.Stamp).Refusals.Select(r => r with { Field = $"Members[{row}].{r.Field}" }));
        }
        return ((persons, household?.Id), refused);
    }

    private Person? Write(PersonDetails details, Guid? outOf, List<Refusal> refused, Func<Refusal, string?> field)
    {
        var written = db.WritePerson(work, details, outOf);
        refused.AddRange(written.Refusals.Select(refusal => refusal with { Field = field(refusal) }));
        return written.IsDone ? written.Value : null;
    }

    private Task<Id<Household>?> HouseholdOfAsync(Id<Person> person, CancellationToken ct) =>
        db.Households.Where(h => h.HolderId == work.Actor.Organisation && h.Members.Any(m => m.PersonId == person && m.Until == null))
            .OrderByDescending(h => h.FormedAt).Select(h => (Id<Household>?)h.Id).FirstOrDefaultAsync(ct);

    private async Task<Household?> OpenHouseholdAsync(Person subject, List<Refusal> refused, CancellationToken ct)
    {
        if (await HouseholdOfAsync(subject.Id, ct) is { } existing) return await db.Households.SingleAsync(h => h.Id == existing, ct);
        var formed = db.FormHousehold(work, subject);
        refused.AddRange(formed.Refusals.Select(refusal => refusal with { Field = "PersonId" }));
        return formed.IsDone ? formed.Value : null;
    }

    // The form has the date and the time in two fields.
    private static Refusal Rename(Refusal refusal) => refusal.Field == nameof(ConsultationContent.At) ? refusal with { Field = nameof(ConsultationInput.Date) } : refusal;
}
