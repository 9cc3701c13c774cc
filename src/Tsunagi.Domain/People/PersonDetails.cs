using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>How what is known of an address stands.</summary>
public enum AddressKind
{
    /// <summary>不明（まだ聞いていない）.</summary>
    Unknown,
    /// <summary>住所あり.</summary>
    Known,
    /// <summary>住所なし（住まいを失っている）.</summary>
    None,
    /// <summary>本人が言わない.</summary>
    Withheld,
}

/// <summary>Who told what is written about the person.</summary>
public enum PersonSource
{
    /// <summary>本人から.</summary>
    Self,
    /// <summary>家族から.</summary>
    Family,
    /// <summary>本人・家族以外の第三者から.</summary>
    ThirdParty,
    /// <summary>職員が見聞きした.</summary>
    Observation,
}

/// <summary>居場所の分かる情報: everything in a person that reveals where they can be found.</summary>
/// <remarks>Empty for a person under 支援措置: it then lives in the store of protected locations alone.</remarks>
/// <param name="Kind">Whether an address is known.</param>
/// <param name="Address">The address, when <paramref name="Kind"/> is <see cref="AddressKind.Known"/>.</param>
/// <param name="School">学校・園.</param>
/// <param name="Clinic">かかりつけ医.</param>
/// <param name="Workplace">勤務先.</param>
/// <param name="Stay">居所: where they actually stay, if elsewhere.</param>
public sealed record PersonLocation(
    AddressKind Kind, string? Address = null, string? School = null, string? Clinic = null, string? Workplace = null, string? Stay = null)
{
    /// <summary>Nothing is known.</summary>
    public static PersonLocation Unknown { get; } = new(AddressKind.Unknown);

    /// <summary>True when it says nothing about a place.</summary>
    public bool IsEmpty => this == Unknown;
}

/// <summary>電話: a number of a person and what to mind when using it.</summary>
/// <param name="Number">The number.</param>
/// <param name="Note">Such as 自宅, 長女, 伝言しない.</param>
public sealed record PersonPhone(PhoneNumber Number, string? Note = null);

/// <summary>人の記載事項: what a worker writes down about a person; everything may be unknown.</summary>
/// <param name="Name">The names.</param>
/// <param name="Source">Who told it.</param>
public sealed record PersonDetails(PersonName Name, PersonSource Source)
{
    /// <summary>生年月日, as far as known.</summary>
    public PartialDate? BirthDate { get; init; }

    /// <summary>性別: in the person's own words, optional.</summary>
    public string? Gender { get; init; }

    /// <summary>Where they can be found.</summary>
    public PersonLocation Location { get; init; } = PersonLocation.Unknown;

    /// <summary>Telephone numbers; they reveal places too.</summary>
    public IReadOnlyList<PersonPhone> Phones { get; init; } = [];

    /// <summary>使う言語; null for Japanese or unknown.</summary>
    public string? Language { get; init; }

    /// <summary>通訳・手話・筆談などが要る.</summary>
    public bool NeedsInterpreter { get; init; }

    /// <summary>配慮してほしいこと・連絡のしかた.</summary>
    public string? Notes { get; init; }

    /// <summary>Every refusal, with its field.</summary>
    /// <param name="locationProtected">True for a person under 支援措置, of whom nothing about places may be written here.</param>
    /// <param name="today">Today in Tokyo.</param>
    public IReadOnlyList<Refusal> Check(bool locationProtected, DateOnly today)
    {
        var checks = new FieldChecks();
        foreach (var (field, text) in Texts()) checks.Text(field, text, field == nameof(Notes) ? FieldChecks.Long : FieldChecks.Short);
        return checks
            .RefuseIf(Name.FamilyKana is { } family && !KanaText.IsKana(family), RefusalCode.KanaOnly, nameof(PersonName.FamilyKana))
            .RefuseIf(Name.GivenKana is { } given && !KanaText.IsKana(given), RefusalCode.KanaOnly, nameof(PersonName.GivenKana))
            .RefuseIf(BirthDate?.Earliest > today, RefusalCode.DateInFuture, nameof(BirthDate))
            .RefuseIf(Location.Kind == AddressKind.Known && Location.Address is null, RefusalCode.Required, nameof(PersonLocation.Address))
            .RefuseIf(locationProtected && !Location.IsEmpty, RefusalCode.LocationProtected, nameof(PersonLocation.Address))
            .RefuseIf(locationProtected && Phones.Count > 0, RefusalCode.LocationProtected, nameof(Phones))
            .Refusals;
    }

    /// <summary>The fields as text, in the order of the form, for the trace of corrections.</summary>
    internal IEnumerable<(string Field, string? Value)> Fields() =>
    [
        .. Texts().Where(text => text.Field != nameof(Phones)),
        (nameof(BirthDate), BirthDate?.ToString()),
        (nameof(Source), Source.ToString()),
        (nameof(NeedsInterpreter), NeedsInterpreter ? bool.TrueString : null),
        ("AddressKind", Location.Kind == AddressKind.Unknown ? null : Location.Kind.ToString()),
        (nameof(Phones), string.Join('、', Phones.Select(phone => phone.Note is null ? phone.Number.Text : $"{phone.Number.Text}（{phone.Note}）"))),
    ];

    /// <summary>The fields that reveal where somebody is: their old values leave with them when protection begins.</summary>
    internal static IReadOnlySet<string> PlaceFields { get; } = new HashSet<string>
    {
        "AddressKind", nameof(PersonLocation.Address), nameof(PersonLocation.School), nameof(PersonLocation.Clinic),
        nameof(PersonLocation.Workplace), nameof(PersonLocation.Stay), nameof(Phones),
    };

    private IEnumerable<(string Field, string? Value)> Texts() =>
    [
        (nameof(Name.Family), Name.Family), (nameof(Name.Given), Name.Given),
        (nameof(Name.FamilyKana), Name.FamilyKana), (nameof(Name.GivenKana), Name.GivenKana),
        (nameof(Name.Common), Name.Common), (nameof(Name.Former), Name.Former),
        (nameof(Gender), Gender), (nameof(Language), Language), (nameof(Notes), Notes),
        (nameof(Location.Address), Location.Address), (nameof(Location.School), Location.School),
        (nameof(Location.Clinic), Location.Clinic), (nameof(Location.Workplace), Location.Workplace),
        (nameof(Location.Stay), Location.Stay),
        .. Phones.Select(phone => (nameof(Phones), phone.Note)),
    ];
}
