using Tsunagi.Domain.Consents;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.Plans;
using static Tsunagi.Tests.Plans.PlanWorld;

namespace Tsunagi.Tests.Consents;

public class ConsentTests
{
    private readonly PlanWorld world = new();

    [Fact]
    public void A_given_consent_covers_what_was_asked_and_nothing_else()
    {
        var consent = world.Given();

        Assert.True(consent.Covers(Purpose, Desk, Narrative, world.Now));
        Assert.False(consent.Covers("participation", Desk, Narrative, world.Now));
        Assert.False(consent.Covers(Purpose, Clinic, Narrative, world.Now));
        Assert.False(consent.Covers(Purpose, Desk, Special, world.Now));
    }

    [Fact]
    public void An_explanation_alone_opens_nothing()
    {
        Assert.False(world.Explained().Covers(Purpose, Desk, Narrative, world.Now));
    }

    [Fact]
    public void Withdrawal_ends_sharing_at_that_instant_and_the_past_stays_lawful()
    {
        var consent = world.Given();
        world.Pass(TimeSpan.FromHours(1));
        var before = world.Now;
        world.Pass(TimeSpan.FromMinutes(1));

        Done(consent.Withdraw(null, world.By));

        Assert.False(consent.IsActiveAt(world.Now));
        Assert.True(consent.IsActiveAt(before));
        Assert.Equal(ConsentStanding.Withdrawn, consent.StandingAt(world.Now));
    }

    [Fact]
    public void The_last_day_counts_whole_in_Tokyo_and_the_next_midnight_ends_it()
    {
        var consent = world.Given();
        var end = JapanTime.StartOf(consent.Scope.Until.AddDays(1));

        Assert.True(consent.IsActiveAt(end.AddTicks(-1)));
        Assert.False(consent.IsActiveAt(end));
        Assert.Equal(ConsentStanding.Expired, consent.StandingAt(end));
        Assert.Equal(ConsentState.Active, consent.State);
    }

    [Fact]
    public void A_consent_for_later_is_not_yet_valid()
    {
        var later = world.Scope() with { From = world.Today.AddDays(7) };
        var consent = world.Given(scope: later);

        Assert.Equal(ConsentStanding.NotYetValid, consent.StandingAt(world.Now));
        Assert.False(consent.IsActiveAt(world.Now));
    }

    [Fact]
    public void A_declined_consent_can_be_asked_again_on_a_set_day()
    {
        var consent = world.Explained();
        Done(consent.Decline("今は話したくない", world.By));
        Refused(RefusalCode.DateInPast, consent.PlanToAskAgain(world.Today.AddDays(-1), world.By));
        Done(consent.PlanToAskAgain(world.Today.AddDays(30), world.By));

        Assert.False(consent.IsToBeAskedAgain(world.Today.AddDays(29)));
        Assert.True(consent.IsToBeAskedAgain(world.Today.AddDays(30)));

        world.PassDays(30);
        Done(consent.ExplainAgain(world.Scope(), world.Explanation(), ForConsent, world.By));
        Assert.False(consent.IsToBeAskedAgain(world.Today));
        Done(consent.Give(world.Written(), 45, ForConsent, world.By));
        Assert.Equal(2, consent.Explanations.Count);
    }

    [Fact]
    public void A_withdrawn_consent_never_returns_but_a_new_one_follows_it()
    {
        var consent = world.Given();
        Done(consent.Withdraw("もうやめたい", world.By));

        Refused(RefusalCode.WrongState, consent.ExplainAgain(world.Scope(), world.Explanation(), ForConsent, world.By));
        var next = Consent.Explain(
            world.Next<Consent>(), world.Case, world.Mother, world.Scope(), world.Explanation(), consent.Id, ForConsent, world.By);
        Assert.Equal(consent.Id, next.Value.FollowsId);
    }

    [Fact]
    public void Everybody_agrees_until_the_first_of_the_consents_that_last_longest_ends_and_one_who_does_not_agree_ends_it()
    {
        var (mothers, longer, sons) = (world.Given(), world.Given(scope: world.Scope(days: 200)), world.Given(world.Son, world.Scope(days: 90)));
        DateTimeOffset? Until(params Id<Person>[] subjects) => ConsentCoverage.AgreedUntil(Purpose, subjects, [mothers, longer, sons], world.Now);

        Assert.Equal(JapanTime.StartOf(longer.Scope.Until.AddDays(1)), Until(world.Mother));
        Assert.Equal(JapanTime.StartOf(sons.Scope.Until.AddDays(1)), Until(world.Mother, world.Son));
        Assert.Null(Until());
        Assert.Null(Until(world.Mother, world.Next<Person>()));
        Assert.Null(ConsentCoverage.AgreedUntil("participation", [world.Son], [sons], world.Now));

        Done(sons.Withdraw(null, world.By));
        Assert.Null(Until(world.Mother, world.Son));
    }

