using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>ケースの対象者を加える・外す. Only persons whom the actor may see can be brought into a case.</summary>
public sealed class ChangePeople(ChangeCase change, Work work)
{
    public Task<Outcome> IncludeAsync(Id<Case> id, Id<Person>? person, CasePersonRole role, CancellationToken ct) =>
        change.RunAsync(id, Permission.WriteCase, async @case =>
        {
            if (person is not { } known)
                return Outcome.Refused(RefusalCode.Required, nameof(person));
            if (!Enum.IsDefined(role))
                return Outcome.Refused(RefusalCode.UnknownCode, nameof(role));
            // A person who does not exist and one the worker may not know of look the same.
            return (await work.DecideAsync(RootRef.Of(RootKind.Person, known), ct)).IsVisible
                ? @case.Include(known, role, work.Stamp)
                : Outcome.Refused(RefusalCode.UnknownCode, nameof(person));
        }, ct);

    public Task<Outcome> LeaveAsync(Id<Case> id, Id<Person> person, string? reason, CancellationToken ct) =>
        change.RunAsync(id, Permission.WriteCase, @case => @case.Leave(person, reason ?? "", work.Stamp), ct);

    public Task<Outcome> MakeReferenceAsync(Id<Case> id, Id<Person> person, CancellationToken ct) =>
        change.RunAsync(id, Permission.WriteCase, @case => @case.MakeReference(person, work.Stamp), ct);
}
