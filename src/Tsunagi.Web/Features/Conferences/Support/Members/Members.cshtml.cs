using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>構成員: who is named, explained to, seated and named to read. For the chair and the secretary.</summary>
[Permit(Permission.RunSupportConference)]
public sealed class MembersModel(MatterDesk desk, MatterMembers members, MatterOffice office, AppDb db, CurrentWard ward) : MatterPage(desk)
{
    public sealed record Row(
        MatterParticipant Person, DutyExplanation? Explanation, SessionMember? Seat, IReadOnlyList<ReadingNaming> Namings, string? Office);

    [BindProperty(SupportsGet = true)]
    public Id<Organisation>? Organisation { get; set; }

    [BindProperty]
    public NewParticipant Add { get; set; } = new();

    [BindProperty]
    public NewParticipant Guest { get; set; } = new();

    [BindProperty]
    public NewExplanation Explain { get; set; } = new();

    [BindProperty]
    public NewSignature Sign { get; set; } = new();

    [BindProperty]
    public Seating Seat { get; set; } = new();

    [BindProperty]
    public ParticipantChoice Choice { get; set; } = new();

    [BindProperty]
    public NewReader Reader { get; set; } = new();

    [BindProperty]
    public SecretaryChoice Secretary { get; set; } = new();

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> Accounts { get; private set; } = [];

    /// <summary>Those of the ward named here whose role lets them do the office's work.</summary>
    public IReadOnlyList<SelectListItem> Secretaries { get; private set; } = [];

    public bool CanUnseat => View.Matter.State is MatterState.MembersSelected or MatterState.Convened;

    /// <summary>Whether the signature under this explanation was just written down, and was refused.</summary>
    public bool IsSigning(DutyExplanation given) => Sign.Explanation == given.Id;

    public IEnumerable<Row> Rows => View.There.Select(p => new Row(p,
        View.Matter.Explanations.Where(e => e.ParticipantId == p.Id).MaxBy(e => e.RecordedAt),
        View.Open?.Members.FirstOrDefault(m => m.ParticipantId == p.Id),
        [.. View.Matter.Namings.Where(n => n.ParticipantId == p.Id && n.RunsAt(View.Now)).OrderBy(n => n.SessionNumber)],
        p.AccountId == View.Matter.ChairId ? "座長" : p.AccountId is not null && p.AccountId == View.Matter.SecretaryId ? "会議事務局" : null));

    public Task<IActionResult> OnPostAddAsync(CancellationToken ct) =>
        AfterAsync(() => members.AddAsync(Id, Add, ct), "指名しました。守秘義務を説明して記録してください。", "Add", ct);

    public Task<IActionResult> OnPostGuestAsync(CancellationToken ct) =>
        AfterAsync(() => members.AddAsync(Id, new() { Name = Guest.Name, Affiliation = Guest.Affiliation, SelfInterested = Guest.SelfInterested }, ct),
            "ゲストを指名しました。守秘義務を説明して記録してください。", "Guest", ct);

    public Task<IActionResult> OnPostExplainAsync(CancellationToken ct) =>
        AfterAsync(() => members.ExplainAsync(Id, Explain, ct), "守秘義務の説明を記録しました。", "Explain", ct);

    public Task<IActionResult> OnPostSignAsync(CancellationToken ct) =>
        AfterAsync(() => members.SignAsync(Id, Sign, ct), "署名を受けたことを記録しました。", "Sign", ct);

    public Task<IActionResult> OnPostSeatAsync(CancellationToken ct) =>
        AfterAsync(() => members.SeatAsync(Id, Seat, ct), "この回の構成員にしました。", "Seat", ct);

    public Task<IActionResult> OnPostUnseatAsync(CancellationToken ct) =>
        AfterAsync(() => members.UnseatAsync(Id, Choice, ct), "この回の構成員から外しました。", "Choice", ct);

    public Task<IActionResult> OnPostLeaveAsync(CancellationToken ct) =>
        AfterAsync(() => members.LeaveAsync(Id, Choice, ct), "退任を記録しました。守秘義務は続きます。", "Choice", ct);

    public Task<IActionResult> OnPostReaderAsync(CancellationToken ct) =>
        AfterAsync(() => members.NameReaderAsync(Id, Reader, ct), "閲覧者に指名しました。", "Reader", ct);

    public Task<IActionResult> OnPostEndReadingAsync(CancellationToken ct) =>
        AfterAsync(() => members.EndReadingAsync(Id, new() { Participant = Reader.Participant, Session = Reader.Session }, ct),
            "この回の閲覧を終わらせました。", "Reader", ct);

    public Task<IActionResult> OnPostSecretaryAsync(CancellationToken ct) =>
        AfterAsync(() => office.AppointSecretaryAsync(Id, Secretary, ct), "会議事務局を決めました。", "Secretary", ct);

    protected override async Task<bool> PrepareAsync(CancellationToken ct)
    {
        if (!View.IsOffice) return false;
        if (View.IsChair) Secretaries = await SecretariesAsync(ct);
        Organisations = [.. ward.Profile.OrganisationsAsOf(Today).Select(o => new SelectListItem(o.Name, ward.IdOf(o).ToString()))];
        var chosen = Organisation ?? Add.Organisation;
        Organisation = chosen;
        if (chosen is not { } organisation) return true;
        Accounts = await db.WorkersOf(organisation, Today).ToChoicesAsync(ct);
        return true;
    }

    private async Task<IReadOnlyList<SelectListItem>> SecretariesAsync(CancellationToken ct)
    {
        var others = View.There.Where(p => p.Kind == ParticipantKind.WardStaff && p.AccountId != View.Matter.ChairId).ToList();
        var able = await db.WhoMayRunConferencesAsync(others, Today, ct);
        return [.. others.Where(p => p.AccountId is { } account && able.Contains(account)).Select(ChoiceOf)];
    }
}
