using Tsunagi.Domain.Decisions;

namespace Tsunagi.Web.Features.Shared;

/// <summary>What decisions are about, whichever features they come from.</summary>
public sealed class DecisionMatters(IEnumerable<IDecisionEffect> effects)
{
    /// <summary>By the id of the record; nothing for what the viewer may not see.</summary>
    public async Task<IReadOnlyDictionary<Guid, DecisionMatter>> OfAsync(IReadOnlyCollection<Decision> decisions, CancellationToken ct)
    {
        Dictionary<Guid, DecisionMatter> all = [];
        foreach (var own in decisions.GroupBy(d => effects.Single(e => e.Serves(d.Kind))))
            foreach (var (record, matter) in await own.Key.MattersAsync([.. own], ct))
                all[record] = matter;
        return all;
    }
}
