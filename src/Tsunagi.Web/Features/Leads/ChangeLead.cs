using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Leads;

/// <summary>What stands in the fields of a lead's forms, as typed.</summary>
public sealed class LeadInput
{
    public string? Sign { get; set; }
    public string? Source { get; set; }
    public string? SourceName { get; set; }
    public string? Place { get; set; }
    public string? ReceivedOn { get; set; }

    /// <summary>Who looks after it; oneself when left out.</summary>
    public Id<Account>? Owner { get; set; }
    public string? Action { get; set; }
    public string? On { get; set; }

    /// <summary>What was done or seen.</summary>
    public string? Done { get; set; }

    /// <summary>Why it ends or begins again.</summary>
    public string? Reason { get; set; }
}

/// <summary>気になる情報: notices a sign, watches it, and lets it become something or end with a reason.</summary>
public sealed class ChangeLead(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>Writes a sign down.</summary>
    public async Task<Outcome<Id<Lead>>> NoticeAsync(LeadInput input, CancellationToken ct)
    {
        var typed = new TypedInput();
        var content = new LeadContent(input.Sign ?? "", input.Source ?? "", typed.Date(nameof(input.ReceivedOn), input.ReceivedOn) ?? work.Today)
        {
            SourceName = input.SourceName,
            Place = input.Place,
        };
        var next = await NextAsync(input, typed, ct);
        var noticed = typed.Refusals.Count > 0
            ? Outcome<Lead>.Carry(Outcome.Refused([.. typed.Refusals, .. content.Check(Rules, work.Today)]))
            : Lead.Notice(work.NewId<Lead>(), content, next, Rules, work.Today, work.Stamp);
        if (noticed.IsDone)
        {
            db.Leads.Add(noticed.Value);
            work.GrantTo(work.Actor.Organisation, noticed.Value.Root, AccessLevel.Manage, GrantBasis.Assignment);
        }
        var outcome = await work.FinishAsync(noticed, Permission.RecordLead, noticed.IsDone ? noticed.Value.Root : RootRef.System, ct);
        return outcome.IsDone ? noticed.Value.Id : Outcome<Id<Lead>>.Carry(outcome);
    }

    /// <summary>見守る.</summary>
    public Task<Outcome> WatchAsync(Id<Lead> id, LeadInput input, CancellationToken ct) => ChangeAsync(id, async lead =>
    {
        var typed = new TypedInput();
        var next = await NextAsync(input, typed, ct);
        return typed.Refusals.Count > 0 ? Outcome.Refused(typed.Refusals) : lead.Watch(input.Done, next, work.Today, work.Stamp);
    }, ct);

    /// <summary>終了する.</summary>
    public Task<Outcome> EndAsync(Id<Lead> id, LeadInput input, CancellationToken ct) =>
        ChangeAsync(id, lead => Task.FromResult(lead.End(input.Reason, work.Stamp)), ct);

    /// <summary>再開する.</summary>
    public Task<Outcome> ReopenAsync(Id<Lead> id, LeadInput input, CancellationToken ct) => ChangeAsync(id, async lead =>
    {
        var typed = new TypedInput();
        var next = await NextAsync(input, typed, ct);
        return typed.Refusals.Count > 0 ? Outcome.Refused(typed.Refusals) : lead.Reopen(input.Reason, next, work.Today, work.Stamp);
    }, ct);

    /// <summary>支援ケースにする.</summary>
    public async Task<Outcome<Id<Case>>> TakeAsCaseAsync(Id<Lead> id, CancellationToken ct)
    {
        var opened = Case.Open(work.NewId<Case>(), await db.NextCaseNumberAsync(work.Today, ct), new CaseOrigin(), work.Stamp);
        var outcome = await ChangeAsync(id, lead =>
        {
            var taken = lead.TakeAsCase(opened.Id, work.Stamp);
            if (taken.IsDone)
            {
                if (lead.PersonId is { } person) opened.Include(person, CasePersonRole.Subject, work.Stamp);
                db.Cases.Add(opened);
                work.GrantTo(work.Actor.Organisation, opened.Root, AccessLevel.Manage, GrantBasis.Assignment);
            }
            return Task.FromResult(taken);
        }, ct);
        return outcome.IsDone ? opened.Id : Outcome<Id<Case>>.Carry(outcome);
    }

    /// <summary>相談として受け付ける: begins a draft with what is known.</summary>
    public async Task<Outcome<Id<Consultation>>> TakeAsConsultationAsync(Id<Lead> id, CancellationToken ct)
    {
        var consultation = work.NewId<Consultation>();
        var outcome = await ChangeAsync(id, lead =>
        {
            var taken = lead.TakeAsConsultation(consultation, work.Stamp);
            if (taken.IsDone)
            {
                db.BeginDraft(work, consultation, new Dictionary<string, string>
                {
                    ["Input.Date"] = Words.DateWords.Of(work.Today),
                    ["Input.Time"] = Words.DateWords.Time(work.Now),
                    ["Input.Channel"] = "visit",
                    ["Input.VisitorRelation"] = lead.Source,
                    ["Input.VisitorName"] = lead.SourceName ?? "",
                    ["Input.Observations"] = lead.Sign,
                    ["Input.PersonId"] = lead.PersonId?.ToString() ?? "",
                });
            }
            return Task.FromResult(taken);
        }, ct);
        return outcome.IsDone ? consultation : Outcome<Id<Consultation>>.Carry(outcome);
    }

    private LeadRules Rules => new(ward.Profile.CodeList(CodeLists.VisitorRelation).ItemsAsOf(work.Today).Select(item => item.Code).ToHashSet());

    /// <summary>An owner is somebody of one's own desk: a lead is not pushed over to another organisation, that is a handoff.</summary>
    private async Task<LeadNext> NextAsync(LeadInput input, TypedInput typed, CancellationToken ct)
    {
        var owner = input.Owner ?? work.Actor.Account;
        if (owner != work.Actor.Account && !await db.WorksForAsync(owner, work.Actor.Organisation, work.Today, ct)) typed.Refuse(RefusalCode.UnknownCode, nameof(input.Owner));
        return new(owner, input.Action ?? "", typed.Date(nameof(input.On), input.On) ?? default);
    }

    private async Task<Outcome> ChangeAsync(Id<Lead> id, Func<Lead, Task<Outcome>> change, CancellationToken ct)
    {
        var root = RootRef.Of(RootKind.Lead, id);
        var may = await work.MayAsync(Permission.WriteLead, root, ct);
        if (!may.IsDone) return may;
        var lead = await db.Leads.SingleAsync(l => l.Id == id, ct);
        return await work.FinishAsync(await change(lead), Permission.WriteLead, root, ct);
    }
}
