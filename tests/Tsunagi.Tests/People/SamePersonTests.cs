using FsCheck.Fluent;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Outcome = Tsunagi.Domain.Shared.Outcome;

namespace Tsunagi.Tests.People;

/// <summary>同一人物の判断: it stands beside the records, and can be taken back.</summary>
public sealed class SamePersonTests
{
    private static readonly Stamp By = PersonTests.By;
    private readonly Person one = PersonTests.Write(PersonTests.Hanako, 1);
    private readonly Person other = PersonTests.Write(PersonTests.Hanako with { Phones = [] }, 2);

    [Fact]
    public void One_question_stands_for_two_records_whichever_is_named_first()
    {
        var (asked, again) = (Ask(), SamePerson.Suspect(IdSource.Named<SamePerson>("y"), other, one, By.At));
        Assert.Equal((asked.FirstId, asked.SecondId), (again.FirstId, again.SecondId));
        Assert.Equal(SamePersonState.Suspected, asked.State);
        Assert.Throws<ArgumentException>(() => SamePerson.Suspect(IdSource.Named<SamePerson>("z"), one, one, By.At));
        ((IHeldRecord)other).PassTo(IdSource.Named<Organisation>("elsewhere"));
        Assert.Throws<ArgumentException>(() => SamePerson.Suspect(IdSource.Named<SamePerson>("z"), one, other, By.At));
    }

    [Fact]
    public void What_was_merged_can_be_taken_back_with_a_reason_and_stands_as_before()
    {
        var asked = Ask();
        Assert.Equal([RefusalCode.Required], Codes(asked.Merge(one, other, null, null, By)));
        Assert.Equal([RefusalCode.UnknownCode], Codes(asked.Merge(one, other, PersonTests.Write(PersonTests.Hanako, 3).Id, null, By)));
        Assert.True(asked.Merge(one, other, other.Id, "本人に聞いた", By).IsDone);
        Assert.Equal((SamePersonState.Same, other.Id), (asked.State, asked.LeadingId!.Value));
        Assert.Equal([RefusalCode.WrongState], Codes(asked.TellApart(null, By)));
        Assert.Equal([RefusalCode.Required], Codes(asked.TakeBack(" ", By)));
        Assert.True(asked.TakeBack("聞き違い", By).IsDone);
        Assert.Equal((SamePersonState.Suspected, (Id<Person>?)null), (asked.State, asked.LeadingId));
    }

    [Fact]
    public void What_was_told_apart_stays_so_until_it_is_taken_back()
    {
        var asked = Ask();
        Assert.True(asked.TellApart("双子", By).IsDone);
        Assert.Equal([RefusalCode.WrongState], Codes(asked.Merge(one, other, one.Id, null, By)));
        Assert.Equal([RefusalCode.WrongState], Codes(asked.PutOff(PersonTests.Today, By)));
        Assert.True(asked.TakeBack("確かめ直す", By).IsDone);
        Assert.True(asked.PutOff(PersonTests.Today, By).IsDone);
        Assert.Equal(PersonTests.Today.AddDays(SamePerson.LaterDays), asked.LaterOn);
        Assert.True(asked.Merge(one, other, one.Id, null, By).IsDone);
        Assert.Null(asked.LaterOn);
    }

    [Fact]
    public void A_person_under_a_measure_is_merged_only_with_a_record_that_is_protected_too()
    {
        var asked = Ask();
        Assert.True(one.ProtectLocation(By).IsDone);
        Assert.Equal([RefusalCode.ProtectBothFirst], Codes(asked.Merge(one, other, one.Id, null, By)));
        Assert.True(other.ProtectLocation(By).IsDone);
        Assert.True(asked.Merge(one, other, one.Id, null, By).IsDone);
    }

    [Fact]
    public void Only_the_holder_judges() =>
        Assert.Equal([RefusalCode.OtherHolder], Codes(Ask().Merge(one, other, one.Id, null, By with { Organisation = IdSource.Named<Organisation>("elsewhere") })));

    [Fact]
    public void Whatever_is_done_neither_record_is_touched_and_the_state_is_told_by_the_last_act() =>
        Prop.ForAll(ArbMap.Default.ArbFor<byte[]>(), acts =>
        {
            var asked = Ask();
            var before = (one.Details, one.Version, one.Events.Count, other.Details, other.Version, other.Events.Count);
            var state = asked.State;
            foreach (var act in acts)
            {
                var action = (SamePersonAction)(act % 4);
                var done = action switch
                {
                    SamePersonAction.Merge => asked.Merge(one, other, act % 8 < 4 ? one.Id : other.Id, null, By),
                    SamePersonAction.TellApart => asked.TellApart(null, By),
                    SamePersonAction.PutOff => asked.PutOff(PersonTests.Today, By),
                    SamePersonAction.TakeBack => asked.TakeBack("訳", By),
                    _ => throw new ArgumentOutOfRangeException(nameof(acts)),
                };
                if (done.IsDone != (SamePersonStates.Next(state, action) is not null)) return false;
                state = SamePersonStates.Next(state, action) ?? state;
                if (asked.State != state || asked.LeadingId is null != (state != SamePersonState.Same)) return false;
            }
            var after = (one.Details, one.Version, one.Events.Count, other.Details, other.Version, other.Events.Count);
            return Same(before.Item1, after.Item1) && Same(before.Item4, after.Item4) && before.Item2 == after.Item2 && before.Item3 == after.Item3 && before.Item5 == after.Item5 && before.Item6 == after.Item6;
        }).Holds();

    [Fact]
    public void Records_put_together_are_one_group_with_one_leader_in_whatever_order_the_judgements_come() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(byte, byte)[]>(), judged =>
        {
            List<(Id<Person> Leading, Id<Person> Other)> pairs = [.. judged.Select(p => (At(p.Item1 % 8), At(p.Item2 % 8))).Where(p => p.Item1 != p.Item2)];
            var (merged, turned) = (new MergedRecords(pairs), new MergedRecords(Enumerable.Reverse(pairs)));
            return Enumerable.Range(0, 8).Select(At).All(person =>
                merged.Of(person).SequenceEqual(turned.Of(person)) && merged.Of(person).Contains(person) && merged.Of(person).All(p => merged.LeadingOf(p) == merged.LeadingOf(person)))
                && pairs.TrueForAll(p => merged.AreOne(p.Leading, p.Other));
        }).Holds();

    [Fact]
    public void Who_was_put_first_leads_and_what_nobody_judged_stands_alone()
    {
        var merged = new MergedRecords([(At(5), At(1)), (At(1), At(2))]);
        Assert.Equal([At(5), At(1), At(2)], merged.Of(At(2)));
        Assert.Equal([At(3)], merged.Of(At(3)));
        Assert.False(merged.AreOne(At(3), At(5)));
    }

    private static bool Same(PersonDetails a, PersonDetails b) => (a with { Phones = [] }) == (b with { Phones = [] }) && a.Phones.SequenceEqual(b.Phones);

    private static Id<Person> At(int number) => new(new Guid(number + 1, 0, 0, new byte[8]));

    private SamePerson Ask() => SamePerson.Suspect(IdSource.Named<SamePerson>("x"), one, other, By.At);

    private static IEnumerable<RefusalCode> Codes(Outcome outcome) => outcome.Refusals.Select(r => r.Code);
}
