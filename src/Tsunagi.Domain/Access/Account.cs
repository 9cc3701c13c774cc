using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Access;

/// <summary>利用者アカウント: one person's sign-in. Never shared. Holds no content rights by itself.</summary>
public sealed class Account : Aggregate
{
    private readonly List<Membership> memberships = [];

    private Account() { }

    /// <summary>Creates an account without a password; nobody can sign in until one is set.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="login">The sign-in name, kept in lower case.</param>
    /// <param name="name">The worker's name as colleagues see it.</param>
    public Account(Id<Account> id, string login, string name)
    {
        (Id, Login, Name) = (id, NormaliseLogin(login), name);
        Record(new AccountCreated(id));
    }

    /// <summary>Its id.</summary>
    public Id<Account> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Account, Id);

    /// <summary>The sign-in name, lower case.</summary>
    public string Login { get; private set; } = "";

    /// <summary>The worker's name.</summary>
    public string Name { get; private set; } = "";

    /// <summary>The salted hash of the password; null until one is set.</summary>
    public string? PasswordHash { get; set; }

    /// <summary>Changes whenever sign-ins elsewhere must end (password, retirement); the tokens for the API end with them.</summary>
    public string SecurityStamp { get; set; } = "";

    /// <summary>Failed sign-ins in a row.</summary>
    public int FailedSignIns { get; set; }

    /// <summary>No sign-in before this instant.</summary>
    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Whether the password must be changed at the next sign-in.</summary>
    public bool MustChangePassword { get; set; }

    /// <summary>Whether the account is in use; retired people keep their account for the record.</summary>
    public bool IsActive { get; private set; } = true;

    /// <summary>What they are, where, and when.</summary>
    public IReadOnlyList<Membership> Memberships => memberships;

    /// <summary>The form in which sign-in names are stored and compared.</summary>
    public static string NormaliseLogin(string login) => login.Trim().ToLowerInvariant();

    /// <summary>Gives a role in an organisation.</summary>
    public Outcome Join(Id<Membership> id, Id<Organisation> organisation, Role role, DateOnly from)
    {
        if (memberships.Exists(m => m.OrganisationId == organisation && m.Role == role && m.Until is null))
            return Outcome.Refused(RefusalCode.WrongState, nameof(Role));
        memberships.Add(new(id, Id, organisation, role, from));
        Record(new RoleGiven(Id, organisation, role, from));
        return Outcome.Done;
    }

    /// <summary>Takes a role away from the end of a day.</summary>
    public Outcome Leave(Id<Membership> membership, DateOnly until)
    {
        var found = memberships.Find(m => m.Id == membership);
        if (found is null) return Outcome.Refused(RefusalCode.NotFound);
        if (until < found.From) return Outcome.Refused(RefusalCode.PeriodReversed, nameof(Membership.Until));
        found.EndOn(until);
        Record(new RoleTaken(Id, found.OrganisationId, found.Role, until));
        return Outcome.Done;
    }

    /// <summary>Corrects the name colleagues see.</summary>
    public void Rename(string name) => Name = name;

    /// <summary>Ends or resumes the use of the account; every sign-in ends with it at the next request.</summary>
    public void SetActive(bool active)
    {
        IsActive = active;
        Record(active ? new AccountResumed(Id) : new AccountStopped(Id));
    }

    /// <summary>APIの鍵を発行する: for an organisation they work for.</summary>
    public Outcome IssueToken(Id<Organisation>? organisation, string? name, DateOnly today)
    {
        var checks = new FieldChecks()
            .Require("Name", name).Text("Name", name, FieldChecks.Short)
            .RefuseIf(organisation is null, RefusalCode.Required, "Organisation")
            .RefuseIf(organisation is not null && !memberships.Exists(m => m.OrganisationId == organisation && m.HoldsOn(today)), RefusalCode.UnknownCode, "Organisation");
        if (checks.Passed) Record(new ApiTokenIssued(Id, organisation!.Value));
        return Outcome.From(checks.Refusals);
    }

    /// <summary>APIの鍵を失効させる.</summary>
    public void RevokeToken(Id<Organisation> organisation) => Record(new ApiTokenRevoked(Id, organisation));

    /// <summary>Records that the password was set by its owner or an administrator.</summary>
    public void PasswordChanged() => Record(new PasswordChanged(Id));
}

/// <summary>所属と役割: a role in an organisation for a time; days inclusive at both ends, in Tokyo.</summary>
public sealed class Membership
{
    private Membership() { }

    internal Membership(Id<Membership> id, Id<Account> account, Id<Organisation> organisation, Role role, DateOnly from) =>
        (Id, AccountId, OrganisationId, Role, From) = (id, account, organisation, role, from);

    /// <summary>Its id.</summary>
    public Id<Membership> Id { get; private set; }

    /// <summary>Whose.</summary>
    public Id<Account> AccountId { get; private set; }

    /// <summary>Where.</summary>
    public Id<Organisation> OrganisationId { get; private set; }

    /// <summary>What.</summary>
    public Role Role { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day; null while no end is known.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>Whether it holds on a day.</summary>
    public bool HoldsOn(DateOnly day) => From <= day && (Until is null || day <= Until);

    internal void EndOn(DateOnly day) => Until = day;
}

/// <summary>An account was created.</summary>
public sealed record AccountCreated(Id<Account> Account) : DomainEvent;

/// <summary>An account was stopped.</summary>
public sealed record AccountStopped(Id<Account> Account) : DomainEvent;

/// <summary>A stopped account is in use again.</summary>
public sealed record AccountResumed(Id<Account> Account) : DomainEvent;

/// <summary>A role was given.</summary>
public sealed record RoleGiven(Id<Account> Account, Id<Organisation> Organisation, Role Role, DateOnly From) : DomainEvent;

/// <summary>A role was taken away.</summary>
public sealed record RoleTaken(Id<Account> Account, Id<Organisation> Organisation, Role Role, DateOnly Until) : DomainEvent;

/// <summary>A bearer token for the API was issued.</summary>
public sealed record ApiTokenIssued(Id<Account> Account, Id<Organisation> Organisation) : DomainEvent;

/// <summary>A bearer token for the API was revoked.</summary>
public sealed record ApiTokenRevoked(Id<Account> Account, Id<Organisation> Organisation) : DomainEvent;

/// <summary>A password was set.</summary>
public sealed record PasswordChanged(Id<Account> Account) : DomainEvent;
