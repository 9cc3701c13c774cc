using System.Globalization;

namespace Tsunagi.Tests.Linkage;

/// <summary>Sets others publish figures for, linked as they are, with no setting of their own.</summary>
public sealed class Published_sets
{
    [Fact]
    public void Fake_1000_is_linked_better_than_published()
    {
        var sample = LinkageSample.Read("fake_1000.csv", "cluster");
        Require(sample.Measure(sample.Link()), precision: 0.99, f1: 0.93);
    }

    [Fact]
    public void Febrl_3_is_linked_with_the_insurance_number()
    {
        var sample = LinkageSample.Read("dataset3.csv", "rec_id", @"rec-(\d+)");
        Require(sample.Measure(sample.Link()), precision: 0.995, f1: 0.995);
    }

    [Fact]
    public void Febrl_3_is_linked_without_the_insurance_number()
    {
        var sample = LinkageSample.Read("dataset3.csv", "rec_id", @"rec-(\d+)");
        Require(sample.Measure(sample.Link("soc_sec_id")), precision: 0.99, f1: 0.985);
    }

    [Fact]
    public void Made_up_Japanese_records_are_linked()
    {
        var sample = LinkageSample.Read("../Japanese/Records/records.csv", "正解");
        Require(sample.Measure(sample.Link()), precision: 0.985, f1: 0.97);
    }

    [Fact]
    public void A_set_without_names_and_dates_is_linked_worse_and_that_shows()
    {
        var sample = LinkageSample.Read("fake_1000.csv", "cluster");
        Assert.True(sample.Measure(sample.Link("first_name", "surname", "dob")).F1 < 0.93);
    }

    private static void Require((double Precision, double Recall, double F1) found, double precision, double f1)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"precision {found.Precision:F4}, recall {found.Recall:F4}, F1 {found.F1:F4}"));
        Assert.True(found.Precision >= precision && found.F1 >= f1, found.ToString());
    }
}