    [Theory]
    [InlineData(14, RefusalCode.ConsentNeedsRepresentative)]
    [InlineData(15, null)]
    public void Below_the_wards_age_the_child_does_not_consent_alone(int age, RefusalCode? refusal)
    {
        var outcome = world.Explained().Give(world.Written(wish: "学校に行きたい"), age, ForConsent, world.By);

        Assert.Equal(refusal, outcome.Refusals.Select(r => (RefusalCode?)r.Code).FirstOrDefault());
    }

    [Theory]
    [InlineData(8)]
    [InlineData(17)]
    public void The_wish_of_a_minor_is_always_recorded(int age)
    {
        var giver = age < 15 ? ConsentGiver.LegalRepresentative : ConsentGiver.Self;

        var outcome = world.Explained().Give(world.Written(giver, name: "母"), age, ForConsent, world.By);

        Assert.Equal([new(RefusalCode.Required, "ChildWish")], outcome.Refusals);
    }

    [Theory]
    [InlineData(RepresentativeStanding.Suspected)]
    [InlineData(RepresentativeStanding.Conflicted)]
    public void A_suspected_or_conflicted_guardian_is_not_asked(RepresentativeStanding standing)
    {
        var giving = world.Written(ConsentGiver.LegalRepresentative, name: "父", wish: "家にいたくない", standing: standing);

        Refused(RefusalCode.ConsentRepresentativeNotAsked, world.Explained().Give(giving, 9, ForConsent, world.By));
    }

    [Theory]
    [InlineData(ConsentGiver.AdultGuardian, true, null, RefusalCode.ConsentPersonCanDecide)]
    [InlineData(ConsentGiver.AdultGuardian, false, null, null)]
    [InlineData(ConsentGiver.Curator, false, null, RefusalCode.ConsentAuthorityNotProven)]
    [InlineData(ConsentGiver.Curator, false, "代理行為目録 第3号", null)]
    [InlineData(ConsentGiver.VoluntaryGuardian, false, null, RefusalCode.ConsentAuthorityNotProven)]
    [InlineData(ConsentGiver.Self, false, null, RefusalCode.ConsentPersonCannotJudge)]
    [InlineData(ConsentGiver.LegalRepresentative, false, null, RefusalCode.ConsentNotAMinor)]
    public void A_representative_of_an_adult_speaks_only_where_the_law_lets_them(
        ConsentGiver giver, bool canJudge, string? authority, RefusalCode? refusal)
    {
        var giving = world.Written(giver, canJudge, giver == ConsentGiver.Self ? null : "後見センター", authority);

        var outcome = world.Explained().Give(giving, 80, ForConsent, world.By);

        Assert.Equal(refusal, outcome.Refusals.Select(r => (RefusalCode?)r.Code).FirstOrDefault());
    }

    [Fact]
    public void A_child_never_interprets_for_the_family()
    {
        var child = new Interpreter("長女", "家族", IsChild: true);

        Refused(RefusalCode.ConsentChildInterpreter, Consent.Explain(
            world.Next<Consent>(), world.Case, world.Mother, world.Scope(), world.Explanation(child), null, ForConsent, world.By));
        Refused(RefusalCode.ConsentChildInterpreter,
            world.Explained().Give(world.Written() with { Interpreter = child }, 45, ForConsent, world.By));
    }

    [Fact]
    public void Oral_consent_counts_with_words_witness_and_time()
    {
        var oral = world.Written() with { Form = ConsentForm.Oral, Signature = null };

        var refused = world.Explained().Give(oral, 45, ForConsent, world.By);
        Assert.Equal(["Words", "Witness"], refused.Refusals.Select(r => r.Field));
        Done(world.Explained().Give(oral with { Words = "お願いします", Witness = "佐藤（主任）" }, 45, ForConsent, world.By));
    }

    [Fact]
    public void Family_may_write_for_a_person_and_is_then_named()
    {
        var written = world.Written() with { Signature = SignatureKind.WrittenByOther };

        Assert.Equal("WrittenBy", world.Explained().Give(written, 45, ForConsent, world.By).Refusals.Single().Field);
        Done(world.Explained().Give(written with { WrittenBy = "長男" }, 45, ForConsent, world.By));
        Assert.DoesNotContain(Enum.GetNames<ConsentGiver>(), name => name.Contains("Family", StringComparison.Ordinal));
    }

    [Fact]
    public void Nobody_can_consent_is_a_state_of_its_own_with_a_way_out()
    {
        var consent = world.Explained();
        Done(consent.FindNobody("認知症が進み、親族がいない", guardianshipConsidered: true, world.By));

        Refused(RefusalCode.WrongState, consent.Give(world.Written(), 80, ForConsent, world.By));
        Done(consent.ExplainAgain(world.Scope(), world.Explanation(), ForConsent, world.By));
        Assert.True(consent.GuardianshipConsidered);
    }

