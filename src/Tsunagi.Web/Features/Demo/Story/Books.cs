using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Cases;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Features.Demo.Population;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>A case as the story knows it.</summary>
public sealed record OpenedCase(Id<Case> Id, Id<Consultation>? Consultation, IReadOnlyList<Id<Person>> People, Worker Worker, Home Home, Worry Worry);

/// <summary>What every story writes: consultations, cases, notes, assessments.</summary>
/// <param name="stage">Where it is played.</param>
/// <param name="days">Office hours.</param>
/// <param name="random">The story's chance.</param>
/// <param name="relations">The words of 続柄.</param>
/// <param name="attended">Organisations whose cases are looked after until the end: those of the people to sign in as.</param>
public sealed class Books(Stage stage, Days days, Random random, IReadOnlyDictionary<string, string> relations, IReadOnlySet<string> attended)
{
    private readonly FamilyStories families = new(stage, days);

    /// <summary>Receives a consultation of a household, and decides what follows.</summary>
    public Task<Id<Consultation>> ReceiveAsync(Worker desk, Home home, Worry worry, NextStep next, bool anonymous = false) =>
        stage.MakeAsync(desk, s => s.GetRequiredService<ReceiveConsultation>().RunAsync(Sheet(home, worry, next, anonymous), CancellationToken.None));

    /// <summary>The form as a desk worker fills it in.</summary>
    public ConsultationInput Sheet(Home home, Worry worry, NextStep next, bool anonymous)
    {
        var (person, byPhone) = (home.Members[0], random.Next(100) < 62);
        var at = JapanTime.LocalOf(stage.Now);
        var sheet = new ConsultationInput
        {
            Date = stage.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            Time = at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            Channel = byPhone ? "phone" : "desk",
            Route = byPhone ? "self-phone" : "self-visit",
            Topics = [worry.Topic, .. worry.More],
            WorstTopic = worry.Topic,
            OwnWords = worry.Words,
            Wishes = worry.Wish,
            Urgency = random.Next(10) switch { 0 => "today", 1 or 2 => "within-3-days", 3 or 4 or 5 => "within-2-weeks", _ => "usual" },
            Agreement = nameof(IntakeAgreement.RecordAndShare),
            Minutes = random.Next(10, 60).ToString(System.Globalization.CultureInfo.InvariantCulture),
            Next = next.ToString(),
        };
        if (next == NextStep.Information) (sheet.OutcomeText, sheet.AgreedToEnd) = (worry.Told, true);
        if (next == NextStep.Visit) (sheet.VisitAction, sheet.VisitOn) = ("訪問して様子を確かめる", Iso(stage.Today.AddDays(random.Next(3, 10))));
        if (anonymous)
        {
            (sheet.VisitorRelation, sheet.Agreement) = ("neighbour", nameof(IntakeAgreement.NotAsked));
            return sheet;
        }
        (sheet.VisitorRelation, sheet.VisitorName, sheet.VisitorKana, sheet.VisitorContact) = ("self", person.Name, $"{person.FamilyKana} {person.GivenKana}", person.Phone);
        (sheet.PersonName, sheet.PersonKana, sheet.PersonBirth, sheet.PersonPhone) = (person.Name, sheet.VisitorKana, Iso(person.Born), person.Phone);
        (sheet.PersonAddressKind, sheet.PersonAddress) = (nameof(AddressKind.Known), home.Address);
        sheet.Members = [.. home.Members.Skip(1).Where(m => m.Born <= stage.Today).Select(m => new MemberInput
        {
            Name = m.Name, Kana = $"{m.FamilyKana} {m.GivenKana}", Relation = relations.GetValueOrDefault(m.Relation, m.Relation), Birth = Iso(m.Born),
            Living = nameof(Domain.Households.LivingTogether.Together),
        })];
        return sheet;
    }

    /// <summary>Receives a consultation and keeps it in a case, with the people and a first plan of what to do.</summary>
    public async Task<OpenedCase> OpenAsync(Worker desk, Home home, Worry worry)
    {
        var consultation = await ReceiveAsync(desk, home, worry, NextStep.Keep);
        var (id, people) = await stage.ReadAsync(desk, async db =>
        {
            var kept = await db.Consultations.AsNoTracking().Include(c => c.Persons).SingleAsync(c => c.Id == consultation);
            return (kept.CaseId!.Value, kept.Content.Persons.OrderBy(p => p.As).Select(p => p.PersonId).ToList());
        });
        var opened = new OpenedCase(id, consultation, people, desk, home, worry);
        await IncludeAsync(opened, people);
        await PlanNextAsync(opened, random.Next(4, 15));
        if (!attended.Contains(desk.Organisation.Code)) return opened;
        stage.Begun.Enqueue(LookAfterAsync(opened));
        await families.WriteAsync(opened);
        return opened;
    }

