using System.Globalization;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>同意する本人: what their own record says that decides whether they may be asked, and who consents.</summary>
/// <param name="Born">The date of birth as far as it is known.</param>
/// <param name="Died">The day of death, if one is recorded.</param>
public sealed record ConsentSubject(PartialDate? Born, PartialDate? Died)
{
    /// <summary>Nobody consents for the dead. Death closes nothing: what was given stays as it is.</summary>
    public Outcome MayBeAsked(string? field = null) => Died is null ? Outcome.Done : Outcome.Refused(RefusalCode.ConsentPersonDied, field);

    /// <summary>The youngest they may be on a day: a child is not to be taken for an adult where only a year or an age was told.</summary>
    public int? AgeOn(DateOnly day) => Born is null ? null : Math.Max(0, Born.AgeOn(day)?.From ?? 0);

    /// <summary>Their age on the day of giving: by the record, and only where that has no birth date, as typed.</summary>
    /// <param name="day">The day of giving.</param>
    /// <param name="typed">What was typed, if anything.</param>
    /// <param name="field">The name of the field it was typed into.</param>
    public Outcome<int> AgeOn(DateOnly day, int? typed, string field)
    {
        if (AgeOn(day) is not { } known)
            return typed is >= 0 ? typed.Value : new Refusal(RefusalCode.ConsentAgeUnknown, field);
        var oldest = Math.Max(known, Born!.AgeOn(day)?.To ?? 0);
        return typed is null || known <= typed && typed <= oldest ? known
            : new Refusal(RefusalCode.ConsentAgeDiffers, field, oldest == known ? Text(known) : $"{Text(known)}～{Text(oldest)}");
    }

    private static string Text(int age) => age.ToString(CultureInfo.InvariantCulture);
}
