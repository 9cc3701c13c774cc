using FsCheck.Fluent;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Notices;

public class CoordinationNoticeTests
{
    private static readonly OfficeHours Offices = new(new(8, 30), new(17, 15), [new(12, 29, 31), new(1, 1, 3)]);
    private static readonly Stamp Coordinator = At(new(2026, 12, 1));

    private static Stamp At(DateOnly day) => new(new(new Guid(7, 0, 0, new byte[8])), default, JapanTime.At(day, new(9, 0)));

    private static CoordinationNotice Told(DateOnly on) => CoordinationNotice.Tell(
        new(new Guid(1, 0, 0, new byte[8])), "setagaya", [NoticeRuleProperties.Organisation(1), NoticeRuleProperties.Organisation(2)], NoticeRuleProperties.Rules, Offices, At(on));

    [Fact]
    public void The_ten_days_are_days_on_which_the_ward_works()
    {
        // Friday: weekends and the turn of the year (29 December to 3 January) are not counted.
        Assert.Equal(new(2027, 1, 7), Told(new(2026, 12, 18)).AnswerBy);
        Assert.Equal(new(2027, 3, 18), Told(new(2026, 12, 18)).DeleteOn);
    }

    [Fact]
    public void A_choice_needs_a_reason_and_is_made_once()
    {
        var notice = Told(new(2026, 11, 24));
        Assert.Equal(["Choice", "Reason"], notice.Choose(null, " ", Coordinator).Refusals.Select(r => r.Field));
        Assert.Equal(RefusalCode.IndividualNumber, notice.Choose(NoticeChoice.Ask, "番号は1234 5678 9018", Coordinator).Refusals.Single().Code);
        Assert.True(notice.Choose(NoticeChoice.Ask, "どちらも知っておく方がよい", Coordinator).IsDone);
        Assert.Equal(RefusalCode.WrongState, notice.Choose(NoticeChoice.LeaveAlone, "やめる", Coordinator).Refusals.Single().Code);
        Assert.True(notice.Choose(NoticeChoice.ProposeConference, "両方が困っていた", Coordinator).IsDone);
        Assert.Equal([NoticeChoice.Ask, NoticeChoice.ProposeConference], notice.Steps.Select(s => s.Choice));
    }

    [Fact]
    public void The_days_being_over_is_told_by_the_clock_and_bars_nothing()
    {
        var notice = Told(new(2026, 11, 24));
        Assert.False(notice.IsOverdue(notice.AnswerBy));
        Assert.True(notice.IsOverdue(notice.AnswerBy.AddDays(1)));
        Assert.True(notice.Choose(NoticeChoice.LeaveAlone, "遅れたが見た", At(notice.AnswerBy.AddDays(1))).IsDone);
        Assert.False(notice.IsOverdue(notice.AnswerBy.AddDays(1)));
    }

    [Fact]
    public void Only_what_was_not_used_is_deleted_and_not_before_its_time()
    {
        foreach (var choice in Enum.GetValues<NoticeChoice>())
        {
            var notice = Told(new(2026, 11, 24));
            Assert.True(notice.MayBeDeleted(notice.DeleteOn));
            Assert.False(notice.MayBeDeleted(notice.DeleteOn.AddDays(-1)));
            notice.Choose(choice, "理由", Coordinator);
            Assert.Equal(choice == NoticeChoice.LeaveAlone, notice.MayBeDeleted(notice.DeleteOn.AddYears(1)));
        }
    }

    [Fact]
    public void The_last_word_about_matching_counts_and_all_of_them_stay()
    {
        var wish = new MatchingWish(new Id<Person>(new Guid(3, 0, 0, new byte[8])));
        Assert.Equal(["Declines", "Words", "SaidOn"], wish.Say(null, "", null, Coordinator).Refusals.Select(r => r.Field));
        Assert.Equal(RefusalCode.DateInFuture, wish.Say(true, "いやだ", new(2026, 12, 2), Coordinator).Refusals.Single().Code);
        Assert.True(wish.Say(true, "ほかに知られたくない", new(2026, 11, 30), Coordinator).IsDone);
        Assert.True(wish.Say(false, "やはりかまわない", new(2026, 12, 1), Coordinator).IsDone);
        Assert.False(wish.Declines);
        Assert.Equal(2, wish.Words.Count);
    }

    [Fact]
    public void A_mark_is_one_of_the_wards_and_is_taken_off_by_marking_anew()
    {
        var concerns = new CaseConcerns(new Id<Case>(new Guid(4, 0, 0, new byte[8])));
        HashSet<string> offered = ["stuck", "isolated", "danger"];
        Assert.Equal(RefusalCode.UnknownCode, concerns.Mark(["lonely"], offered, Coordinator).Refusals.Single().Code);
        Assert.Equal(RefusalCode.NothingChanged, concerns.Mark([], offered, Coordinator).Refusals.Single().Code);
        Assert.True(concerns.Mark(["stuck", "danger", "stuck"], offered, Coordinator).IsDone);
        Assert.Equal(["danger", "stuck"], concerns.Codes);
        Assert.True(concerns.Mark([], offered, Coordinator).IsDone);
        Assert.Equal(2, concerns.Marks.Count);
    }

    [Fact]
    public void A_working_day_is_never_a_day_the_ward_is_closed() =>
        Prop.ForAll(Gen.Choose(0, 4000).ToArbitrary(), Gen.Choose(1, 40).ToArbitrary(), (from, days) =>
        {
            var day = new DateOnly(2024, 1, 1).AddDays(from);
            var end = Offices.AddWorkingDays(day, days);
            var between = Enumerable.Range(1, end.DayNumber - day.DayNumber).Count(n => Offices.IsWorkingDay(day.AddDays(n)));
            return Offices.IsWorkingDay(end) && between == days;
        }).Holds();
}
