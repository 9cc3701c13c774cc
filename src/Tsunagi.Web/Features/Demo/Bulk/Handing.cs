using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Story;
using Tsunagi.Web.Features.Handoffs;

namespace Tsunagi.Web.Features.Demo.Bulk;

/// <summary>つなぎ in bulk: to a desk, to the hub, for advice; left where each stands on the town's day.</summary>
sealed class Handing(Ledger ledger, Rulebook rules, CaseWork work, Days days, Random random, DateTimeOffset end)
{
    /// <summary>窓口・専門機関へ: received, perhaps asked about, and taken on.</summary>
    public void ToDesk(BulkCase opened, Worker other, DateTimeOffset at)
    {
        if (!Later(ref at, 1, 4)) return;
        var handoff = Send(opened, HandoffKind.ToDesk, other, at);
        if (random.Next(20) == 0 && Later(ref at, 1, 3))
        {
            Act(opened.Worker, at, handoff, by => handoff.Withdraw("本人が自分で行くことになった。", by));
            return;
        }
        if (random.Next(3) == 0 && !Question(opened.Worker, other, handoff, ref at)) return;
        if (Later(ref at, 1, 9)) Accept(opened, other, handoff, null, at);
    }

    /// <summary>多機関協働へ: judged by the criteria, taken on or sent back.</summary>
    public void ToHub(BulkCase opened, Worker hub, Worker chief, DateTimeOffset at)
    {
        if (!Later(ref at, 2, 6)) return;
        var sheet = work.Assess(opened, at);
        if (!Later(ref at, 1, 2)) return;
        var handoff = Send(opened, HandoffKind.ToHub, hub, at, new(sheet.Id, sheet.LatestNumber, ["債務・滞納"]));
        if (random.Next(3) == 0 && !Question(opened.Worker, hub, handoff, ref at)) return;
        if (!Later(ref at, 1, 4)) return;
        var fails = random.Next(4) == 0;
        Act(hub, at, handoff, by => handoff.Judge(new(new(CriterionAnswer.Yes, "課題が重なっている。"),
            new(fails ? CriterionAnswer.No : CriterionAnswer.Yes, fails ? "主に動く窓口は決まっている。" : "役割の整理が要る。"), new(CriterionAnswer.Yes, "既存の会議では扱えない。")), by));
        if (!Later(ref at, 1, 4)) return;
        if (fails) SendBack(opened, hub, chief, handoff, at);
        else Accept(opened, hub, handoff, hub.At, at);
    }

    /// <summary>助言依頼.</summary>
    public void Advice(BulkCase opened, Worker hub, DateTimeOffset at)
    {
        if (!Later(ref at, 3, 8)) return;
        var handoff = Send(opened, HandoffKind.Advice, hub, at);
        if (!Later(ref at, 1, 6)) return;
        Act(hub, at, handoff, by => handoff.Advise("訪問は二人で。家計の話は本人が言い出すまで待ち、まず通院に同行してはどうか。", by));
        if (Later(ref at, 1, 3)) Act(opened.Worker, at, handoff, handoff.AcknowledgeAdvice);
    }

    private Handoff Send(BulkCase opened, HandoffKind kind, Worker to, DateTimeOffset at, EnclosedAssessment? assessment = null)
    {
        var by = ledger.At(opened.Worker, at);
        var (terms, usual) = rules.BasesOf(opened.Worker.Organisation);
        var yes = new CriterionView(CriterionAnswer.Yes, "関わる機関が多く、一つの窓口では足りない。");
        var drafted = Handoff.Draft(ledger.NewId<Handoff>(), new(kind, new(opened.Case.Id), HandoffReceiver.Inside(to.At),
            new(kind == HandoffKind.Advice ? Lines.AskAdvice(opened.Worry) : Lines.Ask(opened.Worry), [opened.Worry.Topic], opened.Worry.Topic, "within-2-weeks", opened.Home.DistrictCode, [], "平日 9時から17時"),
            [
                new(EnclosedPart.Narrative, EnclosedText.Write(opened.Worry.Words), usual, EnclosureOpens.OnReceipt),
                new(EnclosedPart.Household, EnclosedText.Write($"同居 {opened.Home.Members.Count} 人"), usual, EnclosureOpens.OnAcceptance),
            ], assessment, assessment is null ? null : new(yes, yes, yes)), by);
        Ledger.Require(drafted);
        Ledger.Require(drafted.Value.Send(terms, by));
        var handoff = ledger.Keep(drafted, Permission.WriteHandoff, by);
        ledger.Grant(by.Organisation, handoff.Root, AccessLevel.Manage, GrantBasis.Handoff, by).By(handoff.Id.Value, null);
        ledger.Grant(to.At, handoff.Root, AccessLevel.Contribute, GrantBasis.Handoff, by).By(handoff.Id.Value, null);
        return handoff;
    }

