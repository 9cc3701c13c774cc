using System.Globalization;
using Microsoft.Playwright;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Browser.Tests.Journeys;

/// <summary>
/// The main path of a ward as people play it on their screens, by the words they read: from the first call to the follow-up.
/// </summary>
public sealed class WardStory(TestApp app, Chromium chromium, Hands hands, bool script = true)
{
    private const string Words = "息子が十年外に出ていません。わたしの年金だけで、先のことが心配です。";
    private readonly Dictionary<string, Screen> screens = [];
    private string handoff = "", hubCase = "", matter = "", plan = "";

    public async Task PlayAsync()
    {
        await ReceiveAsync();
        await AssessAsync();
        await HandOffAsync();
        await AskAndAnswerAsync();
        await AcceptAsync();
        await ConferWithoutConsentAsync();
        await ConsentAsync();
        await PlanAsync();
        await PlanIsDecidedAsync(1, "プランの検討");
        await ReplanWhenOverdueAsync();
        await PlanIsDecidedAsync(2, "再プランの検討");
        await EndAsync();
    }

    private DateOnly Today => app.Services.GetRequiredService<JapanTime>().Today;

    private async Task<Screen> AtAsync(string login)
    {
        if (screens.TryGetValue(login, out var screen)) return screen;
        screens[login] = screen = new(await chromium.OpenAsync(app.Address, script: script), hands);
        await screen.SignInAsync(login);
        return screen;
    }

    /// <summary>電話を受け、この窓口で継続する.</summary>
    private async Task ReceiveAsync()
    {
        var desk = await AtAsync(TestTown.Desk);
        await desk.FollowAsync("相談を記録");
        await desk.ChooseAsync("相談方法", "電話");
        await desk.InAsync(desk.Group("相談者"), async () =>
        {
            await desk.TypeAsync("氏名", "架空 花子");
            await desk.TypeAsync("ふりがな", "かくう はなこ");
            await desk.ChooseAsync("本人との関係", "本人");
        });
        await desk.InAsync(desk.Group("相談内容"), () => desk.PickAsync("ひきこもり・不登校のこと"));
        await desk.TypeAsync("主訴（本人の言葉）", Words);
        await desk.InAsync(desk.Group("本人と世帯"), async () =>
        {
            await desk.TypeAsync("生年月日・年齢", "S23.5.3");
            await desk.TypeAsync("世帯の人 1", "架空 一郎");
            await desk.TypeAsync("続柄", "長男");
        });
        await desk.PickAsync("この窓口で継続（支援ケースを開く）");
        await desk.PressAsync("受け付ける");
        await desk.SeeAsync("相談を受け付けました");
        await desk.SeeAsync(Words);
        await desk.FollowAsync("支援ケースを開く");
    }

    /// <summary>アセスメントを書く.</summary>
    private async Task AssessAsync()
    {
        var desk = await AtAsync(TestTown.Desk);
        await desk.TabAsync("アセスメント");
        await desk.FollowAsync("アセスメントを書く");
        await desk.TypeAsync("心身の状態（国への報告項目）", "母は膝が痛く、外出が減った。");
        await desk.TypeAsync("収入（国への報告項目）", "母の年金のみ");
        await desk.PickAsync("社会的孤立");
        await desk.PressAsync("保存する");
        await desk.SeeAsync("第1版（最新）");
    }

