using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>The card as typed.</summary>
public sealed class UrgentReportForm
{
    /// <summary>The choice for a recipient outside the system.</summary>
    public const string Elsewhere = "elsewhere";

    public string? Kind { get; set; }
    public List<Id<Person>> Persons { get; set; } = [];
    public string? About { get; set; }
    public string? Facts { get; set; }
    public bool ImminentDanger { get; set; }
    public List<string> EmergencyCalls { get; set; } = [];

    /// <summary>The id of an organisation, or <see cref="Elsewhere"/>.</summary>
    public string? Team { get; set; }
    public string? Recipient { get; set; }
    public string? TakenBy { get; set; }
    public DateTime? ReportedAt { get; set; }
    public string? Reply { get; set; }
    public bool OwnWorkplace { get; set; }
    public string? ReporterName { get; set; }
    public string? ReporterRelation { get; set; }
    public string? ReporterContact { get; set; }
    public Id<Case>? Case { get; set; }
    public Id<Consultation>? Consultation { get; set; }
    public Id<Matter>? Matter { get; set; }
}

[Permit(Permission.MakeUrgentReport)]
public sealed class NewModel(MakeUrgentReport make, ReportedPersons persons, UrgentReportGround ground) : TsunagiPage
{
    [BindProperty]
    public UrgentReportForm Input { get; set; } = new();

    public UrgentReportGround Ground => ground;

    public IReadOnlyList<OrganisationEntry> Teams { get; private set; } = [];

    /// <summary>What an organisation receives, and its number.</summary>
    public string SupportOf(OrganisationEntry team) => $"{ground.ReceivesOf(team)}{(team.Phone is { } phone ? $"　電話 {phone}" : "")}";

    /// <summary>Whom what is open is about.</summary>
    public IReadOnlyList<SelectListItem> Persons { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => ground.Kinds.Select(k => new SelectListItem(k.Name, k.Code));

    /// <summary>What the law says of every kind, and to whom.</summary>
    public IEnumerable<(string Name, UrgentReportRule Rule)> Duties =>
        ground.Kinds.Select(k => (k.Name, Rule: ground.RuleOf(k.Code))).Where(k => k.Rule is not null).Select(k => (k.Name, k.Rule!));

    public Task OnGetAsync([FromQuery(Name = "case")] Id<Case>? @case, Id<Consultation>? consultation, Id<Matter>? matter, string? kind, CancellationToken ct)
    {
        Input = new() { Case = @case, Consultation = consultation, Matter = matter, Kind = kind };
        return LoadAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var team = Id<Organisation>.TryParse(Input.Team, null, out var id) ? id : (Id<Organisation>?)null;
        var card = await make.WithSeenSourceAsync(new()
        {
            Kind = Input.Kind,
            Persons = Input.Persons,
            About = Input.About,
            Facts = Input.Facts,
            ImminentDanger = Input.ImminentDanger,
            EmergencyCalls = Input.EmergencyCalls,
            Team = team,
            Recipient = Input.Recipient,
            TakenBy = Input.TakenBy,
            ReportedAt = Input.ReportedAt is { } at ? JapanTime.At(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : null,
            Reply = Input.Reply,
            OwnWorkplace = Input.OwnWorkplace,
            ReporterName = Input.ReporterName,
            ReporterRelation = Input.ReporterRelation,
            ReporterContact = Input.ReporterContact,
            Case = Input.Case,
            Consultation = Input.Consultation,
            Matter = Input.Matter,
        }, ct);
        var outcome = await make.RunAsync(card, ct);
        return await AnswerAsync(Placed(outcome), () =>
        {
            Done = "通告・通報を記録しました。";
            return LocalRedirect(UrgentReportLinks.Detail(outcome.Value));
        }, async () =>
        {
            await LoadAsync(ct);
            return Page();
        });
    }

    private async Task LoadAsync(CancellationToken ct)
    {
        Teams = ground.TeamsFor(Input.Kind);
        Persons = [.. (await persons.InAsync(Input.Case, Input.Consultation, ct)).Select(p => new SelectListItem(p.Words, p.Id.ToString()))];
    }

    private static Outcome Placed(Outcome outcome) => outcome.IsDone ? outcome : Outcome.Refused([.. outcome.Refusals.Select(r => r.Field switch
    {
        nameof(ReporterIdentity.Name) => r with { Field = nameof(UrgentReportForm.ReporterName) },
        _ => r,
    })]);
}
