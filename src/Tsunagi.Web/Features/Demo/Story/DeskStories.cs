using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Cases;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Leads;
using Tsunagi.Web.Features.PhoneMemos;
using Tsunagi.Web.Features.ProtectedLocations;
using Tsunagi.Web.Features.Tallies;
using Tsunagi.Web.Features.UrgentReports;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>How the story of a case ends, as far as it is told.</summary>
public enum CaseEnd
{
    /// <summary>Goes on.</summary>
    Open,
    /// <summary>入院で休止.</summary>
    Suspended,
    /// <summary>休止から再開.</summary>
    Resumed,
    /// <summary>終結, フォローアップ待ち.</summary>
    Closed,
    /// <summary>終結, フォローアップ済み.</summary>
    FollowedUp,
}

/// <summary>窓口の物語: consultations with every outcome, cases over their course, leads, memos, urgent reports.</summary>
public sealed class DeskStories(Stage stage, Books books, Days days, Random random)
{
    /// <summary>One contact that ends with information.</summary>
    public async IAsyncEnumerable<DateTimeOffset> InformationAsync(Worker desk, Home home, DateOnly start, bool reopened = false)
    {
        yield return days.At(start);
        var id = await books.ReceiveAsync(desk, home, Lines.Worry(home, random), NextStep.Information);
        if (!reopened) yield break;
        yield return days.After(start, 5, 20);
        await stage.DoAsync(desk, s => s.GetRequiredService<DecideConsultation>().ReopenAsync(id, "本人から、同じことでもう一度電話があった。", CancellationToken.None));
    }

    /// <summary>A contact about which nothing is decided yet.</summary>
    public async IAsyncEnumerable<DateTimeOffset> WaitingAsync(Worker desk, Home home, DateOnly start, bool anonymous = false)
    {
        yield return days.At(start);
        await books.ReceiveAsync(desk, home, Lines.Worry(home, random), NextStep.Later, anonymous);
    }

    /// <summary>自動保存（受付未完了）: the telephone rang in between.</summary>
    public async IAsyncEnumerable<DateTimeOffset> DraftAsync(Worker desk, Home home, DateOnly start)
    {
        yield return days.At(start);
        var worry = Lines.Worry(home, random);
        var id = await stage.MakeAsync(desk, s => Task.FromResult<Outcome<Id<Consultation>>>(s.GetRequiredService<Work>().NewId<Consultation>()));
        await stage.MakeAsync(desk, s => s.GetRequiredService<SaveDraft>().RunAsync(id, new Dictionary<string, string>
        {
            ["Input.Channel"] = "phone",
            ["Input.OwnWords"] = worry.Words,
            ["Input.VisitorName"] = home.Members[0].Name,
        }, CancellationToken.None));
    }

