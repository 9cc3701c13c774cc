using FsCheck;
using FsCheck.Fluent;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Conferences.MatterWorld;

namespace Tsunagi.Tests.Conferences;

/// <summary>
/// Random acts by several actors. What may be read is told a second time from the journal of events alone, so the two
/// tellings check one another.
/// </summary>
public sealed class MatterProperties
{
    private const int Acts = 27;

    private delegate bool ReadsItem(Matter matter, Id<Account> account, int session, Id<MatterItem> item, DateTimeOffset now);

    private static readonly Arbitrary<int[]> Sequences =
        Gen.Choose(0, int.MaxValue - 1).ListOf(90).Select(l => l.ToArray()).ToArbitrary();

    [Fact]
    public void Nobody_reads_but_by_name_after_the_explanation_and_until_they_leave() =>
        Check((m, a, s, i, now) => MatterAccess.Read(m, a, now).ReadsItem(s, i));

    [Fact]
    public void The_check_fails_when_the_explanation_is_forgotten() =>
        Fails((m, a, s, i, now) =>
            MatterAccess.Read(m, a, now).ReadsItem(s, i)
            || m.Namings.Any(n => n.SessionNumber == s && n.RunsAt(now) && n.Scope == ReadingScope.WholeSession
                && m.Participants.Any(p => p.Id == n.ParticipantId && p.AccountId == a)));

    [Fact]
    public void The_check_fails_when_a_colleague_reads_along() =>
        Fails((m, a, s, i, now) =>
            Everybody.Where(p => p.Organisation == Everybody.Single(x => x.Account == a).Organisation)
                .Any(p => MatterAccess.Read(m, p.Account, now).ReadsItem(s, i)));

    [Fact]
    public void After_fixing_nothing_is_overwritten() => Prop.ForAll(Sequences, acts =>
    {
        var world = Begin(acts);
        var kept = new Dictionary<int, string>();
        foreach (var act in acts)
        {
            Perform(world, act);
            foreach (var session in world.Matter.Sessions.Where(s => s.IsFixed))
            {
                var text = string.Join("|", session.Agenda.Select(a => a.Discussion)
                    .Concat(session.Members.Select(m => $"{m.ParticipantId}{m.Attended}"))
                    .Append($"{session.FixedAt}{session.FixedBy}{session.NextDate}"));
                if (!kept.TryAdd(session.Number, text) && kept[session.Number] != text) return false;
            }
        }
        return true;
    }).Holds();

    [Fact]
    public void What_was_said_is_only_ever_added_to() => Prop.ForAll(Sequences, acts =>
    {
        var world = Begin(acts);
        var seen = new List<string>();
        foreach (var act in acts)
        {
            Perform(world, act);
            var all = world.Matter.Information.Select(i => i.Text + i.SourceId).ToList();
            if (!seen.SequenceEqual(all.Take(seen.Count))) return false;
            seen = all;
        }
        return world.Matter.Information.All(i => world.Matter.Requests.Any(r => r.Id == i.RequestId && r.ParticipantId == i.SourceId));
    }).Holds();

    [Fact]
    public void Work_orders_tell_neither_source_nor_meeting() => Prop.ForAll(Sequences, acts =>
    {
        var world = Begin(acts);
        var orders = new List<Sent>();
        foreach (var act in acts) Perform(world, act, orders);
        return orders.All(o => KnownNames.FoundIn(o.Order.Task + o.Order.SafetyFacts, o.Secrets).Count == 0)
            && orders.Count == world.Matter.WaysOut.OfType<WayOut.ToWorkOrder>().Count(w => w.OrderId is not null);
    }).Holds();

    [Fact]
    public void Every_act_in_the_states_of_the_table_and_no_others() => Prop.ForAll(Sequences, acts =>
    {
        var world = Begin(acts);
        foreach (var act in acts)
        {
            var before = world.Matter.State;
            Perform(world, act);
            var after = world.Matter.State;
            if (before != after && !MatterStates.Table.Transitions.Any(t => t.From == before.ToString() && t.To == after.ToString())) return false;
        }
        return true;
    }).Holds();

    [Fact]
    public void The_random_acts_reach_held_sessions_and_ways_out()
    {
        // A property over sequences that never get anywhere would prove nothing.
        var reached = new HashSet<MatterState>();
        var ways = new HashSet<WayOutKind>();
        var random = new Random(7);
        for (var run = 0; run < 300; run++)
        {
            var world = Begin([run]);
            for (var i = 0; i < 90; i++)
            {
                Perform(world, random.Next());
                reached.Add(world.Matter.State);
            }
            ways.UnionWith(world.Matter.WaysOut.Select(w => w.Kind));
        }
        Assert.Equal(Enum.GetValues<MatterState>().Length, reached.Count);
        Assert.Equal(Enum.GetValues<WayOutKind>().Length, ways.Count);
    }

