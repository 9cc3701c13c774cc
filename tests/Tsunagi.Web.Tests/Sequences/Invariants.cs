using Npgsql;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>
/// What must hold of the whole database at every commit, asked in plain SQL as its owner: beside the program, its queries
/// and its filters. Each question yields what breaks it; what may be null is compared so that null answers too.
/// </summary>
internal static partial class Invariants
{
    private const string Ended = "('ReturnAcknowledged', 'Redirected', 'Accepted', 'AcceptedJointly', 'Closed', 'Withdrawn')";

    private static readonly (string Name, string Sql)[] Questions =
    [
        ("an open case has exactly one responsible organisation from now on, a closed one none",
            "select c.id::text from support_case c left join responsibility_period p on p.case_id = c.id and p.ends_at = 'infinity' "
            + "group by c.id having count(p.*) <> (c.state <> 'Closed')::int or bool_or(p.organisation_id <> c.organisation_id)"),
        ("at every instant from opening to closing exactly one organisation is responsible",
            """
            with instant as (
              select c.id, t.at from support_case c cross join lateral (
                select c.opened_at as at
                union select p.starts_at from responsibility_period p where p.case_id = c.id
                union select p.ends_at from responsibility_period p where p.case_id = c.id
                union select c.opened_at + random() * (coalesce(c.closed_at, @now) - c.opened_at) from generate_series(1, 3)
                union select @now) t
              where t.at >= c.opened_at and t.at < coalesce(c.closed_at, 'infinity'))
            select i.id || ' at ' || i.at from instant i
            left join responsibility_period p on p.case_id = i.id and p.starts_at <= i.at and i.at < p.ends_at
            group by i.id, i.at having count(p.*) <> 1
            """),
        ("the periods of a case follow one another without gap, from its opening to its closing",
            """
            select case_id::text from (
              select p.*, c.opened_at, c.closed_at, lag(p.ends_at) over w as before, lead(p.number) over w as after
              from responsibility_period p join support_case c on c.id = p.case_id window w as (partition by p.case_id order by p.number)) p
            where starts_at <> coalesce(before, opened_at) or (after is null and ends_at <> coalesce(closed_at, 'infinity'))
            """),
        ("every change of hands has its accepted handover",
            "select c.id::text from support_case c where (select count(*) from responsibility_period p where p.case_id = c.id) - 1 "
            + "<> (select count(*) from handover h where h.case_id = c.id and h.state = 'Accepted')"),
        ("who is responsible, and nobody else, manages an open case by assignment",
            """
            select c.id::text from support_case c left join access_grant g
              on g.root_id = c.id and g.basis = 'Assignment' and g.level = 'Manage' and g.starts_at <= @now and @now < g.ends_at
            where c.state <> 'Closed' group by c.id having count(g.*) <> 1 or bool_or(g.subject_id <> c.organisation_id)
            """),
        ("whoever holds the record of a person or a household manages it",
            """
            select h.id::text from (select 'Person' as kind, id, holder_id from person union all select 'Household', id, holder_id from household) h
            where not exists (select 1 from access_grant g where g.root_kind = h.kind and g.root_id = h.id and g.subject_id = h.holder_id
              and g.basis = 'Assignment' and g.level = 'Manage' and g.starts_at <= @now and @now < g.ends_at)
            """),
        ("nothing hangs on a closed case",
            $"""
            select 'handover ' || h.id from handover h join support_case c on c.id = h.case_id where c.state = 'Closed' and h.state = 'Offered'
            union all select 'task ' || t.id from case_task t join support_case c on c.id = t.case_id where c.state = 'Closed' and t.state = 'Open'
            union all select 'plan ' || v.plan_id from plan_version v join support_case c on c.id = v.case_id where c.state = 'Closed' and v.state in ('Draft', 'ConsentSigned', 'Submitted', 'Appropriate', 'Decided', 'Active', 'Evaluating')
            union all select 'handoff ' || h.id from handoff h join support_case c on c.id = h.source_case_id where c.state = 'Closed' and h.state <> 'Drafted' and h.state not in {Ended}
            """),
        ("at most one handover of a case is open",
            "select case_id::text from handover where state = 'Offered' group by case_id having count(*) > 1"),
        ("a handoff that was sent has exactly one receiver: an organisation, or somebody named outside",
            "select id::text from handoff where sent_at is not null and (receiver_id is null) = (outside is null or outside = 'null')"),
        ("a handoff is at all times visible to its sender, and to its receiver once it was sent",
            """
            select h.id || ' to ' || e.id from handoff h
            cross join lateral (select h.sender_id as id union select h.receiver_id where h.receiver_id is not null and h.sent_at is not null) e
            where not exists (select 1 from access_grant g where g.root_id = h.id and g.subject_id = e.id and g.starts_at <= @now and @now < g.ends_at and g.level <> 'None')
            """),
        ("a redirected handoff goes on in exactly one other of the same sender, and no other handoff does",
            """
            select h.id::text from handoff h left join handoff n on n.parent_id = h.id and n.redirected_by_id is not null
            group by h.id having count(n.*) <> (h.state = 'Redirected')::int or bool_or(n.id is not null and (n.sender_id <> h.sender_id or n.redirected_by_id is distinct from h.receiver_id or n.sent_at is null))
            """),
        ("a chain of handoffs has one beginning, and leads there",
            """
            with recursive up (id, chain, at, parent, far) as (
              select id, chain_root_id, id, parent_id, 0 from handoff
              union all select u.id, u.chain, p.id, p.parent_id, u.far + 1 from up u join handoff p on p.id = u.parent where u.far < 1000)
            select id::text from up where parent is null and at <> chain or far >= 1000
            """),
        ("a handoff is accepted exactly when its receiver has a case of its own, linked to it",
            """
            select h.id::text from handoff h left join support_case c on c.handoff_id = h.id
            left join responsibility_period p on p.case_id = c.id and p.number = 1
            where h.outside is null or h.outside = 'null'
            group by h.id having count(c.*) <> (h.state in ('Accepted', 'AcceptedJointly'))::int
              or bool_or(c.id is distinct from h.receiver_case_id or c.id is not null and p.organisation_id is distinct from h.receiver_id)
            """),
        ("the sender's case stays its own: a handoff's source is a case that is there",
            "select h.id::text from handoff h left join support_case c on c.id = h.source_case_id where h.source_case_id is not null and c.id is null"),
        ("a grant ends no earlier than it begins, and reaches something that is there",
            """
            select g.id || ' on ' || g.root_kind || ' by ' || g.basis || ' from ' || g.starts_at || ' to ' || g.ends_at from access_grant g where g.ends_at < g.starts_at
              or g.root_kind = 'Case' and not exists (select 1 from support_case r where r.id = g.root_id)
              or g.root_kind = 'Handoff' and not exists (select 1 from handoff r where r.id = g.root_id)
              or g.root_kind = 'Handover' and not exists (select 1 from handover r where r.id = g.root_id)
              or g.root_kind = 'Person' and not exists (select 1 from person r where r.id = g.root_id)
              or g.root_kind = 'Consultation' and not exists (select 1 from consultation r where r.id = g.root_id)
              or g.root_kind = 'Lead' and not exists (select 1 from lead r where r.id = g.root_id)
              or g.root_kind = 'PhoneMemo' and not exists (select 1 from phone_memo r where r.id = g.root_id)
              or g.root_kind = 'Plan' and not exists (select 1 from plan r where r.id = g.root_id)
              or g.root_kind = 'PlanConference' and not exists (select 1 from plan_conference r where r.id = g.root_id)
              or g.root_kind = 'Decision' and not exists (select 1 from decision r where r.id = g.root_id)
              or g.root_kind = 'UrgentReport' and not exists (select 1 from urgent_report r where r.id = g.root_id)
              or g.root_kind = 'ReporterIdentity' and not exists (select 1 from reporter_identity r where r.id = g.root_id)
              or g.root_kind = 'Matter' and not exists (select 1 from matter r where r.id = g.root_id)
              or g.root_kind = 'WorkOrder' and not exists (select 1 from work_order r where r.id = g.root_id)
            """),
        ("a lead that became something leads to exactly that, and no other lead does",
            """
            select l.id::text from lead l left join support_case c on c.id = l.case_id left join consultation k on k.id = l.became_consultation_id
            where (c.id is not null) <> (l.state = 'BecameCase') or (k.id is not null) <> (l.state = 'BecameConsultation')
            """),
        ("a telephone memo that became a consultation leads to exactly that, and no other memo does",
            "select m.id::text from phone_memo m left join consultation k on k.id = m.consultation_id where (k.id is not null) <> (m.state = 'BecameConsultation')"),
        ("an urgent report is at all times visible to the team that received it, and to whoever made it",
            """
            select r.id || ' to ' || e.id from urgent_report r
            cross join lateral (select r.team_id as id where r.team_id is not null union select case when exists (
              select 1 from access_grant g where g.root_id = r.id and g.subject_id = r.worker_id) then r.worker_id else r.organisation_id end) e
            where not exists (select 1 from access_grant g where g.root_kind = 'UrgentReport' and g.root_id = r.id and g.subject_id = e.id and g.starts_at <= @now and @now < g.ends_at)
            """),
        ("a report taken as a consultation leads to one of the organisation that received it",
            "select r.id::text from urgent_report r join consultation k on k.id = r.consultation_id where k.organisation_id <> coalesce(r.team_id, r.organisation_id)"),
        ("who reported reaches the team that received it, and nobody else",
            """
            select i.id::text from reporter_identity i left join access_grant g on g.root_id = i.id
            group by i.id having count(g.*) <> 1 or bool_or(g.root_kind <> 'ReporterIdentity' or g.subject_id <> i.team_id or g.level <> 'Read')
            """),
        ("the ward's own office decides on a plan, and whoever acts on a line acts there",
            $"""
            select d.id::text from decision d where d.kind like 'Plan%' and d.organisation_id <> '{TestOrganisations.Id(TestOrganisations.Hub)}'
            union select d.id::text from decision d cross join lateral jsonb_array_elements(d.steps) s
            where s ->> 'kind' in ('Check', 'Decide', 'DecideAsDeputy', 'View', 'SendBack') and s -> 'by' ->> 'organisation' is distinct from d.organisation_id::text
            """),
        ("at most one version of a plan is in force",
            "select plan_id::text from plan_version where state in ('Active', 'Evaluating', 'Interrupted') group by plan_id having count(*) > 1"),
        ("what a consent opened ends with the consent",
            """
            select g.id::text from access_grant g join consent c on c.id = g.source_id
            where g.basis in ('Consent', 'PlanConference') and g.starts_at <= @now and @now < g.ends_at and c.state <> 'Active'
            """),
        ("a conference was held only on consent that was there",
            "select id::text from plan_conference where state in ('Held', 'Decided', 'MinutesFixed') and (held_at is null or consent_checked_at is null or consent_checked_at > held_at or consent_ids::text in ('[]', 'null') and purpose not in ('TerminationReview', 'InterruptionReview'))"),
        ("what is disclosed by team, consent or handover names its legal basis",
            "select g.id::text from access_grant g where g.basis in ('Team', 'Consent') and g.legal_basis is null and g.source_id is not null"),
    ];

