using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// The checks of <see cref="Random_acts_of_several_actors"/> can fail: each is shown a town in which exactly this went wrong,
/// made by hand as the owner, past the rules and with the guards of the database taken away, and undone again.
/// </summary>
public sealed class Each_breach_is_reported(ShortSequences played) : IClassFixture<ShortSequences>
{
    private const string OpenCase = "(select id from support_case where state <> 'Closed' order by id limit 1)";
    private const string Sent = "(select id from handoff where sent_at is not null and receiver_id is not null order by id limit 1)";

    private static readonly (string Broken, string By)[] Breaches =
    [
        ("an open case has exactly one responsible organisation from now on, a closed one none",
            $"alter table support_case drop constraint support_case_has_responsible; delete from responsibility_period where case_id = {OpenCase}"),
        ("at every instant from opening to closing exactly one organisation is responsible",
            "alter table responsibility_period drop constraint responsibility_period_no_overlap; "
            + $"insert into responsibility_period (case_id, number, organisation_id, starts_at, ends_at) select id, 99, organisation_id, opened_at, opened_at + interval '1 second' from support_case where id = {OpenCase}"),
        ("the periods of a case follow one another without gap, from its opening to its closing",
            "alter table responsibility_period drop constraint responsibility_period_follows, drop constraint responsibility_period_no_overlap; "
            + $"update responsibility_period set starts_at = starts_at - interval '1 minute' where case_id = {OpenCase} and number = 1"),
        ("every change of hands has its accepted handover", "update handover set state = 'Accepted' where id = (select id from handover where state in ('Declined', 'Withdrawn') limit 1)"),
        ("who is responsible, and nobody else, manages an open case by assignment", $"update access_grant set ends_at = starts_at where root_id = {OpenCase}"),
        ("nothing hangs on a closed case",
            "alter table support_case drop constraint support_case_closed_has_end; update support_case set state = 'Closed' where id = (select case_id from handover where state = 'Offered' limit 1)"),
        ("at most one handover of a case is open",
            "drop index handover_one_open; update handover set state = 'Offered', answered_at = null, answered_by = null, case_id = (select case_id from handover where state = 'Offered' limit 1) where id = (select id from handover where state in ('Declined', 'Withdrawn') limit 1)"),
        ("a handoff that was sent has exactly one receiver: an organisation, or somebody named outside", $"update handoff set receiver_id = null where id = {Sent}"),
        ("a handoff is at all times visible to its sender, and to its receiver once it was sent", $"update access_grant set ends_at = starts_at where root_id = {Sent} and subject_id = (select receiver_id from handoff where id = {Sent})"),
        ("a redirected handoff goes on in exactly one other of the same sender, and no other handoff does",
            "update handoff set redirected_by_id = null where id = (select id from handoff where redirected_by_id is not null limit 1)"),
        ("a chain of handoffs has one beginning, and leads there", $"update handoff set chain_root_id = gen_random_uuid() where id = {Sent}"),
        ("a handoff is accepted exactly when its receiver has a case of its own, linked to it",
            "update support_case set handoff_id = null where handoff_id = (select id from handoff where receiver_case_id is not null limit 1)"),
        ("the sender's case stays its own: a handoff's source is a case that is there", $"update handoff set source_case_id = gen_random_uuid() where id = {Sent}"),
        ("a grant ends no earlier than it begins, and reaches something that is there", $"update access_grant set root_id = gen_random_uuid() where root_id = {Sent}"),
        ("a lead that became something leads to exactly that, and no other lead does", "update lead set case_id = null where id = (select id from lead where state = 'BecameCase' limit 1)"),
        ("a telephone memo that became a consultation leads to exactly that, and no other memo does",
            "update phone_memo set consultation_id = null where id = (select id from phone_memo where state = 'BecameConsultation' limit 1)"),
        ("an urgent report is at all times visible to the team that received it, and to whoever made it",
            "update access_grant set ends_at = starts_at where root_id = (select id from urgent_report where team_id is not null limit 1)"),
        ("a report taken as a consultation leads to one of the organisation that received it",
            "update consultation k set organisation_id = (select c.organisation_id from support_case c where c.organisation_id <> k.organisation_id limit 1) where id = (select consultation_id from urgent_report where consultation_id is not null limit 1)"),
        ("who reported reaches the team that received it, and nobody else",
            "update access_grant set subject_id = (select organisation_id from support_case c where c.organisation_id <> subject_id limit 1) where root_id = (select id from reporter_identity limit 1)"),
        ("at most one version of a plan is in force",
            $"{Unguarded("plan_version")}; with one as (update plan_version set state = 'Active' where ctid = (select ctid from plan_version limit 1) returning *) "
            + "insert into plan_version select (jsonb_populate_record(null::plan_version, to_jsonb(one) || '{\"number\": 99}')).* from one"),
        ("what a consent opened ends with the consent",
            "update access_grant set source_id = (select id from consent where state = 'Withdrawn' limit 1), ends_at = 'infinity' where id = (select id from access_grant where basis in ('Consent', 'PlanConference') limit 1)"),
        ("a conference was held only on consent that was there", "update plan_conference set consent_checked_at = held_at + interval '1 second' where id = (select id from plan_conference where held_at is not null limit 1)"),
        ("what is disclosed by team, consent or handover names its legal basis", "update access_grant set legal_basis = null where id = (select id from access_grant where basis = 'Team' limit 1)"),
        ("nothing reaches an undeclared state", $"update support_case set state = 'Forgotten' where id = {OpenCase}"),
        ("nothing moves by an undeclared arrow", $"update handoff set steps = jsonb_set(steps, '{{0,State}}', '\"Returned\"') where id = {Sent}"),
        ("the audit tells how a case came to its state", "update support_case set state = 'Suspended' where id = (select id from support_case where state = 'Open' limit 1)"),
        ("what was acknowledged is there", "delete from handoff where id = (select h.id from handoff h where state = 'Drafted' or receiver_case_id is null and redirected_by_id is null and not exists (select 1 from handoff n where n.parent_id = h.id) and not exists (select 1 from handoff_question q where q.handoff_id = h.id) limit 1)"),
        ("what was acknowledged is in the audit", "delete from audit_seal; delete from audit_entry where kind = 'HandoffSent'"),
    ];

