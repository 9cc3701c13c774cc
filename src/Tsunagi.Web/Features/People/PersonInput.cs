using Tsunagi.Domain.People;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.People;

/// <summary>What stands in the fields of a person's form, as typed; the API sends the same.</summary>
public sealed class PersonInput
{
    public int Version { get; set; }
    public string? Reason { get; set; }
    public string? Family { get; set; }
    public string? Given { get; set; }
    public string? FamilyKana { get; set; }
    public string? GivenKana { get; set; }
    public string? Common { get; set; }
    public string? Former { get; set; }
    public string? BirthDate { get; set; }
    public string? Gender { get; set; }
    public string? Language { get; set; }
    public bool NeedsInterpreter { get; set; }
    public string? Notes { get; set; }
    public string? Source { get; set; }
    public string? AddressKind { get; set; }
    public string? Address { get; set; }
    public string? School { get; set; }
    public string? Clinic { get; set; }
    public string? Workplace { get; set; }
    public string? Stay { get; set; }
    public List<PhoneInput> Phones { get; set; } = [];

    /// <summary>The form as the record fills it.</summary>
    public static PersonInput Of(Person person) => new()
    {
        Version = person.Version,
        Family = person.Name.Family,
        Given = person.Name.Given,
        FamilyKana = person.Name.FamilyKana,
        GivenKana = person.Name.GivenKana,
        Common = person.Name.Common,
        Former = person.Name.Former,
        BirthDate = Typed(person.BirthDate),
        Gender = person.Gender,
        Language = person.Language,
        NeedsInterpreter = person.NeedsInterpreter,
        Notes = person.Notes,
        Source = person.Source.ToString(),
        AddressKind = person.Location.Kind.ToString(),
        Address = person.Location.Address,
        School = person.Location.School,
        Clinic = person.Location.Clinic,
        Workplace = person.Location.Workplace,
        Stay = person.Location.Stay,
        Phones = [.. person.Phones.Select(p => new PhoneInput { Number = p.Number.Text, Note = p.Note }), new()],
    };

    /// <summary>What was typed, as the rules understand it.</summary>
    /// <param name="typed">Gathers what cannot be read.</param>
    /// <param name="before">The record as it stands: an age told earlier keeps the day on which it was told.</param>
    /// <param name="today">Today.</param>
    public PersonDetails Read(TypedInput typed, PartialDate? before, DateOnly today) =>
        new(PersonName.Of(Family, Given, FamilyKana, GivenKana, Common, Former), typed.Choice<PersonSource>(nameof(Source), Source) ?? PersonSource.Self)
        {
            BirthDate = before is not null && BirthDate == Typed(before) ? before : typed.PartialDate(nameof(BirthDate), BirthDate, today),
            Gender = TypedText.Field(Gender),
            Language = TypedText.Field(Language),
            NeedsInterpreter = NeedsInterpreter,
            Notes = TypedText.Field(Notes),
            Location = new(
                TypedText.Field(Address) is not null ? Domain.People.AddressKind.Known : typed.Choice<AddressKind>(nameof(AddressKind), AddressKind) ?? Domain.People.AddressKind.Unknown,
                TypedText.Field(Address), TypedText.Field(School), TypedText.Field(Clinic), TypedText.Field(Workplace), TypedText.Field(Stay)),
            Phones = [.. Phones.Select((phone, row) => (Number: typed.Phone($"Phones[{row}].Number", phone.Number, "03"), phone.Note))
                .Where(phone => phone.Number is not null).Select(phone => new PersonPhone(phone.Number!, TypedText.Field(phone.Note)))],
        };

    private static string? Typed(PartialDate? date) => date?.Precision switch
    {
        null => null,
        PartialDatePrecision.Day => JapaneseDate.Format(date.Earliest),
        PartialDatePrecision.Age => date.Format(),
        _ => date.ToString(),
    };
}

/// <summary>One telephone number.</summary>
public sealed class PhoneInput
{
    public string? Number { get; set; }
    public string? Note { get; set; }
}
