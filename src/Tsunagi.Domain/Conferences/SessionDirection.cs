using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>支援の方向性: what a session as a whole came to on the direction of support, and on what is urgent.</summary>
/// <remarks>It belongs to no single item, so only those read it who read the session as a whole.</remarks>
public sealed class SessionDirection
{
    private SessionDirection() => Direction = UrgentResponse = "";

    internal SessionDirection(MatterSession session) : this() =>
        (SessionId, MatterId, SessionNumber) = (session.Id, session.MatterId, session.Number);

    /// <summary>The session.</summary>
    public Id<MatterSession> SessionId { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The number of the session, which the access rule speaks of.</summary>
    public int SessionNumber { get; private set; }

    /// <summary>支援の方向性; written until the minutes are fixed, then closed.</summary>
    public string Direction { get; private set; }

    /// <summary>緊急時の対応; written until the minutes are fixed, then closed.</summary>
    public string UrgentResponse { get; private set; }

    /// <summary>How often it was written: who began from an older record does not write over a newer one.</summary>
    public int Writings { get; private set; }

    internal void Write(DirectionText text) =>
        (Direction, UrgentResponse, Writings) = (text.Direction.Trim(), text.UrgentResponse.Trim(), Writings + 1);
}

/// <summary>支援の方向性・緊急時の対応 as written.</summary>
public sealed record DirectionText(string Direction, string UrgentResponse);
