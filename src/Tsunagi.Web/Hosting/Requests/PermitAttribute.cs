using Microsoft.AspNetCore.Authorization;
using Tsunagi.Domain.Access;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>
/// The first ring: a page or endpoint says which permission it serves, and only roles that the permission table names get
/// in. Every page and endpoint carries one, or stands on the short public list; a test enumerates them.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PermitAttribute(Permission permission) : AuthorizeAttribute, IAuthorizationRequirement, IAuthorizationRequirementData
{
    /// <summary>What it serves.</summary>
    public Permission Permission => permission;

    /// <inheritdoc/>
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Answers <see cref="PermitAttribute"/> from the actor's roles.</summary>
sealed class PermitHandler(CurrentActor current) : AuthorizationHandler<PermitAttribute>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermitAttribute requirement)
    {
        if (current.Actor is { } actor && AccessPolicy.RoleAllows(actor, requirement.Permission)) context.Succeed(requirement);
        return Task.CompletedTask;
    }
}

/// <summary>For endpoints of the API.</summary>
public static class PermitEndpoints
{
    /// <summary>Only roles that the permission table names for <paramref name="permission"/> get in.</summary>
    public static TBuilder Permit<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.RequireAuthorization(new PermitAttribute(permission));
}
