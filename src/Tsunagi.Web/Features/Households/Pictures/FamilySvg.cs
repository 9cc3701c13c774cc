using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Html;
using Tsunagi.Diagrams;
using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Ecomaps;
using Tsunagi.Diagrams.Genograms;
using Tsunagi.Diagrams.Svg;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Households;

/// <summary>The pictures of a family as they stand in a page: whoever may write gets from a person in the picture to what can be written of them.</summary>
static partial class FamilySvg
{
    /// <summary>ジェノグラム.</summary>
    public static IHtmlContent Genogram(FamilyView family) => family.Genogram is not { } drawn ? HtmlString.Empty
        : new HtmlString(SvgWriter.Write(drawn.Drawing, "genogram-", family.Household.MayWrite ? f => LinkOf(f, "person", family, HouseholdLinks.Kin(family.Household.Id), p => HouseholdLinks.Kin(family.Household.Id, p)) : null));

    /// <summary>エコマップ.</summary>
    public static IHtmlContent Ecomap(FamilyView family) => new HtmlString(SvgWriter.Write(family.Ecomap.Drawing, "ecomap-",
        family.Household.MayWrite ? f => LinkOf(f, "household", family, HouseholdLinks.Ties(family.Household.Id), p => HouseholdLinks.Ties(family.Household.Id, p)) : null));

    /// <summary>文字で読む, paragraph by paragraph: a heading and its sentences.</summary>
    public static IReadOnlyList<string> Lines(string text) => [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    /// <summary>The text of the genogram; empty when nobody was there.</summary>
    public static string Text(Genogram? genogram, DateOnly day) => genogram is null ? "" : GenogramText.Write(genogram, day, Years.Era);

    /// <summary>The text of the ecomap.</summary>
    public static string Text(Ecomap ecomap, DateOnly day) => EcomapText.Write(ecomap, day, Years.Era);

    private static SvgLink? LinkOf(Figure figure, string key, FamilyView family, string whole, Func<Id<Person>, string> of)
    {
        if (figure.Data.FirstOrDefault(d => d.Key == key).Value is not { } drawn) return null;
        if (PersonDrawn().Match(drawn) is not { Success: true } match) return new(whole, LabelOf(figure, "つながりを書く"));
        var person = new Id<Person>(Guid.ParseExact(match.Groups[1].ValueSpan, "N"));
        return family.Family.FirstOrDefault(r => r.Person == person) is { MayWrite: true } ? new(of(person), LabelOf(figure, "家族を書く")) : null;
    }

    // What is to be seen comes first, so that whoever says it aloud is understood.
    private static string LabelOf(Figure figure, string act) => $"{string.Join(' ', figure.Shapes.OfType<Text>().Select(t => t.Words))}　{act}";

    [GeneratedRegex("^p([0-9a-f]{32})$", RegexOptions.None, TypedText.MatchLimit)]
    private static partial Regex PersonDrawn();
}
