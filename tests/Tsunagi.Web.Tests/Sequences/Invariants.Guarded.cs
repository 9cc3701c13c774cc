namespace Tsunagi.Web.Tests.Sequences;

/// <summary>What must hold behind the closer doors: 支援会議, 依頼票, 支援措置 and 除外.</summary>
internal static partial class Invariants
{
    private const string There = "(p.left_at is null or @now < p.left_at) and exists (select 1 from matter_explanation e where e.participant_id = p.id and e.recorded_at <= @now)";
    private const string Reads = "(p.account_id in (m.chair_id, m.secretary_id) or exists (select 1 from matter_naming n where n.participant_id = p.id and n.starts_at <= @now and (n.ended_at is null or @now < n.ended_at)))";
    private const string Runs = "g.starts_at <= @now and @now < g.ends_at";

    private static readonly (string Name, string Sql)[] Guarded =
    [
        ("only the chair, the secretary and named readers reach a matter, once the duty was explained to them; its proposer and who is or was asked to chair know that it is",
            $"""
            select g.id::text from access_grant g join matter m on m.id = g.root_id
            where g.root_kind = 'Matter' and {Runs} and (case when g.level = 'Envelope' then g.subject_id in (m.chair_id, m.proposed_by) or exists (select 1 from matter_notice n where n.matter_id = m.id and n.by = g.subject_id)
              else exists (select 1 from matter_participant p where p.matter_id = m.id and p.account_id = g.subject_id and {There} and {Reads}) end) is not true
            """),
        ("whoever is named to read a matter reaches it, and its office runs it",
            $"""
            select p.id::text from matter_participant p join matter m on m.id = p.matter_id
            where p.account_id is not null and {There} and {Reads} and not exists (
              select 1 from access_grant g where g.root_kind = 'Matter' and g.root_id = m.id and g.subject_id = p.account_id and {Runs}
                and g.level = case when p.account_id = m.chair_id or p.account_id = m.secretary_id then 'Manage' else 'Contribute' end)
            """),
        ("the sessions of a matter follow one another, and only the last is open, as its state says",
            """
            select m.id::text from matter m left join lateral (
              select count(*) as held, max(s.number) as last, count(s.fixed_at) as fixed,
                bool_or(s.fixed_at is not null and s.held_at is null or s.confirmed_at is not null and s.fixed_at is null) as amiss,
                bool_or(s.held_at is not null and s.fixed_at is null) as sits
              from matter_session s where s.matter_id = m.id) s on true
            where held <> coalesce(last, 0) or amiss or case
              when m.state in ('Proposed', 'Declined', 'Withdrawn') then held <> 0
              when m.state in ('MembersSelected', 'Convened') then held - fixed <> 1 or sits
              when m.state = 'Held' then held - fixed <> 1 or not sits
              when m.state = 'Closed' then held - fixed > 1 or sits
              else held = 0 or held <> fixed end
            """),
        ("nobody sat in a meeting to whom the duty had not been explained",
            "select t.participant_id::text from matter_seat t where t.attended and not exists (select 1 from matter_explanation e where e.participant_id = t.participant_id)"),
        ("what is told in a meeting answers a recorded request to its source, on an item of the session",
            """
            select i.id::text from matter_information i left join matter_request r on r.id = i.request_id
            where r.participant_id is distinct from i.source_id or r.session_number is distinct from i.session_number or r.answer is distinct from 'Given' and r.answer is distinct from 'Declined'
              or not exists (select 1 from matter_agenda a where a.matter_id = i.matter_id and a.session_number = i.session_number and a.item_id = i.item_id)
            """),
        ("a matter that is over leaves no order waiting for its chair",
            "select w.id::text from matter_way_out w join matter m on m.id = w.matter_id where m.state in ('Closed', 'MovedToPlanConference') and w.way = 'WorkOrder' and w.order_id is null and w.struck_at is null"),
        ("a work order is what the chair approved, word for word, of exactly one draft",
            """
            select o.id::text from work_order o left join matter_way_out w on w.order_id = o.id
            group by o.id having count(w.*) <> 1 or bool_or(w.struck_at is not null or (w.receiver_id, w.task, w.safety_facts, w.contact, w.deadline, w.approved_by, w.approved_at)
              is distinct from (o.receiver_id, o.task, o.safety_facts, o.contact, o.deadline, o.issuer_id, o.issued_at))
            union all select w.id::text from matter_way_out w where w.way = 'WorkOrder' and (w.approved_at is null) <> (w.order_id is null)
            """),
        ("a work order stands where its last answer put it",
            """
            select o.id::text from work_order o left join lateral (select a.reply from work_order_answer a where a.order_id = o.id order by a.at desc limit 1) a on true
            where o.state <> 'Withdrawn' and o.state <> coalesce(a.reply, 'Issued') or o.state = 'Withdrawn' and a.reply = 'Done'
            """),
        ("a work order reaches the organisation that is asked, and besides it only those of its matter",
            $"""
            select g.id::text from access_grant g join work_order o on o.id = g.root_id
            where g.root_kind = 'WorkOrder' and g.subject_id <> o.receiver_id and not exists (
              select 1 from matter_way_out w join matter_participant p on p.matter_id = w.matter_id where w.order_id = o.id and p.account_id = g.subject_id)
            union all select o.id::text from work_order o where not exists (select 1 from access_grant g where g.root_kind = 'WorkOrder' and g.root_id = o.id and g.subject_id = o.receiver_id and {Runs})
            """),
        ("a work order is filed under a case of the organisation that was asked",
            "select o.id::text from work_order o where o.filed_under is not null and not exists (select 1 from responsibility_period p where p.case_id = o.filed_under and p.organisation_id = o.receiver_id)"),
        ("who is protected has no place on record, and a store of their own; who is not, has the mark of neither",
            """
            select p.id::text from person p left join protection_measure m on m.person_id = p.id and m.state <> 'Ended'
            group by p.id having count(m.*) <> p.is_location_protected::int or p.is_location_protected and (
              p.address is not null or p.stay is not null or p.phones <> '[]' or not exists (select 1 from protected_location l where l.person_id = p.id)
              or exists (select 1 from person_correction c where c.person_id = p.id and c.field in ('Address', 'Stay') and not c.is_withheld and coalesce(c.old_value, c.new_value) is not null))
            """),
        ("a protected place is read by nobody but who was named for that person, within their time",
            """
            select l.id::text from protected_location_read l left join protected_location_reader r on r.id = l.reader_id
            where r.id is null or r.person_id <> l.person_id or r.account_id <> l.account_id or l.at < r.starts_at or l.at >= r.ends_at or l.purpose = ''
            """),
        ("no reader outlasts the measure they were named under",
            "select r.id::text from protected_location_reader r join protection_measure m on m.id = r.measure_id where m.state = 'Ended' and r.ends_at > m.decided_at"),
        ("an exclusion rests on a declaration that holds",
            "select x.account_id || ' ' || x.root_id from exclusion x where not exists (select 1 from exclusion_declaration d where d.account_id = x.account_id and d.person_id = x.person_id and d.cleared_at is null)"),
        ("whoever is declared too near to somebody is shut out of them, and of all that concerns them",
            """
            select d.id::text from exclusion_declaration d where d.cleared_at is null and not exists (
              select 1 from exclusion x where x.account_id = d.account_id and x.person_id = d.person_id and x.root_id = d.person_id)
            union all select * from exclusion_gap()
            """),
    ];
}
