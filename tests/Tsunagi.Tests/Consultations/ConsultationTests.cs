using FsCheck.Fluent;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.People;

namespace Tsunagi.Tests.Consultations;

public class ConsultationTests
{
    private static readonly Stamp By = PersonTests.By;
    private static readonly ConsultationRules Rules = new(
        Set("phone", "desk"), Set("self", "family"), Set("self", "neighbour"),
        Set("housing", "debt", "care"), Set("normal", "today", "life"), Set("violence", "suicide"), Set("life", "suicide"));

    private static readonly ConsultationContent Call = new(By.At.AddMinutes(-10), "phone", "家賃が払えない。どうしたらいいか");

    private static HashSet<string> Set(params string[] codes) => [.. codes];

    private static Id<T> Id<T>(int number) => new(new Guid(number, 0, 0, new byte[8]));

    private static Consultation Draft(params (string, string)[] fields) =>
        Consultation.Begin(Id<Consultation>(1), fields.ToDictionary(f => f.Item1, f => f.Item2), By);

    private static Consultation Received(ConsultationContent? content = null)
    {
        var consultation = Draft();
        Assert.True(consultation.Receive(content ?? Call, Rules, By).IsDone);
        return consultation;
    }

    [Fact]
    public void A_draft_is_kept_as_typed_however_wrong()
    {
        var draft = Draft(("Date", "令和8年13月40日"), ("OwnWords", "  ええと"));
        Assert.True(draft.SaveDraft(new Dictionary<string, string> { ["Date"] = "あした", ["Minutes"] = "十分くらい" }, By).IsDone);
        Assert.Equal("あした", draft.DraftFields!["Date"]);
        Assert.Equal("十分くらい", draft.DraftFields["Minutes"]);
    }

    [Fact]
    public void A_draft_never_stores_an_individual_number()
    {
        var draft = Draft(("OwnWords", "番号は123456789018と言われた"));
        Assert.Equal("番号は●●●●●●●●●●●●と言われた", draft.DraftFields!["OwnWords"]);
    }

    [Fact]
    public void Date_channel_and_words_are_enough()
    {
        var consultation = Received();
        Assert.Equal(ConsultationState.Received, consultation.State);
        Assert.Empty(consultation.Persons);
        Assert.Null(consultation.DraftFields);
    }

    [Fact]
    public void Words_of_each_speaker_stand_in_for_own_words()
    {
        var family = Call with { OwnWords = "", Statements = [new("母", "夜眠れない"), new("長男", "話すことはない")] };
        Assert.Equal(2, Received(family).Statements.Count);
        Assert.Equal([new(RefusalCode.Required, "OwnWords")], Draft().Receive(Call with { OwnWords = " " }, Rules, By).Refusals);
    }

