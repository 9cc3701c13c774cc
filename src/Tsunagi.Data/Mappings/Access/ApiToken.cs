using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Mappings.Access;

/// <summary>A bearer token for the API, kept as a hash: a copy of the database lets nobody in.</summary>
public sealed class ApiToken
{
    /// <summary>SHA-256 of the token, lower-case hex.</summary>
    public required string Hash { get; init; }

    /// <summary>Whose.</summary>
    public required Id<Account> AccountId { get; init; }

    /// <summary>For which organisation it acts.</summary>
    public required Id<Organisation> OrganisationId { get; init; }

    /// <summary>What it is for, in its owner's words.</summary>
    public required string Name { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset ExpiresAt { get; init; }
}

/// <summary>Counts failed sign-ins per login or address and time window, over all nodes.</summary>
public sealed class SignInAttempt
{
    /// <summary>SHA-256 of the login or of the network address: neither is kept in clear.</summary>
    public required string Key { get; init; }
    public required DateTimeOffset Window { get; init; }
    public int Failures { get; set; }
}
