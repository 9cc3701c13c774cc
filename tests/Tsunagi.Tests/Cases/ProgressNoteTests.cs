using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Cases.CaseWorld;

namespace Tsunagi.Tests.Cases;

public class ProgressNoteTests
{
    private readonly CaseWorld world = new();

    [Fact]
    public void A_fact_names_its_source_and_a_judgement_none()
    {
        Write(new ParagraphDraft(ParagraphKind.Fact, "電気が止まっている")).IsRefused(RefusalCode.FactNeedsSource);
        Write(new ParagraphDraft(ParagraphKind.Judgement, "支援が要る", new(FactSourceKind.Observation))).IsRefused(RefusalCode.JudgementHasNoSource);
        Write(new ParagraphDraft(ParagraphKind.Fact, " ", new(FactSourceKind.Observation))).IsRefused(RefusalCode.Required);
        Write(
            new(ParagraphKind.Fact, "電気が止まっている", new(FactSourceKind.Agency, Organisation: Shakyo)),
            new(ParagraphKind.Judgement, "支援が要る")).IsDone();
        Write().IsRefused(RefusalCode.Required);
    }

    [Fact]
    public void Codes_times_and_minutes_are_checked_all_at_once()
    {
        var draft = NoteAt(world.Now.AddHours(1)) with { Channel = "pigeon", Form = "poem", MinutesSpent = 2000 };
        var refused = ProgressNote.Write(world.Id<ProgressNote>(), world.Open(), draft, Offered, world.ByDesk);
        Assert.Equal(["OccurredAt", "Channel", "Form", "MinutesSpent"], refused.Refusals.Select(r => r.Field));
    }

    [Fact]
    public void A_correction_stands_beside_the_first_words()
    {
        var note = Written();
        note.Correct(1, "新聞受けがあふれている", "場所の誤り", world.By(Hub)).IsRefused(RefusalCode.NotAllowed);
        note.Correct(1, "新聞受けがあふれている", "", world.ByDesk).IsRefused(RefusalCode.Required);
        note.Correct(2, "新聞受け", "誤り", world.ByDesk).IsRefused(RefusalCode.UnknownCode);
        note.Correct(1, "新聞受けがあふれている", "場所の誤り", world.ByDesk).IsDone();
        note.Correct(1, "新聞受けが空", "見間違い", world.ByDesk).IsDone();

        Assert.Equal("新聞受けが空", note.TextOf(1));
        Assert.Equal("郵便受けがあふれている", note.Paragraphs[0].Text);
        Assert.Equal(2, note.Corrections.Count);
        note.Correct(1, "新聞受けが空", "もう一度", world.ByDesk).IsRefused(RefusalCode.NothingChanged);
    }

    [Fact]
    public void A_note_struck_out_stays_readable_and_changes_no_more()
    {
        var note = Written();
        note.Retract("別の世帯の記録", world.ByDesk).IsDone();
        Assert.Single(note.Paragraphs);
        note.Correct(1, "別の言葉", "誤り", world.ByDesk).IsRefused(RefusalCode.NoteIsRetracted);
        note.Retract("もう一度", world.ByDesk).IsRefused(RefusalCode.NoteIsRetracted);
    }

    [Fact]
    public void After_a_joint_visit_each_agency_has_its_own_copy_with_its_flags()
    {
        var draft = NoteAt(world.Now) with
        {
            Paragraphs = [new(ParagraphKind.Fact, "転居先を探している", new(FactSourceKind.Person, Mother), NotTold: [Son])],
            Partners = [new(Mother), new(Organisation: Shakyo)],
        };
        var first = ProgressNote.Write(world.Id<ProgressNote>(), world.Open(), draft, Offered, world.ByDesk).Value;
        first.Correct(1, "転居先が決まった", "聞き違い", world.ByDesk).IsDone();
        var theirs = Case.Open(world.Id<Case>(), new(2026, 2), default, world.By(Shakyo));
        var copy = first.CopyInto(world.Id<ProgressNote>(), theirs, world.By(Shakyo, Tanaka));

        Assert.Equal(first.Id, copy.CopiedFromId);
        Assert.Equal([Son], copy.Paragraphs[0].NotTold);
        Assert.Equal("転居先が決まった", copy.TextOf(1));
        Assert.Equal(world.Today, theirs.LastContactOn);
        copy.Correct(1, "転居先を二つ見た", "補足", world.By(Shakyo)).IsDone();
        Assert.Equal("転居先が決まった", first.TextOf(1));
    }

    private ProgressNote Written() =>
        ProgressNote.Write(world.Id<ProgressNote>(), world.Open(), NoteAt(world.Now), Offered, world.ByDesk).Value;

    private Outcome<ProgressNote> Write(params ParagraphDraft[] paragraphs) => ProgressNote.Write(
        world.Id<ProgressNote>(), world.Open(), NoteAt(world.Now) with { Paragraphs = paragraphs }, Offered, world.ByDesk);
}
