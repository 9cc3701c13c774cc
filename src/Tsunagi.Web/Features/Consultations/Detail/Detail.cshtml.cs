using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>相談: the record, with the trace of what was corrected and what follows.</summary>
[Permit(Permission.SeeConsultation)]
public sealed class ConsultationDetailModel(DecideConsultation decide, ConsultationCase cases, IntakeCodes codes, AppDb db) : TsunagiPage
{
    private const string Unnamed = "（氏名は表示できません）";

    private readonly Dictionary<Id<Person>, string> seen = [];

    public sealed record Named(Id<Person> Id, string Name, ConcernedAs As, bool IsSeen);

    [BindProperty(SupportsGet = true)]
    public Id<Consultation> Id { get; set; }

    public override string? OpenRecord => $"consultation={Id}";

    [BindProperty]
    public ConsultationInput Input { get; set; } = new();

    [BindProperty]
    public string? Reason { get; set; }

    public Consultation Consultation { get; private set; } = null!;
    public AccessDecision Access { get; private set; } = AccessDecision.Nothing;
    public IReadOnlyList<Named> Persons { get; private set; } = [];
    public IReadOnlyDictionary<Id<Account>, string> Accounts { get; private set; } = new Dictionary<Id<Account>, string>();
    public string OrganisationName { get; private set; } = "";
    public IReadOnlyList<Attachment> Files { get; private set; } = [];
    public bool MayWrite { get; private set; }

    /// <summary>The running cases this consultation may go into.</summary>
    public CaseChoice Running { get; private set; } = new([], null);
    public bool ShowsWords => Access.Shows(FieldClasses.Narrative);
    public bool ShowsContact => Access.Shows(FieldClasses.Contact);
    public bool IsLifeDanger => codes.Rules.MeansLifeDanger(Consultation.Urgency, Consultation.DangerSigns);

    public string? Name(string list, string? code) => codes.Name(list, code);
    public string Names(string list, IEnumerable<string> all) => codes.Names(list, all);
    public string By(Id<Account> account) => Accounts.GetValueOrDefault(account, "（退職・異動した職員）");

    /// <summary>A value of the trace, with codes put into words.</summary>
    public string? Value(Correction trace, string? value) => value is null ? null : trace.Field switch
    {
        "Channel" => Name(CodeLists.Channel, value),
        "Route" => Name(CodeLists.Route, value),
        "VisitorRelation" => Name(CodeLists.VisitorRelation, value),
        "Topics" => Names(CodeLists.ConsultationTopic, value.Split(',')),
        "WorstTopic" => Name(CodeLists.ConsultationTopic, value),
        "Urgency" => Name(CodeLists.Urgency, value),
        "DangerSigns" => Names(CodeLists.DangerFlag, value.Split(',')),
        "Agreement" => Enum.TryParse<IntakeAgreement>(value, out var agreement) ? ConsultationWords.Of(agreement) : value,
        "At" => DateTimeOffset.TryParse(value, System.Globalization.CultureInfo.InvariantCulture, out var at) ? DateWords.Of(at) : value,
        "Persons" => string.Join('、', value.Split(',').Select(NamedIn)),
        "Household" => "（変更）",
        _ => value,
    };

    // As the trace keeps it: the person's id, and how they are concerned.
    private string NamedIn(string entry) =>
        entry.Split(':') is [var id, var how] && Id<Person>.TryParse(id, null, out var person) && Enum.TryParse<ConcernedAs>(how, out var concerned)
            ? $"{seen.GetValueOrDefault(person, Unnamed)}（{ConsultationWords.Of(concerned)}）" : "";

    public Task<IActionResult> OnGetAsync(CancellationToken ct) => LoadAsync(ct);

    /// <summary>対応を決める.</summary>
    public async Task<IActionResult> OnPostDecideAsync(CancellationToken ct)
    {
        if (Input.Next == nameof(NextStep.HandOff)) return LocalRedirect(ConsultationLinks.HandOff(Id));
        return await AnswerAsync(await decide.RunAsync(Id, Input, ct), () => Back("対応を記録しました。"), () => LoadAsync(ct));
    }

    /// <summary>対応待ちに戻す.</summary>
    public async Task<IActionResult> OnPostReopenAsync(CancellationToken ct) =>
        await AnswerAsync(await decide.ReopenAsync(Id, Reason, ct), () => Back("対応待ちに戻しました。"), () => LoadAsync(ct), prefix: "");

    private LocalRedirectResult Back(string done)
    {
        Done = done;
        return LocalRedirect(ConsultationLinks.Detail(Id));
    }

    private async Task<IActionResult> LoadAsync(CancellationToken ct)
    {
        var may = await Work.MayAsync(Permission.SeeConsultation, RootRef.Of(RootKind.Consultation, Id), ct);
        if (!may.IsDone || await db.Consultations.AsNoTracking().Include(c => c.Persons).SingleOrDefaultAsync(c => c.Id == Id, ct) is not { } consultation) return Absent();
        if (consultation.State == ConsultationState.Draft) return LocalRedirect(ConsultationLinks.Continue(Id));
        (Consultation, Access) = (consultation, may.Value);
        MayWrite = AccessPolicy.Allows(Work.Actor, Access, Permission.WriteConsultation);
        OrganisationName = await db.Organisations.Where(o => o.Id == consultation.OrganisationId).Select(o => o.Name).SingleAsync(ct);
        await LoadPersonsAsync(ct);
        Id<Account>[] writers = [consultation.WorkerId, consultation.DecidedBy ?? consultation.WorkerId, .. consultation.Corrections.Select(c => c.By)];
        Accounts = await db.Accounts.AsNoTracking().Where(a => writers.Contains(a.Id)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        Files = await db.Attachments.AsNoTracking().Where(a => a.RootId == Id.Value && a.RootKind == RootKind.Consultation).OrderBy(a => a.AddedAt).ToListAsync(ct);
        if (Input.Next is null) Input.Next = nameof(NextStep.Later);
        if (MayWrite && consultation.State == ConsultationState.Received)
        {
            var offered = await cases.OfferedAsync(consultation, ct);
            // A second call about a household one is at work with goes on there, unless said otherwise.
            Running = new(offered, Request.HasFormContentType ? Input.Case : offered is [var only] ? only.Id.ToString() : null);
        }
        return Page();
    }

    private async Task LoadPersonsAsync(CancellationToken ct)
    {
        var ids = Consultation.Persons.Select(p => p.PersonId).ToList();
        var found = await db.Persons.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.HolderId, p.Name }).ToListAsync(ct);
        var granted = await Work.DecideAsync(RootKind.Person, [.. found.Where(p => p.HolderId != Work.Actor.Organisation).Select(p => p.Id.Value)], ct);
        foreach (var person in found.Where(p => !granted.TryGetValue(p.Id.Value, out var decision) || decision.Shows(FieldClasses.Identity)))
            seen[person.Id] = person.Name.Display;
        // Somebody whose record the viewer may not see is counted, not named.
        Persons = [.. Consultation.Persons.Where(p => p.TakenBackAt is null)
            .Select(p => new Named(p.PersonId, seen.GetValueOrDefault(p.PersonId, Unnamed), p.As, seen.ContainsKey(p.PersonId)))];
    }
}
