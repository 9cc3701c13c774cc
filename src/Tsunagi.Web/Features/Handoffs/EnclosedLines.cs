using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>氏名・生年月日の一行: written when a person is enclosed, read again when the receiver opens its own record.</summary>
static class IdentityLine
{
    public static string Of(Person person)
    {
        var kana = string.Join(' ', new[] { person.Name.FamilyKana, person.Name.GivenKana }.OfType<string>());
        var birth = person.BirthDate is { } born ? $" {born.Format()}生まれ" : "";
        return $"{person.Name.Written}{(kana.Length > 0 ? $"（{kana}）" : "")}{birth}";
    }

    /// <summary>What the line says, as far as it can be read: nothing that does not fit is an error.</summary>
    public static PersonDetails Read(string line, DateOnly today)
    {
        var (name, rest) = EnclosedName.Cut(line, '（');
        var (kana, after) = EnclosedName.Cut(rest, '）');
        var details = new PersonDetails(PersonName.FromLine(name, rest.Length > 0 ? kana : null), PersonSource.ThirdParty);
        var birth = (rest.Length > 0 ? after : "").Replace("生まれ", "", StringComparison.Ordinal).Trim();
        return birth.Length > 0 && PartialDate.TryRead(birth, today, out var born, out _) ? details with { BirthDate = born } : details;
    }
}

/// <summary>連絡先の一行: name, address and telephone numbers.</summary>
static class ContactLine
{
    private const string AreaCode = "03";

    /// <summary>Null when nothing is known.</summary>
    public static string? Of(Person person)
    {
        var places = new[] { person.Location.Address }.Concat(person.Phones.Select(p => string.Join(' ', new[] { p.Number.Text, p.Note }.OfType<string>()))).OfType<string>();
        return string.Join('、', places) is { Length: > 0 } known ? $"{EnclosedName.Of(person)}：{known}" : null;
    }

    /// <summary>Whose it is, and what it says: what is no number is the address.</summary>
    public static (string Name, PersonLocation Location, IReadOnlyList<PersonPhone> Phones) Read(string line)
    {
        var (name, rest) = EnclosedName.Cut(line, '：');
        List<string> places = [];
        List<PersonPhone> phones = [];
        foreach (var part in rest.Split('、', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var (number, note) = EnclosedName.Cut(part, ' ');
            if (PhoneNumber.TryParse(number, AreaCode, out var phone)) phones.Add(new(phone, TypedText.Field(note)));
            else places.Add(part);
        }
        var address = TypedText.Field(string.Join('、', places));
        return (name, address is null ? PersonLocation.Unknown : new(AddressKind.Known, address), phones);
    }
}

/// <summary>世帯の一行: name, relation and living together.</summary>
static class HouseholdLine
{
    public static string Of(Person person, ToldBelonging member) => $"{EnclosedName.Of(person)}（{member.Relation}、{PersonWords.Of(member.Living)}）";

    public static (string Name, Belonging Belonging) Read(string line)
    {
        var (name, rest) = EnclosedName.Cut(line, '（');
        var (relation, living) = EnclosedName.Cut(rest.TrimEnd('）'), '、');
        return (name, new(
            relation.Length > 0 ? relation : HouseholdMember.UnknownRelation,
            Enum.GetValues<LivingTogether>().Where(l => PersonWords.Of(l) == living).Cast<LivingTogether?>().FirstOrDefault() ?? LivingTogether.Unknown));
    }
}

/// <summary>The name at the head of each line.</summary>
static class EnclosedName
{
    public static string Of(Person person) => person.Name.Written ?? "（氏名不明）";

    public static (string Before, string After) Cut(string text, char at) =>
        text.IndexOf(at, StringComparison.Ordinal) is var i and >= 0 ? (text[..i].Trim(), text[(i + 1)..].Trim()) : (text.Trim(), "");
}
