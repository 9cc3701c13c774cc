using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.ProtectedLocations;

/// <summary>保護された居場所: everything that tells where a protected person is. It is stored sealed, and nowhere else.</summary>
public sealed record ProtectedPlace
{
    /// <summary>住所.</summary>
    public string? Address { get; init; }

    /// <summary>居所: where they actually stay.</summary>
    public string? Stay { get; init; }

    /// <summary>電話.</summary>
    public string? Phones { get; init; }

    /// <summary>学校・園.</summary>
    public string? School { get; init; }

    /// <summary>かかりつけ医.</summary>
    public string? Clinic { get; init; }

    /// <summary>勤務先.</summary>
    public string? Workplace { get; init; }

    /// <summary>連絡のしかたなど.</summary>
    public string? Note { get; init; }

    /// <summary>Old values that left the trace of corrections.</summary>
    public IReadOnlyList<string> Earlier { get; init; } = [];

    /// <summary>つながり: agencies, places and people the person was tied to.</summary>
    public IReadOnlyList<string> Ties { get; init; } = [];

    /// <summary>What left a record when protection began.</summary>
    public static ProtectedPlace Of(WithdrawnLocation left) => new()
    {
        Address = left.Location.Address,
        Stay = left.Location.Stay,
        School = left.Location.School,
        Clinic = left.Location.Clinic,
        Workplace = left.Location.Workplace,
        Phones = left.Phones.Count == 0 ? null : string.Join('、', left.Phones.Select(p => p.Note is null ? p.Number.Text : $"{p.Number.Text}（{p.Note}）")),
        Ties = left.Ties,
        Earlier = [.. left.Traces.SelectMany(t => new[] { t.OldValue, t.NewValue }).OfType<string>().Distinct()],
    };

    /// <summary>Every refusal, with its field.</summary>
    public Outcome Check()
    {
        var checks = new FieldChecks();
        foreach (var (field, text) in Texts()) checks.Text(field, text, field == nameof(Note) ? FieldChecks.Long : FieldChecks.Short);
        checks.RefuseIf(Texts().All(t => string.IsNullOrWhiteSpace(t.Text)), RefusalCode.Required, nameof(Address));
        return Outcome.From(checks.Refusals);
    }

    private IEnumerable<(string Field, string? Text)> Texts() =>
    [
        (nameof(Address), Address), (nameof(Stay), Stay), (nameof(Phones), Phones), (nameof(School), School),
        (nameof(Clinic), Clinic), (nameof(Workplace), Workplace), (nameof(Note), Note),
    ];
}