    /// <summary>多機関協働へつなぐ: the sheet is enclosed without being typed again.</summary>
    private async Task HandOffAsync()
    {
        var desk = await AtAsync(TestTown.Desk);
        await desk.TabAsync("つなぎ");
        await desk.FollowAsync("多機関協働へつなぐ");
        await desk.TypeAsync("つなぐ理由・お願いしたいこと", "世帯まるごとの支援の役割を整理してほしい");
        await desk.SeeAsync("アセスメントシート 第1版を添えます");
        await desk.PickAsync("候補にない機関（下の一覧から選ぶ）");
        await desk.ChooseAsync("一覧から選ぶ", NameOf(TestOrganisations.Hub));
        await JudgeAsync(desk, "見方", "はい", "はい", "はい");
        foreach (var enclosed in new[] { "氏名・生年月日", "アセスメント" })
        {
            await desk.UnfoldAsync(enclosed);
            await desk.PickAsync($"{enclosed}を同封する");
            await desk.ChooseAsync("提供の根拠", "本人の同意");
            desk.Leave();
        }
        await desk.PressAsync("つなぐ");
        await desk.SeeAsync("つなぎました。相手に届いています。");
        handoff = new Uri(desk.Page.Url).AbsolutePath;
    }

    /// <summary>受付判断、追加情報の依頼と回答.</summary>
    private async Task AskAndAnswerAsync()
    {
        var hub = await AtAsync(TestTown.Hub);
        await hub.SeeAsync("世帯まるごとの支援の役割を整理してほしい");
        await hub.GoAsync(handoff);
        await hub.NotSeeAsync("架空 花子");
        await hub.FollowAsync("受付判断をする");
        await JudgeAsync(hub, "判断", "はい", "情報不足", "はい");
        await hub.PressAsync("判断を記録する");
        await hub.UnfoldAsync("追加情報を依頼");
        await hub.TypeAsync("質問1", "長男が話せる相手はいますか");
        await hub.PressAsync("追加情報を依頼");
        hub.Leave();
        await hub.SeeAsync("追加情報を依頼しました");

        var desk = await AtAsync(TestTown.Desk);
        await desk.GoAsync("/");
        await desk.FollowFirstAsync("質問に答える");
        await desk.TypeAsync("質問1への回答", "民生委員とは玄関先で話す");
        await desk.PressAsync("回答を送る");
        await desk.SeeAsync("回答を送りました。");
    }

    /// <summary>多機関協働で受ける.</summary>
    private async Task AcceptAsync()
    {
        var hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync(handoff);
        await hub.SeeAsync("民生委員とは玄関先で話す");
        await hub.FollowAsync("受付判断をやり直す");
        await JudgeAsync(hub, "判断", "はい", "はい", "はい");
        await hub.PressAsync("判断を記録する");
        await hub.PressAsync("多機関協働で受ける");
        await hub.SeeAsync("受けました。支援ケースを開きました。");
        await hub.SeeAsync("母は膝が痛く、外出が減った。");
        await hub.FollowAsync("こちらの支援ケース");
        await hub.SeeAsync("経過を書く");
        hubCase = new Uri(hub.Page.Url).AbsolutePath;
        await hub.TabAsync("世帯");
        await hub.SeeAsync("架空 花子");

        var stranger = await AtAsync(TestTown.OtherDesk);
        await stranger.GoAsync(hubCase);
        await stranger.SeeAsync("該当する記録はありません");
    }

