using Tsunagi.Domain.Access;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.People.SamePersons;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People;

/// <summary>People through the API, by the same handlers as the pages.</summary>
static class PeopleApi
{
    public sealed record Phone(string Number, string? Note);
    public sealed record Belonging(Id<Household> Household, string Relation, LivingTogether Living);
    public sealed record Contact(Id<Domain.Consultations.Consultation> Consultation, DateTimeOffset At, Domain.Consultations.ConsultationState State);
    public sealed record Death(string? DiedOn);
    public sealed record Shown(
        Id<Person> Id, int? Version, Id<Organisation> Holder, PersonName Name, string? BirthDate, string? Gender, string? Language, bool NeedsInterpreter,
        string? Notes, PersonSource Source, bool IsLocationProtected, PersonLocation? Location, IReadOnlyList<Phone> Phones, string? DiedOn,
        IReadOnlyList<Belonging> Households, IReadOnlyList<PersonKin> Kin, IReadOnlyList<Contact> Consultations, IReadOnlyList<Id<Person>> SameAs);
    public sealed record Identified(Id<Person> Id);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/people");
        group.MapGet("/{id}", ShowAsync).Permit(Permission.SeePerson).Produces<Shown>();
        group.MapPut("/{id}", CorrectAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/death", DiedAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/kin", RelateAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/kin/{tie}/separation", SeparateAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/kin/{tie}/end", EndKinAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/kin/{tie}/removal", TakeBackKinAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/ties", TieAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/ties/{tie:int}/change", ChangeTieAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/ties/{tie:int}/end", EndTieAsync).Permit(Permission.WritePerson).Produces<Identified>();
        group.MapPost("/{id}/ties/{tie:int}/removal", TakeBackTieAsync).Permit(Permission.WritePerson).Produces<Identified>();
    }

    private static async Task<ApiAnswer> ShowAsync(Id<Person> id, SeePerson see, SeeMergedRecords merged, CancellationToken ct)
    {
        var seen = await see.RunAsync(id, ct);
        var same = seen.IsDone ? await merged.IdsAsync(seen.Value, ct) : [];
        return ApiAnswer.Of(seen, () =>
        {
            var (person, details) = (seen.Value, seen.Value.Details);
            var places = !person.IsLocationProtected && person.Access.Shows(FieldClasses.Contact);
            return ApiAnswer.Ok(new Shown(
                id, person.Version, person.Holder, details.Name, details.BirthDate?.ToString(), details.Gender, details.Language, details.NeedsInterpreter,
                details.Notes, details.Source, person.IsLocationProtected, places ? details.Location : null,
                places ? [.. details.Phones.Select(p => new Phone(p.Number.Text, p.Note))] : [], person.DiedOn?.ToString(),
                [.. person.Households.Select(h => new Belonging(h.Id, h.Relation, h.Living))],
                person.Kin,
                [.. person.Contacts.Select(c => new Contact(c.Id, c.At, c.State))], same));
        });
    }

    private static async Task<ApiAnswer> CorrectAsync(Id<Person> id, PersonInput input, CorrectPerson correct, CancellationToken ct) =>
        ApiAnswer.Of(await correct.RunAsync(id, input, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> DiedAsync(Id<Person> id, Death input, CorrectPerson correct, CancellationToken ct) =>
        ApiAnswer.Of(await correct.DiedAsync(id, input.DiedOn, ct), () => ApiAnswer.Ok(new Identified(id)));

    private static async Task<ApiAnswer> RelateAsync(Id<Person> id, KinInput input, WriteKin write, CancellationToken ct) => Done(id, await write.RelateAsync(id, input, ct));

    private static async Task<ApiAnswer> SeparateAsync(Id<Person> id, Id<KinTie> tie, KinInput input, WriteKin write, CancellationToken ct) => Done(id, await write.SeparateAsync(id, tie, input, ct));

    private static async Task<ApiAnswer> EndKinAsync(Id<Person> id, Id<KinTie> tie, KinInput input, WriteKin write, CancellationToken ct) => Done(id, await write.EndAsync(id, tie, input, ct));

    private static async Task<ApiAnswer> TakeBackKinAsync(Id<Person> id, Id<KinTie> tie, KinInput input, WriteKin write, CancellationToken ct) => Done(id, await write.TakeBackAsync(id, tie, input, ct));

    private static async Task<ApiAnswer> TieAsync(Id<Person> id, TieInput input, WriteTies write, CancellationToken ct) => Done(id, await write.TieAsync(id, input, ct));

    private static async Task<ApiAnswer> ChangeTieAsync(Id<Person> id, int tie, TieInput input, WriteTies write, CancellationToken ct) => Done(id, await write.ChangeAsync(id, tie, input, ct));

    private static async Task<ApiAnswer> EndTieAsync(Id<Person> id, int tie, TieInput input, WriteTies write, CancellationToken ct) => Done(id, await write.EndAsync(id, tie, input, ct));

    private static async Task<ApiAnswer> TakeBackTieAsync(Id<Person> id, int tie, TieInput input, WriteTies write, CancellationToken ct) => Done(id, await write.TakeBackAsync(id, tie, input, ct));

    private static ApiAnswer Done(Id<Person> id, Outcome outcome) => ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new Identified(id)));
}
