using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>Reads the typed form into what the rules understand. People are told apart from the consultation: they become records of their own.</summary>
static class ReadConsultation
{
    /// <summary>The consultation itself, without the people.</summary>
    public static ConsultationContent Content(ConsultationInput input, TypedInput typed)
    {
        var day = typed.Date(nameof(input.Date), input.Date, required: true);
        var time = typed.Time(nameof(input.Time), input.Time);
        var at = day is { } d ? JapanTime.At(d, time ?? TimeOnly.MinValue) : DateTimeOffset.MinValue;
        return new(at, Blank(input.Channel) ?? "", input.OwnWords ?? "")
        {
            Route = Blank(input.Route),
            Visitor = new(Blank(input.VisitorName), Blank(input.VisitorRelation), Blank(input.VisitorAgency), Blank(input.VisitorContact)),
            Topics = [.. input.Topics],
            WorstTopic = Blank(input.WorstTopic),
            Statements = [.. input.Statements.Where(said => !said.IsBlank).Select(said => new Statement(said.Speaker?.Trim() ?? "", said.Words?.Trim() ?? ""))],
            Wishes = Blank(input.Wishes),
            Care = Blank(input.Care),
            Observations = Blank(input.Observations),
            Urgency = Blank(input.Urgency),
            DangerSigns = [.. input.DangerSigns],
            Agreement = typed.Choice<IntakeAgreement>(nameof(input.Agreement), input.Agreement) ?? IntakeAgreement.NotAsked,
            AgreementWords = Blank(input.AgreementWords),
            Minutes = typed.Number(nameof(input.Minutes), input.Minutes),
        };
    }

    /// <summary>
    /// The person concerned, when anything about them was said. Somebody calling about themselves is the person: what they
    /// gave as the visitor need not be typed twice.
    /// </summary>
    public static PersonDetails? Subject(ConsultationInput input, TypedInput typed, DateOnly today)
    {
        var speaksForSelf = input.VisitorRelation == Visitor.Self;
        var name = Blank(input.PersonName) ?? (speaksForSelf ? Blank(input.VisitorName) : null);
        var kana = Blank(input.PersonKana) ?? (speaksForSelf ? Blank(input.VisitorKana) : null);
        var birth = typed.PartialDate(nameof(input.PersonBirth), input.PersonBirth, today);
        var phone = typed.Phone(nameof(input.PersonPhone), input.PersonPhone, AreaCode);
        if (phone is null && speaksForSelf && PhoneNumber.TryParse(input.VisitorContact, AreaCode, out var given)) phone = given;
        var kind = typed.Choice<AddressKind>(nameof(input.PersonAddressKind), input.PersonAddressKind);
        var address = Blank(input.PersonAddress);
        if (name is null && kana is null && birth is null && phone is null && address is null && Blank(input.PersonGender) is null && input.Members.All(m => m.IsBlank)) return null;
        return new(PersonName.FromLine(name, kana), speaksForSelf ? PersonSource.Self : PersonSource.ThirdParty)
        {
            BirthDate = birth,
            Gender = Blank(input.PersonGender),
            Location = new(address is not null ? AddressKind.Known : kind ?? AddressKind.Unknown, address),
            Phones = phone is null ? [] : [new(phone)],
        };
    }

    /// <summary>The other people of the household, as far as any were named.</summary>
    public static IReadOnlyList<(PersonDetails Person, Belonging Belonging, int Row)> Members(ConsultationInput input, TypedInput typed, DateOnly today) =>
    [
        .. input.Members.Select((member, row) => (Member: member, Row: row)).Where(m => !m.Member.IsBlank).Select(m => (
            new PersonDetails(PersonName.FromLine(m.Member.Name, m.Member.Kana), PersonSource.Family)
            {
                BirthDate = typed.PartialDate($"Members[{m.Row}].Birth", m.Member.Birth, today),
            },
            new Belonging(Blank(m.Member.Relation) ?? HouseholdMember.UnknownRelation, typed.Choice<LivingTogether>($"Members[{m.Row}].Living", m.Member.Living) ?? LivingTogether.Unknown),
            m.Row)),
    ];

    /// <summary>Somebody who is named later on.</summary>
    public static PersonDetails Named(NamedInput input, TypedInput typed, DateOnly today)
    {
        var phone = typed.Phone(nameof(input.Phone), input.Phone, AreaCode);
        return new(PersonName.FromLine(Blank(input.Name), Blank(input.Kana)), PersonSource.ThirdParty)
        {
            BirthDate = typed.PartialDate(nameof(input.Birth), input.Birth, today),
            Phones = phone is null ? [] : [new(phone)],
        };
    }

    // Tokyo's 23 wards share 03; a number typed without it is completed.
    internal const string AreaCode = "03";

    private static string? Blank(string? text) => TypedText.Field(text);
}
