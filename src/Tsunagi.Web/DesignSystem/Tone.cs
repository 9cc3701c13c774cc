namespace Tsunagi.Web.DesignSystem;

/// <summary>What a message or state means. Each tone has a colour, a shape and a word; colour never stands alone.</summary>
public enum Tone
{
    Neutral,
    Info,
    Success,
    Warning,
    Danger,
    Sealed,
}

static class Tones
{
    public static string Class(this Tone tone) => tone switch
    {
        Tone.Neutral => "neutral",
        Tone.Info => "info",
        Tone.Success => "success",
        Tone.Warning => "warning",
        Tone.Danger => "danger",
        Tone.Sealed => "sealed",
    };

    public static string Word(this Tone tone) => tone switch
    {
        Tone.Neutral => "お知らせ",
        Tone.Info => "お知らせ",
        Tone.Success => "完了",
        Tone.Warning => "注意",
        Tone.Danger => "エラー",
        Tone.Sealed => "会議外秘",
    };

    public static Icon Icon(this Tone tone) => tone switch
    {
        Tone.Neutral => DesignSystem.Icon.Circle,
        Tone.Info => DesignSystem.Icon.Info,
        Tone.Success => DesignSystem.Icon.Check,
        Tone.Warning => DesignSystem.Icon.Triangle,
        Tone.Danger => DesignSystem.Icon.Octagon,
        Tone.Sealed => DesignSystem.Icon.Lock,
    };
}
