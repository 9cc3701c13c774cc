using System.Reflection;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Conferences.MatterWorld;

namespace Tsunagi.Tests.Conferences;

public sealed class WaysOutTests
{
    private static readonly WayOutGround Ground = new("依頼票", "安否を確かめるため");
    private readonly MatterWorld world = new();

    [Fact]
    public void There_are_five_ways_out_and_no_others()
    {
        var kinds = typeof(WayOut).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(WayOut))).ToList();
        Assert.Equal(5, kinds.Count);
        Assert.All(kinds, k => Assert.True(k.IsSealed && k.DeclaringType == typeof(WayOut)));
        Assert.All(typeof(WayOut).GetConstructors(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public),
            c => Assert.True(c.IsPrivate));
        Assert.Equal(5, Enum.GetValues<WayOutKind>().Length);
    }

    [Fact]
    public void A_work_order_knows_nothing_of_the_matter()
    {
        Type[] outside = [typeof(WorkOrder), typeof(WorkOrderAnswer), typeof(WorkOrderText), typeof(WorkOrderIssued),
            typeof(WorkOrderAnswered), typeof(WorkOrderFiled), typeof(WorkOrderWithdrawn)];
        Assert.Empty(outside.SelectMany(SealedMembers));
        // The check can fail: the sealed side does hold the link.
        Assert.NotEmpty(SealedMembers(typeof(WayOut.ToWorkOrder)));
    }

    [Fact]
    public void Nothing_leaves_before_the_chair_approves_and_then_only_the_text()
    {
        var p = world.Held();
        var draft = world.Next<WayOut>();
        var text = new WorkOrderText(Worker.Organisation, "甲斐花子さんを訪ね、体調を見てください", new(2026, 6, 10), "犬がいます", "保健福祉課 03-0000-0000");
        world.Done(m => m.DraftWorkOrder(draft, p.Item, text, Ground, [], world.At(Secretary)));
        Assert.Equal(RefusalCode.ChairOnly,
            world.Matter.ApproveWorkOrder(draft, world.Next<WorkOrder>(), world.At(Secretary)).Refusals[0].Code);
        var order = world.Matter.ApproveWorkOrder(draft, world.Next<WorkOrder>(), world.At(Chair)).Value;
        Assert.Equal(text, new WorkOrderText(order.ReceiverId, order.Task, order.Deadline, order.SafetyFacts, order.Contact));
        Assert.Equal(order.Id, world.Matter.WaysOut.OfType<WayOut.ToWorkOrder>().Single().OrderId);
        Assert.False(world.Matter.ApproveWorkOrder(draft, world.Next<WorkOrder>(), world.At(Chair)).IsDone);
    }

    [Theory]
    [InlineData("土佐支援さんの話では食べていない")]
    [InlineData("新聞がたまっているとみなと新聞店から聞いた")]
    [InlineData("支援会議で決まったので訪ねてください")]
    [InlineData("社会福祉協議会によると借金がある")]
    public void A_work_order_that_names_a_source_or_the_meeting_is_refused(string task)
    {
        var p = world.Held();
        world.AddGuest();
        world.Refused(RefusalCode.SourceInText, m => m.DraftWorkOrder(world.Next<WayOut>(), p.Item,
            new(Worker.Organisation, task, new(2026, 6, 10), "", "保健福祉課"), Ground, ["社会福祉協議会"], world.At(Secretary)));
    }

    [Fact]
    public void A_draft_that_gives_away_who_joined_since_is_not_approved()
    {
        var p = world.Held();
        var draft = world.Next<WayOut>();
        world.Done(m => m.DraftWorkOrder(draft, p.Item, new(Worker.Organisation, "新聞がたまっているとみなと新聞店から聞いた", new(2026, 6, 10), "", "保健福祉課"), Ground, [], world.At(Secretary)));
        world.AddGuest();
        var refused = world.Matter.ApproveWorkOrder(draft, world.Next<WorkOrder>(), world.At(Chair));
        Assert.Equal(RefusalCode.SourceInText, Assert.Single(refused.Refusals).Code);
        Assert.True(world.Matter.WaysOut.OfType<WayOut.ToWorkOrder>().Single().Waits);
    }

    [Fact]
    public void A_family_name_shared_by_the_person_and_a_source_is_no_source()
    {
        var found = KnownNames.FoundIn("甲斐さんを訪ねてください", ["甲斐 太郎"], ["甲斐 花子"]);
        Assert.Empty(found);
        Assert.NotEmpty(KnownNames.FoundIn("太郎さんから聞いた", ["甲斐 太郎"], ["甲斐 花子"]));
    }

    [Theory]
    [InlineData("甲斐さんのような方の居場所がない")]
    [InlineData("ハナコさんの家のごみ出し")]
    [InlineData("甲 斐 花　子")]
    public void A_gap_text_with_a_known_name_is_refused(string text)
    {
        world.Held();
        var item = world.Item("項目", people: "甲斐 花子、はなこ");
        world.Refused(RefusalCode.KnownNameInText, m => m.ReleaseGap(world.Next<WayOut>(), item, text, Ground, [], world.At(Chair)));
        world.Done(m => m.ReleaseGap(world.Next<WayOut>(), item, "ひとり暮らしの高齢者のごみ出しを手伝う人が足りない", Ground, [], world.At(Chair)));
    }

    [Theory]
    [InlineData("花子さんの送り迎えをする人がいない")]
    [InlineData("カイハナコのための居場所")]
    [InlineData("旧姓の薩摩で通う場所がない")]
    [InlineData("ハナちゃんの通う場所がない")]
    public void A_gap_tells_no_name_from_around_the_case(string text)
    {
        world.Held();
        var item = world.Item("項目", people: "");
        string[] around = [.. KnownNames.Of(Domain.People.PersonName.Of("甲斐", "花子", "かい", "はなこ", common: "ハナちゃん", former: "薩摩"))];
        world.Refused(RefusalCode.KnownNameInText, m => m.ReleaseGap(world.Next<WayOut>(), item, text, Ground, around, world.At(Chair)));
        // Of a reading's parts other words are made.
        world.Done(m => m.ReleaseGap(world.Next<WayOut>(), item, "介護の買い物をたのめる相手がいない", Ground, around, world.At(Chair)));
    }

    [Fact]
    public void A_one_character_name_counts_only_before_an_honorific()
    {
        Assert.Empty(KnownNames.FoundIn("森林の近くの居場所", ["林 一"]));
        Assert.NotEmpty(KnownNames.FoundIn("林さんのための居場所", ["林 一"]));
    }

    [Fact]
    public void In_danger_any_reader_acts_and_the_chair_is_told_the_same_day()
    {
        var p = world.Held();
        var way = world.Next<WayOut>();
        world.Done(m => m.ActOnDanger(way, p.Item, "119番", "倒れている", new("生命の危険", "呼びかけに応じない"), world.At(Worker)));
        var danger = world.Matter.WaysOut.OfType<WayOut.ByDanger>().Single();
        Assert.False(danger.IsOverdue(JapanTime.DateOf(world.Now)));
        Assert.True(danger.IsOverdue(JapanTime.DateOf(world.Now).AddDays(1)));
        world.Refused(RefusalCode.NotFound, m => m.TellChair(way, world.At(Other)));
        world.Done(m => m.TellChair(way, world.At(Worker)));
        Assert.False(danger.IsOverdue(new(2027, 1, 1)));
        world.Refused(RefusalCode.NotFound,
            m => m.ActOnDanger(world.Next<WayOut>(), p.Item, "110番", "騒ぎ", new("生命の危険", "声がする"), world.At(Stranger)));
    }

    [Fact]
    public void A_report_by_law_needs_nobodys_approval_but_its_basis()
    {
        var p = world.Held();
        world.Refused(RefusalCode.Required, m => m.ReportByLaw(world.Next<WayOut>(), p.Item, "児童相談所", "あざ", new("", ""), world.At(Worker)));
        world.Done(m => m.ReportByLaw(world.Next<WayOut>(), p.Item, "児童相談所", "あざ", new("児童福祉法25条", "虐待の疑い"), world.At(Worker)));
    }

    [Fact]
    public void Consent_is_to_the_exact_text()
    {
        var p = world.Held();
        world.Refused(RefusalCode.Required, m => m.ReleaseByConsent(world.Next<WayOut>(), p.Item,
            new("甲斐 花子", "", "主治医", new(2026, 6, 1)), new("本人同意", "受診のため"), world.At(Secretary)));
        world.Done(m => m.ReleaseByConsent(world.Next<WayOut>(), p.Item,
            new("甲斐 花子", "食事がとれていないことを主治医に伝えてよい", "主治医", new(2026, 6, 1)), new("本人同意", "受診のため"), world.At(Secretary)));
    }

    [Fact]
    public void A_work_order_is_answered_in_one_click_by_the_agency_asked()
    {
        var order = Issued();
        Assert.Equal(RefusalCode.NotFound, order.Answer(world.Next<WorkOrderAnswer>(), WorkOrderReply.Done, null, world.At(Other)).Refusals[0].Code);
        Assert.True(order.Answer(world.Next<WorkOrderAnswer>(), WorkOrderReply.Absent, "また行きます", world.At(Head)).IsDone);
        Assert.True(order.Waits);
        Assert.True(order.Answer(world.Next<WorkOrderAnswer>(), WorkOrderReply.Done, null, world.At(Worker)).IsDone);
        Assert.Equal(RefusalCode.WrongState, order.Answer(world.Next<WorkOrderAnswer>(), WorkOrderReply.Difficult, null, world.At(Worker)).Refusals[0].Code);
        Assert.Equal([WorkOrderReply.Absent, WorkOrderReply.Done], order.Answers.Select(a => a.Reply));
    }

    [Fact]
    public void A_work_order_due_today_is_not_overdue()
    {
        var order = Issued();
        Assert.False(order.IsOverdue(order.Deadline));
        Assert.True(order.IsOverdue(order.Deadline.AddDays(1)));
    }

    private WorkOrder Issued()
    {
        var p = world.Held();
        var draft = world.Next<WayOut>();
        world.Done(m => m.DraftWorkOrder(draft, p.Item,
            new(Worker.Organisation, "体調を見てください", new(2026, 6, 10), "", "保健福祉課"), Ground, [], world.At(Secretary)));
        return world.Matter.ApproveWorkOrder(draft, world.Next<WorkOrder>(), world.At(Chair)).Value;
    }

    private static IEnumerable<string> SealedMembers(Type type)
    {
        Type[] open = [typeof(WorkOrder), typeof(WorkOrderAnswer)];
        return type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.FlattenHierarchy)
            .Concat(type.BaseType?.GetFields(BindingFlags.Instance | BindingFlags.NonPublic) ?? [])
            .SelectMany(f => new[] { f.FieldType }.Concat(f.FieldType.GetGenericArguments()))
            .Where(t => t.Namespace == typeof(Matter).Namespace && t.IsClass && !open.Contains(t) && t != typeof(string))
            .Select(t => t.Name);
    }
}
