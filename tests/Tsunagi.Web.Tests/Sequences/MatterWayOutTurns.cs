using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Conferences.Support;
using Tsunagi.Web.Features.Conferences.WorkOrders;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>The five ways out of a 支援会議 at random.</summary>
internal sealed class MatterWayOutTurns(Dice dice, Matter on)
{
    private readonly string said = Planted.KeyOf(on) + Planted.Inside;

    public Turn Anything() => dice.Random.Next(8) switch
    {
        0 or 1 => Draft(),
        2 => Approve(),
        3 => dice.OneIn(3) ? Strike() : Tell(),
        4 => Turn.Making<MatterWaysOut, WayOut>("matter: release by consent", Office(), (h, today, ct) => h.ByConsentAsync(on.Id,
            new() { Item = Item, ConsentedBy = said + "本人", ExactText = said + "同意文", Recipient = said + "主治医", On = today, Basis = said + "同意", Reason = said + "受診" }, ct)),
        5 => Turn.Making<MatterWaysOut, WayOut>("matter: report by law", Reader(), (h, _, ct) => h.ByLawAsync(on.Id, Report, ct)),
        6 => Turn.Making<MatterWaysOut, WayOut>("matter: act on danger", Reader(), (h, _, ct) => h.ByDangerAsync(on.Id, Report, ct)),
        _ => Turn.Making<MatterWaysOut, WayOut>("matter: release gap", Office(), (h, _, ct) => h.AsGapAsync(on.Id,
            new() { Item = Item, Text = "夜間の見守りの担い手が足りない", Basis = said + "資源不足", Reason = said + "地域づくり" }, ct)),
    };

    /// <summary>A 依頼票 on its way: drafted, or approved.</summary>
    public Turn Order() => Waiting is null ? Draft() : Approve();

    /// <summary>What still waits for a word; null when nothing does.</summary>
    public Turn? Settled() =>
        on.WaysOut.OfType<WayOut.ByDanger>().Any(d => d.ChairWaits) ? Tell()
        : on.WaysOut.OfType<WayOut.ToWorkOrder>().Any(w => w.Waits) ? Approve()
        : null;

    // Nothing of the meeting is in it: it is what leaves.
    private Turn Draft()
    {
        var receiver = dice.Other(null);
        return Turn.Making<MatterWaysOut, WayOut>("matter: draft work order", Office(), (h, today, ct) => h.DraftAsync(on.Id, new()
        {
            Item = Item,
            Receiver = receiver,
            Task = "様子を見に行ってください",
            Deadline = today.AddDays(3),
            SafetyFacts = "犬がいます",
            Contact = "03-0000-0000",
            Basis = said + "決定",
            Reason = said + "安否",
        }, ct));
    }

    private Turn Approve()
    {
        var draft = Waiting;
        return Turn.Making<MatterWaysOut, WorkOrder>("matter: approve work order", dice.As(on.ChairId), (h, _, ct) => h.ApproveAsync(on.Id, new() { WayOut = draft }, ct));
    }

    private Turn Strike()
    {
        var draft = Waiting;
        return Turn.Of<MatterWaysOut>("matter: strike work order", Office(), (h, _, ct) => h.StrikeAsync(on.Id, new() { WayOut = draft }, ct));
    }

    private Turn Tell()
    {
        var danger = on.WaysOut.OfType<WayOut.ByDanger>().FirstOrDefault(d => d.ChairWaits);
        return Turn.Of<MatterWaysOut>("matter: tell chair", dice.OneIn(2) ? Office() : dice.As(danger?.By), (h, _, ct) => h.TellChairAsync(on.Id, new() { WayOut = danger?.Id }, ct));
    }

    private NewReport Report => new() { Item = Item, Recipient = said + "119番", Told = said + "通報", Basis = said + "生命の危険", Reason = said + "応答がない" };

    private Id<WayOut>? Waiting => on.WaysOut.OfType<WayOut.ToWorkOrder>().FirstOrDefault(w => w.Waits)?.Id;

    private Id<MatterItem>? Item => on.Items.Count == 0 ? null : dice.Pick(on.Items).Id;

    private Actor Reader()
    {
        var running = on.Namings.Where(n => n.EndedAt is null).ToList();
        return running.Count == 0 ? Office() : dice.As(AccountOf(dice.Pick(running).ParticipantId));
    }

    // What is read in several statements may lack the last to come.
    private Id<Account>? AccountOf(Id<MatterParticipant> who) => on.Participants.FirstOrDefault(p => p.Id == who)?.AccountId;

    private Actor Office() => dice.As(dice.OneIn(2) ? on.ChairId : on.SecretaryId ?? on.ChairId);
}

/// <summary>依頼票 at random: answered, filed, taken back.</summary>
internal static class WorkOrderTurns
{
    public static Turn? Act(Dice dice)
    {
        if (dice.Board.Guarded.Orders.Count == 0) return null;
        var on = dice.Pick(dice.Board.Guarded.Orders);
        var reply = dice.Pick(Enum.GetValues<WorkOrderReply>());
        var own = dice.Board.Cases.Where(c => c.Organisation == on.ReceiverId || dice.OneIn(6)).ToList();
        Id<Case>? under = own.Count == 0 ? null : dice.Pick(own).Id;
        return dice.Random.Next(6) switch
        {
            0 or 1 => Turn.Of<AnswerWorkOrder>("order: file", dice.Of(on.ReceiverId), (h, _, ct) => h.FileAsync(on.Id, new() { Case = under }, ct)),
            2 => Turn.Of<AnswerWorkOrder>("order: withdraw", dice.As(on.IssuerId), (h, _, ct) => h.WithdrawAsync(on.Id, ct)),
            _ => Turn.Of<AnswerWorkOrder>($"order: answer {reply}", dice.Of(on.ReceiverId), (h, _, ct) => h.AnswerAsync(on.Id, new() { Reply = reply, Word = "電話した" }, ct)),
        };
    }
}