    /// <summary>A case over its course.</summary>
    public async IAsyncEnumerable<DateTimeOffset> CaseAsync(Worker desk, Home home, DateOnly start, int notes, CaseEnd end)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        if (random.Next(3) > 0)
        {
            yield return days.After(stage.Today, 5, 20);
            await books.AssessAsync(opened);
        }
        for (var i = 0; i < notes; i++)
        {
            yield return days.After(stage.Today, 10, 35);
            await books.NoteAsync(opened);
            if (random.Next(3) == 0) await books.PlanNextAsync(opened, random.Next(5, 30));
            if (random.Next(4) == 0) await TaskAsync(opened, random.Next(5));
        }
        if (end == CaseEnd.Open) yield break;
        if (end is CaseEnd.Suspended or CaseEnd.Resumed)
        {
            yield return days.After(stage.Today, 5, 15);
            await stage.DoAsync(desk, s => s.GetRequiredService<SteerCase>().SuspendAsync(opened.Id, new() { Reason = "hospital", ContactPlan = "二週に一度、病院の相談員に様子を聞く。", ReviewOn = stage.Today.AddDays(30) }, CancellationToken.None));
            if (end == CaseEnd.Suspended) yield break;
            yield return days.After(stage.Today, 20, 40);
            await stage.DoAsync(desk, s => s.GetRequiredService<SteerCase>().ResumeAsync(opened.Id, "退院した。", CancellationToken.None));
            yield break;
        }
        yield return days.After(stage.Today, 10, 25);
        await FinishTasksAsync(opened);
        await stage.DoAsync(desk, s => s.GetRequiredService<CloseCase>().RunAsync(opened.Id, new()
        {
            Outcome = Lines.Pick(["solved", "eased", "services", "community"], random),
            Words = "困りごとが軽くなり、地域の見守りに移った。",
            FollowUpOn = Books.Iso(stage.Today.AddDays(60)),
        }, CancellationToken.None));
        if (end == CaseEnd.Closed) yield break;
        yield return days.After(stage.Today, 55, 70);
        await stage.DoAsync(desk, s => s.GetRequiredService<SteerCase>().FollowUpAsync(opened.Id, "電話で様子を聞いた。落ち着いて暮らしている。", CancellationToken.None));
    }

    /// <summary>引継ぎ of a case to another organisation.</summary>
    public async IAsyncEnumerable<DateTimeOffset> HandoverAsync(Worker desk, Worker other, Home home, DateOnly start, HandoverState end)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        yield return days.After(stage.Today, 8, 20);
        await books.NoteAsync(opened);
        yield return days.After(stage.Today, 4, 10);
        var handover = await stage.MakeAsync(desk, s => s.GetRequiredService<OfferHandover>().RunAsync(opened.Id, new()
        {
            To = other.At,
            Reason = "relation",
            Points = "通院の日は本人が電話してくる。訪問は午前がよい。次の面談に一緒に出たい。",
            IntroductionOn = stage.Today.AddDays(7),
            PersonTold = true,
            LegalBasis = s.GetRequiredService<CaseCodes>().LegalBases[0].Code,
        }, CancellationToken.None));
        if (end == HandoverState.Offered) yield break;
        yield return days.After(stage.Today, 2, 6);
        if (end == HandoverState.Withdrawn)
            await stage.DoAsync(desk, s => s.GetRequiredService<AnswerHandover>().WithdrawAsync(handover, "本人が今の担当を望んだ。", CancellationToken.None));
        else if (end == HandoverState.Declined)
            await stage.DoAsync(other, s => s.GetRequiredService<AnswerHandover>().DeclineAsync(handover, "先に医療の見立てを確かめてほしい。", CancellationToken.None));
        else
            await stage.DoAsync(other, s => s.GetRequiredService<AnswerHandover>().AcceptAsync(handover, other.Account, "来週の面談から入ります。", CancellationToken.None));
    }

    /// <summary>気になる情報: a sign, watched or become something.</summary>
    public async IAsyncEnumerable<DateTimeOffset> LeadAsync(Worker desk, Home home, DateOnly start, LeadState end)
    {
        yield return days.At(start);
        var place = home.Address;
        var lead = await stage.MakeAsync(desk, s => s.GetRequiredService<ChangeLead>().NoticeAsync(new()
        {
            Sign = Lines.Pick(["雨戸が閉まったままだと近所の人から聞いた。", "夜に大きな声がすると聞いた。", "ごみの日に姿を見なくなった。"], random),
            Source = "neighbour",
            Place = place,
            Action = "訪ねて様子を見る",
            On = Books.Iso(stage.Today.AddDays(7)),
        }, CancellationToken.None));
        if (end == LeadState.New) yield break;
        yield return days.After(stage.Today, 3, 7);
        await stage.DoAsync(desk, s => s.GetRequiredService<ChangeLead>().WatchAsync(lead, new() { Done = "訪ねたが応答がなく、手紙を入れた。", Action = "もう一度訪ねる", On = Books.Iso(stage.Today.AddDays(10)) }, CancellationToken.None));
        if (end == LeadState.Watching) yield break;
        yield return days.After(stage.Today, 5, 10);
        if (end == LeadState.Ended) await stage.DoAsync(desk, s => s.GetRequiredService<ChangeLead>().EndAsync(lead, new() { Reason = "旅行に出ていたと分かった。変わりはない。" }, CancellationToken.None));
        else if (end == LeadState.BecameCase) await stage.MakeAsync(desk, s => s.GetRequiredService<ChangeLead>().TakeAsCaseAsync(lead, CancellationToken.None));
        else await stage.MakeAsync(desk, s => s.GetRequiredService<ChangeLead>().TakeAsConsultationAsync(lead, CancellationToken.None));
    }

    /// <summary>A consultation that becomes a visit.</summary>
    public async IAsyncEnumerable<DateTimeOffset> VisitAsync(Worker desk, Home home, DateOnly start)
    {
        yield return days.At(start);
        await books.ReceiveAsync(desk, home, Lines.Worry(home, random), NextStep.Visit);
    }

    /// <summary>電話メモ.</summary>
    public async IAsyncEnumerable<DateTimeOffset> MemoAsync(Worker desk, Home home, DateOnly start, PhoneMemoState end)
    {
        yield return days.At(start);
        var memo = await stage.MakeAsync(desk, s => s.GetRequiredService<ChangePhoneMemo>().LeaveAsync(new()
        {
            To = desk.Account,
            From = home.Members[0].Family,
            Phone = home.Members[0].Phone ?? "03-0000-0000",
            Message = Lines.Pick(["折り返しを希望。夕方がよいとのこと。", "先日の訪問の件で聞きたいことがある。", "届いた書類の書き方を教えてほしい。"], random),
            CallBack = true,
            CallBackWhen = "夕方",
        }, CancellationToken.None));
        if (end == PhoneMemoState.Waiting) yield break;
        yield return days.After(stage.Today, 1, 2);
        if (end == PhoneMemoState.Done) await stage.DoAsync(desk, s => s.GetRequiredService<ChangePhoneMemo>().FinishAsync(memo, CancellationToken.None));
        else await stage.MakeAsync(desk, s => s.GetRequiredService<ChangePhoneMemo>().TakeAsConsultationAsync(memo, CancellationToken.None));
    }

    /// <summary>件数だけ: a few short answers on every working day.</summary>
    public async IAsyncEnumerable<DateTimeOffset> TalliesAsync(Worker desk, DateOnly start, DateOnly last)
    {
        for (var at = days.At(start); JapanTime.DateOf(at) <= last; at = days.After(JapanTime.DateOf(at), 1, 1))
        {
            yield return at;
            for (var left = random.Next(1, 5); left > 0; left--)
            {
                await stage.MakeAsync(desk, s =>
                {
                    var count = s.GetRequiredService<CountTally>();
                    return count.RunAsync(Lines.Pick([.. count.Offered.Select(i => i.Code)], random), CancellationToken.None);
                });
            }
        }
    }

    /// <summary>通告・通報.</summary>
    public async IAsyncEnumerable<DateTimeOffset> UrgentAsync(Worker desk, Worker team, DateOnly start, UrgentReportState end)
    {
        yield return days.At(start);
        var report = await stage.MakeAsync(desk, s => s.GetRequiredService<MakeUrgentReport>().RunAsync(new()
        {
            Kind = "elder",
            About = "高齢の親と暮らす世帯。名前は電話で伝えた。",
            Facts = "腕にあざがあり、「ころんだ」と小声で話した。家族の前では黙っていた。",
            Team = team.At,
            ReportedAt = stage.Now.AddMinutes(-5),
            ReporterRelation = "訪問した職員",
        }, CancellationToken.None));
        if (end == UrgentReportState.Reported) yield break;
        yield return stage.Now.AddMinutes(40);
        await stage.DoAsync(team, s => s.GetRequiredService<ActOnUrgentReport>().AcknowledgeAsync(report, null, "架空 受付", "本日中に訪問する。", stage.Now.AddHours(20), CancellationToken.None));
        if (end == UrgentReportState.Acknowledged) yield break;
        yield return stage.Now.AddHours(4);
        await stage.DoAsync(team, s => s.GetRequiredService<ActOnUrgentReport>().CheckAsync(report, null, true, "本人と会えた。今夜は親族の家で過ごす。", stage.Now.AddMinutes(-20), stage.Now.AddDays(2), CancellationToken.None));
        if (end == UrgentReportState.Checking) yield break;
        yield return days.After(stage.Today, 5, 9);
        await stage.DoAsync(team, s => s.GetRequiredService<ActOnUrgentReport>().EndAsync(report, null, "安全が確かめられ、支援の担当が決まった。", CancellationToken.None));
    }

    /// <summary>タスク with every end.</summary>
    public async IAsyncEnumerable<DateTimeOffset> TasksAsync(Worker desk, Home home, DateOnly start)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        for (var end = 0; end < 5; end++)
        {
            yield return days.After(stage.Today, 1, 3);
            await TaskAsync(opened, end);
        }
    }

    /// <summary>支援措置: the place leaves the record for the sealed store; one asks for its end, another decides.</summary>
    public async IAsyncEnumerable<DateTimeOffset> ProtectionAsync(Worker desk, Worker chief, Home home, DateOnly start, ProtectionState end)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        var person = opened.People[0];
        await stage.DoAsync(desk, async s => await s.GetRequiredService<ProtectPerson>().RunAsync(person, new()
        {
            Ground = "配偶者からの暴力",
            CertifiedBy = "架空相談支援センター",
            From = Books.Iso(stage.Today),
            ReviewOn = Books.Iso(stage.Today.AddMonths(6)),
            Household = [.. (await s.GetRequiredService<AppDb>().HouseholdOfAsync(person, desk.At, stage.Today, CancellationToken.None))
                .Select(h => new HouseholdChoice { Person = h.Person, Included = false })],
        }, CancellationToken.None));
        await stage.DoAsync(chief, s => s.GetRequiredService<AddReader>().RunAsync(person, new()
        {
            Account = desk.Account,
            Purpose = "安否の確認の訪問",
            Reason = "担当として訪問するため",
            Until = Books.Iso(stage.Today.AddDays(20)),
        }, CancellationToken.None));
        if (end == ProtectionState.Active) yield break;
        yield return days.After(stage.Today, 15, 25);
        await stage.DoAsync(desk, s => s.GetRequiredService<EndProtection>().ProposeAsync(person, "区外へ移り、措置も移った。", CancellationToken.None));
        if (end == ProtectionState.EndProposed) yield break;
        yield return days.After(stage.Today, 1, 3);
        await stage.DoAsync(chief, s => s.GetRequiredService<EndProtection>().DecideAsync(person, true, "確かめた。", CancellationToken.None));
    }

    private async Task TaskAsync(OpenedCase opened, int end)
    {
        var task = await stage.MakeAsync(opened.Worker, s => s.GetRequiredService<ChangeTask>().GiveAsync(opened.Id, new() { What = Lines.Pick(Lines.Tasks, random), Due = stage.Today.AddDays(random.Next(3, 20)), Account = opened.Worker.Account }, CancellationToken.None));
        if (end is 0 or 1) await stage.DoAsync(opened.Worker, s => s.GetRequiredService<ChangeTask>().FinishAsync(task, "済ませた。", CancellationToken.None));
        else if (end == 2) await stage.DoAsync(opened.Worker, s => s.GetRequiredService<ChangeTask>().GiveUpAsync(task, "書類が見つからなかった。", CancellationToken.None));
        else if (end == 3) await stage.DoAsync(opened.Worker, s => s.GetRequiredService<ChangeTask>().CancelAsync(task, "本人が自分ですることになった。", CancellationToken.None));
    }

    private async Task FinishTasksAsync(OpenedCase opened)
    {
        var left = await stage.ReadAsync(opened.Worker, db => db.CaseTasks.Where(t => t.CaseId == opened.Id && t.State == CaseTaskState.Open).Select(t => t.Id).ToListAsync());
        foreach (var task in left) await stage.DoAsync(opened.Worker, s => s.GetRequiredService<ChangeTask>().FinishAsync(task, "済ませた。", CancellationToken.None));
    }
}