    /// <summary>同意なしの支援会議: from the proposal to the confirmed minutes, and a 依頼票 to the desk.</summary>
    private async Task ConferWithoutConsentAsync()
    {
        var hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync(hubCase);
        await hub.TabAsync("会議");
        await hub.FollowAsync("支援会議を提案する");
        await hub.TypeAsync("件名", "親子の孤立について");
        await hub.PickAsync("本人の同意が（まだ）得られない");
        await hub.TypeAsync("詳しい理由", "長男の同意がまだ得られない");
        await hub.TypeAsync("話し合いたいこと", "関係機関の持つ情報を合わせたい");
        await hub.ChooseAsync("座長（区の課長など）", "架空 座長");
        await hub.PressAsync("提案する");

        var chair = await AtAsync(TestTown.Chair);
        await chair.FollowAsync("会議");
        await chair.PressAsync("守秘義務を確認し、座長を引き受ける");
        matter = new Uri(chair.Page.Url).AbsolutePath;
        await chair.SeeAsync("関係機関の持つ情報を合わせたい");
        await chair.TabAsync("構成員");
        await NameAsync(chair, TestOrganisations.Hub, "架空 事務局");
        await chair.InAsync(chair.FormOf("会議事務局にする"), async () =>
        {
            await chair.ChooseAsync("会議事務局", "架空 事務局");
            await chair.PressAsync("会議事務局にする");
        });
        await chair.TabAsync("概要");
        await chair.PressAsync("構成員を選ぶ");
        await chair.TabAsync("構成員");
        foreach (var (organisation, name) in new[] { (TestOrganisations.Desk, "架空 窓口一"), (TestOrganisations.Hub, "架空 多機関") })
        {
            await NameAsync(chair, organisation, name);
            await chair.InAsync(chair.FormOf("構成員にする"), async () =>
            {
                await chair.ChooseAsync("だれを", name);
                await chair.ChooseAsync("立場", "出席者");
                await chair.PressAsync("構成員にする");
            });
            await chair.InAsync(chair.FormOf("閲覧者に指名する"), async () =>
            {
                await chair.ChooseAsync("だれを", name);
                await chair.ChooseAsync("どの回を", "第1回");
                await chair.ChooseAsync("どこまで", "この回の全項目");
                await chair.PressAsync("閲覧者に指名する");
            });
        }

        var secretary = await AtAsync(TestTown.Secretary);
        await secretary.GoAsync(matter);
        await secretary.TabAsync("議題と記録");
        await secretary.TypeAsync("項目名", "見守りの分担");
        await secretary.TypeAsync("出てくる人の名前", "架空 一郎");
        await secretary.PressAsync("加える");

        await chair.TabAsync("概要");
        await TypeDateAsync(chair, "開催日", Today.AddDays(3));
        await chair.TypeAsync("開始時刻", "10:00");
        await chair.TypeAsync("場所", "区役所 会議室");
        await chair.PressAsync("招集する");
        await chair.SeeAsync("招集済み");

        await secretary.TabAsync("議題と記録");
        await secretary.PickFirstAsync("架空 窓口一");
        await secretary.PickFirstAsync("架空 多機関");
        await secretary.PickAsync("予定日より前に開いた");
        await secretary.PressAsync("開催する");
        await secretary.TabAsync("求め・事前シート");
        await secretary.TypeAsync("求める内容", "世帯について知っていること");
        await secretary.PressAsync("協力を求めたと記録する");
        await secretary.TabAsync("議題と記録");
        await secretary.InAsync(secretary.FormOf("記録を保存する"), async () =>
        {
            await secretary.TypeAsync("話し合いの記録", "夜の見守りから始める");
            await secretary.PressAsync("記録を保存する");
        });
        await secretary.InAsync(secretary.FormOf("支援の方向性を保存する"), async () =>
        {
            await secretary.TypeAsync("支援の方向性", "夜の見守りから、長男とのつながりをつくる");
            await secretary.PressAsync("支援の方向性を保存する");
        });
        await secretary.TypeAsync("次回の予定", Typed(Today.AddDays(30)));
        await secretary.PressAsync("会議録を確定する");
        await chair.GoAsync(matter + "/minutes/1");
        await chair.SeeAsync("夜の見守りから始める");
        await chair.PressAsync("会議録を確認する");

        await secretary.GoAsync(matter + "/ways-out");
        await secretary.InAsync(secretary.FormOf("起案する"), async () =>
        {
            await secretary.ChooseAsync("依頼先", NameOf(TestOrganisations.Desk));
            await secretary.TypeAsync("依頼すること", "月に二度、玄関先で声をかけてください");
            await TypeDateAsync(secretary, "期限", Today.AddDays(14));
            await secretary.TypeAsync("問合せ先", "多機関協働 03-0000-0000");
            await secretary.TypeAsync("根拠", "支援会議の決定");
            await secretary.TypeAsync("理由", "孤立の防止");
            await secretary.PressAsync("起案する");
        });
        await chair.GoAsync(matter + "/ways-out");
        await chair.PressAsync("承認して送る");

        var colleague = await AtAsync(TestTown.Desk2);
        await colleague.GoAsync(matter);
        await colleague.SeeAsync("該当する記録はありません");
        await colleague.GoAsync("/work-orders");
        await colleague.PressAsync("「月に二度、玄関先で声をかけてください」に済みと答える");
        await colleague.NotSeeAsync("夜の見守り");
    }

