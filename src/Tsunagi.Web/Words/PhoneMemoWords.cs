using Tsunagi.Domain.Consultations;

namespace Tsunagi.Web.Words;

/// <summary>電話メモの言い方.</summary>
static class PhoneMemoWords
{
    private const int MostOfLine = 40;

    /// <summary>Where a memo stands.</summary>
    public static string Of(PhoneMemoState state) => state switch
    {
        PhoneMemoState.Waiting => "未対応",
        PhoneMemoState.Done => "済み",
        PhoneMemoState.BecameConsultation => "相談になった",
    };

    /// <summary>That a call is waited for, and when.</summary>
    public static string CallBack(string? when) => string.IsNullOrEmpty(when) ? "折り返し" : $"折り返し（{when}）";

    /// <summary>The beginning of a message, as far as one line takes it.</summary>
    public static string Short(string message)
    {
        var text = new System.Globalization.StringInfo(message.ReplaceLineEndings(" "));
        return text.LengthInTextElements <= MostOfLine ? text.String : text.SubstringByTextElements(0, MostOfLine) + "…";
    }
}
