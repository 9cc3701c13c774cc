using Tsunagi.Domain.Access;
using Tsunagi.Domain.Decisions;

namespace Tsunagi.Web.Features.Shared;

/// <summary>What a supervisor does with a draft.</summary>
public enum DecisionVerb
{
    /// <summary>確認する.</summary>
    Check,
    /// <summary>決裁する.</summary>
    Decide,
    /// <summary>代決する.</summary>
    DecideAsDeputy,
    /// <summary>後閲する.</summary>
    View,
    /// <summary>差し戻す.</summary>
    SendBack,
}

/// <summary>Whose turn it is on the line, and what they may do.</summary>
public static class DecisionTurn
{
    /// <summary>Whether it waits for the actor.</summary>
    public static bool IsMine(Decision decision, Actor actor) =>
        decision.State == DecisionState.SentBack ? decision.AuthorId == actor.Account && decision.AuthorOrganisationId == actor.Organisation
        : decision.OrganisationId == actor.Organisation && Holds(actor, decision.NextRole) && decision.AuthorId != actor.Account;

    /// <summary>What the actor's post may do now; nothing with their own draft.</summary>
    public static IReadOnlyList<DecisionVerb> VerbsOf(Decision decision, Actor actor) =>
        decision.AuthorId == actor.Account || decision.OrganisationId != actor.Organisation ? [] : [.. Enum.GetValues<DecisionVerb>().Where(verb => Fits(verb, decision.State) && RoleFor(verb, decision, actor) is not null)];

    /// <summary>The role in which the actor may do it; null when the line has none for them.</summary>
    public static string? RoleFor(DecisionVerb verb, Decision decision, Actor actor) => Roles(verb, decision).FirstOrDefault(role => Holds(actor, role));

    private static bool Fits(DecisionVerb verb, DecisionState state) => verb switch
    {
        DecisionVerb.Check => state == DecisionState.Drafted,
        DecisionVerb.Decide or DecisionVerb.DecideAsDeputy => state == DecisionState.Checked,
        DecisionVerb.View => state == DecisionState.DecidedByDeputy,
        DecisionVerb.SendBack => state is DecisionState.Drafted or DecisionState.Checked,
    };

    private static IReadOnlyList<string?> Roles(DecisionVerb verb, Decision decision) => verb switch
    {
        DecisionVerb.Check => [decision.NextRole],
        DecisionVerb.Decide => [decision.Line.Decides, .. decision.Line.Superiors],
        DecisionVerb.DecideAsDeputy => [.. decision.Line.Deputies],
        DecisionVerb.View => [decision.Line.Decides],
        DecisionVerb.SendBack => decision.State == DecisionState.Checked
            ? [decision.Line.Decides, .. decision.Line.Superiors, .. decision.Line.Deputies]
            : [decision.NextRole],
    };

    private static bool Holds(Actor actor, string? role) => Enum.TryParse<Role>(role, out var held) && actor.Is(held);
}