    /// <summary>本人の同意を受け、案件を重層的支援会議へ移す.</summary>
    private async Task ConsentAsync()
    {
        var hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync(hubCase);
        await hub.TabAsync("同意");
        await hub.FollowAsync("同意の説明を記録する");
        foreach (var box in new[] { "重層的支援会議で話し合う", "支援プランを作り進める" }) await hub.InAsync(hub.Group("何のために"), () => hub.PickAsync(box));
        foreach (var box in new[] { "区の担当課", "地域包括支援センター" }) await hub.InAsync(hub.Group("どこへ"), () => hub.PickAsync(box));
        foreach (var box in new[] { "氏名・生年月日", "支援プラン" }) await hub.InAsync(hub.Group("何を"), () => hub.PickAsync(box));
        await hub.TypeAsync("説明した人（氏名・職）", "架空 多機関（主任）");
        await hub.PressAsync("記録する");
        await hub.PickAsync("口頭");
        await hub.TypeAsync("本人の言葉（口頭のとき）", "みなさんで話し合ってください");
        await hub.TypeAsync("聞いた人（口頭のとき、氏名・職）", "架空 窓口一");
        await hub.PressAsync("同意を記録する");
        await hub.SeeAsync("同意あり");

        var chair = await AtAsync(TestTown.Chair);
        await chair.GoAsync(matter);
        await chair.PickAsync("重層的支援会議へ移す（本人の同意が必要）");
        await chair.TypeAsync("理由", "本人が同意した");
        await chair.PickAsync("本人の有効な同意を確認した");
        await chair.TypeAsync("同意した人", "本人");
        await TypeDateAsync(chair, "同意した日", Today);
        await chair.PressAsync("決める");
    }

    /// <summary>プランを書き、署名を受け、提出する.</summary>
    private async Task PlanAsync()
    {
        var hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync(hubCase);
        await hub.TabAsync("プラン");
        await hub.FollowAsync("プランを作る");
        await hub.InAsync(hub.Group("プランの対象者"), () => hub.PickAsync("架空 花子"));
        await hub.ChooseAsync("だれの目標 1", "架空 花子");
        await hub.TypeAsync("目標 1", "息子と二人、この家で暮らしつづけたい");
        await hub.TypeAsync("支援の方針", "つながりを保つ");
        await hub.TypeAsync("だれが 1", "本人");
        await hub.TypeAsync("何を 1", "週に一度サロンへ行く");
        await hub.ChooseAsync("主担当", NameOf(TestOrganisations.Hub));
        await RoleAsync(hub, 1, TestOrganisations.Hub, "区の担当課", "進行管理");
        await RoleAsync(hub, 2, TestOrganisations.Desk, "地域包括支援センター", "訪問");
        await hub.PressAsync("下書きを保存する");
        await hub.SeeAsync("息子と二人、この家で暮らしつづけたい");
        plan = new Uri(hub.Page.Url).AbsolutePath;
    }