    [Fact]
    public void Every_wrong_field_is_told_at_once()
    {
        var wrong = Call with
        {
            At = By.At.AddDays(1),
            Channel = "",
            Topics = ["housing", "moon"],
            WorstTopic = "care",
            Minutes = -1,
            Wishes = "123456789018",
            Care = new string('あ', 10_001),
            Urgency = "soon",
        };
        Assert.Equal(
            new[] { "At", "Care", "Channel", "Minutes", "Topics", "Urgency", "Wishes", "WorstTopic" },
            Draft().Receive(wrong, Rules, By).Refusals.Select(refusal => refusal.Field).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void One_consultation_is_received_once() =>
        Assert.Equal(RefusalCode.WrongState, Received().Receive(Call, Rules, By).Refusals.Single().Code);

    [Fact]
    public void Danger_to_life_is_told_to_the_log_but_no_words_are()
    {
        var consultation = Received(Call with { DangerSigns = ["suicide"] });
        var received = Assert.Single(consultation.Events.OfType<ConsultationReceived>());
        Assert.True(received.LifeDanger);
        Assert.DoesNotContain("家賃", received.ToString(), StringComparison.Ordinal);
        Assert.True(Rules.MeansLifeDanger("life", []));
        Assert.False(Rules.MeansLifeDanger("today", ["violence"]));
    }

    [Fact]
    public void What_was_written_wrongly_stays_visible_when_corrected()
    {
        var consultation = Received();
        var corrected = Call with { OwnWords = "家賃が2か月払えない", Wishes = "住み続けたい" };
        Assert.Equal(RefusalCode.Required, consultation.Correct(corrected, null, Rules, By).Refusals.Single().Code);
        Assert.True(consultation.Correct(corrected, "聞き直した", Rules, By).IsDone);
        Assert.Equal(
            [("OwnWords", Call.OwnWords, "家賃が2か月払えない"), ("Wishes", null, "住み続けたい")],
            consultation.Corrections.Select(c => (c.Field, c.OldValue, c.NewValue)));
        Assert.Equal(RefusalCode.WrongState, Draft().Correct(corrected, "x", Rules, By).Refusals.Single().Code);
    }

    [Fact]
    public void Somebody_named_by_mistake_stays_on_record_as_taken_back()
    {
        var (mother, son) = (new Concerned(Id<Domain.People.Person>(1), ConcernedAs.Subject), new Concerned(Id<Domain.People.Person>(2), ConcernedAs.HouseholdMember));
        var consultation = Received(Call with { Persons = [mother, son] });
        Assert.True(consultation.Correct(Call with { Persons = [mother] }, "別の世帯の人", Rules, By).IsDone);
        Assert.Equal([mother], consultation.Content.Persons);
        Assert.Equal(2, consultation.Persons.Count);
        Assert.True(consultation.Correct(Call with { Persons = [mother, son] }, "やはり同じ世帯", Rules, By).IsDone);
        Assert.Equal([mother, son], consultation.Content.Persons);
    }

    [Fact]
    public void It_ends_with_information_only_when_it_is_said_what_and_whether_the_person_agreed()
    {
        var consultation = Received();
        Assert.Equal(["OutcomeText", "AgreedToEnd"], consultation.EndWithInformation(" ", null, By).Refusals.Select(r => r.Field));
        Assert.True(consultation.EndWithInformation("住居確保給付金を案内した", false, By).IsDone);
        Assert.False(consultation.AgreedToEnd);
        Assert.True(consultation.Reopen("また電話があった", By).IsDone);
        Assert.Equal("住居確保給付金を案内した", consultation.Corrections.Single().OldValue);
        Assert.True(consultation.KeepIn(Id<Case>(5), null, By).IsDone);
        Assert.Equal(Id<Case>(5), consultation.CaseId);
    }

    [Fact]
    public void A_visit_may_end_in_keeping_and_keeping_in_a_handoff()
    {
        var consultation = Received();
        Assert.True(consultation.PlanVisit(Id<Lead>(2), null, By).IsDone);
        Assert.True(consultation.KeepIn(Id<Case>(3), null, By).IsDone);
        Assert.True(consultation.HandOff(new(new Guid(4, 0, 0, new byte[8])), Id<Case>(3), null, By).IsDone);
        Assert.Equal(ConsultationState.HandedOff, consultation.State);
    }

    [Fact]
    public void There_is_no_way_to_refuse()
    {
        Assert.DoesNotContain(ConsultationStates.Table.States.Concat(ConsultationStates.Table.Actions),
            name => name.Contains("Refuse", StringComparison.Ordinal) || name.Contains("Reject", StringComparison.Ordinal)
                || name.Contains("Discard", StringComparison.Ordinal));
        Assert.Equal(["Receive"], ConsultationStates.Table.Transitions.Where(t => t.From == "Draft").Select(t => t.Action));
    }

    [Fact]
    public void However_acts_follow_one_another_an_outcome_always_names_who_goes_on()
    {
        var acts = Gen.Choose(0, 6).ListOf(15).ToArbitrary();
        Prop.ForAll(acts, list =>
        {
            var consultation = Draft();
            foreach (var act in list)
            {
                var before = consultation.State;
                var outcome = act switch
                {
                    0 => consultation.Receive(Call, Rules, By),
                    1 => consultation.EndWithInformation("案内", true, By),
                    2 => consultation.KeepIn(Id<Case>(1), null, By),
                    3 => consultation.HandOff(new(new Guid(4, 0, 0, new byte[8])), Id<Case>(1), null, By),
                    4 => consultation.PlanVisit(Id<Lead>(1), null, By),
                    5 => consultation.Reopen("再来", By),
                    _ => consultation.SaveDraft(new Dictionary<string, string>(), By),
                };
                if (!outcome.IsDone && consultation.State != before) return false;
            }
            return consultation.State switch
            {
                ConsultationState.Draft => consultation.DraftFields is not null,
                ConsultationState.Received => consultation.DecidedAt is null && consultation.OutcomeText is null,
                ConsultationState.InformationGiven => consultation.AgreedToEnd is not null && consultation.OutcomeText is not null,
                ConsultationState.Kept => consultation.CaseId is not null,
                ConsultationState.HandedOff => consultation.CaseId is not null && consultation.HandoffId is not null,
                ConsultationState.VisitPlanned => consultation.LeadId is not null,
            };
        }).Holds();
    }
}
