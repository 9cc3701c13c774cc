using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Web.Features.Handoffs;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>つなぎ at random: sends of the three kinds, inside and out, and every act of either end.</summary>
internal static class HandoffTurns
{
    public static Turn? Send(Dice dice)
    {
        if (dice.Board.Cases.Count == 0) return null;
        var source = dice.Pick(dice.Board.Cases);
        var by = dice.Of(source.Organisation);
        var input = Written(dice, by) with { Case = source.Id };
        return dice.OneIn(6)
            ? new("handoff: draft", by, async (s, ct) => await s.GetRequiredService<ComposeHandoff>().DraftAsync(input, ct))
            : new($"handoff: send {input.Kind}{(input.Outside is null ? "" : " outside")}", by, async (s, ct) => await s.GetRequiredService<ComposeHandoff>().SendAsync(input, ct));
    }

    public static Turn? Act(Dice dice)
    {
        if (dice.Board.Handoffs.Count == 0) return null;
        var on = dice.Pick(dice.Board.Handoffs);
        var act = dice.OneIn(8) ? dice.Pick(Enum.GetValues<HandoffAct>()) : dice.Pick(Fitting(on));
        var by = act is HandoffAct.CarryOut ? dice.Of(on.Receiver, Role.SectionChief, Role.Manager) : dice.Of(IsSenders(act) ? on.Sender : on.Receiver);
        return Turn(dice, on, act, by);
    }

    private static Turn Turn(Dice dice, OnHandoff on, HandoffAct act, Actor by)
    {
        var draft = Written(dice, by);
        var sheet = Sheet(dice);
        RedirectInput redirect = new(dice.OneIn(3) ? dice.Pick(Enum.GetValues<HandoffKind>()) : null, dice.Other(on.Receiver), null, "担当が違うため");
        var number = dice.Random.Next(1, Math.Max(on.Questions, 1) + 1);
        Dictionary<int, string> answers = Enumerable.Range(1, Math.Max(on.Questions, 1)).Where(_ => !dice.OneIn(4)).ToDictionary(n => n, _ => "在宅を望む");
        return new($"handoff: {act}", by, async (services, ct) =>
        {
            var (compose, acts) = (services.GetRequiredService<ComposeHandoff>(), services.GetRequiredService<ActOnHandoff>());
            return act switch
            {
                HandoffAct.Revise => await compose.ReviseAsync(on.Id, draft, send: false, ct),
                HandoffAct.Send => await compose.SendAsync(on.Id, null, ct),
                HandoffAct.LogAttempt => await acts.LogAttemptAsync(on.Id, null, "電話", "留守", null, ct),
                HandoffAct.ConfirmOutside => await acts.ConfirmOutsideAsync(on.Id, null, "架空 巡査", "電話", null, ct),
                HandoffAct.Judge => await acts.JudgeAsync(on.Id, null, sheet, ct),
                HandoffAct.Ask => await acts.AskAsync(on.Id, null, ["通院先は", "家族の意向は"], ct),
                HandoffAct.Answer => await acts.AnswerAsync(on.Id, null, answers, ct),
                HandoffAct.TakeBackQuestion => await acts.TakeBackQuestionAsync(on.Id, null, number, ct),
                HandoffAct.Accept or HandoffAct.ProposeAcceptance => await acts.AcceptAsync(on.Id, null, null, ct),
                HandoffAct.AcceptJointly => await acts.AcceptJointlyAsync(on.Id, null, ct),
                HandoffAct.Return or HandoffAct.ProposeReturn => await acts.ReturnAsync(on.Id, null, "地域ケア会議に諮ってください", ct),
                HandoffAct.CarryOut => await acts.ApproveAsync(on.Id, null, ct),
                HandoffAct.DropProposal => await acts.DropProposalAsync(on.Id, null, "もう一度", ct),
                HandoffAct.AcknowledgeReturn => await acts.AcknowledgeReturnAsync(on.Id, null, ct),
                HandoffAct.Redirect => await acts.RedirectAsync(on.Id, null, redirect, ct),
                HandoffAct.Advise => await acts.AdviseAsync(on.Id, null, "家計改善支援を案内してください", ct),
                HandoffAct.AcknowledgeAdvice => await acts.AcknowledgeAdviceAsync(on.Id, null, ct),
                HandoffAct.Withdraw => await acts.WithdrawAsync(on.Id, null, "本人が望まない", ct),
                HandoffAct.ReleaseEnclosure => await acts.ReleaseEnclosureAsync(on.Id, null, EnclosedPart.Narrative, "within-purpose", null, ct),
                HandoffAct.RecordTold => await acts.RecordToldAsync(on.Id, null, true, null, "電話", ct),
            };
        });
    }