    /// <summary>署名、提出、受理、重層的支援会議、プラン決定、実施.</summary>
    private async Task PlanIsDecidedAsync(int version, string purpose)
    {
        var hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync(PlanAt(version));
        await hub.ChooseAsync("署名の方法", "自署");
        await hub.PressAsync("署名を記録する");
        await hub.PressAsync("提出する");
        await DecideAsync(version, "受理の起案をする（決裁へ）");
        await hub.GoAsync(PlanAt(version));
        await ConferAsync(hub, purpose, "適切");
        await DecideAsync(version, "プラン決定の起案をする（決裁へ）");
        await hub.GoAsync(PlanAt(version));
        await hub.PressAsync("実施を始める");
        await hub.SeeAsync("実施中");
        var desk = await AtAsync(TestTown.Desk);
        await desk.GoAsync(plan);
        await desk.SeeAsync("息子と二人、この家で暮らしつづけたい");
    }

    /// <summary>モニタリングの期日が過ぎたことを今日の一覧で知り、再プランにする.</summary>
    private async Task ReplanWhenOverdueAsync()
    {
        await WaitAsync(TimeSpan.FromDays(100));
        var hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync("/");
        await hub.SeeAsync("モニタリング");
        await hub.GoAsync(plan);
        await hub.SeeAsync("過ぎ");
        await hub.ChooseAsync("目標1「息子と二人、この家で暮らしつづけたい」", "進んでいる");
        await hub.PickAsync("再プランを作る");
        await TypeDateAsync(hub, "次のモニタリングの日", Today.AddDays(90));
        await hub.PressAsync("モニタリングを記録する");
        await hub.GoAsync(PlanAt(2));
        await hub.FollowAsync("内容を直す");
        await hub.TypeAsync("支援の方針", "長男の役割をつくる");
        await TypeDateAsync(hub, "最初のモニタリングの日", Today.AddDays(60));
        await hub.PressAsync("保存する");
        await hub.SeeAsync("前の版からの変更");
    }

    /// <summary>評価、終結の会議と決裁、フォローアップ.</summary>
    private async Task EndAsync()
    {
        var hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync(PlanAt(2));
        await hub.UnfoldAsync("評価を始める");
        await hub.TypeAsync("評価を始める理由", "目標を達した");
        await hub.PressAsync("評価を始める");
        hub.Leave();
        await hub.ChooseAsync("目標1「息子と二人、この家で暮らしつづけたい」", "達成");
        await hub.InAsync(hub.Group("理由"), () => hub.PickAsync("目標を達した"));
        await hub.PressAsync("評価を記録する");
        await ConferAsync(hub, "終結の検討", "終結");
        await DecideAsync(2, "終結の起案をする（決裁へ）");
        await hub.GoAsync(PlanAt(2));
        await hub.UnfoldAsync("フォローアップを予定する");
        await TypeDateAsync(hub, "予定の日", Today.AddDays(60));
        await hub.TypeAsync("方法（電話・訪問など）", "電話");
        await hub.PressAsync("予定する");
        hub.Leave();
        await WaitAsync(TimeSpan.FromDays(60));
        hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync(PlanAt(2));
        await hub.TypeAsync("様子", "親子で元気にしている");
        await hub.PressAsync("済みにする");
        await hub.UnfoldAsync("完了にする");
        await hub.TypeAsync("完了とする理由", "つながりは続いている");
        await hub.PressAsync("完了にする");
        hub.Leave();
        await hub.SeeAsync("完了");
    }

