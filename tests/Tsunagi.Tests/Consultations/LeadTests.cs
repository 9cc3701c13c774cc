using FsCheck.Fluent;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.People;

namespace Tsunagi.Tests.Consultations;

public class LeadTests
{
    private static readonly DateOnly Today = PersonTests.Today;
    private static readonly Stamp By = PersonTests.By;
    private static readonly LeadRules Rules = new(new HashSet<string> { "neighbour", "post" });
    private static readonly LeadContent Newspapers = new("新聞がたまっている", "post", Today) { Place = "池尻3丁目の角の家" };
    private static readonly LeadNext Visit = new(By.Account, "声をかけに行く", Today.AddDays(3));

    private static Id<T> Id<T>(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static Lead Notice() => Lead.Notice(Id<Lead>(1), Newspapers, Visit, Rules, Today, By).Value;

    [Fact]
    public void A_sign_needs_an_owner_a_next_action_and_a_date()
    {
        var refusals = Lead.Notice(Id<Lead>(1), Newspapers, new(default, "", default), Rules, Today, By).Refusals;
        Assert.Equal(["Owner", "Action", "On"], refusals.Select(refusal => refusal.Field));
        Assert.Equal(RefusalCode.DateInPast, Notice().Watch("不在", Visit with { On = Today.AddDays(-1) }, Today, By).Refusals.Single().Code);
    }

    [Fact]
    public void A_sign_is_about_a_person_or_a_place()
    {
        Assert.Equal([new(RefusalCode.Required, "Place")],
            Lead.Notice(Id<Lead>(1), Newspapers with { Place = null }, Visit, Rules, Today, By).Refusals);
        Assert.Equal([new(RefusalCode.LocationProtected, "Place")],
            Lead.Notice(Id<Lead>(1), Newspapers with { Person = new(new Guid(5, 0, 0, new byte[8])), IsLocationProtected = true }, Visit, Rules, Today, By).Refusals);
    }

    [Fact]
    public void Watching_goes_on_until_something_comes_of_it()
    {
        var lead = Notice();
        Assert.True(lead.Watch("留守。新聞はなくなっていた", Visit with { On = Today.AddDays(10) }, Today, By).IsDone);
        Assert.False(lead.IsOverdue(Today.AddDays(10)));
        Assert.True(lead.IsOverdue(Today.AddDays(11)));
        Assert.True(lead.TakeAsCase(Id<Case>(8), By).IsDone);
        Assert.False(lead.IsOverdue(Today.AddDays(100)));
        Assert.Equal([LeadStepKind.Noticed, LeadStepKind.Watched, LeadStepKind.BecameCase], lead.Steps.Select(step => step.Kind));
    }

    [Fact]
    public void It_ends_with_a_reason_and_can_be_reopened()
    {
        var lead = Notice();
        Assert.Equal(RefusalCode.Required, lead.End(null, By).Refusals.Single().Code);
        Assert.True(lead.End("旅行中だったとわかった", By).IsDone);
        Assert.True(lead.Reopen("また新聞がたまっている", Visit, Today, By).IsDone);
        Assert.Equal(LeadState.Watching, lead.State);
    }

    [Fact]
    public void However_acts_follow_one_another_a_lead_that_lives_has_owner_and_date()
    {
        var acts = Gen.Choose(0, 4).ListOf(12).ToArbitrary();
        Prop.ForAll(acts, list =>
        {
            var lead = Notice();
            foreach (var act in list)
            {
                _ = act switch
                {
                    0 => lead.Watch("見た", Visit, Today, By),
                    1 => lead.TakeAsConsultation(Id<Consultation>(1), By),
                    2 => lead.TakeAsCase(Id<Case>(1), By),
                    3 => lead.End("なにもなかった", By),
                    _ => lead.Reopen("再び", Visit, Today, By),
                };
            }
            return lead.State is LeadState.New or LeadState.Watching
                ? lead.NextOn is not null && lead.OwnerId != default(Id<Account>) && lead.NextAction.Length > 0
                : lead.NextOn is null;
        }).Holds();
    }
}
