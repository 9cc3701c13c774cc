using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Consultations;

namespace Tsunagi.Web.Features.Cases;

/// <summary>ケースの対象者を加える・外す. Whoever is brought into a case is somebody the actor may see, or somebody new.</summary>
public sealed class ChangePeople(AppDb db, ChangeCase change, NamePerson name, Work work)
{
    public Task<Outcome> IncludeAsync(Id<Case> id, NamedInput input, CasePersonRole role, CancellationToken ct) =>
        change.RunAsync(id, Permission.WriteCase, async @case =>
        {
            if (!Enum.IsDefined(role))
                return Outcome.Refused(RefusalCode.UnknownCode, nameof(role));
            var person = await name.RunAsync(input, await db.OriginOfAsync(id, ct), ct);
            return person.IsDone ? @case.Include(person.Value, role, work.Stamp) : person;
        }, ct);

    public Task<Outcome> LeaveAsync(Id<Case> id, Id<Person> person, string? reason, CancellationToken ct) =>
        change.RunAsync(id, Permission.WriteCase, @case => @case.Leave(person, reason ?? "", work.Stamp), ct);

    public Task<Outcome> MakeReferenceAsync(Id<Case> id, Id<Person> person, CancellationToken ct) =>
        change.RunAsync(id, Permission.WriteCase, @case => @case.MakeReference(person, work.Stamp), ct);
}
