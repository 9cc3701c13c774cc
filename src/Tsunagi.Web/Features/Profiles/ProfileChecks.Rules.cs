using Tsunagi.Domain.Profiles;
using CodeListCodes = Tsunagi.Domain.Profiles.CodeLists;

namespace Tsunagi.Web.Features.Profiles;

/// <content>Meetings, and the rules a ward decides for itself.</content>
sealed partial class ProfileChecks
{
    public void Meetings(IReadOnlyList<MeetingRules> versions, IReadOnlyList<LawReference> laws)
    {
        AtLeastOne(versions, "meetings.json");
        Follow(versions, v => v.ValidFrom, v => v.ValidTo, "meeting rules");
        foreach (var v in versions)
        {
            Span(v, v.ValidFrom, v.ValidTo);
            foreach (var conference in new[] { v.SupportConference, v.PlanConference })
            {
                Law(conference, conference.LawCode, laws);
                if (conference.Powers.Count == 0 || conference.Powers.Distinct().Count() != conference.Powers.Count)
                    Report(conference, "powers", "the powers are empty or named twice", "name each power once");
            }

            if (v.SupportConference.RequiresConsent || !v.SupportConference.IsSealed || v.SupportConference.IsPublic)
                Report(v.SupportConference, null, "a 支援会議 works without consent, sealed and not in public (社会福祉法106条の6)", "write requiresConsent false, isSealed true, isPublic false");
            if (!v.PlanConference.RequiresConsent || v.PlanConference.IsSealed)
                Report(v.PlanConference, null, "a 重層的支援会議 works under the person's consent", "write requiresConsent true and isSealed false");
            if (v.DecisionOrder.Count != Enum.GetValues<DecisionStage>().Length || v.DecisionOrder.Distinct().Count() != v.DecisionOrder.Count)
                Report(v, "decisionOrder", "each stage must stand in the order once", "write " + string.Join(", ", RecordShape.WordsOf(typeof(DecisionStage))) + " in the ward's order");
            Codes(v.CommunityMeetings, m => m.Code);
            Code(v.GapMeeting, v.GapMeeting.Code);
        }
    }

    private void Notice(NoticeRules rules, IReadOnlyList<CodeList> lists, IReadOnlyList<Agency> agencies)
    {
        var issues = lists.FirstOrDefault(l => l.Code == CodeListCodes.Issue)?.Items.Select(i => i.Code).ToHashSet() ?? [];
        foreach (var code in (rules.IsolationIssues ?? []).Where(code => !issues.Contains(code)))
            Report(rules, "isolationIssues", $"the list '{CodeListCodes.Issue}' has no item '{code}'", "correct the code, or add the item to the list");
        foreach (var code in (rules.MatchingAgreements ?? []).Where(code => !agencies.Any(a => a.Code == code)))
            Report(rules, "matchingAgreements", $"there is no agency '{code}'", "correct the code, or add the agency to organisations.json");
        if (rules.Enabled && rules.RegisterEntry is null)
            Report(rules, "registerEntry", "is missing though records are matched", "name the entry of the register (個人情報ファイル簿) whose purpose covers the matching, or write enabled false");
    }

    public void Rules(IReadOnlyList<WardRules> versions, IReadOnlyList<LawReference> laws, IReadOnlyList<CodeList> lists, IReadOnlyList<Agency> agencies)
    {
        AtLeastOne(versions, "rules.json");
        Follow(versions, v => v.ValidFrom, v => v.ValidTo, "rules");
        var reportKinds = lists.FirstOrDefault(l => l.Code == CodeListCodes.UrgentReportKind)?.Items.Select(i => i.Code).ToArray();
        foreach (var v in versions)
        {
            Span(v, v.ValidFrom, v.ValidTo);
            Each(v, "decisionLines", v.DecisionLines, l => l.Kind);
            Each(v, "retention", v.Retention, r => r.Record);
            Each(v, "forms", v.Forms, f => f.Kind);
            Once(v.Hub.Criteria, c => c.Code, "code");
            Once(v.Hub.Criteria, c => c.Mark, "mark");
            if (v.Hub.Criteria.Count == 0)
                Report(v.Hub, "criteria", "the hub has no criterion", "write the ward's criteria");
            Notice(v.Notice, lists, agencies);
            if (v.Deadlines.HandoffAlertDays < v.Deadlines.HandoffNoticeDays)
                Report(v.Deadlines, "handoffAlertDays", "a handoff would climb before it is marked", "write at least handoffNoticeDays");
            if (v.Deadlines.IncidentFinalMaliciousDays < v.Deadlines.IncidentFinalDays)
                Report(v.Deadlines, "incidentFinalMaliciousDays", "is shorter than incidentFinalDays", "write at least as many days");
            if (v.Ages.MinorConsentAge > v.Ages.AdultAge)
                Report(v.Ages, "minorConsentAge", "is above the age of majority", "write at most adultAge");
            if (v.OfficeHours.Closes <= v.OfficeHours.Opens)
                Report(v.OfficeHours, "closes", "the offices close before they open", "write a time after opens");
            foreach (var closed in v.OfficeHours.Closed.Where(c => c.To < c.From))
                Report(closed, "to", "ends before it begins", "write a day not before from");
            foreach (var line in v.DecisionLines)
                Steps(line);
            foreach (var report in v.UrgentReports)
            {
                Law(report, report.LawCode, laws);
                if (report.Recipients.Count == 0)
                    Report(report, "recipients", "nobody receives the report", "name the recipients by category");
                if (reportKinds is not null)
                    Known(report, "kindCode", report.KindCode, reportKinds, "urgent report kind", "the code list " + CodeListCodes.UrgentReportKind);
            }

            Once(v.UrgentReports, r => r.KindCode, "kindCode");
            foreach (var kind in (reportKinds ?? []).Except(v.UrgentReports.Select(r => r.KindCode)))
                Report(v, "urgentReports", $"there is no rule for urgent report kind '{kind}'", "add one");
        }
    }

    // What may be done without being put up is one step: whoever does it decides it (termination, interruption, return).
    void Steps(DecisionLine line)
    {
        var acts = line.Steps.Select(s => s.Act).ToArray();
        if (acts is [DecisionAct.Decide] && line.Kind is DecisionKind.Termination or DecisionKind.Interruption or DecisionKind.HandoffReturn)
            return;
        if (acts.Length < 2 || acts[0] != DecisionAct.Draft || acts[^1] != DecisionAct.Decide
            || acts.Count(a => a == DecisionAct.Draft) != 1 || acts.Count(a => a == DecisionAct.Decide) != 1)
            Report(line, "steps", "a line begins with 起案 and ends with 決裁, each once", "write draft first, then any check, then decide");
    }
}
