using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tsunagi.Web.DesignSystem;
using static Tsunagi.Web.Tests.DesignSystem.Rendering;

namespace Tsunagi.Web.Tests.DesignSystem;

public sealed class ComponentAnatomyTests
{
    [Fact]
    public void A_button_is_a_button_and_with_an_address_a_link()
    {
        var button = Render(new DsButton { Kind = ButtonKind.Primary }, "つなぐ", attributes: [("name", "act"), ("value", "send")]).QuerySelector("button")!;
        Assert.Equal("submit", button.GetAttribute("type"));
        Assert.Equal("send", button.GetAttribute("value"));
        Assert.Contains("ds-button--primary", button.ClassList);
        var link = Render(new DsButton { Href = "/cases" }, "開く").QuerySelector("a")!;
        Assert.Equal("/cases", link.GetAttribute("href"));
        Assert.Null(link.GetAttribute("type"));
    }

    [Fact]
    public void A_link_that_leads_nowhere_yet_says_so()
    {
        var link = Render(new DsButton { Href = "/print", Disabled = true }, "印刷").QuerySelector("a")!;
        Assert.Null(link.GetAttribute("href"));
        Assert.Equal("true", link.GetAttribute("aria-disabled"));
    }

    [Fact]
    public void A_button_without_words_is_refused() => Assert.Throws<InvalidOperationException>(() => Render(new DsButton(), "  "));

    [Theory]
    [InlineData(Tone.Neutral)]
    [InlineData(Tone.Info)]
    [InlineData(Tone.Success)]
    [InlineData(Tone.Warning)]
    [InlineData(Tone.Danger)]
    [InlineData(Tone.Sealed)]
    public void A_chip_has_a_word_and_a_shape(Tone tone)
    {
        var chip = Render(new DsChip { Label = "確認中", Tone = tone });
        Assert.Equal("確認中", chip.TextContent);
        Assert.NotEmpty(chip.QuerySelectorAll("svg[aria-hidden=true] > *"));
    }

    [Fact]
    public void Every_tone_has_a_shape_of_its_own() =>
        Assert.Equal(6, Enum.GetValues<Tone>().Select(t => Render(new DsChip { Label = "a", Tone = t }).QuerySelector("svg")!.InnerHtml).Distinct().Count());

    [Fact]
    public void Every_icon_is_drawn() => Assert.All(
        Enum.GetValues<Icon>().Where(i => i != Icon.None),
        i => Assert.NotEqual(0, Render(new DsButton { Icon = i }, "a").QuerySelector("svg")!.ChildElementCount));

