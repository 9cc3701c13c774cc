using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Cases;

public sealed partial class Case
{
    private readonly List<TeamMember> team = [];

    /// <summary>支援チーム: everyone who works on the case or did, in the order they joined.</summary>
    /// <remarks>Being on the team opens nothing by itself; what a member may see is told by grants.</remarks>
    public IReadOnlyList<TeamMember> Team => [.. team.OrderBy(t => t.Number)];

    /// <summary>Takes somebody into the support team.</summary>
    /// <param name="entry">Who, and what they do.</param>
    /// <param name="by">By whom.</param>
    public Outcome Join(TeamEntry entry, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (CaseText.Needed(entry.Role, CaseText.Line, nameof(entry.Role)) is { } missing)
            return missing;
        if (entry.Account is null && entry.Organisation is null && CaseText.Needed(entry.Outside, CaseText.Line, nameof(entry.Outside)) is { } nobody)
            return nobody;
        if (team.Any(t => t.Until is null && t.Is(entry)))
            return Outcome.Refused(RefusalCode.NothingChanged);
        team.Add(new(Id, team.Count + 1, entry, JapanTime.DateOf(by.At)));
        Record(new TeamMemberJoined(Id, entry.Account, entry.Organisation));
        return Outcome.Done;
    }

    /// <summary>Ends a member's part in the team today.</summary>
    public Outcome LeaveTeam(int number, Stamp by)
    {
        if (Refuse(by) is { } refused)
            return refused;
        if (team.Find(t => t.Number == number && t.Until is null) is not { } member)
            return Outcome.Refused(RefusalCode.WrongState, nameof(number));
        member.Leave(JapanTime.DateOf(by.At));
        Record(new TeamMemberLeft(Id, member.AccountId, member.OrganisationId));
        return Outcome.Done;
    }
}

/// <summary>チームに加わる人・機関: an account, an organisation, or somebody outside the system by name.</summary>
/// <param name="Role">What they do for the household.</param>
/// <param name="Account">The worker, if one is named.</param>
/// <param name="Organisation">The organisation, if it is one of the ward's directory.</param>
/// <param name="Outside">Who else (主治医、家主…).</param>
public sealed record TeamEntry(string Role, Id<Account>? Account = null, Id<Organisation>? Organisation = null, string? Outside = null);

/// <summary>支援チームの一員.</summary>
public sealed class TeamMember
{
    private TeamMember() { }

    internal TeamMember(Id<Case> @case, int number, TeamEntry entry, DateOnly from) =>
        (CaseId, Number, Role, AccountId, OrganisationId, Outside, From) =
        (@case, number, CaseText.Stored(entry.Role), entry.Account, entry.Organisation, CaseText.OrNull(entry.Outside), from);

    /// <summary>The case.</summary>
    public Id<Case> CaseId { get; private set; }

    /// <summary>From 1, counted up within the case.</summary>
    public int Number { get; private set; }

    /// <summary>What they do for the household.</summary>
    public string Role { get; private set; } = "";

    /// <summary>The worker, if one is named.</summary>
    public Id<Account>? AccountId { get; private set; }

    /// <summary>The organisation, if it is one of the ward's directory.</summary>
    public Id<Organisation>? OrganisationId { get; private set; }

    /// <summary>Somebody outside the system, by name.</summary>
    public string? Outside { get; private set; }

    /// <summary>First day.</summary>
    public DateOnly From { get; private set; }

    /// <summary>Last day, included; null while they belong to it.</summary>
    public DateOnly? Until { get; private set; }

    internal bool Is(TeamEntry entry) =>
        AccountId == entry.Account && OrganisationId == entry.Organisation && Outside == CaseText.OrNull(entry.Outside);

    internal void Leave(DateOnly on) => Until = on;
}

/// <summary>Somebody joined the support team.</summary>
public sealed record TeamMemberJoined(Id<Case> Case, Id<Account>? Account, Id<Organisation>? Organisation) : DomainEvent;

/// <summary>Somebody left the support team.</summary>
public sealed record TeamMemberLeft(Id<Case> Case, Id<Account>? Account, Id<Organisation>? Organisation) : DomainEvent;