    public static TheoryData<string> Names => [.. Breaches.Select(b => b.Broken)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task When(string broken)
    {
        var by = Breaches.Single(b => b.Broken == broken).By;
        await using var owner = await OpenAsync();
        var before = (await ReportsAsync(owner)).Where(r => r.StartsWith(broken, StringComparison.Ordinal)).ToList();
        Assert.True(before.Count == 0, string.Join('\n', before));
        await using var transaction = await owner.BeginTransactionAsync();
        await DoAsync(owner, by);
        Assert.Contains(await ReportsAsync(owner), r => r.StartsWith(broken, StringComparison.Ordinal));
        await transaction.RollbackAsync();
    }

    private static string Unguarded(string table) =>
        $"do $$ declare c text; begin for c in select conname from pg_constraint where conrelid = '{table}'::regclass and contype in ('c', 'x') loop execute format('alter table {table} drop constraint %I cascade', c); end loop; end $$";

    public static TheoryData<string> Machines => [.. StateMachines.All.Select(m => m.Name).Except(NotPlayed)];

    /// <summary>The sealed zone and protected places have tests of their own.</summary>
    private static readonly string[] NotPlayed = ["Matter", "WorkOrder", "ProtectionMeasure"];

    [Theory]
    [MemberData(nameof(Machines))]
    public async Task When_a_state_machine_is_left_by_an_arrow_it_does_not_have(string name)
    {
        var machine = StateMachines.All.Single(m => m.Name == name);
        var at = Invariants.StateColumns[name].Split('.');
        await using var owner = await OpenAsync();
        await using var transaction = await owner.BeginTransactionAsync();
        await DoAsync(owner, Unguarded(at[0]));
        var from = await StateAsync(owner, $"select {at[1]} from {at[0]} order by {at[1]} limit 1");
        var to = machine.States.First(s => s != from && !StateSteps.IsDeclared(machine, from, s));
        await DoAsync(owner, $"update {at[0]} set {at[1]} = '{to}' where ctid = (select ctid from {at[0]} order by {at[1]} limit 1)");
        Assert.Contains(await StateSteps.UndeclaredAsync(owner), r => r.StartsWith($"nothing moves by an undeclared arrow: {name} ", StringComparison.Ordinal) && r.EndsWith($"{from} → {to}", StringComparison.Ordinal));
        await transaction.RollbackAsync();
    }

    [Fact]
    public void And_none_is_without_its_breach() => Assert.Empty(Invariants.Names.Except(Breaches.Select(b => b.Broken)));

    [Fact]
    public async Task When_an_act_was_acknowledged_that_never_was()
    {
        var journal = new Journal();
        var nobody = new Actor(default, default, new HashSet<Role>());
        journal.Note(new Turn("handoff: send", nobody, (_, _) => throw new NotSupportedException()), nobody, DateTimeOffset.UnixEpoch, (Outcome<Id<Handoff>>)new Id<Handoff>(Guid.Empty));
        await using var owner = await OpenAsync();
        Assert.Equal(2, (await Invariants.LostAsync(owner, journal)).Count);
    }

    private async Task<List<string>> ReportsAsync(NpgsqlConnection owner) =>
        [.. await Invariants.BrokenAsync(owner, played.Now), .. await Invariants.LostAsync(owner, played.Journal)];

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var owner = new NpgsqlConnection(played.Database.Owner);
        await owner.OpenAsync();
        return owner;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Statements written in this test.")]
    private static async Task<string> StateAsync(NpgsqlConnection owner, string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        return (string)(await command.ExecuteScalarAsync())!;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Statements written in this test.")]
    private static async Task DoAsync(NpgsqlConnection owner, string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await command.ExecuteNonQueryAsync();
    }
}
