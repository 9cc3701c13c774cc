using FsCheck.Fluent;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.People;

/// <summary>家族・親族の関係: typed, told from either end, and never against nature.</summary>
public class KinTests
{
    private static readonly DateOnly Today = PersonTests.Today;
    private static readonly Stamp By = PersonTests.By;

    private readonly Person mother = PersonTests.Write(PersonTests.Hanako, 1);
    private readonly Person son = Born(2, "山田 一郎", 1975);
    private readonly Person wife = Born(3, "山田 良子", 1978);

    private static Person Born(int id, string name, int year) => PersonTests.Write(new(PersonName.FromLine(name, null), PersonSource.Family) { BirthDate = PartialDate.Of(year) }, id);

    private static Kin All(params Person[] people) => new(people.Distinct().SelectMany(p => p.KinTies));

    private static int ties;

    private static Id<KinTie> NewTie() => new(new(Interlocked.Increment(ref ties), 0, 0, new byte[8]));

    private static Outcome Relate(Person person, KinRole role, Person other, KinTerms? terms = null, params Person[] known) =>
        person.Relate(NewTie(), role, other, terms ?? new(), All([person, other, .. known]), Today, By);

    [Fact]
    public void Every_role_has_its_inverse_and_that_one_has_it_back() =>
        Assert.All(Enum.GetValues<KinRole>(), role => Assert.Equal(role, role.Inverse().Inverse()));

    [Fact]
    public void A_relation_is_told_from_either_end()
    {
        Assert.True(Relate(mother, KinRole.Child, son).IsDone);
        var tie = mother.KinTies.Single();
        Assert.Equal((KinRole.Child, KinRole.Parent), (tie.RoleSeenFrom(mother.Id), tie.RoleSeenFrom(son.Id)));
        Assert.Equal([mother.Id], All(mother).ParentsOf(son.Id));
        // The same from the other end is nothing new.
        Assert.Equal(RefusalCode.AlreadyRelated, Relate(son, KinRole.Parent, mother, null, mother).Refusals.Single().Code);
    }

    [Fact]
    public void Nobody_is_their_own_kin_ancestor_or_the_child_of_three()
    {
        Assert.Equal(RefusalCode.KinOfSelf, Relate(son, KinRole.Sibling, son).Refusals.Single().Code);
        var (child, third, fourth) = (Born(4, "山田 小春", 2005), Born(5, "山田 三郎", 1974), Born(6, "山田 四郎", 1973));
        Assert.True(Relate(mother, KinRole.Child, son).IsDone);
        Assert.True(Relate(son, KinRole.AdoptiveChild, child, null, mother).IsDone);
        Assert.Contains(RefusalCode.OwnAncestor, Relate(child, KinRole.AdoptiveChild, mother, null, son).Refusals.Select(r => r.Code));
        Assert.Contains(RefusalCode.ParentBornLater, Relate(mother, KinRole.Parent, wife).Refusals.Select(r => r.Code));
        Assert.True(Relate(child, KinRole.Parent, wife).IsDone);
        Assert.True(Relate(child, KinRole.Parent, third).IsDone);
        Assert.Equal(RefusalCode.TooManyParents, Relate(child, KinRole.Parent, fourth).Refusals.Single().Code);
    }

    [Fact]
    public void A_couple_parts_and_divorces_and_what_is_so_by_birth_does_not_end()
    {
        Assert.True(Relate(son, KinRole.Spouse, wife, new(PartialDate.Of(2003))).IsDone);
        Assert.Equal(RefusalCode.PeriodReversed, son.SeparateFrom(son.KinTies[0].Id, PartialDate.Of(2002), Today).Refusals.Single().Code);
        Assert.True(son.SeparateFrom(son.KinTies[0].Id, PartialDate.Of(2018, 4), Today).IsDone);
        Assert.Equal(RefusalCode.Required, son.EndKin(son.KinTies[0].Id, null, Today).Refusals.Single().Code);
        Assert.True(son.EndKin(son.KinTies[0].Id, PartialDate.Of(new DateOnly(2020, 3, 31)), Today).IsDone);
        var couple = son.KinTies.Single();
        Assert.Equal([false, true, true, false], new[] { new DateOnly(2002, 6, 1), new(2010, 1, 1), new(2020, 3, 30), new(2020, 3, 31) }.Select(couple.HoldsOn));
        Assert.Equal(RefusalCode.WrongState, son.EndKin(son.KinTies[0].Id, PartialDate.Of(2021), Today).Refusals.Single().Code);
        Relate(mother, KinRole.Child, son);
        Assert.Equal(RefusalCode.WrongState, mother.EndKin(mother.KinTies[0].Id, PartialDate.Of(2021), Today).Refusals.Single().Code);
        Assert.True(mother.TakeBackKin(mother.KinTies[0].Id, "人違い").IsDone);
        Assert.Empty(All(mother).ParentsOf(son.Id));
        Assert.True(Relate(mother, KinRole.Child, son).IsDone);
    }

    [Fact]
    public void Whoever_is_left_out_is_not_passed_through()
    {
        var grandchild = Born(7, "山田 孫", 2008);
        Relate(mother, KinRole.Child, son);
        Relate(son, KinRole.Child, grandchild);
        var kin = All(mother, son);
        Assert.Equal(3, kin.Reached([mother.Id], new HashSet<Id<Person>> { mother.Id, son.Id, grandchild.Id }).Count);
        Assert.Equal([mother.Id], kin.Reached([mother.Id], new HashSet<Id<Person>> { mother.Id, grandchild.Id }));
    }

    [Fact]
    public void Whatever_is_written_in_whatever_order_nobody_becomes_their_own_ancestor() => Prop.ForAll(
        Gen.Choose(0, 4).Two().Zip(Gen.Elements(Enum.GetValues<KinRole>()), (pair, role) => (pair, role)).ListOf(30).ToArbitrary(), acts =>
        {
            var people = Enumerable.Range(0, 5).Select(i => PersonTests.Write(new(PersonName.FromLine($"架空 {i}", null), PersonSource.Family), 20 + i)).ToArray();
            foreach (var ((a, b), role) in acts) people[a].Relate(NewTie(), role, people[b], new(), All(people), Today, By);
            var kin = All(people);
            return people.All(p => !kin.IsAncestor(p.Id, p.Id))
                && people.All(p => new[] { KinRole.Parent, KinRole.AdoptiveParent, KinRole.FosterParent, KinRole.StepParent }.All(role => kin.Parents(p.Id, role) <= Kin.MostParents));
        }).Holds();
}
