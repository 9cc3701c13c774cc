using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>Collects what is missing or too long, so that a form is told everything at once.</summary>
internal sealed class Needs
{
    private readonly List<Refusal> refusals = [];

    public IReadOnlyList<Refusal> Refusals => refusals;

    public Outcome Outcome => Outcome.From(refusals);

    public Needs Add(RefusalCode code, string? field = null)
    {
        refusals.Add(new(code, field));
        return this;
    }

    public Needs Text(string? text, string field, int max)
    {
        if (string.IsNullOrWhiteSpace(text)) Add(RefusalCode.Required, field);
        return Fits(text, field, max);
    }

    public Needs Fits(string? text, string field, int max)
    {
        if (text?.Length > max) Add(RefusalCode.TooLong, field);
        return IndividualNumber.Appears(text) ? Add(RefusalCode.IndividualNumber, field) : this;
    }

    public Needs NotFuture(DateOnly date, string field, DateTimeOffset now) =>
        date > JapanTime.DateOf(now) ? Add(RefusalCode.DateInFuture, field) : this;

    public Needs NotPast(DateOnly date, string field, DateTimeOffset now) =>
        date < JapanTime.DateOf(now) ? Add(RefusalCode.DateInPast, field) : this;
}