    private async Task ConferAsync(Screen hub, string purpose, string decision)
    {
        await hub.FollowFirstAsync("重層的支援会議を開く");
        await hub.PickAsync(purpose);
        await TypeDateAsync(hub, "日", Today.AddDays(7));
        await hub.TypeAsync("時刻", "14:00");
        await hub.TypeAsync("場所", "第1会議室");
        await hub.PressAsync("会議を予定する");
        await hub.PressAsync("同意を確認する");
        foreach (var box in await hub.Page.GetByRole(AriaRole.Group, new() { Name = "出席した方" }).GetByRole(AriaRole.Checkbox).AllAsync()) await hands.PickAsync(box);
        await hub.PickAsync("予定日より前に開いた");
        await hub.PressAsync("開会する");
        foreach (var entry in await hub.FormOf("記録を保存する").GetByRole(AriaRole.Textbox).AllAsync()) await hands.TypeAsync(entry, "話し合った。");
        await hub.PressAsync("記録を保存する");
        var voices = await hub.Page.GetByRole(AriaRole.Button, new() { Name = "意見を記録する" }).CountAsync();
        for (var i = 0; i < voices; i++)
        {
            var form = hub.Page.Locator("form").Filter(new() { Has = hub.Page.GetByRole(AriaRole.Button, new() { Name = "意見を記録する" }) }).Nth(i);
            await hands.ChooseAsync(form.GetByRole(AriaRole.Combobox), "賛成");
            await hands.SetOffAsync(form.GetByRole(AriaRole.Button, new() { Name = "意見を記録する" }));
        }
        await hub.InAsync(hub.FormOf("結論を出す"), async () =>
        {
            await hub.PickAsync(decision);
            await hub.PressAsync("結論を出す");
        });
        await hub.TypeAsync("会議録", "話し合いの要点");
        await hub.PressAsync("会議録を確定する");
        await hub.SeeAsync("会議録確定");
        await hub.FollowFirstAsync("プラン（第");
    }

    private async Task DecideAsync(int version, string draft)
    {
        var hub = await AtAsync(TestTown.Hub);
        await hub.GoAsync(PlanAt(version));
        await hub.FollowAsync(draft);
        await hub.TypeAsync("伺い文", "決定してよろしいか伺います。");
        await hub.PressAsync("起案する");
        var at = new Uri(hub.Page.Url).AbsolutePath;
        var chief = await AtAsync(TestTown.HubChief);
        await chief.GoAsync(at);
        await chief.PressAsync("確認する");
        var manager = await AtAsync(TestTown.HubManager);
        await manager.GoAsync(at);
        await manager.PressAsync("決裁する");
        await manager.SeeAsync("決裁済み");
    }

    private async Task NameAsync(Screen chair, string organisation, string name)
    {
        await chair.ChooseAsync("機関", NameOf(organisation));
        await chair.PressAsync("この機関の方を選ぶ");
        await chair.ChooseAsync("指名する方", name);
        await chair.PressAsync("指名する");
        await chair.PressAsync($"{name}さんに口頭で説明したと記録する");
    }

    private static async Task JudgeAsync(Screen screen, string label, params string[] answers)
    {
        foreach (var (criterion, answer) in new[] { "①", "②", "③" }.Zip(answers))
            await screen.InAsync(screen.Group(criterion), async () =>
            {
                await screen.PickAsync(answer);
                await screen.TypeAsync($"理由（{criterion}）", "状況から");
            });
    }

    private async Task RoleAsync(Screen hub, int row, string organisation, string category, string role)
    {
        await hub.ChooseAsync($"組織 {row}", NameOf(organisation));
        await hub.ChooseAsync($"提供先の区分 {row}", category);
        await hub.TypeAsync($"役割 {row}", role);
    }

    private static Task TypeDateAsync(Screen screen, string label, DateOnly date) => screen.TypeAsync(label, Typed(date));

    /// <summary>As a worker types it: R8.11.24.</summary>
    private static string Typed(DateOnly date) => string.Create(CultureInfo.InvariantCulture, $"R{date.Year - 2018}.{date.Month}.{date.Day}");

    private string PlanAt(int version) => $"{plan.Split('?')[0]}?version={version}";

    private string NameOf(string organisation) =>
        app.Services.GetRequiredService<Web.Features.Profiles.CurrentWard>().NameOf(TestOrganisations.Id(organisation, app.Profile));

    /// <summary>Time goes by; sessions end, and everybody signs in again.</summary>
    private async Task WaitAsync(TimeSpan time)
    {
        app.Wait(time);
        foreach (var screen in screens.Values) await screen.Page.Context.CloseAsync();
        screens.Clear();
    }
}