    [Fact]
    public void The_scope_is_checked_against_the_wards_lists_and_longest_time()
    {
        var wrong = new ConsentScope(["x"], [], [Narrative], world.Today, world.Today.AddMonths(12).AddDays(1));

        var outcome = Consent.Explain(
            world.Next<Consent>(), world.Case, world.Mother, wrong, world.Explanation(), null, ForConsent, world.By);

        Assert.Equal(
            [RefusalCode.UnknownCode, RefusalCode.Required, RefusalCode.ConsentPeriodTooLong], outcome.Refusals.Select(r => r.Code));
    }

    [Fact]
    public void The_person_is_told_the_actual_agencies_of_the_categories_they_consent_to()
    {
        var consent = world.Explained();

        Done(consent.TellAgency("○○地区 あんしんすこやかセンター", Desk, world.DeskAgency, world.By));
        Refused(RefusalCode.ConsentNotCovering, consent.TellAgency("○○医院", Clinic, null, world.By));
        Assert.Equal(["○○地区 あんしんすこやかセンター"], consent.Describe().Agencies);
    }

    [Fact]
    public void A_consent_cannot_be_given_before_it_was_explained_nor_after_its_end()
    {
        var consent = world.Explained();
        Refused(RefusalCode.ConsentBeforeExplanation,
            consent.Give(world.Written() with { At = world.Now.AddHours(-1) }, 45, ForConsent, world.By));

        world.PassDays(181);
        Refused(RefusalCode.ConsentExpired, consent.Give(world.Written(), 45, ForConsent, world.By));
    }

    [Fact]
    public void A_gap_tells_whose_consent_is_missing_towards_whom_and_why()
    {
        var given = world.Given(world.Mother);
        var declined = world.Explained(world.Son);
        Done(declined.Decline("いやだ", world.By));

        var gaps = ConsentCoverage.Gaps(
            new(Purpose, [Identity]), [world.Mother, world.Son], [Desk, Clinic, Desk], [given, declined], world.Now);

        Assert.Equal(
        [
            new(world.Mother, Clinic, RefusalCode.ConsentNotCovering),
            new(world.Son, Desk, RefusalCode.ConsentDeclined),
            new(world.Son, Clinic, RefusalCode.ConsentDeclined),
        ], gaps);
    }

    [Fact]
    public void Two_consents_of_one_person_together_cover_what_neither_covers_alone()
    {
        var one = world.Given(scope: world.Scope() with { FieldClasses = [Identity] });
        var two = world.Given(scope: world.Scope() with { FieldClasses = [Narrative] });

        Assert.Empty(ConsentCoverage.Gaps(new(Purpose, [Identity, Narrative]), [world.Mother], [Desk], [one, two], world.Now));
        Assert.Single(ConsentCoverage.Gaps(new(Purpose, [Identity, Narrative]), [world.Mother], [Desk], [one], world.Now));
    }

    [Fact]
    public void A_withdrawal_that_never_was_is_corrected_from_now_on_and_the_gap_stays()
    {
        var consent = world.Given();
        world.Pass(TimeSpan.FromHours(1));
        var open = world.Now;
        world.Pass(TimeSpan.FromHours(1));
        Done(consent.Withdraw(null, world.By));
        world.Pass(TimeSpan.FromHours(1));
        var stopped = world.Now;
        world.Pass(TimeSpan.FromHours(1));

        Done(consent.CorrectWithdrawal("別の人の同意と取り違えた", "続けてください", world.By));

        Assert.Equal((true, false, true), (consent.IsActiveAt(open), consent.IsActiveAt(stopped), consent.IsActiveAt(world.Now)));
        Assert.Equal(ConsentStanding.Active, consent.StandingAt(world.Now));
        Assert.Equal(world.Now, Assert.Single(consent.Pauses).Until);
    }

    [Fact]
    public void Correcting_a_withdrawal_needs_the_persons_word_and_a_consent_that_has_not_run_out()
    {
        var consent = world.Given();
        Refused(RefusalCode.WrongState, consent.CorrectWithdrawal("誤り", "続けて", world.By));
        Done(consent.Withdraw(null, world.By));
        Refused(RefusalCode.Required, consent.CorrectWithdrawal("誤り", " ", world.By));
        Refused(RefusalCode.Required, consent.CorrectWithdrawal("", "続けて", world.By));
        world.PassDays(400);
        Refused(RefusalCode.ConsentExpired, consent.CorrectWithdrawal("誤り", "続けて", world.By));
    }

    [Fact]
    public void A_consent_that_was_never_given_was_valid_at_no_time()
    {
        var consent = world.Given();
        var then = world.Now;
        world.Pass(TimeSpan.FromHours(1));
        Refused(RefusalCode.Required, consent.Annul(" ", world.By));

        Done(consent.Annul("別の人に印を付けた", world.By));

        Assert.False(consent.IsActiveAt(then));
        Assert.False(consent.IsActiveAt(world.Now));
        Assert.Equal(ConsentStanding.Annulled, consent.StandingAt(world.Now));
        Assert.Equal(world.Now, consent.OpenUntil);
        Refused(RefusalCode.WrongState, consent.CorrectWithdrawal("誤り", "続けて", world.By));
        Refused(RefusalCode.WrongState, consent.Annul("もう一度", world.By));
    }
}
