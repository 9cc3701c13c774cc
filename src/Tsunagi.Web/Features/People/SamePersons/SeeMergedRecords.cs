using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>Another record of the same person, as the viewer may see it by itself.</summary>
/// <param name="Number">Which it is, from 2; the record one looks at is the first.</param>
/// <param name="Record">The record.</param>
/// <param name="Leads">Whether lists and intake offer this one.</param>
/// <param name="Differing">What it says otherwise, or besides.</param>
public sealed record MergedRecord(int Number, PersonView Record, bool Leads, IReadOnlyList<ComparedField> Differing);

/// <summary>What stands beside a person's record.</summary>
/// <param name="Merged">まとめた記録.</param>
/// <param name="Judgements">The judgements by which they are together.</param>
/// <param name="Suspected">同じ人かもしれない記録, not judged yet.</param>
public sealed record OtherRecords(IReadOnlyList<MergedRecord> Merged, IReadOnlyList<Id<SamePerson>> Judgements, IReadOnlyList<Id<SamePerson>> Suspected)
{
    /// <summary>Nothing.</summary>
    public static OtherRecords None { get; } = new([], [], []);
}

/// <summary>まとめた記録を見る: for the holder's staff, each record by one's own right to it, and none for the sake of another.</summary>
public sealed class SeeMergedRecords(AppDb db, Work work, SeePerson see)
{
    /// <summary>What stands beside a record.</summary>
    public async Task<OtherRecords> RunAsync(PersonView person, CancellationToken ct)
    {
        if (person.Holder != work.Actor.Organisation) return OtherRecords.None;
        var group = (await db.MergedAsync(person.Holder, [person.Id], ct)).Of(person.Id);
        List<MergedRecord> merged = [];
        foreach (var other in group.Where(p => p != person.Id))
            if (await see.RunAsync(other, ct) is { IsDone: true, Value: var seen })
                merged.Add(new(merged.Count + 2, seen, group[0] == other, [.. ComparedField.Of(person, seen).Where(f => f.Differs || f.IsOneSided)]));
        if (!person.MayWrite) return new(merged, [], []);
        var id = person.Id;
        var about = db.SamePersonsOf(person.Holder).AsNoTracking().Where(s => s.FirstId == id || s.SecondId == id);
        var beside = await about.Where(s => s.State == SamePersonState.Same).Concat(about.Open(work.Today)).OrderBy(s => s.Id).Select(s => new { s.Id, s.State }).ToListAsync(ct);
        return new(merged, [.. beside.Where(s => s.State == SamePersonState.Same).Select(s => s.Id)], [.. beside.Where(s => s.State == SamePersonState.Suspected).Select(s => s.Id)]);
    }

    /// <summary>The other records of the person, the leading one first where it is not this.</summary>
    public async Task<IReadOnlyList<Id<Person>>> IdsAsync(PersonView person, CancellationToken ct)
    {
        if (person.Holder != work.Actor.Organisation) return [];
        IReadOnlyList<Id<Person>> others = [.. (await db.MergedAsync(person.Holder, [person.Id], ct)).Of(person.Id).Where(p => p != person.Id)];
        foreach (var other in others) work.Saw(Permission.SeePerson, RootRef.Of(RootKind.Person, other));
        return others;
    }
}
