using Tsunagi.Domain.Households;
using Tsunagi.Domain.People;

namespace Tsunagi.Web.Words;

/// <summary>The words of people and households.</summary>
public static class PersonWords
{
    /// <summary>Who told it.</summary>
    public static string Of(PersonSource source) => source switch
    {
        PersonSource.Self => "本人から",
        PersonSource.Family => "家族から",
        PersonSource.ThirdParty => "第三者から",
        PersonSource.Observation => "職員が見聞きした",
    };

    /// <summary>How the address stands.</summary>
    public static string Of(AddressKind kind) => kind switch
    {
        AddressKind.Unknown => "まだ聞いていない",
        AddressKind.Known => "住所あり",
        AddressKind.None => "住所なし",
        AddressKind.Withheld => "本人が言わない",
    };

    /// <summary>Whether they live together.</summary>
    public static string Of(LivingTogether living) => living switch
    {
        LivingTogether.Together => "同居",
        LivingTogether.Apart => "別居",
        LivingTogether.Away => "入院・入所などで離れている",
        LivingTogether.Unknown => "同居か不明",
    };

    /// <summary>A value of the trace of corrections.</summary>
    public static string? OfValue(string field, string? value) => value is null ? null : field switch
    {
        "Source" => Enum.TryParse<PersonSource>(value, out var source) ? Of(source) : value,
        "AddressKind" => Enum.TryParse<AddressKind>(value, out var kind) ? Of(kind) : value,
        "NeedsInterpreter" => "要る",
        "BirthDate" or "DiedOn" => PartialDate.Parse(value).Format(),
        _ => value,
    };
}
