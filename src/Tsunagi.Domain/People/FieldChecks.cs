using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>Gathers every refusal of a form, each with the field it belongs to, so that a page shows all of them at once.</summary>
internal sealed class FieldChecks
{
    internal const int Short = 200;
    internal const int Long = 10_000;

    private readonly List<Refusal> refusals = [];

    internal IReadOnlyList<Refusal> Refusals => refusals;

    internal bool Passed => refusals.Count == 0;

    internal FieldChecks Refuse(RefusalCode code, string? field = null)
    {
        refusals.Add(new(code, field));
        return this;
    }

    internal FieldChecks RefuseIf(bool wrong, RefusalCode code, string? field = null) => wrong ? Refuse(code, field) : this;

    internal FieldChecks Require(string field, string? text) => RefuseIf(string.IsNullOrWhiteSpace(text), RefusalCode.Required, field);

    /// <summary>Holds a free text against its length and against R-10.</summary>
    internal FieldChecks Text(string field, string? text, int longest) =>
        RefuseIf(text?.Length > longest, RefusalCode.TooLong, field)
            .RefuseIf(IndividualNumber.Appears(text), RefusalCode.IndividualNumber, field);

    internal FieldChecks Code(string field, string? code, IReadOnlySet<string> offered) =>
        RefuseIf(code is not null && !offered.Contains(code), RefusalCode.UnknownCode, field);
}
