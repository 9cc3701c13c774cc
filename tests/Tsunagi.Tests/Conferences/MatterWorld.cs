using System.Globalization;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Tests.Conferences;

/// <summary>A small ward with one matter: a chair, a secretary, workers of three agencies, and people nobody named.</summary>
internal sealed class MatterWorld
{
    public static readonly DateTimeOffset Start = new(2026, 6, 1, 0, 0, 0, TimeSpan.Zero);
    public static readonly ExplanationGiven Duty = new("2026-04", new(2026, 6, 1), ExplanationManner.Oral);

    private int ids;

    public MatterWorld()
    {
        Matter = Matter.Propose(Next<Matter>(),
            new(null, "ある世帯の心配", ProposalGround.ConsentNotYet, "本人が拒んでいる", "三機関で様子を出し合いたい"),
            new(Chair.Account, true), At(Proposer)).Value;
        Take();
    }

    public static Person Chair { get; } = new("区 座長", 1, 1);
    public static Person Secretary { get; } = new("区 事務局", 2, 1);
    public static Person Proposer { get; } = new("相模 提案", 3, 2);
    public static Person Worker { get; } = new("越後 相談", 4, 3);
    public static Person Head { get; } = new("越後 所長", 5, 3);
    public static Person Other { get; } = new("土佐 支援", 6, 4);
    public static Person Boss { get; } = new("区 部長", 7, 1);
    public static Person Stranger { get; } = new("無縁 人", 8, 5);
    public static IReadOnlyList<Person> Everybody { get; } = [Chair, Secretary, Proposer, Worker, Head, Other, Boss, Stranger];

    public Matter Matter { get; }

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>Every event with its instant: the journal an oracle can be told from.</summary>
    public List<(DateTimeOffset At, DomainEvent Event)> Journal { get; } = [];

    public Id<T> Next<T>() => new(Guid.Parse(string.Create(CultureInfo.InvariantCulture, $"00000000-0000-7000-8000-{++ids:x12}")));

    public void Pass(TimeSpan time) => Now += time;

    public Stamp At(Person who) => new(who.Account, who.Organisation, Now);

    public void Take() => Journal.AddRange(Matter.TakeEvents().Select(e => (Now, e)));

    public Outcome Do(Func<Matter, Outcome> act)
    {
        var outcome = act(Matter);
        Take();
        Pass(TimeSpan.FromMinutes(1));
        return outcome;
    }

    public void Done(Func<Matter, Outcome> act)
    {
        var outcome = Do(act);
        Assert.True(outcome.IsDone, string.Join(",", outcome.Refusals));
    }

    public void Refused(RefusalCode code, Func<Matter, Outcome> act)
    {
        var outcome = Do(act);
        Assert.Contains(outcome.Refusals, r => r.Code == code);
    }

    public static MemberPerson PersonOf(Person who, ParticipantKind kind) =>
        new(kind, who.Account, who.Organisation, who.Name, "機関" + who.OrganisationNumber);

    public void TakeTheChair() => Done(m => m.TakeChair(Next<MatterParticipant>(), Next<DutyExplanation>(), PersonOf(Chair, ParticipantKind.WardStaff), Duty, At(Chair)));

    public Id<MatterParticipant> Add(Person who, ParticipantKind kind = ParticipantKind.AgencyWorker)
    {
        var id = Next<MatterParticipant>();
        Done(m => m.AddParticipant(id, PersonOf(who, kind), false, At(Chair)));
        return id;
    }

    public Id<MatterParticipant> AddGuest(string name = "新聞 配達", string affiliation = "みなと新聞店")
    {
        var id = Next<MatterParticipant>();
        Done(m => m.AddParticipant(id, new(ParticipantKind.Guest, null, null, name, affiliation), false, At(Chair)));
        return id;
    }

    public void Explain(Id<MatterParticipant> participant) =>
        Done(m => m.RecordExplanation(Next<DutyExplanation>(), participant, Duty, At(Chair)));

    public Id<MatterParticipant> Join(Person who, MemberPart part = MemberPart.Attendee)
    {
        var id = Add(who);
        Done(m => m.AddMember(id, part, At(Chair)));
        return id;
    }

    public void Name(Id<MatterParticipant> participant, int session = 1, ReadingScope scope = ReadingScope.WholeSession) =>
        Done(m => m.NameReader(Next<ReadingNaming>(), participant, session, scope, At(Chair)));

    public Id<MatterItem> Item(string title = "世帯の見守り", bool namedOnly = false, string people = "甲斐 花子")
    {
        var id = Next<MatterItem>();
        Done(m => m.AddItem(id, new(title, people, namedOnly), At(Chair)));
        return id;
    }

    public Id<CooperationRequest> Ask(Id<MatterParticipant> of, int session = 1)
    {
        var id = Next<CooperationRequest>();
        Done(m => m.Ask(id, of, session, null, new("知っていることを教えてください", "区支援会議"), At(Secretary)));
        return id;
    }

    /// <summary>Chair taken, secretary appointed, first session open with two agencies explained to and named.</summary>
    public Prepared Prepare()
    {
        TakeTheChair();
        var secretary = Add(Secretary, ParticipantKind.WardStaff);
        Explain(secretary);
        Done(m => m.AppointSecretary(new(secretary, true), At(Chair)));
        Done(m => m.SelectMembers(Next<MatterSession>(), At(Chair)));
        var item = Item();
        var worker = Join(Worker);
        var other = Join(Other);
        foreach (var p in new[] { worker, other })
        {
            Explain(p);
            Name(p);
        }
        return new(secretary, worker, other, item);
    }

    /// <summary>The same, convened and held.</summary>
    public Prepared Held()
    {
        var prepared = Prepare();
        Done(m => m.Convene(Now.AddDays(1), "区役所", At(Chair)));
        Pass(TimeSpan.FromDays(1));
        Done(m => m.Hold([prepared.Worker, prepared.Other], early: false, At(Secretary)));
        return prepared;
    }

    /// <summary>The same, minutes fixed and confirmed.</summary>
    public Prepared Fixed()
    {
        var prepared = Held();
        Done(m => m.FixMinutes(null, decidesDirection: false, At(Secretary)));
        Done(m => m.ConfirmMinutes(1, At(Chair)));
        return prepared;
    }

    internal sealed record Prepared(
        Id<MatterParticipant> Secretary, Id<MatterParticipant> Worker, Id<MatterParticipant> Other, Id<MatterItem> Item);

    internal sealed record Person(string Name, int Number, int OrganisationNumber)
    {
        public Id<Account> Account { get; } = IdSource.Named<Account>("account" + Number);
        public Id<Organisation> Organisation { get; } = IdSource.Named<Organisation>("organisation" + OrganisationNumber);
    }
}
