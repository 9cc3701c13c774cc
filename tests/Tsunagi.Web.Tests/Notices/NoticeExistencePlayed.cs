using Npgsql;
using Tsunagi.Web.Tests.Conferences;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Notices;

/// <summary>
/// The whole host asked for everything by everybody while one desk knows somebody, and again when another desk has come to know the
/// same human being and the coordinators were told in the night.
/// </summary>
public sealed class NoticeExistencePlayed(TestCluster cluster) : NoticeTown(cluster), IAsyncLifetime
{
    /// <summary>Who is not told: the desk itself, its chief, those who lead, those who watch over it, and other coordinators.</summary>
    public static IReadOnlyList<string> Untold { get; } =
    [
        TestTown.Desk, TestTown.Desk2, TestTown.DeskChief, TestTown.Hub, TestTown.HubChief, TestTown.HubManager, TestTown.Secretary, TestTown.Chair,
        TestTown.AreaManager, TestTown.Administrator, TestTown.Policy, Third, Elsewhere,
    ];

    /// <summary>Who watches over all that is done, by kind of act.</summary>
    public static IReadOnlyList<string> Watching { get; } = [TestTown.Privacy, TestTown.Auditor];

    internal Dictionary<string, Dictionary<string, string>> Before { get; } = [];
    internal Dictionary<string, Dictionary<string, string>> After { get; } = [];

    /// <summary>Whom both desks know.</summary>
    public Human Human { get; private set; } = null!;

    /// <summary>The records of them, which nobody but their desk may name.</summary>
    public IReadOnlyList<string> Records { get; private set; } = [];

    public string Notice { get; private set; } = "";

    async ValueTask IAsyncLifetime.InitializeAsync()
    {
        await InitializeAsync();
        Human = Somebody();
        var own = await MeetAsync(TestTown.Desk, Human, inDanger: true);
        await MeetAsync(TestTown.Desk, Somebody());
        await MeetAsync(TestTown.Hub, Somebody());
        await MeetAsync(TestTown.OtherDesk, Somebody(), inDanger: true);
        await NightAsync();
        var sweep = new Sweep(this);
        await sweep.RememberAsync();
        (await TestApi.AsAsync(this, TestTown.OtherDesk)).Dispose();
        List<Outsider> outsiders = [await Outsider.NobodyAsync(this)];
        foreach (var login in (string[])[.. Untold, .. Watching, First, Second]) outsiders.Add(await Outsider.SignInAsync(this, login));

        Dictionary<string, string> absent = new() { ["notice"] = "01990000-0000-7000-8000-000000000009" };
        foreach (var outsider in outsiders) Before[outsider.Name] = await sweep.AnswersAsync(outsider, absent);
        var other = await MeetAsync(TestTown.OtherDesk, Human, inDanger: true);
        Assert.Equal(1, (await NightAsync()).Told);
        Notice = (await IdsAsync("select id from coordination_notice")).Single().ToString();
        sweep.LeaveStanding(new HashSet<Guid> { Guid.Parse(Notice), Guid.Parse(other.Case), Guid.Parse(other.Person) });
        foreach (var outsider in outsiders) After[outsider.Name] = await sweep.AnswersAsync(outsider, new Dictionary<string, string> { ["notice"] = Notice });
        Records = [own.Case, own.Person, other.Case, other.Person];
        outsiders.ForEach(o => o.Dispose());
    }

    internal async Task<Guid[]> IdsAsync(string sql)
    {
        await using var owner = new NpgsqlConnection(Database.Owner);
        await owner.OpenAsync();
        return await Sweep.IdsAsync(owner, sql);
    }
}
