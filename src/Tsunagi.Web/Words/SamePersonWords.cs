using Tsunagi.Domain.People;
using Tsunagi.Web.Features.People.SamePersons;

namespace Tsunagi.Web.Words;

/// <summary>同一人物の判断のことば.</summary>
public static class SamePersonWords
{
    public static string Of(SamePersonState state) => state switch
    {
        SamePersonState.Suspected => "まだ判断していません",
        SamePersonState.Same => "まとめた",
        SamePersonState.Different => "別人",
    };

    public static string Of(SamePersonList list) => list switch
    {
        SamePersonList.Open => "確かめるもの",
        SamePersonList.Later => "あとで",
        SamePersonList.Same => "まとめたもの",
        SamePersonList.Different => "別人としたもの",
    };

    /// <summary>The calm sentence of an empty list.</summary>
    public static string None(SamePersonList list) => list switch
    {
        SamePersonList.Open => "確かめる記録はありません。",
        SamePersonList.Later => "あとで確かめるものはありません。",
        SamePersonList.Same => "まとめた記録はありません。",
        SamePersonList.Different => "別人とした記録はありません。",
    };
}
