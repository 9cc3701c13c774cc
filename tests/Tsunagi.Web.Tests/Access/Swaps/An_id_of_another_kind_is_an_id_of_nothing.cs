using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Access.Swaps;

/// <summary>
/// Promise 25: the id of a record one sees, put in the place of a record of another kind, gains nothing – it is answered
/// like an id that no record has, at every endpoint, and never with an error.
/// </summary>
public sealed class An_id_of_another_kind_is_an_id_of_nothing(SwapApp app) : IClassFixture<SwapApp>
{
    /// <summary>A 同意 is reached through its case; a notice is seen by coordinators alone, and nobody here is one; the rest is no record.</summary>
    private static readonly RootKind[] NotGranted = [RootKind.Consent, RootKind.CoordinationNotice, RootKind.Account, RootKind.System];

    [Fact]
    public async Task At_every_endpoint_for_everybody_who_sees_something()
    {
        var swaps = Swap.All(app);
        TestContext.Current.TestOutputHelper?.WriteLine($"{swaps.Count} exchanges at {swaps.Select(s => s.Endpoint).Distinct().Count()} endpoints");
        Assert.True(swaps.Select(s => s.Endpoint).Distinct().Count(e => e.Route.Contains('{', StringComparison.Ordinal)) > 400);
        var gained = await Swap.GainedAsync(app, swaps);
        Assert.True(gained.Count == 0, string.Join('\n', gained.Prepend($"{gained.Count} gained something:")));
        Assert.Equal(app.AuditBefore, await app.CountAuditAsync());
    }

    [Fact]
    public void With_the_id_of_every_kind_of_record_that_access_is_granted_to() =>
        Assert.Empty(Enum.GetValues<RootKind>().Except(NotGranted).Select(k => k.ToString()).Except(app.Seers.Keys.Select(k => k.Name)));

    /// <summary>What a decision that forgot the kind would open, opened for one pair by hand.</summary>
    [Fact]
    public async Task And_a_decision_that_took_one_kind_for_another_would_be_reported()
    {
        await using var db = app.Database.OpenAsOwner();
        var mistaken = Grant.ToOrganisation(
            IdSource.Named<Grant>("mistaken"), new(RootKind.Case, app.World.IdOf(typeof(Consultation))), TestOrganisations.Id(TestOrganisations.Desk), AccessLevel.Manage, GrantBasis.Assignment, DateTimeOffset.UnixEpoch);
        db.Grants.Add(mistaken);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        try
        {
            var swaps = Swap.All(app).Where(s => s.Place == typeof(Case) && s.Given == typeof(Consultation) && s.Endpoint.Name is "GET /api/v1/cases/{id}/notes");
            Assert.Contains(await Swap.GainedAsync(app, swaps), g => g.StartsWith("GET /api/v1/cases/{id}/notes for own", StringComparison.Ordinal));
        }
        finally
        {
            db.Grants.Remove(mistaken);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }
    }
}
