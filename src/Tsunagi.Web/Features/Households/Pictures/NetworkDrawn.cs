using System.Security.Cryptography;
using System.Text;
using Tsunagi.Diagrams.Ecomaps;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Linkage.Japanese;
using DrawnDate = Tsunagi.Diagrams.Families.PartialDate;

namespace Tsunagi.Web.Features.Households;

/// <summary>The ties of a household's members as the diagrams know a network.</summary>
static class NetworkDrawn
{
    /// <summary>The network: the members in the middle; around them whom and what they are tied to, and relatives who care for them.</summary>
    /// <param name="household">Its id.</param>
    /// <param name="members">Who belongs to it on the day, as far as the viewer may see.</param>
    /// <param name="ties">Their ties.</param>
    /// <param name="kin">Relations between everybody seen.</param>
    /// <param name="people">Everybody seen.</param>
    public static Network Make(
        Id<Household> household, IReadOnlyList<MemberView> members, IReadOnlyCollection<SupportTie> ties, IReadOnlyCollection<KinTie> kin, IReadOnlyDictionary<Id<Person>, Person> people)
    {
        var inside = members.Select(m => m.Person).ToHashSet();
        var standing = ties.Where(t => t.Stands && inside.Contains(t.PersonId)).ToList();
        var carers = kin.SelectMany(t => Help(t, inside)).Where(h => people.ContainsKey(h.Helper)).ToList();
        var nodes = standing.Select(t => new Node(NodeOf(t), t.Contact, KindOf(t.Kind)))
            .Concat(carers.Select(h => new Node(FamilyDrawn.IdOf(h.Helper), people[h.Helper].Name.Display, NodeKind.Person))).DistinctBy(n => n.Id).Take(Network.MostNodes).ToList();
        var drawn = nodes.Select(n => n.Id).ToHashSet();
        return new("h" + household.Value.ToString("N"), "", members.Select(m => new Member(FamilyDrawn.IdOf(m.Person), m.Name)), nodes,
            standing.Select(Draw).Concat(carers.Select(h => h.Tie)).Where(t => drawn.Contains(t.B)));
    }

    /// <summary>What one and the same contact is called, in whomever's tie it stands.</summary>
    public static string NodeOf(SupportTie tie) =>
        "n" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{tie.Kind}/{Kana.ToKatakana(CharacterFolding.Fold(tie.Contact))}")).AsSpan(0, 12));

    private static IEnumerable<(Id<Person> Helper, Tie Tie)> Help(KinTie tie, HashSet<Id<Person>> inside) =>
        from member in new[] { tie.PersonId, tie.OtherId }
        let other = tie.OtherThan(member)
        where inside.Contains(member) && !inside.Contains(other) && tie.RoleSeenFrom(member) is KinRole.Carer or KinRole.KeyPerson
        select (other, new Tie(FamilyDrawn.IdOf(member), FamilyDrawn.IdOf(other), Direction: Direction.Back, Since: FamilyDrawn.DateOf(tie.Since),
            Until: tie.EndedOn is { } ended ? DrawnDate.Of(ended.Earliest.AddDays(-1)) : null));

    private static Tie Draw(SupportTie tie) => new(
        FamilyDrawn.IdOf(tie.PersonId), NodeOf(tie),
        tie.Strength switch { TieStrength.Strong => Strength.Strong, TieStrength.Weak => Strength.Weak, TieStrength.Ordinary => Strength.Ordinary },
        tie.IsStressful,
        tie.Direction switch { TieDirection.Outward => Direction.Forth, TieDirection.Inward => Direction.Back, TieDirection.Both => Direction.Both, TieDirection.None => Direction.None },
        tie.From is { } from ? DrawnDate.Of(from) : DrawnDate.Unknown, tie.Until is { } until ? DrawnDate.Of(until.AddDays(-1)) : null);

    private static NodeKind KindOf(ContactKind kind) => kind switch
    {
        ContactKind.Person => NodeKind.Person,
        ContactKind.Agency => NodeKind.Agency,
        ContactKind.Place => NodeKind.Place,
    };
}
