using FsCheck.Fluent;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.People;

namespace Tsunagi.Tests.Households;

public class HouseholdTests
{
    private static readonly DateOnly Today = PersonTests.Today;
    private static readonly Stamp By = PersonTests.By;
    private static readonly Person Mother = PersonTests.Write(PersonTests.Hanako, 1);
    private static readonly Person Son = PersonTests.Write(new(PersonName.FromLine("山田 一郎", null), PersonSource.Family), 2);

    private static Household Form(int id = 1) => Household.Form(new(new Guid(id, 0, 0, new byte[8])), Mother, null, By).Value;

    private static Belonging Child(DateOnly? from = null) => new("子", LivingTogether.Together, from);

    private static IReadOnlyList<ToldBelonging> Told(Household household, params Person[] people) => household.Told(people.ToDictionary(p => p.Id));

    [Fact]
    public void The_household_is_rebuilt_for_any_day()
    {
        var household = Form();
        Assert.True(household.Join(Son, Child(new(2020, 4, 1)), Today, By).IsDone);
        Assert.True(household.Leave(Son.Id, new(2024, 3, 31), Today, By).IsDone);
        Assert.True(household.Join(Son, Child(new(2026, 1, 1)), Today, By).IsDone);
        Assert.Single(household.On(new(2019, 1, 1)));
        Assert.Equal(2, household.On(new(2021, 1, 1)).Count());
        Assert.Single(household.On(new(2025, 1, 1)));
        Assert.Equal(2, household.On(Today).Count());
    }

    [Fact]
    public void Nobody_belongs_twice_at_once_but_to_two_households_yes()
    {
        var household = Form();
        Assert.True(household.Join(Son, Child(), Today, By).IsDone);
        Assert.Equal(RefusalCode.AlreadyMember, household.Join(Son, Child(), Today, By).Refusals.Single().Code);
        Assert.True(Form(2).Join(Son, Child(), Today, By).IsDone);
    }

    [Fact]
    public void A_relation_that_changes_keeps_what_it_was()
    {
        var household = Form();
        household.Join(Son, Child(new(2020, 1, 1)), Today, By);
        Assert.True(household.Change(Son.Id, new("子", LivingTogether.Apart, new(2025, 1, 1)), Today, By).IsDone);
        Assert.Equal([LivingTogether.Together, LivingTogether.Apart], new[] { new DateOnly(2024, 1, 1), Today }.Select(day => Told(household, Son).Single(m => m.HoldsOn(day)).Living));
    }

    [Fact]
    public void Who_was_put_in_by_mistake_belonged_on_no_day_and_an_earlier_belonging_stays()
    {
        var household = Form();
        household.Join(Son, Child(new(2020, 4, 1)), Today, By);
        household.Leave(Son.Id, new(2022, 1, 1), Today, By);
        household.Join(Son, Child(new(2024, 1, 1)), Today, By);
        household.Change(Son.Id, new("子", LivingTogether.Apart, new(2025, 1, 1)), Today, By);
        Assert.Equal(RefusalCode.Required, household.TakeBack(Son.Id, " ").Refusals.Single().Code);
        Assert.Equal(RefusalCode.ReferencePersonStays, household.TakeBack(Mother.Id, "人違い").Refusals.Single().Code);
        Assert.True(household.TakeBack(Son.Id, "人違い").IsDone);
        Assert.Equal([2, 1, 1, 1], new[] { new DateOnly(2021, 1, 1), new(2024, 6, 1), new(2025, 6, 1), Today }.Select(day => household.On(day).Count()));
        Assert.Equal(["人違い", "人違い"], household.Members.Select(m => m.TakenBackBecause).OfType<string>());
        Assert.Equal(RefusalCode.NotMember, household.TakeBack(Son.Id, "もう一度").Refusals.Single().Code);
        Assert.True(household.Join(Son, Child(new(2024, 1, 1)), Today, By).IsDone);
    }

