using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Handoffs;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>つなぎの物語: the three kinds, in every state.</summary>
public sealed class HandoffStories(Stage stage, Books books, Days days, Random random)
{
    /// <summary>窓口・専門機関へ.</summary>
    public async IAsyncEnumerable<DateTimeOffset> ToDeskAsync(Worker desk, Worker other, Home home, DateOnly start, HandoffState end, Worker? third = null)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        yield return days.After(stage.Today, 1, 4);
        var handoff = await WriteAsync(opened, new() { Kind = HandoffKind.ToDesk, Receiver = other.At }, send: end != HandoffState.Drafted);
        if (end is HandoffState.Drafted or HandoffState.Received) yield break;
        yield return days.After(stage.Today, 1, 3);
        if (end == HandoffState.Withdrawn)
        {
            await ActAsync(desk, (a, id) => a.WithdrawAsync(id, null, "本人が自分で行くことになった。", CancellationToken.None), handoff);
            yield break;
        }
        if (end == HandoffState.Redirected && third is not null)
        {
            await ActAsync(other, (a, id) => a.RedirectAsync(id, null, new(null, third.At, null, "住まいの困りごとが中心なので、そちらの方が早い。"), CancellationToken.None), handoff);
            yield break;
        }
        if (end is HandoffState.Questioned or HandoffState.Screening or HandoffState.AcceptedJointly)
        {
            await ActAsync(other, (a, id) => a.AskAsync(id, null, ["通院先は分かりますか。", "家の鍵はだれが持っていますか。"], CancellationToken.None), handoff);
            if (end == HandoffState.Questioned) yield break;
            yield return days.After(stage.Today, 1, 3);
            await ActAsync(desk, (a, id) => a.AnswerAsync(id, null, new Dictionary<int, string> { [1] = "近くの内科に月一度。", [2] = "本人だけ。" }, CancellationToken.None), handoff);
            if (end == HandoffState.Screening) yield break;
            yield return days.After(stage.Today, 1, 2);
        }
        await ActAsync(other, (a, id) => end == HandoffState.AcceptedJointly ? a.AcceptJointlyAsync(id, null, CancellationToken.None) : a.AcceptAsync(id, null, null, CancellationToken.None), handoff);
        await HandedOffAsync(opened, handoff);
        yield return days.After(stage.Today, 1, 3);
        await ActAsync(desk, (a, id) => a.RecordToldAsync(id, null, true, stage.Today, "電話で、次の担当と日にちを伝えた。", CancellationToken.None), handoff);
        await ReceivedCaseAsync(handoff, other, opened);
    }

    /// <summary>外部の受け手へ, by telephone.</summary>
    public async IAsyncEnumerable<DateTimeOffset> OutsideAsync(Worker desk, Home home, DateOnly start, bool confirmed)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        yield return days.After(stage.Today, 1, 3);
        var handoff = await WriteAsync(opened, new() { Kind = HandoffKind.ToDesk, Outside = new("medical", "架空病院 相談室", "03-0000-1234") }, send: true);
        yield return stage.Now.AddMinutes(20);
        await ActAsync(desk, (a, id) => a.LogAttemptAsync(id, null, "phone", "担当者が席を外していた。", stage.Now.AddMinutes(-1), CancellationToken.None), handoff);
        if (!confirmed) yield break;
        yield return days.After(stage.Today, 1, 2);
        await ActAsync(desk, (a, id) => a.ConfirmOutsideAsync(id, null, "架空 相談員", "phone", stage.Now.AddMinutes(-1), CancellationToken.None), handoff);
    }

    /// <summary>多機関協働へ: assessment, criteria, judgement, and what comes of it.</summary>
    public async IAsyncEnumerable<DateTimeOffset> ToHubAsync(Worker desk, Worker hub, Worker chief, Home home, DateOnly start, HandoffState end, Worker? otherHub = null)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        yield return days.After(stage.Today, 2, 6);
        var version = await books.AssessAsync(opened);
        yield return days.After(stage.Today, 1, 2);
        var handoff = await WriteAsync(opened, new()
        {
            Kind = HandoffKind.ToHub,
            Receiver = hub.At,
            Assessment = new(version, null),
            Criteria = new(Yes("介護と家計と住まいが重なり、一つの制度では足りない。"), Yes("関わる機関が多く、だれが主に動くか決まっていない。"), Yes("既存の会議では家計と住まいを一緒に話せない。")),
        }, send: end != HandoffState.Drafted);
        if (end is HandoffState.Drafted or HandoffState.Received) yield break;
        yield return days.After(stage.Today, 1, 3);
        if (end == HandoffState.Questioned)
        {
            await ActAsync(hub, (a, id) => a.AskAsync(id, null, ["滞納の額と月数を教えてください。", "これまでに断った支援はありますか。"], CancellationToken.None), handoff);
            yield break;
        }
        if (end == HandoffState.Redirected && otherHub is not null)
        {
            await ActAsync(hub, (a, id) => a.RedirectAsync(id, null, new(null, otherHub.At, null, "仕事と家計が中心で、そちらの担当。"), CancellationToken.None), handoff);
            yield break;
        }
        var fails = end is HandoffState.InDecision or HandoffState.Returned or HandoffState.ReturnAcknowledged or HandoffState.Withdrawn;
        await ActAsync(hub, (a, id) => a.JudgeAsync(id, null, new CriteriaSheet(
            new(CriterionAnswer.Yes, "課題が重なっている。"), new(fails ? CriterionAnswer.No : CriterionAnswer.Yes, fails ? "主に動く窓口は決まっている。" : "役割の整理が要る。"),
            new(CriterionAnswer.Yes, "既存の会議では扱えない。")), CancellationToken.None), handoff);
        if (end == HandoffState.Screening) yield break;
        yield return days.After(stage.Today, 1, 3);
        if (!fails)
        {
            await ActAsync(hub, (a, id) => a.AcceptAsync(id, null, hub.At, CancellationToken.None), handoff);
            await HandedOffAsync(opened, handoff);
            yield return days.After(stage.Today, 1, 3);
            await ReceivedCaseAsync(handoff, hub, opened);
            yield break;
        }
        await ActAsync(hub, (a, id) => a.ReturnAsync(id, null, "まず家計の相談に同席し、滞納の額を一緒に確かめてください。", CancellationToken.None), handoff);
        if (end == HandoffState.InDecision) yield break;
        yield return days.After(stage.Today, 1, 2);
        if (end == HandoffState.Withdrawn)
        {
            await ActAsync(desk, (a, id) => a.WithdrawAsync(id, null, "家族が手伝えることになり、窓口で続けることにした。", CancellationToken.None), handoff);
            yield break;
        }
        if (await StateAsync(desk, handoff) == HandoffState.InDecision)
            await ActAsync(chief, (a, id) => a.ApproveAsync(id, null, CancellationToken.None), handoff);
        if (end == HandoffState.Returned) yield break;
        yield return days.After(stage.Today, 1, 2);
        await ActAsync(desk, (a, id) => a.AcknowledgeReturnAsync(id, null, CancellationToken.None), handoff);
    }

    /// <summary>助言依頼.</summary>
    public async IAsyncEnumerable<DateTimeOffset> AdviceAsync(Worker desk, Worker hub, Home home, DateOnly start, HandoffState end)
    {
        yield return days.At(start);
        var opened = await books.OpenAsync(desk, home, Lines.Worry(home, random));
        yield return days.After(stage.Today, 3, 8);
        var handoff = await WriteAsync(opened, new() { Kind = HandoffKind.Advice, Receiver = hub.At }, send: true);
        if (end == HandoffState.Received) yield break;
        yield return days.After(stage.Today, 1, 4);
        await ActAsync(hub, (a, id) => a.AdviseAsync(id, null, "訪問は二人で。家計の話は本人が言い出すまで待ち、まず通院に同行してはどうか。", CancellationToken.None), handoff);
        if (end == HandoffState.Advised) yield break;
        yield return days.After(stage.Today, 1, 3);
        await ActAsync(desk, (a, id) => a.AcknowledgeAdviceAsync(id, null, CancellationToken.None), handoff);
    }

    private async Task<Id<Handoff>> WriteAsync(OpenedCase opened, HandoffInput kind, bool send)
    {
        var input = kind with
        {
            Case = opened.Id,
            Asked = kind.Kind == HandoffKind.Advice ? Lines.AskAdvice(opened.Worry) : Lines.Ask(opened.Worry),
            Topics = [opened.Worry.Topic],
            MainTopic = opened.Worry.Topic,
            Urgency = "within-2-weeks",
            DeskContact = "平日 9時から17時",
        };
        return await stage.MakeAsync(opened.Worker, s =>
        {
            var basis = s.GetRequiredService<HandoffGround>().LegalBases.First(b => !b.RequiresReason).Code;
            var enclosed = input with
            {
                Enclosures =
                [
                    new(EnclosedPart.Narrative, opened.Worry.Words, basis, null, EnclosureOpens.OnReceipt),
                    new(EnclosedPart.Household, $"同居 {opened.Home.Members.Count} 人", basis, null, EnclosureOpens.OnAcceptance),
                ],
            };
            var compose = s.GetRequiredService<ComposeHandoff>();
            return send ? compose.SendAsync(enclosed, CancellationToken.None) : compose.DraftAsync(enclosed, CancellationToken.None);
        });
    }

    // The consultation goes with the handoff it led to, where sending has not said so already.
    private Task HandedOffAsync(OpenedCase opened, Id<Handoff> handoff) => stage.DoAsync(opened.Worker, async s =>
    {
        var (db, work) = (s.GetRequiredService<AppDb>(), s.GetRequiredService<Work>());
        var consultation = await db.Consultations.SingleAsync(c => c.Id == opened.Consultation);
        if (consultation.State == ConsultationState.HandedOff) return Outcome.Done;
        return await work.FinishAsync(consultation.HandOff(handoff, opened.Id, null, work.Stamp), Permission.WriteConsultation, consultation.Root, CancellationToken.None);
    });

    private async Task ReceivedCaseAsync(Id<Handoff> handoff, Worker receiver, OpenedCase opened)
    {
        if (await stage.ReadAsync(receiver, db => db.Handoffs.Where(h => h.Id == handoff).Select(h => h.ReceiverCaseId).SingleAsync()) is { } own)
            await books.NoteAsync(opened with { Id = own, Worker = receiver, People = [] });
    }

    private Task<HandoffState> StateAsync(Worker who, Id<Handoff> handoff) => stage.ReadAsync(who, db => db.Handoffs.Where(h => h.Id == handoff).Select(h => h.State).SingleAsync());

    private Task ActAsync(Worker who, Func<ActOnHandoff, Id<Handoff>, Task<Outcome>> act, Id<Handoff> handoff) =>
        stage.DoAsync(who, s => act(s.GetRequiredService<ActOnHandoff>(), handoff));

    private static CriterionInput Yes(string reason) => new(CriterionAnswer.Yes, reason);
}
