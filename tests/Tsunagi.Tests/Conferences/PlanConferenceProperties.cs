using FsCheck.Fluent;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Plans;
using Tsunagi.Tests.Plans;
using static Tsunagi.Tests.Plans.PlanWorld;
using Outcome = Tsunagi.Domain.Shared.Outcome;

namespace Tsunagi.Tests.Conferences;

public class PlanConferenceProperties
{
    [Fact]
    public void No_sequence_of_acts_opens_without_consent_or_concludes_without_agreement() =>
        Prop.ForAll(ArbMap.Default.ArbFor<(int Move, int Which)[]>(), acts =>
        {
            var world = new PlanWorld();
            var plan = world.Draft(world.Content(world.Mother, world.Son));
            var conference = world.Planned(plan, 1, PlanConferencePurpose.InterruptionReview);
            List<Consent> consents = [world.Given(world.Mother)];
            foreach (var (move, which) in acts)
            {
                var before = conference.State;
                var covered = conference.ConsentGaps(consents, ForConference, world.Now).Count == 0;
                var outcome = Act(world, conference, consents, Math.Abs(move % 14), Math.Abs(which % 4));
                if (!outcome.IsDone && conference.State != before)
                    return false;
                if (conference.State != before && !IsDeclared(before, conference.State))
                    return false;
                if (before != PlanConferenceState.ConsentChecked && conference.State == PlanConferenceState.ConsentChecked && !covered)
                    return false;
                if (conference.State == PlanConferenceState.Held && before != PlanConferenceState.Held
                    && conference.ConsentGaps(consents, ForConference, conference.HeldAt!.Value).Count > 0)
                    return false;
                if (conference.Decision is not null && (conference.MissingContents().Count > 0 || conference.Attendees
                    .Any(a => a.Attended == true && a.Voice is null or ConferenceVoice.Objects)))
                    return false;
                world.Pass(TimeSpan.FromMinutes(1));
            }
            return true;
        }).Holds();

    private static bool IsDeclared(PlanConferenceState from, PlanConferenceState to) =>
        Enum.GetValues<PlanConferenceAction>().Any(action => PlanConferenceStates.Next(from, action) == to);

    private static Outcome Act(PlanWorld world, PlanConference conference, List<Consent> consents, int move, int which)
    {
        switch (move)
        {
            case 0 or 1:
                consents.Add(world.Given(which < 2 ? world.Mother : world.Son));
                return Outcome.Done;
            case 2:
                return consents[which % consents.Count].Withdraw(null, world.By);
            case 3:
                return conference.Invite(new("医師", "○○医院", which == 0 ? Clinic : Desk, null, null, null));
            case 4:
                return conference.Uninvite(which + 1);
            case 5 or 6:
                return conference.CheckConsent(consents, ForConference, world.By);
            case 7 or 8:
                return conference.Hold(new(world.Now, which == 0 ? [1] : [1, 2, 3]), PlanVersionState.Active, consents, ForConference, world.By);
            case 9:
                return conference.Write(which < 2 ? ConferenceContent.ContactHistory : ConferenceContent.WayBack, "話した。", world.By);
            case 10:
                return conference.Speak(which + 1, which == 3 ? ConferenceVoice.Objects : ConferenceVoice.Agrees, "意見");
            case 11:
                return conference.Decide(PlanConferenceDecision.Interrupt, null, world.By);
            case 12:
                return which < 2 ? conference.FixMinutes("会議録", world.By) : conference.Correct("訂正", "誤記", world.By);
            default:
                return which == 0 ? conference.Cancel("都合により", world.By) : Outcome.Done;
        }
    }
}
