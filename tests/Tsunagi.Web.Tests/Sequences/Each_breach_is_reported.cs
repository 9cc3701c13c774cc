using Npgsql;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// The checks of <see cref="Random_acts_of_several_actors"/> can fail: each is shown a town in which exactly this went wrong,
/// made by hand as the owner, past the rules and with the guards of the database taken away, and undone again.
/// </summary>
[Collection<PlayedTown>]
public sealed class Each_breach_is_reported(SequencesPlayed played)
{
    private const string OpenCase = "(select id from support_case where state <> 'Closed' order by id limit 1)";
    private const string Sent = "(select id from handoff where sent_at is not null and receiver_id is not null order by id limit 1)";

    private const string Order = "(select id from work_order order by id limit 1)";

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
        ("whoever holds the record of a person or a household manages it", "update access_grant set ends_at = starts_at where root_kind = 'Person' and basis = 'Assignment'"),
        ("nothing hangs on a closed case",
            "alter table support_case drop constraint support_case_closed_has_end; update support_case set state = 'Closed' where id = (select case_id from case_task where state = 'Open' union all select case_id from handover where state = 'Offered' limit 1)"),
        ("at most one handover of a case is open",
            "drop index handover_one_open; update handover set state = 'Offered', answered_at = null, answered_by = null, case_id = (select id from support_case limit 1) where id in (select id from handover where state in ('Declined', 'Withdrawn') limit 2)"),
        ("a handoff that was sent has exactly one receiver: an organisation, or somebody named outside", $"update handoff set receiver_id = null where id = {Sent}"),
        ("a handoff is at all times visible to its sender, and to its receiver once it was sent", $"update access_grant set ends_at = starts_at where root_id = {Sent} and subject_id = (select receiver_id from handoff where id = {Sent})"),
        ("a redirected handoff goes on in exactly one other of the same sender, and no other handoff does",
            "update handoff set redirected_by_id = null where id = (select id from handoff where redirected_by_id is not null limit 1)"),
        ("the ward's own office decides on a plan, and whoever acts on a line acts there",
            "update decision set organisation_id = author_organisation_id where id = (select id from decision where organisation_id <> author_organisation_id limit 1)"),
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
        ("only the chair, the secretary and named readers reach a matter, once the duty was explained to them; its proposer and who is or was asked to chair know that it is",
            "update access_grant set level = 'Contribute' where id = (select g.id from access_grant g join matter m on m.id = g.root_id where g.level = 'Envelope' and g.ends_at = 'infinity' and g.subject_id = m.proposed_by "
            + "and not exists (select 1 from matter_participant p where p.matter_id = m.id and p.account_id = m.proposed_by) limit 1)"),
        ("whoever is named to read a matter reaches it, and its office runs it",
            "update access_grant set ends_at = starts_at where id = (select g.id from access_grant g join matter m on m.id = g.root_id where g.level = 'Manage' and g.ends_at = 'infinity' and g.subject_id = m.chair_id limit 1)"),
        ("the sessions of a matter follow one another, and only the last is open, as its state says", "update matter_session set number = 99 where id = (select id from matter_session limit 1)"),
        ("nobody sat in a meeting to whom the duty had not been explained", "delete from matter_explanation where participant_id = (select participant_id from matter_seat where attended limit 1)"),
        ("what is told in a meeting answers a recorded request to its source, on an item of the session",
            "update matter_information set source_id = gen_random_uuid() where id = (select id from matter_information limit 1)"),
        ("a matter that is over leaves no order waiting for its chair",
            "update matter set state = 'Closed' where id = (select matter_id from matter_way_out where way = 'WorkOrder' order by id limit 1); "
            + "update matter_way_out set order_id = null, struck_at = null where id = (select id from matter_way_out where way = 'WorkOrder' order by id limit 1)"),
        ("a work order is what the chair approved, word for word, of exactly one draft", $"update work_order set task = task || '。' where id = {Order}"),
        ("a work order stands where its last answer put it", "update work_order set state = 'Issued' where id = (select id from work_order where state = 'Done' limit 1)"),
        ("a work order reaches the organisation that is asked, and besides it only those of its matter",
            "update access_grant set ends_at = starts_at where id = (select g.id from access_grant g join work_order o on o.id = g.root_id and o.receiver_id = g.subject_id limit 1)"),
        ("a work order is filed under a case of the organisation that was asked",
            "update work_order o set filed_under = (select c.id from support_case c where not exists (select 1 from responsibility_period p where p.case_id = c.id and p.organisation_id = o.receiver_id) limit 1) "
            + $"where o.id = {Order}"),
        ("who is protected has no place on record, and a store of their own; who is not, has the mark of neither",
            "alter table person drop constraint person_protected_has_no_place; update person set stay = '友人宅' where id = (select id from person where is_location_protected limit 1)"),
        ("a protected place is read by nobody but who was named for that person, within their time",
            "update protected_location_read set at = at + interval '10 years' where id = (select id from protected_location_read limit 1)"),
        ("no reader outlasts the measure they were named under",
            $"{Unguarded("protection_measure")}; update protection_measure set state = 'Ended', decided_at = timestamptz '2000-01-01' where id = (select measure_id from protected_location_reader limit 1)"),
        ("an exclusion rests on a declaration that holds", "delete from exclusion_declaration where id = (select id from exclusion_declaration where cleared_at is null limit 1)"),
        ("whoever is declared too near to somebody is shut out of them, and of all that concerns them",
            "delete from exclusion where ctid = (select ctid from exclusion order by root_id = person_id limit 1)"),
        ("what was acknowledged is there", "delete from handoff where id = (select h.id from handoff h where state = 'Drafted' or receiver_case_id is null and redirected_by_id is null and not exists (select 1 from handoff n where n.parent_id = h.id) and not exists (select 1 from handoff_question q where q.handoff_id = h.id) limit 1)"),
        ("what was acknowledged is in the audit", "delete from audit_seal; delete from audit_entry where kind = 'HandoffSent'"),
    ];

    public static TheoryData<string> Names => [.. Breaches.Select(b => b.Broken)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task When(string broken) => WhenAsync(broken, Breaches.Single(b => b.Broken == broken).By);

    [Fact]
    public Task When_somebody_else_knows_of_a_matter_that_has_no_chair_yet() => WhenAsync(
        "only the chair, the secretary and named readers reach a matter",
        $"{Unguarded("matter")}; with told as (select g.id, g.root_id from access_grant g where g.root_kind = 'Matter' and g.level = 'Envelope' and g.ends_at = 'infinity' limit 1), "
        + "unled as (update matter set chair_id = null where id = (select root_id from told)) update access_grant set subject_id = gen_random_uuid() where id = (select id from told)");

    private async Task WhenAsync(string broken, string by)
    {
        await using var owner = await OpenAsync();
        var before = (await played.FoundInTheEndAsync()).Where(r => r.StartsWith(broken, StringComparison.Ordinal)).ToList();
        Assert.True(before.Count == 0, string.Join('\n', before));
        await using var transaction = await owner.BeginTransactionAsync();
        await DoAsync(owner, by);
        Assert.Contains(await played.FindAsync(owner), r => r.StartsWith(broken, StringComparison.Ordinal));
        await transaction.RollbackAsync();
    }

    private static string Unguarded(string table) =>
        $"do $$ declare c text; begin for c in select conname from pg_constraint where conrelid = '{table}'::regclass and contype in ('c', 'x') loop execute format('alter table {table} drop constraint %I cascade', c); end loop; end $$";

    public static TheoryData<string> Machines => [.. StateMachines.All.Select(m => m.Name)];

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
        if (machine.States.All(s => s == from || StateSteps.IsDeclared(machine, from, s)))
        {
            // Every arrow from here is one it has: on to a state of which that is not so.
            from = machine.States.First(s => machine.States.Any(t => t != s && !StateSteps.IsDeclared(machine, s, t)));
            await DoAsync(owner, $"update {at[0]} set {at[1]} = '{from}'");
        }
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

    public static TheoryData<string, string> Leaks => new()
    {
        { "work_order", $"update work_order set task = (select title from matter_paper limit 1) where id = {Order}" },
        { "work_order", $"update work_order set contact = (select id::text from matter_item limit 1) where id = {Order}" },
        { "access_grant", $"update access_grant set source_id = (select id from matter limit 1) where root_id = {Order}" },
        { "audit_entry", "update audit_entry set payload = jsonb_build_object('about', (select text from matter_information limit 1)) where sequence = (select min(sequence) from audit_entry where root_kind = 'Matter')" },
        { "audit_entry", "update audit_entry set payload = jsonb_build_object('matter', (select id from matter limit 1)) where sequence = (select min(sequence) from audit_entry where root_kind = 'WorkOrder')" },
        { "handoff", "alter table handoff add column aside text; update handoff set aside = (select discussion from matter_agenda where discussion <> '' limit 1) where id = (select id from handoff limit 1)" },
        { "person", "alter table person drop constraint person_protected_has_no_place; update person set notes = '隠所' || right(id::text, 8) where id = (select id from person where is_location_protected limit 1)" },
    };

    [Theory]
    [MemberData(nameof(Leaks))]
    public async Task When_something_sealed_stands_in(string table, string by)
    {
        await using var owner = await OpenAsync();
        Assert.Empty(await Zone.LeaksAsync(owner));
        await using var transaction = await owner.BeginTransactionAsync();
        await DoAsync(owner, by);
        Assert.Contains(await Zone.LeaksAsync(owner), l => l.StartsWith(table + " tells", StringComparison.Ordinal));
        await transaction.RollbackAsync();
    }

    /// <summary>The name at the head of every page, into which somebody wrote an id of a matter, and then what was said in it.</summary>
    [Fact]
    public async Task When_a_page_tells_what_was_said_in_a_meeting()
    {
        var (login, actor) = played.Roster.Single(r => r.Login == TestTown.Privacy);
        await using var owner = await OpenAsync();
        Assert.Empty(await played.Eavesdroppers.ListenAsync(login, actor, ["/password"], played.Now));
        var name = await StateAsync(owner, $"select name from account where login = '{login}'");
        // One of those that they have no part in: anybody may have been named, asked to chair, or declined at its door. First one that has no chair yet.
        var strange = $"""
            from matter_paper p join matter m on m.id = p.matter_id where '{actor.Account}' not in (m.proposed_by, coalesce(m.chair_id, m.proposed_by))
              and not exists (select 1 from access_grant g where g.root_id = m.id and g.subject_id = '{actor.Account}')
              and not exists (select 1 from matter_notice n where n.matter_id = m.id and '{actor.Account}' in (n.by, n.addressed_to))
            order by m.chair_id nulls first limit 1
            """;
        try
        {
            await DoAsync(owner, $"update account set name = (select m.id::text {strange}) where login = '{login}'");
            Assert.NotEmpty(await played.Eavesdroppers.ListenAsync(login, actor, ["/password"], played.Now));
            await DoAsync(owner, $"update account set name = (select left(p.title, 10) || '内' {strange}) where login = '{login}'");
            Assert.NotEmpty(await played.Eavesdroppers.ListenAsync(login, actor, ["/password"], played.Now));
        }
        finally
        {
            await DoAsync(owner, $"update account set name = '{name}' where login = '{login}'");
        }
    }

    [Fact]
    public async Task When_a_list_shows_what_may_not_be_opened()
    {
        var actors = played.Roster.Where(r => r.Login is TestTown.Desk or TestTown.Hub).Select(r => r.Actor).ToList();
        Assert.Empty((await Agreement.OfListsAsync(played, actors, played.Now, played.Now)).Differences);
        Assert.NotEmpty((await Agreement.OfListsAsync(played, actors, played.Now, played.Now.AddDays(-2))).Differences);
    }

    [Fact]
    public async Task When_row_security_is_left_off_a_sealed_table()
    {
        await using var owner = await OpenAsync();
        Assert.Empty(await Agreement.OfRowsAsync(played));
        await DoAsync(owner, "alter table matter_information disable row level security");
        var found = await Agreement.OfRowsAsync(played);
        await DoAsync(owner, "alter table matter_information enable row level security");
        Assert.NotEmpty(found);
    }

    private Task<NpgsqlConnection> OpenAsync() => played.OpenAsync();

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
        Assert.True(await command.ExecuteNonQueryAsync() != 0, $"The town has nothing of the kind: {sql}");
    }
}
