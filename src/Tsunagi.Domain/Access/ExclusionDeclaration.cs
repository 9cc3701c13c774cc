using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Access;

/// <summary>
/// 閲覧の除外の申告 (rules §9): says that an account stands too near to a person. While it holds, the database keeps an
/// <see cref="Exclusion"/> for the person and every root concerning them, so work goes on with others.
/// </summary>
public sealed class ExclusionDeclaration : Aggregate, IHeldRecord
{
    private const int LongestReason = 200;

    private ExclusionDeclaration() { }

    /// <summary>Its id.</summary>
    public Id<ExclusionDeclaration> Id { get; private set; }

    /// <summary>Who is shut out.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>Because of whom.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Person, PersonId);

    /// <summary>保有者: whose 係長・課長 are told.</summary>
    public Id<Organisation> HolderId { get; private set; }

    /// <summary>Why.</summary>
    public ExclusionKind Kind { get; private set; }

    /// <summary>In words; needed when somebody else declares it.</summary>
    public string? Reason { get; private set; }

    /// <summary>Who declared it; null when the program suspects it.</summary>
    public Id<Account>? DeclaredBy { get; private set; }

    /// <summary>When.</summary>
    public DateTimeOffset Since { get; private set; }

    /// <summary>Who cleared it; null while it holds.</summary>
    public Id<Account>? ClearedBy { get; private set; }

    /// <summary>When it was cleared.</summary>
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>On which ground it was cleared.</summary>
    public string? ClearReason { get; private set; }

    /// <summary>Whether it shuts the account out.</summary>
    public bool IsHolding => ClearedAt is null;

    /// <summary>Whether a supervisor still has to look at it.</summary>
    public bool IsWaiting => IsHolding && Kind == ExclusionKind.SuspectedRelative;

    /// <summary>申告する: for oneself at once; for others a supervisor does, with a reason.</summary>
    public static Outcome<ExclusionDeclaration> Declare(
        Id<ExclusionDeclaration> id, Id<Account> account, Person person, ExclusionKind? kind, string? reason, Stamp by)
    {
        var checks = new FieldChecks()
            .RefuseIf(account.IsNone, RefusalCode.Required, nameof(Account))
            .RefuseIf(kind is null, RefusalCode.Required, nameof(Kind))
            .RefuseIf(kind == ExclusionKind.SuspectedRelative, RefusalCode.UnknownCode, nameof(Kind))
            .RefuseIf(account != by.Account && string.IsNullOrWhiteSpace(reason), RefusalCode.Required, nameof(Reason))
            .Text(nameof(Reason), reason, LongestReason);
        if (!checks.Passed) return Outcome<ExclusionDeclaration>.Carry(Outcome.Refused(checks.Refusals));
        var declared = Make(id, account, person, kind!.Value, by.At);
        (declared.Reason, declared.DeclaredBy) = (TypedText.Field(reason), by.Account);
        return declared;
    }

    /// <summary>疑いを記す: the program found the names equal.</summary>
    public static ExclusionDeclaration Suspect(Id<ExclusionDeclaration> id, Id<Account> account, Person person, DateTimeOffset at) =>
        Make(id, account, person, ExclusionKind.SuspectedRelative, at);

    /// <summary>
    /// 解除する: what was suspected and is not so, or was declared by mistake; never by the one it concerns. The side of a
    /// perpetrator is not cleared: <see cref="TakeBack"/>.
    /// </summary>
    public Outcome Clear(string? reason, Stamp by) =>
        Kind == ExclusionKind.PerpetratorSide ? Outcome.Refused(RefusalCode.WrongState) : End(reason, by);

    /// <summary>
    /// 取り下げる: the side of a perpetrator, declared on the wrong account. Only by who declared it, or by the privacy officer; never by
    /// the one it concerns, and not by another supervisor, who cannot know that it was a mistake.
    /// </summary>
    public Outcome TakeBack(string? reason, bool answersForPrivacy, Stamp by) =>
        Kind != ExclusionKind.PerpetratorSide ? Outcome.Refused(RefusalCode.WrongState)
        : by.Account != DeclaredBy && !answersForPrivacy ? Outcome.Refused(RefusalCode.NotTheDeclarer)
        : End(reason, by);

    private Outcome End(string? reason, Stamp by)
    {
        var checks = new FieldChecks()
            .RefuseIf(!IsHolding, RefusalCode.WrongState)
            .RefuseIf(by.Account == AccountId, RefusalCode.SecondPersonNeeded)
            .Require(nameof(Reason), reason).Text(nameof(Reason), reason, LongestReason);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        (ClearedBy, ClearedAt, ClearReason) = (by.Account, by.At, TypedText.Field(reason));
        Record(new ExclusionCleared(AccountId, PersonId));
        return Outcome.Done;
    }

    void IHeldRecord.PassTo(Id<Organisation> holder) => HolderId = holder;

    private static ExclusionDeclaration Make(Id<ExclusionDeclaration> id, Id<Account> account, Person person, ExclusionKind kind, DateTimeOffset at)
    {
        var made = new ExclusionDeclaration
        {
            Id = id,
            AccountId = account,
            PersonId = person.Id,
            HolderId = person.HolderId,
            Kind = kind,
            Since = at,
        };
        made.Record(new ExclusionDeclared(account, person.Id, kind));
        return made;
    }
}

/// <summary>An account was shut out of what concerns a person.</summary>
public sealed record ExclusionDeclared(Id<Account> Account, Id<Person> Person, ExclusionKind Kind) : DomainEvent;

/// <summary>An exclusion was cleared.</summary>
public sealed record ExclusionCleared(Id<Account> Account, Id<Person> Person) : DomainEvent;
