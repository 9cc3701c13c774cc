using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Access;

/// <summary>Why an account is shut out (rules §9).</summary>
public enum ExclusionKind
{
    /// <summary>本人.</summary>
    Self,
    /// <summary>親族（申告）.</summary>
    Relative,
    /// <summary>親族の疑い（同じ住所・氏名など）: until the supervisor clears it.</summary>
    SuspectedRelative,
    /// <summary>利害関係.</summary>
    Conflict,
    /// <summary>支援措置の相手方の側.</summary>
    PerpetratorSide,
}

/// <summary>
/// 閲覧の除外: an account that may not see a root because of a person concerned in it. Denies first, whatever grants exist.
/// One row for each root the person is concerned in; the database copies it to roots they are added to later.
/// </summary>
public sealed class Exclusion
{
    private Exclusion() { }

    /// <summary>Shuts an account out of a root.</summary>
    public Exclusion(Id<Account> account, Id<Person> person, RootRef root, ExclusionKind kind, DateTimeOffset since) =>
        (AccountId, PersonId, RootId, Kind, Since) = (account, person, root.Id, kind, since);

    /// <summary>Who is shut out.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>Because of whom.</summary>
    public Id<Person> PersonId { get; private set; }

    /// <summary>Of which root; the person record itself among them.</summary>
    public Guid RootId { get; private set; }

    /// <summary>Why.</summary>
    public ExclusionKind Kind { get; private set; }

    /// <summary>Since when.</summary>
    public DateTimeOffset Since { get; private set; }
}
