using FsCheck.Fluent;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Tests.UrgentReports;

public class UrgentReportTests
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);
    private static readonly Id<Organisation> Desk = IdSource.Named<Organisation>("desk");
    private static readonly Id<Organisation> Team = IdSource.Named<Organisation>("child-family");
    private static readonly Id<Organisation> Stranger = IdSource.Named<Organisation>("stranger");
    private static readonly UrgentReportRules Child = new(TimeSpan.FromHours(48), TimeSpan.FromHours(24));

    private static Stamp As(Id<Organisation> organisation, double hours = 0) => new(new(organisation.Value), organisation, Now.AddHours(hours));

    private static UrgentReportCard Card(Id<Organisation>? team, string? takenBy = null) => new(
        "child", "三階の部屋の小学生くらいの子", "夜に泣き声と物音が続いた", ImminentDanger: false, [],
        new("子ども家庭支援センター", team, takenBy), Now, null, default);

    private static UrgentReport Made(Id<Organisation>? team = null, string? takenBy = null) =>
        UrgentReport.Make(new(Guid.Parse("0197a000-0000-7000-8000-000000000001")), Card(team, takenBy), Child, As(Desk)).Value;

    [Fact]
    public void A_description_is_enough_and_nobody_is_asked_for_consent_or_approval()
    {
        var report = Made(Team);
        Assert.Equal(UrgentReportState.Reported, report.State);
        Assert.Equal(Now.AddHours(48), report.NextCheckDue);
    }

    [Fact]
    public void Without_any_subject_the_card_says_so()
    {
        var outcome = UrgentReport.Make(default, Card(Team) with { About = " " }, Child, As(Desk));
        Assert.Equal(RefusalCode.SubjectNeeded, Assert.Single(outcome.Refusals).Code);
    }

    [Fact]
    public void Danger_now_prompts_110_and_119_until_somebody_called()
    {
        var danger = Card(Team) with { ImminentDanger = true };
        Assert.True(UrgentReport.Make(default, danger, Child, As(Desk)).Value.PromptsEmergencyCall);
        Assert.False(UrgentReport.Make(default, danger with { EmergencyCalls = ["110"] }, Child, As(Desk)).Value.PromptsEmergencyCall);
    }

    [Fact]
    public void Somebody_outside_who_gave_their_name_on_the_telephone_has_taken_it()
    {
        Assert.Equal(UrgentReportState.Acknowledged, Made(takenBy: "当直 乙").State);
        Assert.Equal(UrgentReportState.Reported, Made().State);
    }

    [Fact]
    public void Inside_the_system_only_the_receiving_team_says_that_it_has_received()
    {
        var report = Made(Team);
        Assert.Equal(RefusalCode.NotAllowed, report.Acknowledge("乙", null, null, As(Desk)).Refusals[0].Code);
        Assert.True(report.Acknowledge("乙", "今日中に訪問する", null, As(Team, 1)).IsDone);
        Assert.Equal(Now.AddHours(48), report.NextCheckDue);
    }

    [Fact]
    public void Who_received_it_goes_on_with_it_as_a_consultation_once()
    {
        var consultation = IdSource.Named<Consultation>("begun");
        var report = Made(Team);
        Assert.Equal(RefusalCode.WrongState, report.TakeAsConsultation(consultation, As(Team, 1)).Refusals[0].Code);
        Assert.True(report.Acknowledge("乙", null, null, As(Team, 1)).IsDone);
        Assert.Equal(RefusalCode.NotAllowed, report.TakeAsConsultation(consultation, As(Desk, 1)).Refusals[0].Code);
        Assert.True(report.TakeAsConsultation(consultation, As(Team, 1)).IsDone);
        Assert.Equal(UrgentReportState.Acknowledged, report.State);
        Assert.Equal(RefusalCode.WrongState, report.TakeAsConsultation(consultation, As(Team, 2)).Refusals[0].Code);
    }

    [Fact]
    public void An_overdue_check_climbs()
    {
        var report = Made(Team);
        Assert.Equal(Climb.None, report.ClimbedTo(Now.AddHours(48), Child));
        Assert.Equal(Climb.Supervisor, report.ClimbedTo(Now.AddHours(49), Child));
        Assert.Equal(Climb.Manager, report.ClimbedTo(Now.AddHours(72), Child));
        Assert.True(report.Check(seen: true, "顔を見て話した", Now.AddHours(73), null, As(Team, 73)).IsDone);
        Assert.Equal(Climb.None, report.ClimbedTo(Now.AddHours(100), Child));
    }

    [Fact]
    public void A_check_that_did_not_see_the_person_names_the_next_one()
    {
        var report = Made(Team);
        Assert.Equal(RefusalCode.Required, report.Check(false, "応答なし", Now.AddHours(2), null, As(Team, 2)).Refusals[0].Code);
        Assert.True(report.Check(false, "応答なし", Now.AddHours(2), Now.AddHours(6), As(Team, 2)).IsDone);
        Assert.True(report.IsOverdue(Now.AddHours(7)));
    }

    [Fact]
    public void A_report_nobody_took_cannot_end()
    {
        var report = Made(Team);
        Assert.Equal(RefusalCode.WrongState, report.End("対応終了", As(Team)).Refusals[0].Code);
        report.Acknowledge("乙", null, null, As(Team));
        Assert.True(report.End("児童相談所へ送致", As(Team)).IsDone);
    }

    [Fact]
    public void The_reporter_is_kept_for_the_receiving_team_alone()
    {
        var report = Made(Team);
        var reporter = ReporterIdentity.Keep(default, report, "隣の人", "近隣", null, As(Desk)).Value;
        Assert.True(reporter.IsReadableBy(Team));
        Assert.False(reporter.IsReadableBy(Desk));
        Assert.False(reporter.IsReadableBy(Stranger));
        Assert.Equal(RefusalCode.NoReceivingTeam, ReporterIdentity.Keep(default, Made(), "隣の人", null, null, As(Desk)).Refusals[0].Code);
    }

    [Fact]
    public void Neither_the_reporter_nor_the_sealed_matter_appears_in_what_is_recorded()
    {
        var matter = new Id<Matter>(Guid.Parse("0197a000-0000-7000-8000-00000000abcd"));
        var report = UrgentReport.Make(default, Card(Team) with { Source = new(Matter: matter) }, Child, As(Desk)).Value;
        var reporter = ReporterIdentity.Keep(default, report, "隣の人", null, null, As(Desk)).Value;
        var said = string.Join('\n', [.. report.TakeEvents(), .. reporter.TakeEvents()]);
        Assert.DoesNotContain(matter.ToString(), said, StringComparison.Ordinal);
        Assert.DoesNotContain("隣の人", said, StringComparison.Ordinal);
        Assert.Equal(matter, report.SealedSource);
    }

    [Fact]
    public void Whatever_is_tried_the_machine_is_followed_and_facts_are_never_lost() =>
        Prop.ForAll(Arb.From(Gen.Choose(0, 14).ListOf(25)), acts =>
        {
            var report = Made(Team);
            foreach (var act in acts)
            {
                var (state, facts) = (report.State, report.Facts.Count);
                var by = As((act % 3) switch { 0 => Desk, 1 => Team, _ => Stranger }, 1);
                var action = (UrgentReportAction)(act / 3);
                var done = (action switch
                {
                    UrgentReportAction.AddFact => report.AddFact("もう一度聞こえた", by),
                    UrgentReportAction.Acknowledge => report.Acknowledge("乙", null, null, by),
                    UrgentReportAction.Check => report.Check(true, "会えた", by.At, null, by),
                    UrgentReportAction.TakeAsConsultation => report.TakeAsConsultation(IdSource.Named<Consultation>("begun"), by),
                    UrgentReportAction.End => report.End("終えた", by),
                }).IsDone;
                Assert.Equal(done ? UrgentReportStates.Next(state, action) : state, report.State);
                Assert.True(report.Facts.Count >= facts);
                Assert.False(done && by.Organisation == Stranger);
            }
        }).Holds();
}
