using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Shared;

/// <summary>終結前に残る仕事を数えるもの: every feature whose work would be left hanging by a closed case counts its own.</summary>
public interface IOpenWorkSource
{
    /// <summary>What is open around a case.</summary>
    Task<OpenWork> OfAsync(Id<Case> id, CancellationToken ct);
}
