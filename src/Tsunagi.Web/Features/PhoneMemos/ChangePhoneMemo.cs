using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.PhoneMemos;

/// <summary>What stands in the fields of a memo, as typed.</summary>
public sealed class PhoneMemoInput
{
    public string? From { get; set; }

    /// <summary>For whom; whoever of the desk comes first when left out.</summary>
    public Id<Account>? To { get; set; }
    public string? Message { get; set; }
    public bool CallBack { get; set; }
    public string? Phone { get; set; }
    public string? CallBackWhen { get; set; }
}

/// <summary>電話メモを残し、済みにし、相談にする.</summary>
public sealed class ChangePhoneMemo(AppDb db, Work work)
{
    /// <summary>残す.</summary>
    public async Task<Outcome<Id<PhoneMemo>>> LeaveAsync(PhoneMemoInput input, CancellationToken ct)
    {
        var content = new PhoneMemoContent(input.Message ?? "")
        {
            To = input.To,
            From = input.From,
            Phone = input.Phone,
            CallBack = input.CallBack,
            CallBackWhen = input.CallBackWhen,
        };
        // A message crosses no border of an organisation: that would be a handoff.
        var left = input.To is { } to && !await db.WorksForAsync(to, work.Actor.Organisation, work.Today, ct)
            ? Outcome<PhoneMemo>.Carry(Outcome.Refused([new(RefusalCode.UnknownCode, nameof(input.To)), .. content.Check()]))
            : PhoneMemo.Leave(work.NewId<PhoneMemo>(), content, work.Stamp);
        if (left.IsDone)
        {
            db.PhoneMemos.Add(left.Value);
            work.GrantTo(work.Actor.Organisation, left.Value.Root, AccessLevel.Manage, GrantBasis.Assignment);
        }
        var outcome = await work.FinishAsync(left, Permission.LeavePhoneMemo, left.IsDone ? left.Value.Root : RootRef.System, ct);
        return outcome.IsDone ? left.Value.Id : Outcome<Id<PhoneMemo>>.Carry(outcome);
    }

    /// <summary>済みにする.</summary>
    public Task<Outcome> FinishAsync(Id<PhoneMemo> id, CancellationToken ct) => ChangeAsync(id, memo => memo.Finish(work.Stamp), ct);

    /// <summary>未対応に戻す.</summary>
    public Task<Outcome> ReopenAsync(Id<PhoneMemo> id, CancellationToken ct) => ChangeAsync(id, memo => memo.Reopen(), ct);

    /// <summary>相談にする: begins a draft with what is known; never by itself, always somebody's choice (rules §12).</summary>
    public async Task<Outcome<Id<Consultation>>> TakeAsConsultationAsync(Id<PhoneMemo> id, CancellationToken ct)
    {
        var consultation = work.NewId<Consultation>();
        var outcome = await ChangeAsync(id, memo =>
        {
            var taken = memo.TakeAsConsultation(consultation, work.Stamp);
            if (taken.IsDone) db.BeginDraft(work, consultation, Known(memo));
            return taken;
        }, ct);
        return outcome.IsDone ? consultation : Outcome<Id<Consultation>>.Carry(outcome);
    }

    private Dictionary<string, string> Known(PhoneMemo memo) => new()
    {
        ["Input.Date"] = DateWords.Of(work.Today),
        ["Input.Time"] = DateWords.Time(work.Now),
        ["Input.Channel"] = "phone",
        ["Input.VisitorName"] = memo.From ?? "",
        ["Input.VisitorContact"] = memo.Phone ?? "",
        ["Input.Observations"] = memo.Message,
    };

    private async Task<Outcome> ChangeAsync(Id<PhoneMemo> id, Func<PhoneMemo, Outcome> change, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.PhoneMemo, id);
        var may = await work.MayAsync(Permission.WritePhoneMemo, root, ct);
        if (!may.IsDone) return may;
        var memo = await db.PhoneMemos.SingleAsync(m => m.Id == id, ct);
        return await work.FinishAsync(change(memo), Permission.WritePhoneMemo, root, ct);
    }
}
