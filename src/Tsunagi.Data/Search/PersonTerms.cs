using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;

namespace Tsunagi.Data.Search;

/// <summary>What a person is found by.</summary>
static class PersonTerms
{
    private const int PhoneRun = 4;

    /// <summary>The terms of a person, of the field classes that are open.</summary>
    public static HashSet<int> Of(Person person, FieldClasses open = FieldClasses.Ordinary)
    {
        HashSet<int> terms = [];
        if (open.HasFlag(FieldClasses.Identity))
        {
            NameTerms.Add(person.Name, terms);
            BirthTerms.Add(person.BirthDate, terms);
        }
        // A protected person has neither place nor number to make a term of.
        if (open.HasFlag(FieldClasses.Contact) && !person.IsLocationProtected)
        {
            foreach (var phone in person.Phones) Phone(phone.Number.Digits, terms);
            PlaceTerms.Add(person.Location.Address, terms);
            PlaceTerms.Add(person.Location.Stay, terms);
        }
        return terms;
    }

    /// <summary>The names as they were written, without blanks: what is exactly as asked for comes first.</summary>
    public static string Names(PersonName name) => string.Join(' ', new[] { name.Written, name.Common, name.Former }.OfType<string>().Select(Bare));

    /// <summary>What people found equally well are sorted by: the reading, else the name.</summary>
    public static string Order(PersonName name) => Bare(name.Reading ?? name.Display);

    /// <summary>The terms of every four neighbouring digits.</summary>
    public static void Phone(string digits, ICollection<int> terms)
    {
        for (var i = 0; i + PhoneRun <= digits.Length; i++) terms.Add(SearchTerm.Of(TermKind.Phone, digits.AsSpan(i, PhoneRun)));
    }

    /// <summary>A text without blanks.</summary>
    public static string Bare(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
