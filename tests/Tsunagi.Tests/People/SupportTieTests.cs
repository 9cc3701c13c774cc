using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.People;

/// <summary>つながり: dated, and gone from the record when a place must not be told .</summary>
public class SupportTieTests
{
    private static readonly DateOnly Today = PersonTests.Today;
    private static readonly Stamp By = PersonTests.By;

    private readonly Person person = PersonTests.Write(PersonTests.Hanako);

    [Fact]
    public void A_tie_that_changes_keeps_what_it_was()
    {
        Assert.True(person.TieTo("配食のサービス", ContactKind.Agency, new(TieStrength.Weak, From: new(2024, 4, 1)), Today, By).IsDone);
        Assert.Equal(RefusalCode.AlreadyRelated, person.TieTo("配食のサービス", ContactKind.Agency, new(), Today, By).Refusals.Single().Code);
        Assert.True(person.ChangeTie(1, new(TieStrength.Strong, From: new(2025, 4, 1)), Today, By).IsDone);
        Assert.Equal([TieStrength.Weak], On(new(2025, 3, 31)));
        Assert.Equal([TieStrength.Strong], On(new(2025, 4, 1)));
        Assert.True(person.EndTie(2, new(2026, 4, 1), Today).IsDone);
        Assert.Empty(On(Today));
        Assert.Equal(RefusalCode.WrongState, person.EndTie(2, Today, Today).Refusals.Single().Code);

        TieStrength[] On(DateOnly day) => [.. person.SupportTies.Where(t => t.HoldsOn(day)).Select(t => t.Strength)];
    }

    [Fact]
    public void A_tie_that_never_was_holds_on_no_day()
    {
        person.TieTo("となりの人", ContactKind.Person, new(), Today, By);
        Assert.Equal(RefusalCode.Required, person.TakeBackTie(1, " ").Refusals.Single().Code);
        Assert.True(person.TakeBackTie(1, "別の方の話").IsDone);
        Assert.DoesNotContain(person.SupportTies, t => t.HoldsOn(Today));
        Assert.True(person.TieTo("となりの人", ContactKind.Person, new(), Today, By).IsDone);
    }

    [Fact]
    public void Protection_takes_every_tie_along_and_lets_none_be_written()
    {
        person.TieTo("池尻保育園", ContactKind.Place, new(What: "送り迎え"), Today, By);
        person.TieTo("むかしの同僚", ContactKind.Person, new(), Today, By);
        var withdrawn = person.ProtectLocation(By).Value;
        Assert.Equal(["池尻保育園", "送り迎え", "むかしの同僚"], withdrawn.Ties);
        Assert.All(person.SupportTies, t => Assert.Equal(("", null, true), (t.Contact, t.What, t.IsWithheld)));
        Assert.DoesNotContain(person.SupportTies, t => t.HoldsOn(Today));
        Assert.Equal(RefusalCode.LocationProtected, person.TieTo("学校", ContactKind.Place, new(), Today, By).Refusals.Single().Code);
    }
}