    [Fact]
    public void Who_left_and_was_put_in_again_by_mistake_on_the_same_day_had_belonged_until_then()
    {
        var household = Form();
        household.Join(Son, Child(new(2020, 4, 1)), Today, By);
        household.Change(Son.Id, new("子", LivingTogether.Apart, new(2021, 1, 1)), Today, By);
        household.Leave(Son.Id, new(2022, 1, 1), Today, By);
        household.Join(Son, Child(new(2022, 1, 1)), Today, By);
        household.Change(Son.Id, new("子", LivingTogether.Away, new(2023, 1, 1)), Today, By);
        Assert.True(household.TakeBack(Son.Id, "人違い").IsDone);
        Assert.Equal([2, 2, 1, 1], new[] { new DateOnly(2020, 6, 1), new(2021, 6, 1), new(2022, 6, 1), Today }.Select(day => household.On(day).Count()));
        // What was written stays readable with its days.
        Assert.Equal([(new DateOnly(2022, 1, 1), new(2023, 1, 1)), (new(2023, 1, 1), new(2023, 1, 1))],
            household.Members.Where(m => m.TakenBackBecause is not null).Select(m => (m.From!.Value, m.Until!.Value)));
    }

    [Fact]
    public void Of_the_protected_neither_living_together_is_told_nor_the_day_on_which_that_changed()
    {
        var sealedOne = PersonTests.Write(new(PersonName.FromLine("山田 二郎", null), PersonSource.Family), 4);
        Assert.True(sealedOne.ProtectLocation(By).IsDone);
        var household = Form();
        household.Join(Son, Child(new(2020, 1, 1)), Today, By);
        household.Join(sealedOne, Child(new(2020, 1, 1)), Today, By);
        household.Change(sealedOne.Id, new("子", LivingTogether.Apart, new(2021, 1, 1)), Today, By);
        household.Change(sealedOne.Id, new("養子", LivingTogether.Apart, new(2022, 1, 1)), Today, By);
        household.Change(sealedOne.Id, new("養子", LivingTogether.Together, new(2023, 1, 1)), Today, By);
        Assert.Equal(
            [("子", LivingTogether.Unknown, new(2020, 1, 1), new DateOnly(2022, 1, 1)), ("養子", LivingTogether.Unknown, new(2022, 1, 1), null)],
            Told(household, sealedOne).Select(m => (m.Relation, m.Living, m.From!.Value, m.Until)));
        Assert.Equal([Son.Id], Told(household, Son).Select(m => m.PersonId));

        var before = household.Members.Count;
        Assert.True(household.StayBehind([Mother.Id], new[] { Mother, Son, sealedOne }.ToDictionary(p => p.Id), new(2024, 4, 1), Today, By).IsDone);
        Assert.Equal(before + 1, household.Members.Count);
        Assert.Equal(LivingTogether.Apart, Told(household, Son).Single(m => m.HoldsOn(Today)).Living);
    }

    [Fact]
    public void The_reference_person_leaves_only_when_another_is_named()
    {
        var household = Form();
        household.Join(Son, Child(new(2020, 1, 1)), Today, By);
        Assert.Equal(RefusalCode.ReferencePersonStays, household.Leave(Mother.Id, Today, Today, By).Refusals.Single().Code);
        Assert.Equal(RefusalCode.Required,
            household.NameReference(Son.Id, new Dictionary<Id<Person>, string>(), Today, Today, By).Refusals.Single().Code);
        Assert.True(household.NameReference(Son.Id, new Dictionary<Id<Person>, string> { [Mother.Id] = "母" }, Today, Today, By).IsDone);
        Assert.Equal(["母", "本人"], household.On(Today).Select(member => member.Relation));
        Assert.True(household.Leave(Mother.Id, Today, Today, By).IsDone);
    }

    [Fact]
    public void Another_holders_person_is_not_written_into_ours()
    {
        var elsewhere = By with { Organisation = IdSource.Named<Organisation>("elsewhere") };
        Assert.Equal(RefusalCode.OtherHolder, Household.Form(new(new Guid(3, 0, 0, new byte[8])), Mother, null, elsewhere).Refusals.Single().Code);
    }

    [Fact]
    public void However_people_come_and_go_nobody_is_in_it_twice_on_any_day()
    {
        var acts = Gen.Choose(0, 2).SelectMany(act => Gen.Choose(0, 1000).Select(day => (act, day))).ListOf(12).ToArbitrary();
        Prop.ForAll(acts, list =>
        {
            var household = Form();
            foreach (var (act, day) in list)
            {
                var on = new DateOnly(2023, 1, 1).AddDays(day);
                _ = act switch
                {
                    0 => household.Join(Son, Child(on), Today, By),
                    1 => household.Leave(Son.Id, on, Today, By),
                    _ => household.Change(Son.Id, new("子", LivingTogether.Apart, on), Today, By),
                };
            }
            return Enumerable.Range(0, 1100).Select(day => new DateOnly(2023, 1, 1).AddDays(day))
                .All(day => household.On(day).GroupBy(member => member.PersonId).All(group => group.Count() == 1));
        }).Holds();
    }

