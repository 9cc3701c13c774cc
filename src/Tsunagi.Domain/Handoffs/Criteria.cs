namespace Tsunagi.Domain.Handoffs;

/// <summary>多機関協働の三つの基準 (S3): all three must hold for the hub to take a handoff on.</summary>
public enum Criterion
{
    /// <summary>①複雑化・狭間: a complex or between-systems need, hard for the present systems.</summary>
    Complex,
    /// <summary>②役割整理: roles and direction of several agencies need sorting.</summary>
    Roles,
    /// <summary>③既存会議では困難: 地域ケア会議, 要対協 and the like cannot handle it.</summary>
    BeyondMeetings,
}

/// <summary>基準への答え.</summary>
public enum CriterionAnswer
{
    /// <summary>はい.</summary>
    Yes,
    /// <summary>いいえ.</summary>
    No,
    /// <summary>情報不足.</summary>
    NotEnoughInformation,
}

/// <summary>一つの基準の見方: an answer and why.</summary>
/// <param name="Answer">はい・いいえ・情報不足.</param>
/// <param name="Reason">Why; the sender may leave it out, the hub may not.</param>
public sealed record CriterionView(CriterionAnswer Answer, string? Reason = null);

/// <summary>三つの基準の見方, one by one.</summary>
public sealed record CriteriaSheet(CriterionView Complex, CriterionView Roles, CriterionView BeyondMeetings)
{
    /// <summary>The view of one criterion.</summary>
    public CriterionView this[Criterion criterion] => criterion switch
    {
        Criterion.Complex => Complex,
        Criterion.Roles => Roles,
        Criterion.BeyondMeetings => BeyondMeetings,
    };

    /// <summary>The criteria that got an answer, in order.</summary>
    public IReadOnlyList<Criterion> With(CriterionAnswer answer) =>
        [.. Enum.GetValues<Criterion>().Where(c => this[c].Answer == answer)];

    /// <summary>すべて「はい」: the hub may take it on.</summary>
    public bool AllMet() => With(CriterionAnswer.Yes).Count == Enum.GetValues<Criterion>().Length;

    /// <summary>「いいえ」がある: the hub may return it, and must say which criterion failed.</summary>
    public bool AnyFails() => With(CriterionAnswer.No).Count > 0;
}