    private static HandoffInput Written(Dice dice, Actor by)
    {
        // Only the hub takes what goes to the hub, and gives advice; now and then somebody forgets.
        var hub = TestOrganisations.Id(TestOrganisations.Hub);
        var kind = by.Organisation == hub && !dice.OneIn(8) ? HandoffKind.ToDesk : dice.Pick(Enum.GetValues<HandoffKind>());
        var outside = kind == HandoffKind.ToDesk && dice.OneIn(5);
        return new()
        {
            Kind = kind,
            Receiver = outside ? null : kind == HandoffKind.ToDesk || dice.OneIn(8) ? dice.Other(by.Organisation) : hub,
            Outside = outside ? new("police", "架空警察署", "電話") : null,
            Asked = "介護の手続きを一緒に見てほしい",
            Topics = ["care", "income"],
            MainTopic = "care",
            Urgency = "within-3-days",
            District = "taishido",
            DeskContact = "架空の窓口",
            Enclosures = dice.OneIn(2) ? [new(EnclosedPart.Narrative, "物忘れが増えた", "within-purpose", null, EnclosureOpens.OnReceipt)] : [],
            Assessment = new(null, "つなぐシート"),
            Criteria = new(new(CriterionAnswer.Yes, "状況から"), new(CriterionAnswer.Yes, "状況から"), new(CriterionAnswer.Yes, "状況から")),
        };
    }

    private static CriteriaSheet Sheet(Dice dice)
    {
        CriterionView View() => new(dice.OneIn(5) ? CriterionAnswer.No : CriterionAnswer.Yes, "状況から");
        return new(View(), View(), View());
    }

    private static bool IsSenders(HandoffAct act) => act is HandoffAct.Revise or HandoffAct.Send or HandoffAct.LogAttempt or HandoffAct.ConfirmOutside
        or HandoffAct.Answer or HandoffAct.AcknowledgeReturn or HandoffAct.AcknowledgeAdvice or HandoffAct.Withdraw or HandoffAct.ReleaseEnclosure or HandoffAct.RecordTold;

    private static HandoffAct[] Fitting(OnHandoff on) => on.State switch
    {
        HandoffState.Drafted => [HandoffAct.Revise, HandoffAct.Send, HandoffAct.Send, HandoffAct.Withdraw],
        HandoffState.AwaitingContact => [HandoffAct.LogAttempt, HandoffAct.ConfirmOutside, HandoffAct.Withdraw],
        HandoffState.Received or HandoffState.Screening when on.Kind == HandoffKind.Advice => [HandoffAct.Advise, HandoffAct.Advise, HandoffAct.Ask, HandoffAct.Withdraw],
        HandoffState.Received when on.Kind == HandoffKind.ToHub => [HandoffAct.Judge, HandoffAct.Judge, HandoffAct.Judge, HandoffAct.Ask, HandoffAct.Redirect, HandoffAct.Withdraw],
        HandoffState.Screening when on.Kind == HandoffKind.ToHub => [HandoffAct.Accept, HandoffAct.Return, HandoffAct.ProposeReturn, HandoffAct.Judge, HandoffAct.Redirect, HandoffAct.Ask],
        HandoffState.Received or HandoffState.Screening => [HandoffAct.Accept, HandoffAct.AcceptJointly, HandoffAct.Redirect, HandoffAct.Ask, HandoffAct.Withdraw],
        HandoffState.Questioned => [HandoffAct.Answer, HandoffAct.Answer, HandoffAct.Ask, HandoffAct.TakeBackQuestion, HandoffAct.Redirect, HandoffAct.Withdraw],
        HandoffState.InDecision => [HandoffAct.CarryOut, HandoffAct.CarryOut, HandoffAct.DropProposal, HandoffAct.Withdraw],
        HandoffState.Returned => [HandoffAct.AcknowledgeReturn],
        HandoffState.Advised => [HandoffAct.AcknowledgeAdvice],
        HandoffState.Accepted or HandoffState.AcceptedJointly => [HandoffAct.RecordTold, HandoffAct.ReleaseEnclosure],
        HandoffState.ReturnAcknowledged or HandoffState.Redirected or HandoffState.Closed or HandoffState.Withdrawn => [HandoffAct.RecordTold],
    };
}
