using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Notices;
using Tsunagi.Web.Features.Notices.Match;
using Tsunagi.Web.Hosting;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>連携検討のお知らせの物語: households that two desks know, the nights in which that is noticed, and what the coordinator makes of it.</summary>
public sealed class NoticeStories(Stage stage, Books books, Days days, Random random)
{
    /// <summary>Two desks open a case on the same household, and one of them is stuck.</summary>
    public async IAsyncEnumerable<DateTimeOffset> KnownTwiceAsync(Worker desk, Worker other, Home home, DateOnly start)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        yield return days.At(start.AddDays(1));
        await books.OpenAsync(other, home, Lines.Worry(home, random));
        await stage.DoAsync(desk, s => s.GetRequiredService<MarkConcerns>().RunAsync(opened.Id, new() { Codes = ["stuck"] }, default, CancellationToken.None));
    }

    /// <summary>A night, and the coordinator's choice about the latest notice in the days after; none where it still waits.</summary>
    public async IAsyncEnumerable<DateTimeOffset> NightAsync(Worker coordinator, DateOnly on, CoordinationNoticeState end)
    {
        yield return JapanTime.At(on, new TimeOnly(2, 0));
        await stage.DoAsync(new(SystemWork.Actor, "夜間の照合", coordinator.Organisation), async s =>
        {
            await s.GetRequiredService<MatchAtNight>().RunAsync(again: false, CancellationToken.None);
            return Outcome.Done;
        });
        if (ChoiceOf(end) is not { } choice) yield break;
        yield return JapanTime.At(on, new TimeOnly(10, 20));
        await stage.DoAsync(coordinator, async s => (await s.GetRequiredService<NoticeList>().RunAsync(CancellationToken.None)).LastOrDefault(n => n.State == CoordinationNoticeState.Told) is { } told
            ? await s.GetRequiredService<AnswerNotice>().RunAsync(told.Id, new() { Choice = choice, Reason = ReasonOf(choice) }, null, CancellationToken.None)
            : Outcome.Done);
    }

    private static NoticeChoice? ChoiceOf(CoordinationNoticeState end) => end switch
    {
        CoordinationNoticeState.Told => null,
        CoordinationNoticeState.LeftAlone => NoticeChoice.LeaveAlone,
        CoordinationNoticeState.Asked => NoticeChoice.Ask,
        CoordinationNoticeState.ConferenceProposed => NoticeChoice.ProposeConference,
    };

    private static string ReasonOf(NoticeChoice choice) => choice switch
    {
        NoticeChoice.LeaveAlone => "どちらの機関も、別の用件で先月から定例の場を持っている。",
        NoticeChoice.Ask => "どちらも忙しい時期だが、困っていることがないかを聞いておきたい。",
        NoticeChoice.ProposeConference => "同じ組み合わせのお知らせが続いており、場を設けた方がよい。",
    };
}
