using Tsunagi.Diagrams.Drawings;

namespace Tsunagi.Tests.Diagrams;

/// <summary>The checker sees each kind of fault.</summary>
public class DrawingCheckTests
{
    static Figure Node(string id, Shape shape) => new(FigureRole.Node, id, [], "", [shape]);

    static Figure Tie(string id, params Point[] points) => new(FigureRole.Tie, id, [], "", [new Line(points)], id);

    static DrawingCheck Check(params Figure[] figures) => new Drawing("", "", 100, 100, figures).Check();

    static readonly Rectangle Square = new(new(10, 10, 30, 30));

    [Fact]
    public void Boxes_that_touch_are_fine_and_boxes_that_overlap_are_counted()
    {
        Assert.Equal(0, Check(Node("a", Square), Node("b", new Rectangle(new(30, 10, 50, 30)))).Overlaps);
        Assert.Equal(1, Check(Node("a", Square), Node("b", new Rectangle(new(28, 10, 50, 30)))).Overlaps);
        Assert.Equal(1, Check(Node("a", Square), Node("b", new Text(new(20, 20), "名", 12))).Overlaps);
    }

    [Fact]
    public void A_line_through_a_symbol_is_counted_and_one_that_ends_at_it_is_not()
    {
        Assert.Equal(1, Check(Node("a", Square), Tie("t", new(0, 20), new(50, 20))).Strikes);
        Assert.Equal(0, Check(Node("a", Square), Tie("t", new(30, 20), new(50, 20))).Strikes);
        Assert.Equal(0, Check(Node("a", new Ellipse(Square.Box)), Tie("t", new(10, 14), new(14, 10))).Strikes);
        Assert.Equal(1, Check(Node("a", new Ellipse(Square.Box)), Tie("t", new(10, 24), new(30, 16))).Strikes);
        Assert.Equal(1, Check(Node("a", new Polygon([new(20, 10), new(30, 30), new(10, 30)])), Tie("t", new(0, 25), new(20, 25))).Strikes);
    }

    [Fact]
    public void Lines_that_cross_are_counted_unless_they_are_one_net()
    {
        var (across, down) = (Tie("a", new(0, 50), new(100, 50)), Tie("b", new(50, 0), new(50, 100)));
        Assert.Equal(1, Check(across, down).Crossings);
        Assert.Equal(0, Check(across, down with { Net = "a" }).Crossings);
        Assert.Equal(0, Check(across, Tie("b", new(50, 0), new(50, 40))).Crossings);
    }

    [Fact]
    public void Lines_that_run_along_each_other_are_counted()
    {
        Assert.Equal(1, Check(Tie("a", new(0, 50), new(60, 50)), Tie("b", new(40, 51), new(100, 51))).Coincidences);
        Assert.Equal(0, Check(Tie("a", new(0, 50), new(40, 50)), Tie("b", new(40, 50), new(100, 50))).Coincidences);
    }
}
