using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>相手方の側としての除外を取り下げる: by the privacy officer, when who declared it on the wrong account cannot do it themselves.</summary>
public sealed class TakeBackExclusion(AppDb db, Work work)
{
    private const int Most = 200;

    public Task<IReadOnlyList<PerpetratorSide>> ListAsync(CancellationToken ct)
    {
        work.Saw(Permission.TakeBackExclusions, RootRef.System);
        return db.PerpetratorSidesAsync(work.Actor.Account, Most, ct);
    }

    public async Task<Outcome> RunAsync(Id<ExclusionDeclaration> id, string? reason, CancellationToken ct)
    {
        var found = await db.PerpetratorSideAsync(id, work.Actor.Account, ct);
        var outcome = found is null ? Outcome.Refused(RefusalCode.NotFound) : found.TakeBack(reason, answersForPrivacy: true, work.Stamp);
        return await work.FinishAsync(outcome, Permission.TakeBackExclusions, found?.Root ?? RootRef.System, ct, reason: TypedText.Field(reason));
    }
}
