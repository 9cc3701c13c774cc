using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.People;

public class PersonTests
{
    internal static readonly DateOnly Today = new(2026, 11, 21);
    internal static readonly Stamp By = new(new(Guid.Parse("00000000-0000-0000-0000-000000000001")),
        IdSource.Named<Organisation>("desk"), JapanTime.At(Today, new(10, 0)));

    internal static Person Write(PersonDetails details, int id = 9) =>
        Person.Write(new(new Guid(id, 0, 0, new byte[8])), details, Today, By).Value;

    internal static readonly PersonDetails Hanako = new(PersonName.FromLine("山田 花子", "やまだ はなこ"), PersonSource.Self)
    {
        BirthDate = PartialDate.Of(new DateOnly(1948, 5, 3)),
        Location = new(AddressKind.Known, "池尻1-2-3", Clinic: "池尻医院"),
        Phones = [new(new("0354322914", "03-5432-2914"), "自宅")],
    };

    private static PhoneNumber Phone => new("09012345678", "090-1234-5678");

    [Fact]
    public void Anybody_can_be_written_down_even_without_a_name()
    {
        var nobody = Write(new(PersonName.Unknown, PersonSource.ThirdParty));
        Assert.Equal("氏名不詳", nobody.Name.Display);
        Assert.Equal(By.Organisation, nobody.HolderId);
        Assert.Equal([new PersonWritten(nobody.Id, By.Organisation)], nobody.Events);
    }

    [Fact]
    public void Every_wrong_field_is_told_at_once()
    {
        var wrong = new PersonDetails(new("山田", null, "山だ", null), PersonSource.Self)
        {
            BirthDate = PartialDate.Of(Today.AddDays(1)),
            Location = new(AddressKind.Known),
            Notes = "マイナンバー 1234 5678 9018",
        };
        var refusals = Person.Write(new(new Guid(1, 0, 0, new byte[8])), wrong, Today, By).Refusals;
        Assert.Equal(
            [
                new(RefusalCode.IndividualNumber, "Notes"), new(RefusalCode.KanaOnly, "FamilyKana"),
                new(RefusalCode.DateInFuture, "BirthDate"), new Refusal(RefusalCode.Required, "Address"),
            ], refusals);
    }

    [Fact]
    public void A_blank_is_filled_without_a_reason_but_nothing_is_replaced_without_one()
    {
        var person = Write(Hanako);
        Assert.True(person.Correct(Hanako with { Language = "英語" }, null, Today, By).IsDone);
        var replaced = Hanako with { Language = "英語", Name = PersonName.FromLine("山田 華子", "やまだ はなこ") };
        Assert.Equal([new(RefusalCode.Required, "Reason")], person.Correct(replaced, " ", Today, By).Refusals);
        Assert.True(person.Correct(replaced, "字の誤り", Today, By).IsDone);
        Assert.Equal(
            [("Language", null, "英語", null), ("Given", "花子", "華子", "字の誤り")],
            person.Corrections.Select(c => (c.Field, c.OldValue, c.NewValue, c.Reason)));
    }

    [Fact]
    public void Correcting_nothing_is_said_so() =>
        Assert.Equal(RefusalCode.NothingChanged, Write(Hanako).Correct(Hanako, "理由", Today, By).Refusals.Single().Code);

    [Fact]
    public void Protection_takes_every_place_out_of_the_record_old_ones_too()
    {
        var person = Write(Hanako);
        person.Correct(Hanako with { Location = Hanako.Location with { Address = "三宿2-1" } }, "転居", Today, By);
        var withdrawn = person.ProtectLocation(By).Value;
        Assert.Equal("三宿2-1", withdrawn.Location.Address);
        Assert.Equal("池尻1-2-3", withdrawn.Traces.Single().OldValue);
        Assert.Single(withdrawn.Phones);
        Assert.True(person.IsLocationProtected);
        Assert.True(person.Location.IsEmpty);
        Assert.Empty(person.Phones);
        Assert.All(person.Corrections, trace => Assert.True(trace.IsWithheld && trace.OldValue is null && trace.NewValue is null));
        Assert.DoesNotContain(person.Events, done => done.ToString().Contains("池尻", StringComparison.Ordinal));
    }

    [Fact]
    public void A_protected_person_takes_no_place_any_more()
    {
        var person = Write(Hanako);
        person.ProtectLocation(By);
        var bare = person.Details;
        Assert.Equal(
            [new(RefusalCode.LocationProtected, "Address"), new Refusal(RefusalCode.LocationProtected, "Phones")],
            person.Correct(Hanako with { Phones = [new(Phone)] }, "理由", Today, By).Refusals);
        Assert.Equal(RefusalCode.LocationProtected,
            person.Correct(bare with { Location = new(AddressKind.Unknown, School: "池尻小") }, "理由", Today, By).Refusals.Single().Code);
        Assert.True(person.Correct(bare with { Notes = "夜は電話しない" }, null, Today, By).IsDone);
        Assert.Equal(RefusalCode.LocationProtected, person.ProtectLocation(By).Refusals.Single().Code);
    }

    [Fact]
    public void Protection_ends_by_two_people_and_brings_nothing_back()
    {
        var person = Write(Hanako);
        person.ProtectLocation(By);
        Assert.Equal(RefusalCode.SecondPersonNeeded, person.LiftLocationProtection(By.Account, By).Refusals.Single().Code);
        Assert.True(person.LiftLocationProtection(new Id<Account>(new Guid(7, 0, 0, new byte[8])), By).IsDone);
        Assert.True(person.Location.IsEmpty);
    }

    [Fact]
    public void Death_stops_the_mail_and_can_be_taken_back_with_a_reason()
    {
        var person = Write(Hanako);
        Assert.Equal(RefusalCode.DateInFuture, person.RecordDeath(PartialDate.Of(Today.AddDays(1)), Today, By).Refusals.Single().Code);
        Assert.Equal(RefusalCode.PeriodReversed, person.RecordDeath(PartialDate.Of(1940), Today, By).Refusals.Single().Code);
        Assert.True(person.RecordDeath(PartialDate.Of(2026, 11), Today, By).IsDone);
        Assert.True(person.IsMailStopped);
        Assert.Equal(RefusalCode.Required, person.RetractDeath(null, By).Refusals.Single().Code);
        Assert.True(person.RetractDeath("同姓同名の別人", By).IsDone);
        Assert.False(person.IsMailStopped);
    }
}