    /// <summary>What is asked.</summary>
    public static IEnumerable<string> Names => All.Select(q => q.Name);

    private static IEnumerable<(string Name, string Sql)> All => Questions.Concat(Guarded);

    /// <summary>Everything that is broken now, at most five of each; nothing when all is well.</summary>
    public static async Task<List<string>> BrokenAsync(NpgsqlConnection owner, DateTimeOffset now)
    {
        List<string> broken = [];
        foreach (var (name, sql) in All)
            foreach (var what in await RowsAsync(owner, $"{sql} limit 5", now)) broken.Add($"{name}: {what}");
        broken.AddRange(await UndeclaredAsync(owner, now));
        return broken;
    }

    /// <summary>What was acknowledged and cannot be found again, or left no word in the audit.</summary>
    public static async Task<List<string>> LostAsync(NpgsqlConnection owner, Journal journal)
    {
        List<string> lost = [];
        foreach (var made in journal.Made.GroupBy(m => m.Table))
            foreach (var id in await RowsAsync(owner, $"select j::text from unnest(@ids) j where not exists (select 1 from {made.Key} r where r.id = j) limit 5", default, ("ids", made.Select(m => m.Id).ToArray())))
                lost.Add($"what was acknowledged is there: {made.Key} {id}");
        foreach (var act in await RowsAsync(owner,
            "select a || ' at ' || t from unnest(@accounts, @instants) j (a, t) where not exists (select 1 from audit_entry e where e.account_id = j.a and e.at = j.t and e.kind not in ('Seen', 'Refused')) limit 5",
            default, ("accounts", journal.Done.Select(d => d.Account).ToArray()), ("instants", journal.Done.Select(d => d.At.UtcDateTime).ToArray())))
            lost.Add($"what was acknowledged is in the audit: {act}");
        return lost;
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA2100", Justification = "Statements written in this class.")]
    private static async Task<List<string>> RowsAsync(NpgsqlConnection owner, string sql, DateTimeOffset now, params (string Name, object Value)[] more)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        command.Parameters.AddWithValue("now", now.UtcDateTime);
        foreach (var (name, value) in more) command.Parameters.AddWithValue(name, value);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> rows = [];
        while (await reader.ReadAsync()) rows.Add(reader.GetString(0));
        return rows;
    }
}
