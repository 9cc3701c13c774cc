using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Demo.Story;

namespace Tsunagi.Web.Features.Demo.Bulk;

/// <summary>
/// まとめて作る町: the everyday of very many households, by the same rules of the domain as the played acts, but written by COPY.
/// Plans and 支援会議 – a few dozen a year in a ward – are left to the acts that are played. Skewed as real wards are: one desk
/// owns a fifth of everything.
/// </summary>
sealed class BulkTown
{
    private const int HomesAtOnce = 2_000;
    private readonly Cast cast;
    private readonly TownWish wish;
    private readonly Ledger ledger;
    private readonly Random random;
    private readonly Days days;
    private readonly Staff staff;
    private readonly Intake intake;
    private readonly CaseWork work;
    private readonly Handing handing;
    private readonly DateTimeOffset end;

    public BulkTown(AppDb owner, Cast cast, WardProfile profile, TownWish wish, StoryClock clock, IdSource ids)
    {
        (this.cast, this.wish, end) = (cast, wish, JapanTime.StartOf(wish.Today));
        random = new(unchecked(wish.Seed * 31 + 7));
        days = new(random);
        ledger = new(owner, clock, ids);
        var rules = new Rulebook(profile, clock);
        staff = new(cast, ledger, profile, wish, cast.Demo.Desk);
        intake = new(ledger, rules, random);
        work = new(ledger, rules, days, random, end);
        handing = new(ledger, rules, work, days, random, end);
    }

    /// <summary>Makes the work of the households and copies it; of the others it is only written down who they are.</summary>
    /// <returns>How many acts it was.</returns>
    public async Task<int> MakeAsync(IReadOnlyList<Home> homes, IReadOnlyList<Home> others, Action<string>? progress, CancellationToken ct)
    {
        await ledger.ReadNumbersAsync(ct);
        await using (await ledger.WithoutSearchIndexAsync(ct))
        {
            await CopyAsync(homes, Live, progress, ct);
            await CopyAsync(others, WriteDown, progress, ct);
        }
        await ledger.CloseAsync(ct);
        progress?.Invoke($"{ledger.Rows} rows in all.");
        return ledger.Acts;
    }

    // In the order of their first day, so that case numbers follow the calendar.
    private async Task CopyAsync(IReadOnlyList<Home> homes, Action<Home, DateTimeOffset> make, Action<string>? progress, CancellationToken ct)
    {
        var begun = homes.Select(h => (Home: h, At: days.At(wish.Begin.AddDays(random.Next(wish.Today.DayNumber - wish.Begin.DayNumber))))).Where(h => h.At < end).OrderBy(h => h.At);
        foreach (var some in begun.Chunk(HomesAtOnce))
        {
            foreach (var (home, at) in some) make(home, at);
            await ledger.CopyRecordsAsync(ct);
            progress?.Invoke($"{JapanTime.DateOf(some[^1].At):yyyy-MM-dd}: {ledger.Rows} rows");
        }
    }

    // 実態把握 and the like: a desk knows who lives there. One household in twenty is known to a second desk too, with the usual slips.
    private void WriteDown(Home home, DateTimeOffset at)
    {
        var desk = random.Next(100) < 20 ? cast.Demo.Desk : Lines.Pick(cast.DesksOf(home.AreaCode, home.DistrictCode), random);
        intake.WriteDown(staff.Next(desk), home, at);
        if (random.Next(20) == 0) intake.WriteDown(Another(home, desk), home with { Members = [.. home.Members.Select(m => Retelling.Of(m, random))] }, at);
    }

    private void Live(Home home, DateTimeOffset at)
    {
        var desk = random.Next(100) < 20 ? cast.Demo.Desk : Lines.Pick(cast.DesksOf(home.AreaCode, home.DistrictCode), random);
        var worker = staff.Next(desk);
        switch (random.Next(1000))
        {
            case < 660: intake.Inform(worker, home, at); break;
            case < 690: intake.Visit(worker, home, at); break;
            case < 720 when at > end.AddDays(-60): intake.Wait(worker, home, at); break;
            case < 760: ToldTwice(home, worker, at); break;
            case < 940: Case(home, desk, worker, at); break;
            case < 970: handing.ToDesk(intake.Open(worker, home, at), Another(home, desk), at); break;
            case < 990: handing.ToHub(intake.Open(worker, home, at), Hub(home, Role.HubOfficer), Hub(home, Role.SectionChief), at); break;
            default: handing.Advice(intake.Open(worker, home, at), Hub(home, Role.HubOfficer), at); break;
        }
    }

    private void Case(Home home, OrganisationEntry desk, Worker worker, DateTimeOffset at)
    {
        if (desk == cast.Demo.Desk && staff.NextLoaded() is { } loaded) work.GoOn(intake.Open(loaded, home, at), at, CaseEnd.Open);
        else work.GoOn(intake.Open(worker, home, at), at, random.Next(2) == 0 ? CaseEnd.Open : (CaseEnd)random.Next(1, 5));
    }

    // The same household at two desks that do not know of each other, written down with the usual slips.
    private void ToldTwice(Home home, Worker worker, DateTimeOffset at)
    {
        intake.Inform(worker, home, at);
        var again = days.After(JapanTime.DateOf(at), 10, 200);
        if (again < end) intake.Inform(Another(home, worker.Organisation), home with { Members = [.. home.Members.Select(m => Retelling.Of(m, random))] }, again);
    }

    private Worker Another(Home home, OrganisationEntry desk)
    {
        var others = cast.DesksOf(home.AreaCode, home.DistrictCode).Where(d => d.Code != desk.Code).ToList();
        return staff.Next(others.Count > 0 ? Lines.Pick(others, random) : cast.Demo.SecondDesk.Code == desk.Code ? cast.Demo.Desk : cast.Demo.SecondDesk);
    }

    private Worker Hub(Home home, Role role) => cast.Of(cast.HubOf(home.AreaCode), role);
}
