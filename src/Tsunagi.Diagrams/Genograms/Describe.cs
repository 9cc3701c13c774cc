using System.Globalization;
using Tsunagi.Diagrams.Families;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>What each mark of a genogram says, in words; one wording for the picture's titles and for its text.</summary>
static class Describe
{
    public static string Whole(Family family, DateOnly? day, Years years)
    {
        var index = family.Persons.FirstOrDefault(p => p.IsIndex);
        return (day is { } d ? $"{JapaneseDates.Of(d, years)}現在、" : "") + $"{Number(family.Persons.Count)}人の家族関係を表す図。" + (index is null ? "" : $"本人は{NameOf(index)}。");
    }

    public static string NameOf(Person person) => person.Name.Length > 0 ? person.Name : "名前不明";

    public static string Person(Person person, DateOnly? day, Years years) => NameOf(person) + "。" + Facts(person, day, years);

    public static string Facts(Person person, DateOnly? day, Years years)
    {
        var facts = person.Sex switch { Sex.Male => "男性。", Sex.Female => "女性。", Sex.Unknown => "性別不明。" };
        facts += JapaneseDates.Of(person.Born, years) is { Length: > 0 } born ? $"{born}生まれ。" : "";
        facts += person.Died is { } died ? $"{JapaneseDates.Of(died, years)}死亡。" : "";
        facts += AgeOf(person, day);
        return facts + (person.IsIndex ? "本人。" : "") + (person.IsKey ? "キーパーソン。" : "");
    }

    static string AgeOf(Person person, DateOnly? day)
    {
        if (day is null && person.Died is null || person.AgeOn(day ?? DateOnly.MaxValue) is not { } age)
            return "";
        var years = age.Least == age.Most ? $"{Number(age.Least)}歳" : $"{Number(age.Least)}歳から{Number(age.Most)}歳";
        return person.Died is null ? $"{years}。" : $"享年{years}。";
    }

    public static string Union(Family family, Union union, Years years) => Union(union, id => NameOf(family.Find(id)!), years);

    public static string Union(Union union, Func<string, string> name, Years years)
    {
        var isOver = union.State == UnionState.Divorced;
        var what = union.Kind switch
        {
            UnionKind.Married => isOver ? "もと夫婦" : "夫婦",
            UnionKind.CommonLaw => isOver ? "もと内縁" : "内縁",
            UnionKind.Unwed => isOver ? "もと婚姻関係なし" : "婚姻関係なし",
        };
        var began = JapaneseDates.Of(union.Began, years) is { Length: > 0 } since ? $"{since}から。" : "";
        var apart = union.Separated is { } separated ? $"{JapaneseDates.Of(separated, years)}別居。" : "";
        var end = union.Divorced is { } divorced ? JapaneseDates.Of(divorced, years) + (union.Kind == UnionKind.Married ? "離婚。" : "別離。") : "";
        return $"{name(union.Partners[0])}と{name(union.Partners[1])}は{what}。{began}{apart}{end}";
    }

    public static string Parentage(Family family, Parentage tie, Years years) => Parentage(family, tie, id => NameOf(family.Find(id)!), years);

    public static string Parentage(Family family, Parentage tie, Func<string, string> name, Years years)
    {
        var union = family.FindUnion(tie.Union)!;
        var siblings = family.ChildrenOf(tie.Union).Where(t => t.Child != tie.Child).Select(t => name(t.Child));
        var text = union.Partners.Count > 0
            ? $"{name(tie.Child)}は{string.Join('と', union.Partners.Select(name))}の{KindOf(tie.Kind)}。"
            : $"{name(tie.Child)}は父母不明の{KindOf(tie.Kind)}。きょうだいは{string.Join('、', siblings)}。";
        text += tie.Custodian is { } custodian ? $"{name(custodian)}のもとにいる。" : "";
        text += JapaneseDates.Of(tie.Since, years) is { Length: > 0 } since ? $"{since}から。" : "";
        return text;
    }

    static string KindOf(ParentageKind kind) => kind switch
    {
        ParentageKind.Biological => "実子",
        ParentageKind.Adoptive => "養子",
        ParentageKind.Foster => "里子",
        ParentageKind.Step => "継子",
    };

    public static string Twins(Family family, Twins twins) => Twins(twins, id => NameOf(family.Find(id)!));

    public static string Twins(Twins twins, Func<string, string> name) =>
        $"{string.Join('、', twins.Children.Select(name))}は{(twins.IsIdentical ? "一卵性の" : "")}{(twins.Children.Count == 2 ? "双子" : "多胎")}。";

    public static string Household(Family family, Household household) => Household(household, id => NameOf(family.Find(id)!));

    public static string Household(Household household, Func<string, string> name)
    {
        var members = string.Join('、', household.Members.Select(m => name(m.Person)));
        return household.Members.Count > 1 ? $"{members}は同居。" : $"{members}はひとり暮らし。";
    }

    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