    [Fact]
    public void The_error_summary_lists_each_error_with_a_way_to_it()
    {
        var state = new ModelStateDictionary();
        state.AddModelError("Form.Words", "主訴を書いてください。");
        state.AddModelError("", "ほかの人が先に保存しました。");
        var summary = Render(new DsErrorSummary(), state: state).FirstElementChild!;
        Assert.Equal("alert", summary.GetAttribute("role"));
        Assert.Equal("-1", summary.GetAttribute("tabindex"));
        Assert.Equal("#Form_Words", summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("入力を確かめてください（2件）", summary.QuerySelector("h2")!.TextContent);
        Assert.Equal(2, summary.QuerySelectorAll("li").Length);
    }

    [Fact]
    public void Without_errors_there_is_no_summary() => Assert.Equal("", Render(new DsErrorSummary()).InnerHtml);

    [Fact]
    public void The_last_crumb_is_here()
    {
        var crumbs = Render(new DsBreadcrumb { Items = [new("今日", "/"), new("ケース")] });
        Assert.Equal("現在地", crumbs.QuerySelector("nav")!.GetAttribute("aria-label"));
        Assert.Equal("ケース", crumbs.QuerySelector("[aria-current=page]")!.TextContent);
        Assert.Equal("/", crumbs.QuerySelector("a")!.GetAttribute("href"));
    }

    [Fact]
    public void A_table_has_a_name_and_scrolls_by_keyboard()
    {
        var frame = Render(new DsTable { Caption = "相談" }, "<tbody></tbody>").FirstElementChild!;
        Assert.Equal("region", frame.GetAttribute("role"));
        Assert.Equal("0", frame.GetAttribute("tabindex"));
        Assert.Equal("相談", frame.QuerySelector("#" + frame.GetAttribute("aria-labelledby"))!.TextContent);
    }

    [Fact]
    public void Two_components_of_one_page_have_ids_of_their_own()
    {
        var view = View();
        var one = Render(new DsTable { Caption = "一", ViewContext = view });
        var two = Render(new DsTable { Caption = "二", ViewContext = view });
        Assert.NotEqual(one.QuerySelector("caption")!.Id, two.QuerySelector("caption")!.Id);
    }

    [Fact]
    public void The_number_in_the_heading_is_the_number_of_rows()
    {
        var list = Render(new DsWorkList { Label = "対応待ち", Empty = "ありません。" }, async context => string.Concat(
            await Html(new DsWorkItem { What = "一" }, context.Items, _ => Task.FromResult("")),
            await Html(new DsWorkItem { What = "二" }, context.Items, _ => Task.FromResult(""))));
        Assert.Equal("2件", list.QuerySelector(".ds-heading-count")!.TextContent);
        Assert.Equal(2, list.QuerySelectorAll("li").Length);
        var empty = Render(new DsWorkList { Label = "対応待ち", Empty = "ありません。" });
        Assert.Equal("0件", empty.QuerySelector(".ds-heading-count")!.TextContent);
        Assert.Equal("ありません。", empty.QuerySelector(".ds-empty")!.TextContent);
    }

    [Fact]
    public void The_sealed_frame_binds_its_readers()
    {
        var frame = Render(new DsSealedFrame(), "<p>議題</p>").FirstElementChild!;
        Assert.Equal(
            "支援会議の情報です。会議外へ伝えないでください（法106条の6第5項）。外へ出せるのは承認済みの依頼票などに限ります。",
            frame.QuerySelector("#" + frame.GetAttribute("aria-labelledby"))!.TextContent);
    }

    [Fact]
    public void A_step_says_in_words_where_it_stands() => Assert.Equal(
        ["これから", "いまここ", "済み", "なし", "ここで終了"],
        Enum.GetValues<StepState>().Select(s => Render(new DsStep { Title = "受付判断", State = s }).QuerySelector(".ds-step-state")!.TextContent));

    [Fact]
    public void An_entry_without_a_kind_is_refused() =>
        Assert.Contains("'kind'", Assert.Throws<InvalidOperationException>(() => Render(new DsTimelineItem { When = "今日", Title = "電話" })).Message, StringComparison.Ordinal);

    [Fact]
    public void An_attribute_left_empty_is_as_if_it_were_not_written()
    {
        var entry = Render(new DsTimelineItem { Kind = TimelineKind.Visit, When = "今日", Title = "訪問", Href = "", By = "", KindLabel = "" });
        Assert.Empty(entry.QuerySelectorAll("a"));
        Assert.DoesNotContain("記録：", entry.TextContent, StringComparison.Ordinal);
        Assert.StartsWith("訪問", entry.QuerySelector(".ds-timeline-kind")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Fact_and_judgement_are_told_apart_in_words()
    {
        Assert.StartsWith("事実", Render(new DsFact(), "熱がある").TextContent, StringComparison.Ordinal);
        Assert.StartsWith("見立て", Render(new DsJudgement(), "脱水").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_fact_of_a_record_is_said_to_be_empty() =>
        Assert.Equal("未記入", Render(new DsDescription { Term = "電話" }, " ").QuerySelector("dd")!.TextContent);

    [Fact]
    public void A_paper_says_who_when_and_on_which_basis()
    {
        var foot = Render(new DsPrintFrame { Title = "支援プラン", Who = "見本 花子", When = "令和8年11月21日", Basis = "担当業務" }, "本文").QuerySelector("footer")!.TextContent;
        Assert.Contains("見本 花子", foot, StringComparison.Ordinal);
        Assert.Contains("令和8年11月21日", foot, StringComparison.Ordinal);
        Assert.Contains("担当業務", foot, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => Render(new DsPrintFrame { Title = "支援プラン", Who = "見本 花子", When = "今日" }));
    }

    [Fact]
    public void What_people_wrote_cannot_become_markup()
    {
        const string Nasty = "\"><script>alert(1)</script>{0}";
        var html = Render(new DsCard { Title = Nasty, Href = Nasty }).InnerHtml
            + Render(new DsInputText { Label = Nasty, Name = "n", Value = Nasty, Support = Nasty, Error = Nasty }).InnerHtml
            + Render(new DsTextarea { Label = Nasty, Name = "n", Value = "</textarea>" + Nasty }).InnerHtml
            + Render(new DsTimelineItem { Kind = TimelineKind.Visit, When = Nasty, Title = Nasty, Source = Nasty }).InnerHtml;
        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Equal(Nasty, Render(new DsChip { Label = Nasty }).TextContent);
    }
}