    [Fact]
    public void Some_leave_together_and_are_a_household_of_their_own()
    {
        var (household, wife) = (Form(), PersonTests.Write(new(PersonName.FromLine("山田 良子", null), PersonSource.Family), 3));
        household.Join(Son, Child(new(2000, 1, 1)), Today, By);
        household.Join(wife, new("子の妻", LivingTogether.Together, new(2010, 1, 1)), Today, By);
        var on = new DateOnly(2024, 4, 1);
        Assert.Equal(RefusalCode.ReferencePersonStays, Part(new Leaver(Mother, "")).Refusals[0].Code);
        Assert.Contains(RefusalCode.Required, Part(new(Son, ""), new(wife, " ")).Refusals.Select(r => r.Code));
        var parted = Part(new(Son, ""), new(wife, "妻")).Value;
        Assert.Equal(["本人", "妻"], parted.On(on).Select(m => m.Relation));
        Assert.Empty(parted.On(on.AddDays(-1)));
        Assert.Equal((3, 1), (household.On(on.AddDays(-1)).Count(), household.On(on).Count()));

        Outcome<Household> Part(params Leaver[] leavers) => household.PartOff(new(new Guid(5, 0, 0, new byte[8])), leavers, on, Today, By);
    }

    private enum Deed { Join, Leave, Change, TakeBack }

    /// <summary>The household of a day is what the deeds up to it, told one by one, come to.</summary>
    [Fact]
    public void Whatever_happened_the_household_of_any_day_is_the_replay_of_what_happened() => Prop.ForAll(
        Gen.Elements(Enum.GetValues<Deed>()).Zip(Gen.Choose(0, 2).Zip(Gen.Choose(0, 40), (who, day) => (who, day)), (deed, at) => (deed, at.who, at.day)).ListOf(25).ToArbitrary(), deeds =>
        {
            var start = new DateOnly(2026, 1, 1);
            var others = Enumerable.Range(0, 3).Select(i => PersonTests.Write(new(PersonName.FromLine($"架空 {i}", null), PersonSource.Family), 10 + i)).ToArray();
            var (household, told) = (Form(), new List<(Id<Person> Who, LivingTogether Living, DateOnly From, DateOnly? Until, bool IsJoining)>());
            foreach (var (deed, who, day) in deeds) Do(deed, others[who], start.AddDays(day));
            return Enumerable.Range(-1, 45).Select(i => start.AddDays(i)).All(day =>
                Told(household, others).Where(m => m.HoldsOn(day)).Select(m => (m.PersonId, m.Living)).Order().SequenceEqual(
                    told.Where(t => t.From <= day && (t.Until is null || day < t.Until)).Select(t => (t.Who, t.Living)).Order()));

            void Do(Deed deed, Person person, DateOnly day)
            {
                var at = told.FindLastIndex(t => t.Who == person.Id && t.Until is null);
                switch (deed)
                {
                    case Deed.Join when household.Join(person, Child(day), Today, By).IsDone:
                        told.Add((person.Id, LivingTogether.Together, day, null, true));
                        break;
                    case Deed.Leave when household.Leave(person.Id, day, Today, By).IsDone:
                        told[at] = told[at] with { Until = day };
                        break;
                    case Deed.Change when household.Change(person.Id, new("子", LivingTogether.Apart, day), Today, By).IsDone:
                        told[at] = told[at] with { Until = day };
                        told.Add((person.Id, LivingTogether.Apart, day, null, false));
                        break;
                    case Deed.TakeBack when household.TakeBack(person.Id, "人違い").IsDone:
                        // The whole of that belonging, with every change it went through.
                        for (var isJoining = false; !isJoining; at = told.FindLastIndex(t => t.Who == person.Id))
                        {
                            isJoining = told[at].IsJoining;
                            told.RemoveAt(at);
                        }
                        break;
                }
            }
        }).Holds();
}
