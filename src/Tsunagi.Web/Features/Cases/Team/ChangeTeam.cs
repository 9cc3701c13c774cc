using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>Somebody who joins the team, and what of the record is opened to their organisation.</summary>
public sealed record TeamInput
{
    public string? Role { get; init; }
    public Id<Account>? Account { get; init; }
    public Id<Organisation>? Organisation { get; init; }
    public string? Outside { get; init; }

    /// <summary>閲覧・記入, or nothing when they are only listed.</summary>
    public AccessLevel Opens { get; init; }

    /// <summary>The legal basis on which the record is opened (rules §5).</summary>
    public string? LegalBasis { get; init; }

    /// <summary>Why that basis fits.</summary>
    public string? Reason { get; init; }
}

/// <summary>支援チームに加える・外す. A record is opened to another organisation only on a legal basis, and closes when it leaves.</summary>
public sealed class ChangeTeam(AppDb db, Work work, ChangeCase change, CaseCodes codes)
{
    public async Task<Outcome> JoinAsync(Id<Case> id, TeamInput input, CancellationToken ct)
    {
        var disclosed = input.Opens > AccessLevel.None ? input.LegalBasis : null;
        return await change.RunAsync(id, Permission.ManageCase, async @case =>
        {
            var outcome = @case.Join(new(input.Role ?? "", input.Account, input.Organisation, input.Outside), work.Stamp);
            if (!outcome.IsDone)
                return outcome;
            if (!await AreKnownAsync(input, ct))
                return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Organisation));
            return input.Opens == AccessLevel.None ? outcome : await OpenAsync(@case, input, ct);
        }, ct, legalBasis: disclosed, reason: input.Reason);
    }

    public Task<Outcome> LeaveAsync(Id<Case> id, int number, CancellationToken ct) =>
        change.RunAsync(id, Permission.ManageCase, async @case =>
        {
            var outcome = @case.LeaveTeam(number, work.Stamp);
            if (!outcome.IsDone)
                return outcome;
            var member = @case.Team.Single(m => m.Number == number);
            if (member.OrganisationId is { } organisation && !@case.Team.Any(m => m.Until is null && m.OrganisationId == organisation))
                await CloseAsync(@case, organisation.Value, ct);
            return outcome;
        }, ct);

    private async Task<bool> AreKnownAsync(TeamInput input, CancellationToken ct) =>
        (input.Organisation is not { } organisation || await db.Organisations.AnyAsync(o => o.Id == organisation, ct))
        && (input.Account is not { } account || await db.Accounts.AnyAsync(a => a.Id == account, ct));

    private async Task<Outcome> OpenAsync(Case @case, TeamInput input, CancellationToken ct)
    {
        if (input.Organisation is not { } organisation || organisation == @case.OrganisationId)
            return Outcome.Refused(RefusalCode.Required, nameof(input.Organisation));
        if (input.Opens is not (AccessLevel.Read or AccessLevel.Contribute))
            return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Opens));
        if (!codes.MayRestOn(input.LegalBasis))
            return Outcome.Refused(RefusalCode.LegalBasisNeeded, nameof(input.LegalBasis));
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Outcome.Refused(RefusalCode.Required, nameof(input.Reason));
        work.GrantTo(organisation, @case.Root, input.Opens, GrantBasis.Team).By(@case.Id.Value, input.LegalBasis);
        return Outcome.Done;
    }

    private async Task CloseAsync(Case @case, Guid subject, CancellationToken ct)
    {
        var grants = await db.Grants
            .Where(g => g.RootId == @case.Id.Value && g.SubjectId == subject && g.Basis == GrantBasis.Team && g.Until > work.Now).ToListAsync(ct);
        foreach (var grant in grants)
            grant.EndAt(work.Now);
    }
}
