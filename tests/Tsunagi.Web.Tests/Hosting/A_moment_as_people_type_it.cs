using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Tests.Hosting;

public sealed class A_moment_as_people_type_it
{
    [Theory]
    [InlineData("R8.11.21 14:30")]
    [InlineData("令和8年11月21日 14時30分")]
    [InlineData("令和8年 11月 21日　午後2時半")]
    [InlineData("令和8年11月21日午後2時半")]
    [InlineData("Ｒ８．１１．２１　１４：３０")]
    [InlineData("2026-11-21T14:30")]
    [InlineData("2026-11-21T14:30:00")]
    [InlineData("2026/11/21 1430")]
    public void Is_read(string text)
    {
        var typed = new TypedInput();
        Assert.Equal(new DateTime(2026, 11, 21, 14, 30, 0), typed.Moment("At", text));
        Assert.Empty(typed.Refusals);
    }

    [Theory]
    [InlineData("R8.11.21")]
    [InlineData("14:30")]
    [InlineData("R8.11.21 25:00")]
    [InlineData("R8.13.1 9:00")]
    [InlineData("きのうの昼")]
    public void Is_refused_beside_its_field(string text)
    {
        var typed = new TypedInput();
        Assert.Null(typed.Moment("At", text));
        Assert.Equal(["At"], typed.Refusals.Select(r => r.Field));
    }

    [Fact]
    public void May_be_left_out()
    {
        var typed = new TypedInput();
        Assert.Null(typed.Moment("At", " "));
        Assert.Empty(typed.Refusals);
    }
}
