using System.Text;
using Tsunagi.Diagrams.Genograms;

namespace Tsunagi.Diagrams.Ecomaps;

/// <summary>文字で読む: the same ties as the picture, in sentences that are read aloud well.</summary>
public static class EcomapText
{
    /// <summary>Writes the text of an ecomap: who is in the middle, what is around, and every tie.</summary>
    /// <param name="ecomap">The ecomap.</param>
    /// <param name="day">The day of the picture, as it was given when it was drawn.</param>
    /// <param name="years">How years are written.</param>
    public static string Write(Ecomap ecomap, DateOnly? day = null, Years years = Years.Western)
    {
        ArgumentNullException.ThrowIfNull(ecomap);
        var network = ecomap.Network;
        var names = new SpokenNames([
            (network.Id, network.Name.Length > 0 ? network.Name : "世帯"),
            .. network.Members.Select(m => (m.Id, NamedOr(m.Name))),
            .. network.Nodes.Select(n => (n.Id, NamedOr(n.Name)))]);
        var text = new StringBuilder(ecomap.Drawing.Title).Append('。').Append(Whole(network, day, years)).Append('\n');
        var first = network.Members.Count + 1;
        GenogramText.Section(text, "中心", network.Members.Select((_, i) => names.Entry(i + 1)).Prepend(names.Entry(0)));
        GenogramText.Section(text, "まわり", network.Nodes.Select((n, i) => $"{names.Entry(first + i)}{KindOf(n.Kind)}。"));
        GenogramText.Section(text, "つながり", network.Ties.Select(t => Describe(t, names.Of, years)));
        return text.ToString();
    }

    internal static string NamedOr(string name) => name.Length > 0 ? name : "名前不明";

    internal static string Whole(Network network, DateOnly? day, Years years) =>
        (day is { } d ? $"{JapaneseDates.Of(d, years)}現在、" : "") + $"{(network.Name.Length > 0 ? network.Name : "世帯")}とまわりの{Genograms.Describe.Number(network.Nodes.Count)}か所とのつながりを表す図。";

    internal static string Describe(Tie tie, Func<string, string> name, Years years)
    {
        var direction = tie.Direction switch
        {
            Direction.None => "",
            Direction.Forth => $"{name(tie.A)}からの働きかけ。",
            Direction.Back => $"{name(tie.B)}からの働きかけ。",
            Direction.Both => "互いに働きかけている。",
        };
        var since = JapaneseDates.Of(tie.Since, years) is { Length: > 0 } began ? $"{began}から。" : "";
        return $"{name(tie.A)}と{name(tie.B)}は{StrengthOf(tie.Strength)}つながり。{(tie.IsStressful ? "葛藤がある。" : "")}{direction}{since}";
    }

    internal static string StrengthOf(Strength strength) => strength switch
    {
        Strength.Strong => "強い",
        Strength.Ordinary => "ふつうの",
        Strength.Weak => "弱い",
    };

    internal static string KindOf(NodeKind kind) => kind switch
    {
        NodeKind.Person => "人",
        NodeKind.Agency => "機関",
        NodeKind.Place => "場所や活動",
    };
}
