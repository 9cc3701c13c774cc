namespace Tsunagi.Web.Tests.DesignSystem;

public sealed class PageTagsTests
{
    [Fact]
    public void Every_component_in_every_page_exists_and_has_what_it_needs() => Assert.Empty(
        from page in DesignFiles.Pages()
        from complaint in PageTags.Complaints(File.ReadAllText(page))
        select $"{Path.GetRelativePath(DesignFiles.Root, page)}: {complaint}");

    [Theory]
    [InlineData("<ds-buton>つなぐ</ds-buton>", "<ds-buton> does not exist.")]
    [InlineData("<ds-input-text name=\"a\" />", "<ds-input-text> lacks 'label'.")]
    [InlineData("<ds-input-text label=\"なまえ\" />", "<ds-input-text> lacks 'for' or 'name'.")]
    [InlineData("<ds-heading>経過</ds-heading>", "<ds-heading> lacks 'level'.")]
    [InlineData("<ds-table>…</ds-table>", "<ds-table> lacks 'caption'.")]
    [InlineData("<ds-chip label=\"確認中\" colour=\"red\" />", "<ds-chip> does not know 'colour'.")]
    [InlineData("<ds-button asp-page=\"/X\">開く</ds-button>", "<ds-button> does not know 'asp-page'.")]
    [InlineData("<ds-input-text for=\"X\" label=\"@(a > b ? \"x\" : \"y\")\" lable=\"z\" />", "<ds-input-text> does not know 'lable'.")]
    public void A_wrong_component_is_found_out(string page, string complaint) => Assert.Equal([complaint], PageTags.Complaints(page));

    [Theory]
    [InlineData("@* <ds-buton> *@ <!-- <ds-chip> -->")]
    [InlineData("<ds-input-text for=\"Form.Name\" label=\"なまえ\" maxlength=\"40\" data-x=\"1\" aria-label=\"a\" required />")]
    [InlineData("<ds-disclosure summary=\"開く\" open=\"@Model.IsOpen(\"Give>Role\")\">x</ds-disclosure>")]
    public void A_right_page_is_left_in_peace(string page) => Assert.Empty(PageTags.Complaints(page));

    [Fact]
    public void The_gallery_shows_every_component()
    {
        var shown = PageTags.Tags(DesignFiles.Read("src/Tsunagi.Web/Features/Gallery/Gallery.cshtml")).Select(t => t.Tag)
            .Append("ds-breadcrumb"); // drawn by the layout
        Assert.Empty(PageTags.Known.Keys.Except(shown));
    }

    [Fact]
    public void The_documentation_names_every_component()
    {
        var page = DesignFiles.Read("docs/design-system.md");
        Assert.All(PageTags.Known.Keys, tag => Assert.Contains($"`{tag}`", page, StringComparison.Ordinal));
    }
}
