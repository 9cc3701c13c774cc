using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.ProtectedLocations;

/// <summary>支援措置 through the API, by the same handlers as the pages – all but one: the location itself never leaves this way.</summary>
static class ProtectedLocationsApi
{
    public sealed record Identified(Id<Person> Person);
    public sealed record Reason(string? Text);
    public sealed record Decision(bool Confirmed, string? Reason);
    public sealed record Reader(Id<ProtectedLocationReader> Id, string Name, string Purpose, DateTimeOffset From, DateTimeOffset Until, string NamedBy, string? ByTelephone);
    public sealed record Read(DateTimeOffset At, string Name, Id<Organisation> Organisation, string Purpose);
    public sealed record Shown(
        Id<Person> Person, bool IsProtected, ProtectionState? State, DateOnly? From, DateOnly? ReviewOn, string? CertifiedBy,
        DateTimeOffset? ReadsUntil, IReadOnlyList<Reader>? Readers, IReadOnlyList<Read>? Reads, IReadOnlyList<HouseholdPerson> Household);

    public static void Map(RouteGroupBuilder api)
    {
        var group = api.MapGroup("/people/{id}/protection");
        group.MapGet("/", ShowAsync).Permit(Permission.SeeProtection).Produces<Shown>();
        group.MapPost("/", async (Id<Person> id, ProtectionInput input, ProtectPerson protect, CancellationToken ct) => Answer(await protect.RunAsync(id, input, ct), id))
            .Permit(Permission.ProtectPerson).Produces<Identified>();
        group.MapPost("/renewal", async (Id<Person> id, ProtectionInput input, ProtectPerson protect, CancellationToken ct) => Answer(await protect.RenewAsync(id, input, ct), id))
            .Permit(Permission.ProtectPerson).Produces<Identified>();
        group.MapPost("/location", async (Id<Person> id, ProtectedPlace input, WriteLocation write, CancellationToken ct) => Answer(await write.RunAsync(id, input, ct), id))
            .Permit(Permission.WriteProtectedLocation).Produces<Identified>();
        group.MapPost("/readers", async (Id<Person> id, ReaderInput input, AddReader add, CancellationToken ct) => Answer(await add.RunAsync(id, input, ct), id))
            .Permit(Permission.ManageProtection).Produces<Identified>();
        group.MapPost("/readers/by-telephone", async (Id<Person> id, ReaderInput input, AddReader add, CancellationToken ct) => Answer(await add.ByTelephoneAsync(id, input, ct), id))
            .Permit(Permission.ReadProtectedLocation).Produces<Identified>();
        group.MapPost("/readers/{reader}/end", async (Id<Person> id, Id<ProtectedLocationReader> reader, AddReader add, CancellationToken ct) => Answer(await add.EndAsync(id, reader, ct), id))
            .Permit(Permission.ManageProtection).Produces<Identified>();
        group.MapPost("/end-proposal", async (Id<Person> id, Reason input, EndProtection end, CancellationToken ct) => Answer(await end.ProposeAsync(id, input.Text, ct), id))
            .Permit(Permission.ProtectPerson).Produces<Identified>();
        group.MapPost("/end-decision", async (Id<Person> id, Decision input, EndProtection end, CancellationToken ct) => Answer(await end.DecideAsync(id, input.Confirmed, input.Reason, ct), id))
            .Permit(Permission.ManageProtection).Produces<Identified>();
        api.MapGet("/location-reads", async (string? after, SeeProtection see, CancellationToken ct) => ApiAnswer.Ok(await see.ReportAsync(after, ct)))
            .Permit(Permission.SeeLocationReads).Produces<PageOf<ReadRow>>();
    }

    private static async Task<ApiAnswer> ShowAsync(Id<Person> id, SeeProtection see, CancellationToken ct)
    {
        var seen = await see.RunAsync(id, ct);
        return ApiAnswer.Of(seen, () =>
        {
            var (view, measure) = (seen.Value, seen.Value.Measure);
            return ApiAnswer.Ok(new Shown(
                id, measure is { IsHolding: true }, measure?.State, measure?.From, measure?.ReviewOn, measure?.CertifiedBy, view.ReadsUntil,
                view.SeesReport ? [.. view.Readers.Select(r => new Reader(r.Id, r.Name, r.Purpose, r.From, r.Until, r.NamedBy, r.ByTelephone))] : null,
                view.SeesReport ? [.. view.Reads.Select(r => new Read(r.At, r.Name, r.Organisation, r.Purpose))] : null,
                view.Household));
        });
    }

    private static ApiAnswer Answer(Outcome outcome, Id<Person> id) => ApiAnswer.Of(outcome, () => ApiAnswer.Ok(new Identified(id)));
}
