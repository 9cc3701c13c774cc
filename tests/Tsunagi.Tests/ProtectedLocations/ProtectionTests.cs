using FsCheck.Fluent;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Outcome = Tsunagi.Domain.Shared.Outcome;

namespace Tsunagi.Tests.ProtectedLocations;

public class ProtectionTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTimeOffset Now = JapanTime.At(Today, new(10, 0));
    private static readonly ProtectionRules Rules = new(12, 31, 12);
    private static readonly OfficeHours Hours = new(new(8, 30), new(17, 15), [new(12, 29, 31), new(1, 1, 3)]);
    private static readonly Id<Person> Hanako = IdSource.Named<Person>("hanako");

    private static Id<Account> Worker(string name) => IdSource.Named<Account>(name);

    private static Stamp By(string name) => new(Worker(name), IdSource.Named<Organisation>("desk"), Now);

    private static Outcome<ProtectionMeasure> Begin(ProtectionTerms terms) =>
        ProtectionMeasure.Begin(IdSource.Named<ProtectionMeasure>("measure"), Hanako, terms, Rules, Today, By("desk"));

    private static ProtectionMeasure Measure() => Begin(new(null, "警察署", Today, Today.AddMonths(12))).Value;

    private static Outcome<ProtectedLocationReader> Name(ReaderNaming naming, string by = "chief", ProtectionMeasure? measure = null) =>
        ProtectedLocationReader.Name(IdSource.Named<ProtectedLocationReader>("reader"), measure ?? Measure(), naming, Rules, By(by));

    private static RefusalCode[] Codes(Outcome outcome) => [.. outcome.Refusals.Select(r => r.Code)];

    [Fact]
    public void A_measure_names_who_certified_it_and_is_reviewed_within_a_year()
    {
        Assert.True(Begin(new(null, "警察署", Today, Today.AddMonths(12))).IsDone);
        Assert.Equal([RefusalCode.Required, RefusalCode.OutOfRange], Codes(Begin(new(null, " ", Today, Today.AddMonths(12).AddDays(1)))));
        Assert.Equal([RefusalCode.DateInFuture, RefusalCode.DateInPast], Codes(Begin(new(null, "警察署", Today.AddDays(1), Today))));
    }

    [Fact]
    public void Ending_takes_two_different_people()
    {
        var measure = Measure();
        Assert.Equal([RefusalCode.WrongState], Codes(measure.DecideEnd(true, null, By("chief"))));
        Assert.True(measure.ProposeEnd("転出して措置も終わった", By("chief")).IsDone);
        Assert.Equal([RefusalCode.SecondPersonNeeded], Codes(measure.DecideEnd(true, null, By("chief"))));
        Assert.True(measure.IsHolding);
        Assert.True(measure.DecideEnd(true, null, By("manager")).IsDone);
        Assert.False(measure.IsHolding);
    }

    [Fact]
    public void A_declined_end_leaves_the_measure_in_force()
    {
        var measure = Measure();
        measure.ProposeEnd("本人の希望", By("desk"));
        Assert.Equal([RefusalCode.Required], Codes(measure.DecideEnd(false, "", By("chief"))));
        Assert.True(measure.DecideEnd(false, "危険が続いている", By("chief")).IsDone);
        Assert.Equal(ProtectionState.Active, measure.State);
    }

    [Fact]
    public void Whatever_happens_in_whatever_order_it_never_ends_by_one_hand()
    {
        string[] people = ["desk", "chief", "manager"];
        Prop.ForAll(ArbMap.Default.ArbFor<(byte Action, byte Who)[]>(), steps =>
        {
            var measure = Measure();
            Id<Account>? proposer = null;
            foreach (var (action, who) in steps)
            {
                var by = By(people[who % people.Length]);
                var before = measure.State;
                var done = (action % 3) switch
                {
                    0 => measure.ProposeEnd("理由", by),
                    1 => measure.DecideEnd(true, "理由", by),
                    _ => measure.DecideEnd(false, "理由", by),
                };
                if (done.IsDone && action % 3 == 0) proposer = by.Account;
                if (before != ProtectionState.Ended && measure.State == ProtectionState.Ended && (proposer is null || proposer == by.Account)) return false;
            }
            return true;
        }).Holds();
    }

    [Fact]
    public void A_reader_is_named_by_somebody_else_for_a_purpose_and_a_time()
    {
        var until = Now.AddDays(7);
        Assert.True(Name(new(Worker("desk"), "同行支援", "担当", until)).IsDone);
        Assert.Equal([RefusalCode.SecondPersonNeeded], Codes(Name(new(Worker("chief"), "同行支援", "担当", until))));
        Assert.Equal([RefusalCode.Required, RefusalCode.Required, RefusalCode.OutOfRange], Codes(Name(new(Worker("desk"), "", null, Now.AddDays(32)))));
        var ended = Measure();
        ended.ProposeEnd("理由", By("desk"));
        ended.DecideEnd(true, null, By("chief"));
        Assert.Equal([RefusalCode.WrongState], Codes(Name(new(Worker("desk"), "同行支援", "担当", until), measure: ended)));
    }

    [Fact]
    public void At_night_the_one_at_hand_reads_for_hours_with_a_named_approver()
    {
        ReaderNaming naming = new(Worker("desk"), "救急搬送", "今夜必要", Now.AddHours(12));
        Outcome<ProtectedLocationReader> Call(ReaderNaming n, Id<Account> approver) => ProtectedLocationReader.NameByTelephone(
            IdSource.Named<ProtectedLocationReader>("reader"), Measure(), n, approver, Rules, Hours, By("desk"));
        Assert.Equal(Worker("chief"), Call(naming, Worker("chief")).Value.TelephoneApprover);
        Assert.Equal([RefusalCode.SecondPersonNeeded], Codes(Call(naming, Worker("desk"))));
        Assert.Equal([RefusalCode.Required], Codes(Call(naming, default)));
        Assert.Equal([RefusalCode.OutOfRange], Codes(Call(naming with { Until = Now.AddHours(13) }, Worker("chief"))));
        Assert.Equal([RefusalCode.NotAllowed], Codes(Call(naming with { Account = Worker("friend") }, Worker("chief"))));
    }

    [Fact]
    public void While_the_office_is_open_nobody_is_named_by_telephone()
    {
        Outcome<ProtectedLocationReader> At(DateTimeOffset now) => ProtectedLocationReader.NameByTelephone(
            IdSource.Named<ProtectedLocationReader>("reader"), Measure(), new(Worker("desk"), "救急搬送", "いま必要", now.AddHours(12)), Worker("chief"), Rules, Hours, By("desk") with { At = now });
        Assert.Equal([RefusalCode.OfficeIsOpen], Codes(At(JapanTime.At(new(2026, 11, 20), new(8, 30)))));
        Assert.Equal([RefusalCode.OfficeIsOpen], Codes(At(JapanTime.At(new(2026, 11, 20), new(17, 14)))));
        Assert.True(At(JapanTime.At(new(2026, 11, 20), new(8, 29))).IsDone);
        Assert.True(At(JapanTime.At(new(2026, 11, 20), new(17, 15))).IsDone);
        Assert.True(At(JapanTime.At(new(2026, 11, 23), new(10, 0))).IsDone);
        Assert.True(At(JapanTime.At(new(2026, 12, 29), new(10, 0))).IsDone);
    }

    [Fact]
    public void Only_the_named_reader_reads_and_only_until_then_and_says_for_what()
    {
        var reader = Name(new(Worker("desk"), "同行支援", "担当", Now.AddDays(1))).Value;
        Outcome Read(string who, DateTimeOffset at, string purpose = "訪問") =>
            LocationRead.Write(IdSource.Named<LocationRead>("read"), reader, purpose, By(who) with { At = at });
        Assert.True(Read("desk", Now).IsDone);
        Assert.Equal([RefusalCode.NotNamedReader], Codes(Read("chief", Now)));
        Assert.Equal([RefusalCode.NotNamedReader], Codes(Read("desk", Now.AddDays(1))));
        Assert.Equal([RefusalCode.Required], Codes(Read("desk", Now, " ")));
        Assert.True(reader.End(By("chief")).IsDone);
        Assert.Equal([RefusalCode.NotNamedReader], Codes(Read("desk", Now)));
    }
}
