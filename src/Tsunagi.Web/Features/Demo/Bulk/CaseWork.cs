using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Story;

namespace Tsunagi.Web.Features.Demo.Bulk;

/// <summary>支援の経過: month by month a visit or a call, what to do next, a task now and then, until the case closes or the town's day comes.</summary>
sealed class CaseWork(Ledger ledger, Rulebook rules, Days days, Random random, DateTimeOffset end)
{
    /// <summary>Works on a case from an instant on.</summary>
    public void GoOn(BulkCase opened, DateTimeOffset at, CaseEnd how)
    {
        var approach = random.Next(3) == 0 ? SupportApproach.StayingConnected : SupportApproach.ProblemSolving;
        Ledger.Require(opened.Case.Agree(approach, random.Next(2) == 0 ? 30 : null, ledger.At(opened.Worker, at)));
        PlanNext(opened, at);
        if (random.Next(3) > 0 && Later(ref at, 5, 20)) Assess(opened, at);
        var contacts = how is CaseEnd.Open ? int.MaxValue : random.Next(2, 9);
        while (contacts-- > 0)
        {
            if (!Later(ref at, 18, random.Next(8) == 0 ? 45 : 30)) return;
            Note(opened, at);
            PlanNext(opened, at);
            if (random.Next(6) == 0) Task(opened, at);
        }
        if (Later(ref at, 10, 25)) Finish(opened, at, how);
    }

    /// <summary>One note: what was said and seen, and what the worker makes of it.</summary>
    public void Note(BulkCase opened, DateTimeOffset at)
    {
        var by = ledger.At(opened.Worker, at);
        FactSource said = opened.People.Count > 0 ? new(FactSourceKind.Person, opened.People[0]) : new(FactSourceKind.Person, Words: "本人");
        var draft = new NoteDraft(at.AddMinutes(-30), Lines.Pick(Channels, random), "narrative-short",
            [
                new(ParagraphKind.Fact, Lines.Pick(Lines.Said, random), said),
                new(ParagraphKind.Fact, Lines.Pick(Lines.Observed, random), new(FactSourceKind.Observation)),
                new(ParagraphKind.Judgement, Lines.Pick(Lines.Judged, random)),
            ], [], true, random.Next(10, 90), Lines.Pick(Lines.NextSteps, random));
        ledger.Keep(ProgressNote.Write(ledger.NewId<ProgressNote>(), opened.Case, draft, rules.Notes, by), Permission.WriteCase, by);
    }

    /// <summary>The assessment sheet, with blanks as real ones have.</summary>
    public Assessment Assess(BulkCase opened, DateTimeOffset at)
    {
        var by = ledger.At(opened.Worker, at);
        return ledger.Keep(Assessment.Start(ledger.NewId<Assessment>(), opened.Case.Id, Books.Sheet(opened.Home, opened.Worry), rules.Assessment, by), Permission.WriteCase, by);
    }

    private void PlanNext(BulkCase opened, DateTimeOffset at)
    {
        var by = ledger.At(opened.Worker, at);
        var next = new NextAction(Lines.Pick(Lines.NextSteps, random), JapanTime.DateOf(at).AddDays(random.Next(20, 45)), opened.Worker.Account);
        ledger.Act(opened.Case.PlanNext(next, by), opened.Case, Permission.WriteCase, by);
    }

    private void Task(BulkCase opened, DateTimeOffset at)
    {
        var by = ledger.At(opened.Worker, at);
        var due = JapanTime.DateOf(at).AddDays(random.Next(3, 20));
        var task = ledger.Keep(CaseTask.Give(ledger.NewId<CaseTask>(), opened.Case.Id, new(Lines.Pick(Lines.Tasks, random), due, by.Account, by.Organisation), by), Permission.WriteCase, by);
        var done = days.After(JapanTime.DateOf(at), 2, 12);
        if (random.Next(8) > 0 && done < end) ledger.Act(task.Finish("済ませた。", ledger.At(opened.Worker, done)), task, Permission.WriteCase, by with { At = done });
        opened.Tasks.Add(task);
    }

    private void Finish(BulkCase opened, DateTimeOffset at, CaseEnd how)
    {
        var by = ledger.At(opened.Worker, at);
        var today = JapanTime.DateOf(at);
        if (how is CaseEnd.Suspended or CaseEnd.Resumed)
        {
            ledger.Act(opened.Case.Suspend(new("hospital", "二週に一度、病院の相談員に様子を聞く。", today.AddDays(30)), rules.Suspensions, by), opened.Case, Permission.WriteCase, by);
            if (how is CaseEnd.Resumed && Later(ref at, 20, 40)) ledger.Act(opened.Case.Resume("退院した。", ledger.At(opened.Worker, at)), opened.Case, Permission.WriteCase, by with { At = at });
            return;
        }
        foreach (var task in opened.Tasks.Where(t => t.State == CaseTaskState.Open)) ledger.Act(task.Finish("済ませた。", by), task, Permission.WriteCase, by);
        var closing = new CaseClosing(Lines.Pick(["solved", "eased", "services", "community"], random), "困りごとが軽くなり、地域の見守りに移った。", today.AddDays(60));
        ledger.Act(opened.Case.Close(closing, default, rules.Closings, by), opened.Case, Permission.CloseCase, by);
        if (how is CaseEnd.FollowedUp && Later(ref at, 55, 70))
            ledger.Act(opened.Case.FollowUp("電話で様子を聞いた。落ち着いて暮らしている。", ledger.At(opened.Worker, at)), opened.Case, Permission.WriteCase, by with { At = at });
    }

    private bool Later(ref DateTimeOffset at, int from, int to) => (at = days.After(JapanTime.DateOf(at), from, to)) < end;

    private static readonly string[] Channels = ["phone", "visit", "desk", "accompany"];
}