    /// <summary>Month by month: a visit or a call, and what to do next – now and then too late, as it happens.</summary>
    private async IAsyncEnumerable<DateTimeOffset> LookAfterAsync(OpenedCase opened)
    {
        while (true)
        {
            yield return days.After(stage.Today, 18, random.Next(8) == 0 ? 45 : 30);
            var goesOn = await stage.ReadAsync(opened.Worker, db => db.Cases.AnyAsync(c => c.Id == opened.Id && c.State == CaseState.Open && c.OrganisationId == opened.Worker.At));
            if (!goesOn) yield break;
            await NoteAsync(opened);
            await PlanNextAsync(opened, random.Next(20, 45));
        }
    }

    /// <summary>Puts people into a case who are not in it yet.</summary>
    public async Task IncludeAsync(OpenedCase opened, IReadOnlyList<Id<Person>> people)
    {
        var known = await stage.ReadAsync(opened.Worker, db => db.Cases.Where(c => c.Id == opened.Id).SelectMany(c => c.Persons).Select(p => p.PersonId).ToListAsync());
        foreach (var (person, first) in people.Select((p, i) => (p, i == 0)).Where(p => !known.Contains(p.p)))
            await stage.DoAsync(opened.Worker, s => s.GetRequiredService<ChangePeople>().IncludeAsync(opened.Id, new() { PersonId = person }, first ? CasePersonRole.Subject : CasePersonRole.HouseholdMember, CancellationToken.None));
    }

    /// <summary>Plans the next action.</summary>
    public Task PlanNextAsync(OpenedCase opened, int days) => stage.DoAsync(opened.Worker, s => s.GetRequiredService<SteerCase>().SetCourseAsync(opened.Id, new CourseInput
    {
        Next = Lines.Pick(Lines.NextSteps, random),
        Due = stage.Today.AddDays(days),
        Who = opened.Worker.Account,
        Approach = random.Next(3) == 0 ? SupportApproach.StayingConnected : SupportApproach.ProblemSolving,
        ContactDays = random.Next(2) == 0 ? 30 : null,
    }, null, CancellationToken.None));

    /// <summary>Writes a note: what was seen or said, and what the worker makes of it.</summary>
    public Task NoteAsync(OpenedCase opened, Worker? by = null) => stage.MakeAsync(by ?? opened.Worker, s => s.GetRequiredService<WriteNote>().RunAsync(opened.Id, new NoteInput
    {
        OccurredAt = stage.Now.AddMinutes(-30),
        Channel = Lines.Pick(Channels, random),
        Form = "narrative-short",
        IsContact = true,
        MinutesSpent = random.Next(10, 90),
        NextStep = Lines.Pick(Lines.NextSteps, random),
        Paragraphs =
        [
            new() { Kind = ParagraphKind.Fact, Text = Lines.Pick(Lines.Said, random), Source = FactSourceKind.Person, SourcePerson = opened.People.Count > 0 ? opened.People[0] : null, SourceWords = opened.People.Count > 0 ? null : "本人" },
            new() { Kind = ParagraphKind.Fact, Text = Lines.Pick(Lines.Observed, random), Source = FactSourceKind.Observation },
            new() { Kind = ParagraphKind.Judgement, Text = Lines.Pick(Lines.Judged, random) },
        ],
    }, CancellationToken.None));

    /// <summary>Writes the assessment sheet, with blanks as real ones have.</summary>
    public Task<int> AssessAsync(OpenedCase opened) => stage.MakeAsync(opened.Worker, s =>
        s.GetRequiredService<WriteAssessment>().RunAsync(opened.Id, Sheet(opened.Home, opened.Worry), 0, CancellationToken.None));

    /// <summary>What a sheet says of a household.</summary>
    public static AssessmentSheet Sheet(Home home, Worry worry) => new(
        [
            new("health.condition", "持病はあるが、日常の動作はおおむねできる。"), new("income", "年金と手当。月々の赤字が続く。"), new("housing.kind", "賃貸。更新の時期が近い。"),
            new("family", $"同居 {home.Members.Count} 人。親族とは行き来が少ない。"), new("ties", "近所とあいさつはする。集まりには出ていない。"),
            new("strengths", "料理が得意。約束は守る。"), new("wishes", worry.Wish), new("background", "支払いの遅れが重なり、相談に来るまでに一年かかった。"),
        ], [worry.Issue], []);

    public static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static readonly string[] Channels = ["phone", "visit", "desk", "accompany"];
}
