using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>同意した人. Family is not among them: family may write for a person, never consent for them (rules §3).</summary>
public enum ConsentGiver
{
    /// <summary>本人.</summary>
    Self,
    /// <summary>法定代理人（親権者・未成年後見人）.</summary>
    LegalRepresentative,
    /// <summary>成年後見人.</summary>
    AdultGuardian,
    /// <summary>保佐人.</summary>
    Curator,
    /// <summary>補助人.</summary>
    Assistant,
    /// <summary>任意後見人.</summary>
    VoluntaryGuardian,
}

/// <summary>同意の受け方.</summary>
public enum ConsentForm
{
    /// <summary>書面.</summary>
    Written,
    /// <summary>口頭（説明者・言葉・時刻を記録）.</summary>
    Oral,
}

/// <summary>署名の方法.</summary>
public enum SignatureKind
{
    /// <summary>自署.</summary>
    Signed,
    /// <summary>記名押印.</summary>
    Seal,
    /// <summary>拇印.</summary>
    Thumbprint,
    /// <summary>代筆: somebody else wrote, the person consented.</summary>
    WrittenByOther,
}

/// <summary>代理人の立場.</summary>
public enum RepresentativeStanding
{
    /// <summary>支障なし.</summary>
    Clear,
    /// <summary>虐待などの疑いあり: not asked (rules §3).</summary>
    Suspected,
    /// <summary>利益相反: not asked (rules §3).</summary>
    Conflicted,
}

/// <summary>同意の受領: how a consent was given. Who may give it is told by <see cref="Check"/>.</summary>
/// <param name="Giver">Who consented.</param>
/// <param name="GiverName">The representative's name; null for the person themself.</param>
/// <param name="Standing">The representative's standing towards the person.</param>
/// <param name="Authority">For 保佐・補助・任意後見: which document proves which authority.</param>
/// <param name="CanJudge">Whether the person can judge this matter themself.</param>
/// <param name="ChildWish">The child's own wish, in their words; always needed for a minor.</param>
/// <param name="Form">In writing or by word of mouth.</param>
/// <param name="Signature">How it was signed, if written.</param>
/// <param name="WrittenBy">Name and relation of who wrote for the person, if 代筆.</param>
/// <param name="Words">The person's words; needed if oral.</param>
/// <param name="Witness">Who heard it: name and post of the explainer; needed if oral.</param>
/// <param name="Interpreter">Who interpreted, if anybody.</param>
/// <param name="At">When it was given.</param>
public sealed record ConsentGiving(
    ConsentGiver Giver, string? GiverName, RepresentativeStanding Standing, string? Authority, bool CanJudge,
    string? ChildWish, ConsentForm Form, SignatureKind? Signature, string? WrittenBy, string? Words, string? Witness,
    Interpreter? Interpreter, DateTimeOffset At)
{
    /// <summary>What stands in the way of taking this consent.</summary>
    /// <param name="age">The person's age on the day.</param>
    /// <param name="rules">The ward's ages.</param>
    /// <param name="by">Who records it.</param>
    internal IReadOnlyList<Refusal> Check(int age, ConsentRules rules, Stamp by)
    {
        List<Refusal> refusals = [.. Right(age, rules), .. Evidence(), .. Interpreter.Check(Interpreter)];
        if (age < rules.AdultAge && string.IsNullOrWhiteSpace(ChildWish))
            refusals.Add(new(RefusalCode.Required, nameof(ChildWish)));
        if (At > by.At)
            refusals.Add(new(RefusalCode.DateInFuture, nameof(At)));
        return refusals;
    }

    private IEnumerable<Refusal> Right(int age, ConsentRules rules)
    {
        if (Giver != ConsentGiver.Self && string.IsNullOrWhiteSpace(GiverName))
            yield return new(RefusalCode.Required, nameof(GiverName));
        if (Giver != ConsentGiver.Self && Standing != RepresentativeStanding.Clear)
            yield return new(RefusalCode.ConsentRepresentativeNotAsked, nameof(Standing));
        if (RightOf(age, rules) is { } code)
            yield return new(code, code == RefusalCode.ConsentAuthorityNotProven ? nameof(Authority) : nameof(Giver));
    }

    // Nobody consents over the head of a person who can judge; a representative speaks only where the law lets them.
    private RefusalCode? RightOf(int age, ConsentRules rules) => Giver switch
    {
        ConsentGiver.Self when age < rules.MinorConsentAge => RefusalCode.ConsentNeedsRepresentative,
        ConsentGiver.Self => CanJudge ? null : RefusalCode.ConsentPersonCannotJudge,
        ConsentGiver.LegalRepresentative when age >= rules.AdultAge => RefusalCode.ConsentNotAMinor,
        ConsentGiver.LegalRepresentative =>
            age >= rules.MinorConsentAge && CanJudge ? RefusalCode.ConsentPersonCanDecide : null,
        ConsentGiver.AdultGuardian => CanJudge ? RefusalCode.ConsentPersonCanDecide : null,
        ConsentGiver.Curator or ConsentGiver.Assistant or ConsentGiver.VoluntaryGuardian =>
            CanJudge ? RefusalCode.ConsentPersonCanDecide
            : string.IsNullOrWhiteSpace(Authority) ? RefusalCode.ConsentAuthorityNotProven
            : null,
    };

    private IEnumerable<Refusal> Evidence()
    {
        if (Form == ConsentForm.Oral)
        {
            if (string.IsNullOrWhiteSpace(Words))
                yield return new(RefusalCode.Required, nameof(Words));
            if (string.IsNullOrWhiteSpace(Witness))
                yield return new(RefusalCode.Required, nameof(Witness));
        }
        else if (Signature is null)
        {
            yield return new(RefusalCode.Required, nameof(Signature));
        }
        else if (Signature == SignatureKind.WrittenByOther && string.IsNullOrWhiteSpace(WrittenBy))
        {
            yield return new(RefusalCode.Required, nameof(WrittenBy));
        }
    }
}
