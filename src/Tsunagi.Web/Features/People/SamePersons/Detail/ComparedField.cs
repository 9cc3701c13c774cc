using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.People.SamePersons;

/// <summary>One field of two records beside each other.</summary>
/// <param name="Term">What it is.</param>
/// <param name="One">What the one says; null where it says nothing.</param>
/// <param name="Other">What the other says.</param>
public sealed record ComparedField(string Term, string? One, string? Other)
{
    /// <summary>Whether both say something, and not the same.</summary>
    public bool Differs => One is not null && Other is not null && One != Other;

    /// <summary>Whether only one of them says something.</summary>
    public bool IsOneSided => One is null != Other is null;

    /// <summary>
    /// What two records say, as far as the viewer may see each of them. Where somebody is, is put side by side only where neither is protected: the
    /// place in the one must not be read as that of the other.
    /// </summary>
    public static IReadOnlyList<ComparedField> Of(PersonView one, PersonView other)
    {
        var places = !one.IsLocationProtected && !other.IsLocationProtected && one.Access.Shows(FieldClasses.Contact) && other.Access.Shows(FieldClasses.Contact);
        return
        [
            .. Facts(one).Zip(Facts(other), (a, b) => new ComparedField(a.Term, a.Value, b.Value)),
            .. places ? Places(one.Details).Zip(Places(other.Details), (a, b) => new ComparedField(a.Term, a.Value, b.Value)) : [],
        ];
    }

    private static IEnumerable<(string Term, string? Value)> Facts(PersonView person) =>
    [
        ("氏名", person.Details.Name.Written),
        ("ふりがな", person.Details.Name.Reading),
        ("通称", person.Details.Name.Common),
        ("旧姓", person.Details.Name.Former),
        ("生年月日", person.Details.BirthDate?.Format()),
        ("性別", person.Details.Gender),
        ("使う言語", person.Details.Language),
        ("亡くなった日", person.DiedOn?.Format()),
        ("配慮・連絡のしかた", person.Details.Notes),
        ("だれから聞いたか", PersonWords.Of(person.Details.Source)),
    ];

    private static IEnumerable<(string Term, string? Value)> Places(PersonDetails details) =>
    [
        ("住所", details.Location.Address ?? (details.Location.Kind == AddressKind.Unknown ? null : PersonWords.Of(details.Location.Kind))),
        ("居所", details.Location.Stay),
        ("電話", details.Phones.Count == 0 ? null : string.Join("、", details.Phones.Select(p => p.Number.Text))),
        ("学校・園", details.Location.School),
        ("かかりつけ医", details.Location.Clinic),
        ("勤務先", details.Location.Workplace),
    ];
}
