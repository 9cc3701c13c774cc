using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Organisations;

/// <summary>保有される記録: one organisation answers for it. It changes hands only with a case, by an accepted handover (docs/adr/0039).</summary>
public interface IHeldRecord
{
    /// <summary>保有者.</summary>
    Id<Organisation> HolderId { get; }

    /// <summary>Goes over to another holder. An accepted handover alone asks for it.</summary>
    void PassTo(Id<Organisation> holder);
}