    /// <summary>A broken rule must be found out, by a counter-example and not by a crash.</summary>
    private static void Fails(ReadsItem broken) =>
        Assert.Contains("Falsifiable", Assert.ThrowsAny<Exception>(() => Check(broken)).Message, StringComparison.Ordinal);

    private static void Check(ReadsItem reads) => Prop.ForAll(Sequences, acts =>
    {
        var world = Begin(acts);
        foreach (var act in acts)
        {
            Perform(world, act);
            foreach (var person in Everybody)
                foreach (var session in world.Matter.Sessions)
                    foreach (var item in world.Matter.Items)
                        if (reads(world.Matter, person.Account, session.Number, item.Id, world.Now)
                            != Oracle(world, person, session.Number, item.Id)) return false;
        }
        return true;
    }).Holds();

    /// <summary>The rule, told from the events alone.</summary>
    private static bool Oracle(MatterWorld world, Person person, int session, Id<MatterItem> item)
    {
        var events = world.Journal.Select(j => j.Event).ToList();
        var chair = events.Aggregate((Id<Account>?)Chair.Account, (now, e) => e switch
        {
            ChairHandedOn on => on.Chair,
            ChairChosen chosen => chosen.Chair,
            ChairDeclined declined => declined.Back,
            _ => now,
        });
        var left = events.OfType<ParticipantLeft>().Select(e => e.Participant).ToHashSet();
        var self = world.Matter.Participants.Where(p => p.AccountId == person.Account && !left.Contains(p.Id)
            && (events.OfType<DutyExplained>().Any(e => e.Participant == p.Id)
                || events.OfType<ChairTaken>().Any(e => e.Chair == person.Account))).Select(p => p.Id).FirstOrDefault();
        if (self.IsNone) return false;
        if (person.Account == chair) return true;
        var secretary = events.FindLastIndex(e => e is SecretaryAppointed);
        var resigned = events.FindLastIndex(e => e is ParticipantLeft l
            && world.Matter.Participants.Any(p => p.Id == l.Participant && p.AccountId == person.Account));
        if (secretary > resigned && ((SecretaryAppointed)events[secretary]).Secretary == person.Account) return true;
        var naming = events.FindLastIndex(e => e is ReaderNamed n && n.Participant == self && n.Session == session);
        var ending = events.FindLastIndex(e => (e is ReadingEnded r && r.Participant == self && r.Session == session)
            || (e is MemberRemoved m && m.Participant == self && m.Session == session));
        if (naming < 0 || ending > naming) return false;
        if (events.OfType<NamedOnItem>().Any(n => n.Participant == self && n.Item == item)) return true;
        return ((ReaderNamed)events[naming]).Scope == ReadingScope.WholeSession
            && !events.OfType<ItemAdded>().First(i => i.Item == item).NamedOnly;
    }

    /// <summary>Some worlds begin with a bare proposal, some with a prepared or a held session, so that all of them are reached.</summary>
    private static MatterWorld Begin(int[] acts)
    {
        var world = new MatterWorld();
        switch (acts.Length == 0 ? 0 : acts[0] % 4)
        {
            case 1: world.Prepare(); break;
            case 2: world.Held(); break;
            case 3: world.Fixed(); break;
        }
        return world;
    }

