using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Cases;

public class AssessmentTests
{
    private static readonly AssessmentCatalogue Catalogue = new(
        [
            new("health", "health", AssessmentSection.Health, IsStateReported: true),
            new("illness", "illness", AssessmentSection.Health),
            new("housing", "housing", AssessmentSection.Housing),
            new("wishes", "wishes", AssessmentSection.Wishes),
            new("hypothesis", "hypothesis", AssessmentSection.Formulation, MaxLength: 10),
        ],
        new HashSet<string> { "debt", "isolation" });

    private readonly CaseWorld world = new();

    [Fact]
    public void Blanks_are_told_unless_a_paper_stands_for_their_section()
    {
        var sheet = Sheet(("housing", "借家")) with { Documents = [new(AssessmentSection.Health, "診療情報提供書", new(2026, 4, 1), "病院")] };
        Assert.Equal(["wishes", "hypothesis"], sheet.Blanks(Catalogue).Select(f => f.Code));
        var none = Sheet() with { Answers = [new("housing", "", DoesNotApply: true)] };
        Assert.DoesNotContain("housing", none.Blanks(Catalogue).Select(f => f.Code));
        Assert.Equal(5, AssessmentSheet.Empty.Blanks(Catalogue).Count);
    }

    [Fact]
    public void Every_save_is_a_version_and_the_old_ones_stay()
    {
        var assessment = Start(Sheet(("health", "良好")));
        Write(assessment, Sheet(("health", "通院中"), ("wishes", "働きたい")) with { Issues = ["debt"] }, 1).IsDone();

        Assert.Equal(2, assessment.LatestNumber);
        Assert.Equal("良好", assessment.Find(1)!.Sheet["health"].Text);
        var difference = AssessmentDifference.Between(assessment.Find(1)!.Sheet, assessment.Latest.Sheet);
        Assert.Equal(["health", "wishes"], difference.Answers.Select(a => a.Code).Order());
        Assert.Equal(["debt"], difference.IssuesAdded);
        Assert.Equal("良好", difference.Answers.Single(a => a.Code == "health").Before.Text);
    }

    [Fact]
    public void A_save_upon_an_older_version_is_stale_and_changes_nothing()
    {
        var assessment = Start(Sheet(("health", "良好")));
        Write(assessment, Sheet(("health", "通院中")), 1).IsDone();
        Write(assessment, Sheet(("health", "入院中")), 1).IsRefused(RefusalCode.Stale);
        Write(assessment, Sheet(("health", "通院中 ")), 2).IsRefused(RefusalCode.NothingChanged);
        Assert.Equal(2, assessment.Versions.Count);
    }

    [Fact]
    public void Unknown_questions_and_long_answers_are_refused_beside_their_field()
    {
        var refused = Assessment.Start(
            world.Id<Assessment>(), world.Open().Id,
            Sheet(("shoe-size", "24"), ("hypothesis", "十文字を超える長い見立て")) with { Issues = ["boredom"] }, Catalogue, world.ByDesk);
        Assert.Equal(
            [new(RefusalCode.TooLong, "hypothesis"), new(RefusalCode.UnknownCode, "shoe-size"), new Refusal(RefusalCode.UnknownCode, "Issues")],
            refused.Refusals);
    }

    [Fact]
    public void A_question_the_ward_dropped_keeps_its_old_answer()
    {
        var assessment = Start(Sheet(("housing", "借家"), ("health", "良好")));
        var smaller = Catalogue with { Fields = [.. Catalogue.Fields.Where(f => f.Code != "housing")] };
        assessment.Write(Sheet(("housing", "借家"), ("health", "通院中")), 1, smaller, world.ByDesk).IsDone();
        assessment.Write(Sheet(("housing", "持ち家"), ("health", "通院中")), 2, smaller, world.ByDesk).IsRefused(RefusalCode.UnknownCode);
    }

    [Fact]
    public void Two_editors_lose_nothing()
    {
        var read = Sheet(("health", "良好"), ("housing", "借家"), ("wishes", "働きたい")) with { Issues = ["debt"] };
        var theirs = Sheet(("health", "通院中"), ("housing", "借家"), ("wishes", "休みたい")) with { Issues = ["debt", "isolation"] };
        var mine = Sheet(("health", "良好"), ("housing", "立退き"), ("wishes", "学びたい")) with { Issues = [] };

        var merge = AssessmentMerge.Of(read, theirs, mine);

        Assert.Equal("通院中", merge.Sheet["health"].Text);
        Assert.Equal("立退き", merge.Sheet["housing"].Text);
        Assert.Equal(["isolation"], merge.Sheet.Issues);
        var conflict = Assert.Single(merge.Conflicts);
        Assert.Equal(
            ("wishes", "働きたい", "休みたい", "学びたい"),
            (conflict.Code, conflict.Base.Text, conflict.Theirs.Text, conflict.Mine.Text));
    }

    private Assessment Start(AssessmentSheet sheet) =>
        Assessment.Start(world.Id<Assessment>(), world.Open().Id, sheet, Catalogue, world.ByDesk).Value;

    private Outcome Write(Assessment assessment, AssessmentSheet sheet, int basedOn) =>
        assessment.Write(sheet, basedOn, Catalogue, world.ByDesk);

    private static AssessmentSheet Sheet(params (string Code, string Text)[] answers) =>
        AssessmentSheet.Empty with { Answers = [.. answers.Select(a => new AssessmentAnswer(a.Code, a.Text))] };
}
