using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>支援チームと担当者: who works on the case, who is in charge when, and who acts for them.</summary>
[Permit(Permission.SeeCase)]
public sealed class TeamModel(AppDb db, ChangeTeam team, AssignWorker assign, CaseCodes codes, CaseChoices choices, NameBook names) : CasePage
{
    public sealed record MemberRow(int Number, string Who, string Role, DateOnly From, DateOnly? Until);

    public sealed record WorkerRow(int Number, string Who, string Organisation, DateTimeOffset From, DateTimeOffset Until, bool IsPlanned);

    public sealed class Form
    {
        public string? Role { get; set; }
        public Id<Account>? Account { get; set; }
        public Id<Organisation>? Organisation { get; set; }
        public string? Outside { get; set; }
        public AccessLevel Opens { get; set; }
        public string? LegalBasis { get; set; }
        public string? Reason { get; set; }
        /// <summary>What was chosen; see <see cref="NewWorker"/>.</summary>
        public string? Worker { get; set; }
        public string? From { get; set; }
        public Id<Account>? Deputy { get; set; }
        public string? Until { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public override string Tab => "course";

    public IReadOnlyList<MemberRow> Members { get; private set; } = [];
    public IReadOnlyList<WorkerRow> Workers { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Colleagues { get; private set; } = [];
    public IReadOnlyList<SelectListItem> NewWorkers => NewWorker.Choices(Colleagues);
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> LegalBases => [.. codes.LegalBases.Select(b => new SelectListItem(b.Name, b.Code))];
    public IReadOnlyList<SelectListItem> Openings { get; } =
        [new("名前だけ載せる（記録は見せない）", nameof(AccessLevel.None)), new("記録を見せる", nameof(AccessLevel.Read)), new("記録を見せ、書いてもらう", nameof(AccessLevel.Contribute))];

    /// <summary>Whether the viewer may change who is in charge.</summary>
    public bool MayAssign => Header.MayManage && AccessPolicy.RoleAllows(Work.Actor, Permission.AssignWorkers);

    public bool IsOpen(string handler) => Request.Query["handler"] == handler;

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    public async Task<IActionResult> OnPostJoinAsync(CancellationToken ct) => await DoneAsync(await team.JoinAsync(Id, new()
    {
        Role = Input.Role,
        Account = Input.Account,
        Organisation = Input.Organisation,
        Outside = Input.Outside,
        Opens = Input.Opens,
        LegalBasis = Input.LegalBasis,
        Reason = Input.Reason,
    }, ct), "支援チームに加えました。", ct);

    public async Task<IActionResult> OnPostLeaveAsync(int number, CancellationToken ct) =>
        await DoneAsync(await team.LeaveAsync(Id, number, ct), "支援チームから外しました。記録の閲覧も終わりました。", ct);

    public async Task<IActionResult> OnPostAssignAsync(CancellationToken ct)
    {
        if (FormDates.Read(Input.From, Today) is not { } from)
            return await UnreadableAsync(nameof(Form.From), ct);
        if (NewWorker.Read(Input.Worker, out var worker) is { } refused)
            return await DoneAsync(await NotChosenAsync(refused, ct), "", ct);
        return await DoneAsync(await assign.AssignAsync(Id, worker, from, ct), "担当者を決めました。", ct);
    }

    public async Task<IActionResult> OnPostCancelAsync(int number, CancellationToken ct) =>
        await DoneAsync(await assign.CancelAsync(Id, number, ct), "予定の担当者変更を取り消しました。", ct);

    public async Task<IActionResult> OnPostDeputyAsync(CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(Input.Until) && FormDates.Read(Input.Until, null) is null)
            return await UnreadableAsync(nameof(Form.Until), ct);
        return await DoneAsync(await assign.AppointDeputyAsync(Id, Input.Deputy, FormDates.Read(Input.Until, null), ct), "代理を決めました。今から有効です。", ct);
    }

    public async Task<IActionResult> OnPostEndDeputyAsync(CancellationToken ct) =>
        await DoneAsync(await assign.EndDeputyAsync(Id, ct), "代理を終えました。", ct);

    // Whoever may not assign hears that, not what was left out.
    private async Task<Outcome> NotChosenAsync(RefusalCode refused, CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.AssignWorkers, RootRef.Of(RootKind.Case, Id), ct);
        return may.IsDone ? Outcome.Refused(refused, "worker") : may;
    }

    private Task<IActionResult> DoneAsync(Outcome outcome, string done, CancellationToken ct) =>
        AfterAsync(Named(outcome), done, CaseLinks.Team(Id), () => LoadAsync(ct));

    private Task<IActionResult> UnreadableAsync(string field, CancellationToken ct)
    {
        ModelState.AddModelError($"Input.{field}", FormDates.Unreadable);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return LoadAsync(ct);
    }

    private static Outcome Named(Outcome outcome) => outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r with
    {
        Field = r.Field switch
        {
            "worker" => nameof(Form.Worker),
            "from" => nameof(Form.From),
            "account" => nameof(Form.Deputy),
            "until" => nameof(Form.Until),
            var other => other,
        },
    })]);

    private Task<IActionResult> LoadAsync(CancellationToken ct) => ShowAsync(async () =>
    {
        var @case = await db.Cases.AsNoTracking().AsSplitQuery().Include(c => c.Team).Include(c => c.Assignments).SingleAsync(c => c.Id == Id, ct);
        await names.ForAsync(@case.Team.Select(m => m.AccountId).Concat(@case.Assignments.Select(a => a.WorkerId)), [], ct);
        Members = [.. @case.Team.Select(m => new MemberRow(m.Number, WhoOf(m), m.Role, m.From, m.Until))];
        Workers = [.. @case.Assignments.Select(a => new WorkerRow(
            a.Number, a.WorkerId is { } worker ? names.Of(worker) : "未定", names.Of(a.OrganisationId), a.From, a.Until, a.From > Work.Now))];
        if (Header.MayManage)
            (Colleagues, Organisations) = (await choices.ColleaguesAsync(Today, ct), choices.Organisations());
    }, ct);

    private string WhoOf(TeamMember member) => string.Join(" ", new[]
    {
        member.OrganisationId is { } organisation ? names.Of(organisation) : null,
        member.AccountId is { } account ? names.Of(account) : null,
        member.Outside,
    }.Where(w => w is not null));
}
