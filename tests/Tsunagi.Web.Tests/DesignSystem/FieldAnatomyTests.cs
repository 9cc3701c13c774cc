using AngleSharp.Dom;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Tsunagi.Web.DesignSystem;
using static Tsunagi.Web.Tests.DesignSystem.Rendering;

namespace Tsunagi.Web.Tests.DesignSystem;

/// <summary>Label, badge, support, error and control of every field, and how they point to each other.</summary>
public sealed class FieldAnatomyTests
{
    public static TheoryData<string> Fields => ["text", "textarea", "select", "date", "file"];

    static FormField Field(string kind) => kind switch
    {
        "text" => new DsInputText(),
        "textarea" => new DsTextarea(),
        "select" => new DsSelect(),
        "date" => new DsDate(),
        "file" => new DsFileUpload(),
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void The_label_belongs_to_the_control(string kind)
    {
        var field = Field(kind);
        field.Label = "なまえ";
        field.Name = "Form.Name";
        var html = Render(field);
        var control = html.QuerySelector("input, textarea, select")!;
        Assert.Equal("Form.Name", control.GetAttribute("name"));
        Assert.Equal("Form_Name", control.Id);
        Assert.Equal(control.Id, html.QuerySelector("label")!.GetAttribute("for"));
        Assert.Empty(Accessibility.Complaints(html));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Support_and_error_are_read_with_the_control(string kind)
    {
        var field = Field(kind);
        field.Label = "なまえ";
        field.Name = "name";
        field.Support = "分かるところまで";
        var html = Render(field, state: Wrong("name", "x", "なまえを確かめてください。"));
        var control = html.QuerySelector("input, textarea, select")!;
        var described = control.GetAttribute("aria-describedby")!.Split(' ');
        Assert.Contains("name-support", described);
        Assert.Contains("name-error", described);
        Assert.Equal("true", control.GetAttribute("aria-invalid"));
        Assert.Contains("なまえを確かめてください。", html.QuerySelector("#name-error")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull(html.QuerySelector(".ds-field--error"));
        Assert.Equal("エラー", html.QuerySelector("#name-error svg")!.GetAttribute("aria-label"));
        Assert.Empty(Accessibility.Complaints(html));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_in_order_says_nothing_of_errors(string kind)
    {
        var field = Field(kind);
        field.Label = "なまえ";
        field.Name = "name";
        var control = Render(field).QuerySelector("input, textarea, select")!;
        Assert.Null(control.GetAttribute("aria-invalid"));
        Assert.Null(control.GetAttribute("aria-required"));
        Assert.Null(control.GetAttribute("required"));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Required_is_a_word_inside_the_label(string kind)
    {
        var field = Field(kind);
        field.Label = "なまえ";
        field.Name = "name";
        field.Required = true;
        var html = Render(field);
        Assert.Equal("必須", html.QuerySelector("label .ds-badge--required")!.TextContent);
        Assert.Equal("true", html.QuerySelector("input, textarea, select")!.GetAttribute("aria-required"));
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void Optional_is_a_word_inside_the_label(string kind)
    {
        var field = Field(kind);
        field.Label = "なまえ";
        field.Name = "name";
        field.Optional = true;
        Assert.Equal("任意", Render(field).QuerySelector("label .ds-badge")!.TextContent);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_without_a_label_is_refused(string kind)
    {
        var field = Field(kind);
        field.Name = "name";
        var refusal = Assert.Throws<InvalidOperationException>(() => Render(field));
        Assert.Contains("needs the attribute 'label'", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Fields))]
    public void A_field_without_a_name_is_refused(string kind)
    {
        var field = Field(kind);
        field.Label = "なまえ";
        Assert.Contains("'for' or 'name'", Assert.Throws<InvalidOperationException>(() => Render(field)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_typed_comes_back_before_what_was_stored()
    {
        var field = new DsInputText { Label = "なまえ", For = For("Form.Name", "見本 花子") };
        var html = Render(field, state: Wrong("Form.Name", "見本 <花>", "確かめてください。"));
        Assert.Equal("見本 <花>", html.QuerySelector("input")!.GetAttribute("value"));
    }

    [Fact]
    public void The_model_gives_the_value() =>
        Assert.Equal("令和8年11月21日", Render(new DsDate { Label = "日", For = For("Day", new DateOnly(2026, 11, 21)) }).QuerySelector("input")!.GetAttribute("value"));

    [Fact]
    public void A_password_never_comes_back() =>
        Assert.Null(Render(new DsInputText { Label = "合言葉", Name = "p", Type = "password", Value = "himitsu" }).QuerySelector("input")!.GetAttribute("value"));

    [Fact]
    public void A_line_break_at_the_beginning_of_a_text_is_kept() =>
        Assert.Equal("\n二行目", Render(new DsTextarea { Label = "記録", Name = "t", Value = "\n二行目" }).QuerySelector("textarea")!.TextContent);

    [Fact]
    public void A_text_tells_its_room_without_cutting()
    {
        var html = Render(new DsTextarea { Label = "記録", Name = "t", Max = 200 });
        Assert.Equal("200文字まで", html.QuerySelector("#t-counter")!.TextContent);
        Assert.Equal("t-counter", html.QuerySelector("textarea")!.GetAttribute("aria-describedby"));
        Assert.Null(html.QuerySelector("textarea")!.GetAttribute("maxlength"));
    }

    [Fact]
    public void A_unit_is_read_with_its_field()
    {
        var html = Render(new DsInputText { Label = "人数", Name = "n", Unit = "人", Numeric = true });
        Assert.Equal("人", html.QuerySelector("#" + html.QuerySelector("input")!.GetAttribute("aria-describedby"))!.TextContent);
        Assert.Equal("numeric", html.QuerySelector("input")!.GetAttribute("inputmode"));
    }

    [Fact]
    public void Other_attributes_reach_the_control_and_classes_stay_outside()
    {
        var html = Render(new DsInputText { Label = "電話", Name = "t" }, attributes: [("autocomplete", "tel"), ("data-x", "\"1\""), ("class", "wide")]);
        var control = html.QuerySelector("input")!;
        Assert.Equal("tel", control.GetAttribute("autocomplete"));
        Assert.Equal("\"1\"", control.GetAttribute("data-x"));
        Assert.Equal("ds-field wide", html.FirstElementChild!.ClassName);
        Assert.Null(html.FirstElementChild.GetAttribute("autocomplete"));
    }

    [Fact]
    public void A_select_marks_the_choice()
    {
        SelectListItem[] items = [new("北", "n"), new("南", "s")];
        var html = Render(new DsSelect { Label = "地域", Name = "a", Items = items, Value = "s", Placeholder = "選んでください" });
        Assert.Equal(["選んでください", "北", "南"], html.QuerySelectorAll("option").Select(o => o.TextContent));
        Assert.Equal("s", html.QuerySelector("option[selected]")!.GetAttribute("value"));
    }

    [Fact]
    public void A_radio_group_is_a_named_group()
    {
        var html = Radios(new DsRadioGroup { Label = "緊急度", Name = "u", Value = "b", Required = true, Support = "迷ったら高いほう" });
        var group = html.QuerySelector("fieldset")!;
        Assert.Equal("radiogroup", group.GetAttribute("role"));
        Assert.Equal("true", group.GetAttribute("aria-required"));
        Assert.Equal("u-support", group.GetAttribute("aria-describedby"));
        Assert.Equal("緊急度必須", group.QuerySelector("legend")!.TextContent);
        Assert.Equal(["u", "u-2"], html.QuerySelectorAll("input").Select(i => i.Id));
        Assert.Equal("b", html.QuerySelector("input[checked]")!.GetAttribute("value"));
        Assert.Empty(Accessibility.Complaints(html));
    }

    [Fact]
    public void The_error_of_a_group_leads_to_its_first_choice()
    {
        var state = new ModelStateDictionary();
        state.AddModelError("Form.U", "緊急度を選んでください。");
        var html = Radios(new DsRadioGroup { Label = "緊急度", Name = "Form.U" }, state);
        var summary = Render(new DsErrorSummary(), state: state);
        Assert.Equal("#" + html.QuerySelector("input")!.Id, summary.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("true", html.QuerySelector("fieldset")!.GetAttribute("aria-invalid"));
    }

    [Fact]
    public void A_radio_button_alone_is_refused() =>
        Assert.Throws<InvalidOperationException>(() => Render(new DsRadio { Label = "はい", Value = "y" }));

    [Fact]
    public void Several_ticks_come_back()
    {
        var state = new ModelStateDictionary();
        state.SetModelValue("w", new[] { "a", "c" }, "a,c");
        SelectListItem[] items = [new("あ", "a"), new("い", "b"), new("う", "c")];
        var html = Render(new DsCheckboxGroup { Label = "気になること", Name = "w", Items = items }, state: state);
        Assert.Equal(["a", "c"], html.QuerySelectorAll("input[checked]").Select(i => i.GetAttribute("value")));
        Assert.Empty(Accessibility.Complaints(html));
    }

    [Fact]
    public void A_single_tick_posts_true()
    {
        var html = Render(new DsCheckbox { Label = "結果を返す", For = For("CallBack", true) });
        Assert.Equal("true", html.QuerySelector("input")!.GetAttribute("value"));
        Assert.True(html.QuerySelector("input")!.HasAttribute("checked"));
        Assert.False(Render(new DsCheckbox { Label = "結果を返す", For = For("CallBack", false) }).QuerySelector("input")!.HasAttribute("checked"));
    }

    static IElement Radios(DsRadioGroup group, ModelStateDictionary? state = null)
    {
        return Render(group, async context => string.Concat(await Radio(context, "a"), await Radio(context, "b")), state);

        static Task<string> Radio(TagHelperContext context, string value) =>
            Html(new DsRadio { Value = value, Label = "選択肢" + value }, context.Items, _ => Task.FromResult(""));
    }
}
