using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Demo.Story;

namespace Tsunagi.Web.Features.Demo.Bulk;

/// <summary>A case of the bulk town, with what later acts need.</summary>
sealed record BulkCase(Case Case, Consultation Consultation, IReadOnlyList<Id<Person>> People, Worker Worker, Home Home, Worry Worry)
{
    public List<CaseTask> Tasks { get; } = [];
}

/// <summary>受付: the consultation, the people and the household it names, and what follows – one act, as at the desk.</summary>
sealed class Intake(Ledger ledger, Rulebook rules, Random random)
{
    /// <summary>A contact that ends with information.</summary>
    public void Inform(Worker desk, Home home, DateTimeOffset at)
    {
        var (by, worry) = (ledger.At(desk, at), Lines.Worry(home, random));
        var (consultation, _) = Receive(home, worry, by);
        Require(consultation.EndWithInformation(worry.Told, true, by));
        Keep(consultation, by);
    }

    /// <summary>Who lives there, and nothing else.</summary>
    public void WriteDown(Worker desk, Home home, DateTimeOffset at)
    {
        var by = ledger.At(desk, at);
        var people = PeopleOf(home, by);
        if (people.Count > 1) Form(home, people, by);
    }

    /// <summary>A contact about which nothing is decided yet.</summary>
    public void Wait(Worker desk, Home home, DateTimeOffset at)
    {
        var by = ledger.At(desk, at);
        Keep(Receive(home, Lines.Worry(home, random), by).Consultation, by);
    }

    /// <summary>A contact that becomes a visit.</summary>
    public void Visit(Worker desk, Home home, DateTimeOffset at)
    {
        var (by, worry) = (ledger.At(desk, at), Lines.Worry(home, random));
        var (consultation, people) = Receive(home, worry, by);
        var today = JapanTime.DateOf(at);
        var content = new LeadContent(worry.Words, "self", today) { Person = people[0], Consultation = consultation.Id };
        var next = new LeadNext(desk.Account, "訪問して様子を確かめる", today.AddDays(random.Next(3, 10)));
        var lead = Lead.Notice(ledger.NewId<Lead>(), content, next, rules.Leads, today, by);
        Require(lead);
        Require(consultation.PlanVisit(lead.Value.Id, null, by));
        Keep(consultation, by);
        ledger.Own(lead, Permission.RecordConsultation, by);
    }

    /// <summary>A contact that is kept, in a case of the desk's own.</summary>
    public BulkCase Open(Worker desk, Home home, DateTimeOffset at)
    {
        var (by, worry) = (ledger.At(desk, at), Lines.Worry(home, random));
        var (consultation, people) = Receive(home, worry, by);
        var opened = Case.Open(ledger.NewId<Case>(), ledger.NextCaseNumber(by), new(Consultation: consultation.Id), by);
        foreach (var (person, first) in people.Select((p, i) => (p, i == 0)))
            Require(opened.Include(person, first ? CasePersonRole.Subject : CasePersonRole.HouseholdMember, by));
        Require(consultation.KeepIn(opened.Id, null, by));
        Keep(consultation, by);
        ledger.Own<Case>(opened, Permission.RecordConsultation, by);
        return new(opened, consultation, people, desk, home, worry);
    }

    private (Consultation Consultation, IReadOnlyList<Id<Person>> People) Receive(Home home, Worry worry, Stamp by)
    {
        var people = PeopleOf(home, by);
        var consultation = Consultation.Begin(ledger.NewId<Consultation>(), new Dictionary<string, string>(), by);
        var byPhone = random.Next(100) < 62;
        Require(consultation.Receive(new(by.At, byPhone ? "phone" : "desk", worry.Words)
        {
            Route = byPhone ? "self-phone" : "self-visit",
            Visitor = new(home.Members[0].Name, "self", null, home.Members[0].Phone),
            Topics = [worry.Topic, .. worry.More],
            WorstTopic = worry.Topic,
            Wishes = worry.Wish,
            Urgency = random.Next(10) switch { 0 => "today", 1 or 2 => "within-3-days", 3 or 4 or 5 => "within-2-weeks", _ => "usual" },
            Agreement = IntakeAgreement.RecordAndShare,
            Persons = [.. people.Select((p, i) => new Concerned(p.Id, i == 0 ? ConcernedAs.Subject : ConcernedAs.HouseholdMember))],
            Household = people.Count > 1 ? Form(home, people, by) : null,
            Minutes = random.Next(10, 60),
        }, rules.Consultations, by));
        return (consultation, [.. people.Select(p => p.Id)]);
    }

    private List<Person> PeopleOf(Home home, Stamp by) =>
        [.. home.Members.Where(m => m.Born <= JapanTime.DateOf(by.At)).Select(m => Write(m, home, m == home.Members[0], by))];

    private Person Write(Resident resident, Home home, bool isSubject, Stamp by)
    {
        // An empty part of a name is unknown, as in the form.
        var name = PersonName.Of(resident.Family, resident.Given, resident.FamilyKana, resident.GivenKana);
        var details = new PersonDetails(name, isSubject ? PersonSource.Self : PersonSource.Family)
        {
            BirthDate = PartialDate.Of(resident.Born),
            Location = new(AddressKind.Known, home.Address),
            Phones = isSubject && PhoneNumber.TryParse(resident.Phone, null, out var number) ? [new(number)] : [],
        };
        return ledger.Own(Person.Write(ledger.NewId<Person>(), details, JapanTime.DateOf(by.At), by), Permission.RecordConsultation, by);
    }

    private Id<Household> Form(Home home, List<Person> people, Stamp by)
    {
        var household = Household.Form(ledger.NewId<Household>(), people[0], null, by);
        Require(household);
        foreach (var (person, resident) in people.Zip(home.Members.Where(m => m.Born <= JapanTime.DateOf(by.At))).Skip(1))
            Require(household.Value.Join(person, new(rules.Relations.GetValueOrDefault(resident.Relation, resident.Relation), LivingTogether.Together), JapanTime.DateOf(by.At), by));
        return ledger.Own(household, Permission.RecordConsultation, by).Id;
    }

    private void Keep(Consultation consultation, Stamp by) => ledger.Own<Consultation>(consultation, Permission.RecordConsultation, by);

    private static void Require(Outcome outcome) => Ledger.Require(outcome);
}
