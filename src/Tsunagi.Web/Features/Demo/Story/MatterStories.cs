using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Conferences.Support;
using Tsunagi.Web.Features.Conferences.WorkOrders;
using Tsunagi.Web.Features.Demo.Population;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>支援会議の物語: sealed matters in every state, and the work orders that leave them.</summary>
public sealed class MatterStories(Stage stage, Books books, ConsentStories consents, Days days, Random random)
{
    /// <summary>Who sits in the meeting.</summary>
    public sealed record Table(Worker Proposer, Worker Chair, Worker Secretary, Worker Hub, Worker Other);

    /// <summary>A matter from its proposal to where it stands.</summary>
    /// <param name="table">Who sits in it.</param>
    /// <param name="home">About whom.</param>
    /// <param name="start">When it is proposed.</param>
    /// <param name="end">Where it stands.</param>
    /// <param name="order">What became of the work order; none when no order left it.</param>
    /// <param name="session">The day of the session, where it must be a certain one.</param>
    public async IAsyncEnumerable<DateTimeOffset> MatterAsync(Table table, Home home, DateOnly start, MatterState end, WorkOrderState? order = null, DateOnly? session = null)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(table.Proposer, home, Lines.Worry(home, random));
        yield return days.After(stage.Today, 3, 10);
        var matter = await stage.MakeAsync(table.Proposer, s => s.GetRequiredService<ProposeMatter>().RunAsync(new()
        {
            Case = opened.Id,
            Title = Lines.Call(opened.Worry),
            Ground = ProposalGround.ConsentNotYet,
            GroundReason = "本人が支援を受け入れておらず、同意を得られる見込みがまだない。",
            Text = "関わる機関がそれぞれ断片を持っている。危険の程度を確かめ、だれが声をかけるかを決めたい。",
            Chair = table.Chair.Account,
        }, CancellationToken.None));
        if (end == MatterState.Proposed) yield break;
        yield return days.After(stage.Today, 1, 3);
        if (end is MatterState.Declined or MatterState.Withdrawn)
        {
            await EndAtTheDoorAsync(table, matter, end);
            yield break;
        }
        await stage.DoAsync(table.Chair, s => Of<MatterOffice>(s).TakeChairAsync(matter, new() { DutyConfirmed = true }, CancellationToken.None));
        await stage.MakeAsync(table.Chair, s => Of<MatterSessions>(s).SelectMembersAsync(matter, CancellationToken.None));
        var item = await stage.MakeAsync(table.Chair, s => Of<MatterSessions>(s).AddItemAsync(matter, new() { Title = "安否の確認と声のかけ方", PeopleNames = home.Members[0].Family }, CancellationToken.None));
        var members = await SeatAsync(table, matter);
        if (end == MatterState.MembersSelected) yield break;
        yield return days.After(stage.Today, 1, 3);
        await stage.DoAsync(table.Chair, s => Of<MatterRecords>(s).AskAsync(matter, new() { Session = 1, What = "世帯について知っていること、いまの関わり、気になること。" }, CancellationToken.None));
        var on = session ?? stage.Today.AddDays(random.Next(6, 12));
        await stage.DoAsync(table.Chair, s => Of<MatterSessions>(s).ConveneAsync(matter, new() { Date = on, Time = new TimeOnly(14, 0), Place = "会議室（架空）" }, CancellationToken.None));
        await GiveAsync(table, matter, item);
        if (end == MatterState.Convened) yield break;
        yield return JapanTime.At(on, new TimeOnly(14, 10));
        await stage.DoAsync(table.Secretary, s => Of<MatterSessions>(s).HoldAsync(matter, new() { Present = [.. members.Values] }, CancellationToken.None));
        await stage.DoAsync(table.Secretary, s => Of<MatterSessions>(s).WriteAsync(matter, new() { Item = item, Text = "最近の様子を持ち寄った。急ぐ危険はないが、孤立が進んでいる。声をかける人を決めた。" }, CancellationToken.None));
        await stage.MakeAsync(table.Secretary, s => Of<MatterRecords>(s).DecideAsync(matter, new() { Item = item, Who = "窓口", What = "配食の声かけに合わせて様子を見る。", Until = stage.Today.AddDays(30) }, CancellationToken.None));
        await stage.MakeAsync(table.Secretary, s => Of<MatterRecords>(s).AssignWatchAsync(matter, new() { Item = item, Who = "近隣の見守り", Sign = "三日続けて雨戸が閉まったまま", Call = "事務局へ電話" }, CancellationToken.None));
        await stage.DoAsync(table.Secretary, s => Of<MatterSessions>(s).WriteDirectionAsync(matter, new() { Direction = "急がず、声をかける人を一人に決めて関わりを続ける。", UrgentResponse = "三日会えないときは、事務局へ知らせ、二人で訪ねる。" }, CancellationToken.None));
        if (end == MatterState.Held) yield break;
        var sent = order is null ? null : (Id<WorkOrder>?)await OrderAsync(table, matter, item);
        yield return days.After(stage.Today, 1, 3);
        await stage.DoAsync(table.Secretary, s => Of<MatterSessions>(s).FixAsync(matter, new() { Next = stage.Today.AddDays(40) }, CancellationToken.None));
        if (end == MatterState.MinutesFixed && order is null) yield break;
        yield return days.After(stage.Today, 1, 2);
        await stage.DoAsync(table.Chair, s => Of<MatterSessions>(s).ConfirmAsync(matter, new() { Session = 1 }, CancellationToken.None));
        if (sent is { } given) await AnswerAsync(table, given, order!.Value);
        if (end == MatterState.MinutesFixed) yield break;
        yield return days.After(stage.Today, 1, 4);
        if (end == MatterState.MovedToPlanConference) await consents.GiveAsync(opened, await consents.ExplainAsync(opened, 12));
        await stage.DoAsync(table.Chair, s => Of<MatterOffice>(s).SettleAsync(matter, new()
        {
            Action = end switch
            {
                MatterState.Watching => MatterAction.Watch,
                MatterState.EmergencyAction => MatterAction.ActUrgently,
                MatterState.OutreachStarted => MatterAction.StartOutreach,
                MatterState.MovedToPlanConference => MatterAction.MoveToPlanConference,
                _ => MatterAction.Close,
            },
            Reason = "会議で決めたとおり進める。",
            ConsentConfirmed = end == MatterState.MovedToPlanConference,
            ConsentedBy = end == MatterState.MovedToPlanConference ? "本人" : null,
            ConsentedOn = end == MatterState.MovedToPlanConference ? stage.Today : null,
        }, CancellationToken.None));
    }

    private Task EndAtTheDoorAsync(Table table, Id<Matter> matter, MatterState end) => end == MatterState.Declined
        ? stage.DoAsync(table.Chair, s => Of<MatterOffice>(s).DeclineChairAsync(matter, new() { Reason = "世帯をよく知る課の課長に頼んでほしい。" }, CancellationToken.None))
        : stage.DoAsync(table.Proposer, s => Of<KeepProposal>(s).WithdrawAsync(matter, new() { Reason = "本人と話ができ、同意を得て進められることになった。" }, CancellationToken.None));

    // Each is named, explained to, seated, and named to read: nothing is shown before the duty was explained.
    private async Task<Dictionary<Worker, Id<MatterParticipant>>> SeatAsync(Table table, Id<Matter> matter)
    {
        var seated = new Dictionary<Worker, Id<MatterParticipant>>();
        foreach (var member in new[] { table.Secretary, table.Hub, table.Proposer, table.Other }.Distinct())
        {
            var participant = await stage.MakeAsync(table.Chair, s => Of<MatterMembers>(s).AddAsync(matter, new() { Organisation = member.At, Account = member.Account }, CancellationToken.None));
            await stage.MakeAsync(table.Chair, s => Of<MatterMembers>(s).ExplainAsync(matter, new() { Participant = participant, On = stage.Today, Manner = ExplanationManner.Oral }, CancellationToken.None));
            if (member == table.Secretary)
            {
                await stage.DoAsync(table.Chair, s => Of<MatterOffice>(s).AppointSecretaryAsync(matter, new() { Participant = participant }, CancellationToken.None));
                continue;
            }
            await stage.DoAsync(table.Chair, s => Of<MatterMembers>(s).SeatAsync(matter, new() { Participant = participant, Part = MemberPart.Attendee }, CancellationToken.None));
            await stage.DoAsync(table.Chair, s => Of<MatterMembers>(s).NameReaderAsync(matter, new() { Participant = participant, Session = 1, Scope = ReadingScope.WholeSession }, CancellationToken.None));
            seated[member] = participant;
        }
        return seated;
    }

    private async Task GiveAsync(Table table, Id<Matter> matter, Id<MatterItem> item)
    {
        var asked = await stage.ReadAsync(table.Chair, db => db.Matters.Where(m => m.Id == matter).SelectMany(m => m.Requests).Select(r => new { r.Id, r.ParticipantId }).ToListAsync());
        var people = await stage.ReadAsync(table.Chair, db => db.Matters.Where(m => m.Id == matter).SelectMany(m => m.Participants).Select(p => new { p.Id, p.AccountId }).ToListAsync());
        foreach (var (member, says) in new[] { (table.Proposer, "訪ねても戸口で断られる。郵便物がたまり、やせてきた。"), (table.Other, "年度の初めに一度だけ来所した。以後の連絡はない。") })
        {
            var own = people.Single(p => p.AccountId == member.Account).Id;
            if (asked.Find(r => r.ParticipantId == own) is not { } request) continue;
            await stage.MakeAsync(member, s => Of<MatterRecords>(s).SubmitSheetAsync(matter, new() { Request = request.Id, HouseholdPicture = "同居の家族がいるが、行き来は少ない。", PresentEfforts = "月に一度の声かけ。", WantedAgencies = "医療の窓口" }, CancellationToken.None));
            await stage.MakeAsync(member, s => Of<MatterRecords>(s).GiveAsync(matter, new() { Request = request.Id, Item = item, Text = says }, CancellationToken.None));
        }
    }

    private async Task<Id<WorkOrder>> OrderAsync(Table table, Id<Matter> matter, Id<MatterItem> item)
    {
        var draft = await stage.MakeAsync(table.Secretary, s => Of<MatterWaysOut>(s).DraftAsync(matter, new()
        {
            Item = item,
            Receiver = table.Other.At,
            Task = "今週のうちに訪ね、食事がとれているかを確かめる。",
            Deadline = stage.Today.AddDays(7),
            SafetyFacts = "二人で訪ねる。玄関に犬がいる。",
            Contact = "事務局 平日9時から17時",
            Basis = "依頼票",
            Reason = "食事がとれていないおそれがある。",
        }, CancellationToken.None));
        return await stage.MakeAsync(table.Chair, s => Of<MatterWaysOut>(s).ApproveAsync(matter, new() { WayOut = draft }, CancellationToken.None));
    }

    private Task AnswerAsync(Table table, Id<WorkOrder> order, WorkOrderState end) => end switch
    {
        WorkOrderState.Issued => Task.CompletedTask,
        WorkOrderState.Withdrawn => stage.DoAsync(table.Chair, s => Of<AnswerWorkOrder>(s).WithdrawAsync(order, CancellationToken.None)),
        _ => stage.DoAsync(table.Other, s => Of<AnswerWorkOrder>(s).AnswerAsync(order, new()
        {
            Reply = end switch { WorkOrderState.Done => WorkOrderReply.Done, WorkOrderState.Absent => WorkOrderReply.Absent, _ => WorkOrderReply.Difficult },
            Word = end == WorkOrderState.Done ? "会えた。食事はとれている。" : "二度訪ねたが会えなかった。",
        }, CancellationToken.None)),
    };

    private static T Of<T>(IServiceProvider services) where T : notnull => services.GetRequiredService<T>();
}