    private bool Question(Worker sender, Worker receiver, Handoff handoff, ref DateTimeOffset at)
    {
        if (!Later(ref at, 1, 4)) return false;
        Act(receiver, at, handoff, by => handoff.Ask(["通院先は分かりますか。", "家の鍵はだれが持っていますか。"], by));
        if (!Later(ref at, 1, 6)) return false;
        Act(sender, at, handoff, by => handoff.Answer(new Dictionary<int, string> { [1] = "近くの内科に月一度。", [2] = "本人だけ。" }, by));
        return true;
    }

    // The receiver's own case; what the sender holds stays the sender's.
    private void Accept(BulkCase sent, Worker receiver, Handoff handoff, Id<Domain.Organisations.Organisation>? hub, DateTimeOffset at)
    {
        var opens = ledger.NewId<Case>();
        Act(receiver, at, handoff, by => handoff.Accept(opens, hub, rules.Handoffs, by));
        var by = ledger.At(receiver, at);
        var own = ledger.Own<Case>(Case.Open(opens, ledger.NextCaseNumber(by), new(Handoff: handoff.Id), by), Permission.ActOnHandoff, by);
        if (!Later(ref at, 1, 3)) return;
        Act(sent.Worker, at, handoff, told => handoff.RecordTold(true, JapanTime.DateOf(told.At), "電話で、次の担当と日にちを伝えた。", told));
        work.GoOn(sent with { Case = own, Worker = receiver, People = [] }, at, (CaseEnd)random.Next(5));
    }

    private void SendBack(BulkCase sent, Worker hub, Worker chief, Handoff handoff, DateTimeOffset at)
    {
        const string What = "まず家計の相談に同席し、滞納の額を一緒に確かめてください。";
        if (rules.ReturnLine is { } line)
        {
            var by = ledger.At(hub, at);
            var decision = ledger.NewId<Decision>();
            Act(hub, at, handoff, proposing => handoff.ProposeReturn(What, false, decision, rules.Handoffs, proposing));
            var putUp = ledger.Keep(Decision.Draft(decision, new(DecisionKind.HandoffReturn, handoff.Id.Value), null, What, line, by.Organisation, by), Permission.DraftDecision, by);
            ledger.Grant(by.Organisation, putUp.Root, AccessLevel.Manage, GrantBasis.Decision, by);
            if (!Later(ref at, 1, 3)) return;
            var deciding = ledger.At(chief, at);
            foreach (var check in line.Checks) ledger.Act(putUp.Check(check, null, deciding), putUp, Permission.TakeDecision, deciding);
            ledger.Act(putUp.Decide(line.Decides, null, deciding), putUp, Permission.TakeDecision, deciding);
            Act(chief, at, handoff, carrying => handoff.CarryOut(decision, default, carrying), Permission.TakeDecision);
        }
        else
        {
            Act(hub, at, handoff, by => handoff.Return(What, false, rules.Handoffs, by));
        }
        if (Later(ref at, 1, 3)) Act(sent.Worker, at, handoff, handoff.AcknowledgeReturn);
    }

    private void Act(Worker who, DateTimeOffset at, Handoff handoff, Func<Stamp, Outcome> act, Permission permission = Permission.ActOnHandoff)
    {
        var by = ledger.At(who, at);
        ledger.Act(act(by), handoff, permission, by);
    }

    private bool Later(ref DateTimeOffset at, int from, int to) => (at = days.After(JapanTime.DateOf(at), from, to)) < end;
}