    /// <summary>One act by one actor; most are refused, which is part of the property.</summary>
    private static void Perform(MatterWorld world, int seed, List<Sent>? orders = null)
    {
        var random = new Random(seed);
        var matter = world.Matter;
        // Half of the acts are the office's, or the sequences would never get beyond refusals.
        var who = random.Next(2) == 0 ? (random.Next(3) == 0 ? Secretary : Chair) : Everybody[random.Next(Everybody.Count)];
        var by = world.At(who);
        var person = Everybody[random.Next(Everybody.Count - 1)];
        var participant = Pick(random, matter.Participants)?.Id ?? default;
        var item = Pick(random, matter.Items)?.Id ?? default;
        var session = Pick(random, matter.Sessions)?.Number ?? 1;
        var kind = person.OrganisationNumber == 1 ? ParticipantKind.WardStaff : ParticipantKind.AgencyWorker;
        var ground = new WayOutGround("根拠", "理由");
        world.Do(m => random.Next(Acts) switch
        {
            0 => m.TakeChair(world.Next<MatterParticipant>(), world.Next<DutyExplanation>(), PersonOf(who, ParticipantKind.WardStaff), Duty, by),
            1 or 2 => m.AddParticipant(world.Next<MatterParticipant>(), PersonOf(person, kind), random.Next(5) == 0, by),
            3 => m.AddParticipant(world.Next<MatterParticipant>(), new(ParticipantKind.Guest, null, null, "新聞 配達", "みなと新聞店"), false, by),
            4 or 5 => m.RecordExplanation(world.Next<DutyExplanation>(), participant, Duty, by),
            6 => m.AppointSecretary(new(participant, random.Next(5) > 0), by),
            7 => m.SelectMembers(world.Next<MatterSession>(), by),
            8 or 9 => m.AddMember(participant, (MemberPart)random.Next(4), by),
            10 => m.RemoveMember(participant, by),
            11 or 12 => m.NameReader(world.Next<ReadingNaming>(), participant, session, (ReadingScope)random.Next(2), by),
            13 => random.Next(2) == 0 ? m.EndReading(participant, session, by) : m.Leave(participant, by),
            14 => m.AddItem(world.Next<MatterItem>(), new("項目", "甲斐 花子", random.Next(2) == 0), by),
            15 => m.NameOnItem(item, participant, by),
            16 => m.Convene(world.Now.AddHours(1), "区役所", by),
            17 => m.Hold([.. matter.Sessions.Count == 0 ? [] : matter.Sessions[^1].Members.Select(x => x.ParticipantId)], random.Next(8) > 0, by),
            18 => random.Next(3) == 0 ? m.WriteDirection(new("方向" + seed, ""), null, by) : m.WriteDiscussion(item, "記録" + seed, null, by),
            19 => m.FixMinutes(null, random.Next(4) == 0, by),
            20 => m.ConfirmMinutes(session, by),
            21 => m.Ask(world.Next<CooperationRequest>(), participant, session, null, new("知っていること", "区支援会議"), by),
            22 => m.GiveInformation(world.Next<MatterInformation>(), Pick(random, matter.Requests)?.Id, item, "情報" + seed, by),
            23 => random.Next(4) == 0
                ? m.HandOnChair(new((random.Next(2) == 0 ? Boss : Chair).Account, true), by)
                : m.Settle(world.Next<MatterOutcome>(), MatterAction.Watch + random.Next(5), "理由", random.Next(2) == 0, by),
            24 => random.Next(4) switch
            {
                0 => m.DraftWorkOrder(world.Next<WayOut>(), item, new(Worker.Organisation, random.Next(2) == 0 ? "訪ねてください" : "土佐支援から聞いた",
                    JapanTime.DateOf(world.Now), "", "保健福祉課"), ground, [], by),
                1 => m.ReleaseByConsent(world.Next<WayOut>(), item, new("甲斐", "この文", "主治医", JapanTime.DateOf(world.Now)), ground, by),
                2 => m.ReleaseGap(world.Next<WayOut>(), item, "手伝う人が足りない", ground, [], by),
                _ => m.ReportByLaw(world.Next<WayOut>(), item, "児童相談所", "伝えた", ground, by),
            },
            25 => random.Next(4) switch
            {
                0 => m.DeclineChair(world.Next<ProposalNotice>(), "担当が違う", by),
                1 => m.ChooseChair(new((random.Next(2) == 0 ? Boss : Chair).Account, true), by),
                2 => m.Withdraw(world.Next<ProposalNotice>(), "話がついた", by),
                _ => m.SeeNotice(Pick(random, matter.Notices)?.Id ?? default, by),
            },
            _ => random.Next(2) == 0
                ? m.ActOnDanger(world.Next<WayOut>(), item, "119番", "伝えた", ground, by)
                : Approve(m, world, by, orders),
        });
    }

    /// <summary>An order, and what it must not tell: of the meeting, and who of other agencies stood in the matter when it was approved.</summary>
    private sealed record Sent(WorkOrder Order, IReadOnlyList<string> Secrets);

    private static Outcome<WorkOrder> Approve(Matter matter, MatterWorld world, Stamp by, List<Sent>? orders)
    {
        var draft = matter.WaysOut.OfType<WayOut.ToWorkOrder>().FirstOrDefault(w => w.Waits)?.Id ?? default;
        var outcome = matter.ApproveWorkOrder(draft, world.Next<WorkOrder>(), by);
        var inMatter = Everybody.Where(p => p.OrganisationNumber != Worker.OrganisationNumber && matter.Participants.Any(x => x.AccountId == p.Account));
        if (outcome.IsDone) orders?.Add(new(outcome.Value, [.. KnownNames.OfTheMeeting, .. inMatter.Select(p => p.Name)]));
        return outcome;
    }

    private static T? Pick<T>(Random random, IReadOnlyList<T> list) where T : class =>
        list.Count == 0 ? null : list[random.Next(list.Count)];
}
