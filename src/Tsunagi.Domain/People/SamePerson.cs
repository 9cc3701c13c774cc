using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.People;

/// <summary>同一人物の判断: whether two records of one holder are of the same human being (docs/adr/0054).</summary>
/// <remarks>
/// It stands beside the two records and changes neither. Nothing is moved or copied, so taking it back leaves everything as it was; and
/// since access is decided on each record, nobody sees more or less for it.
/// </remarks>
public sealed class SamePerson : Aggregate, IHeldRecord
{
    /// <summary>For how many days あとで puts the question off.</summary>
    public const int LaterDays = 30;

    private SamePerson() { }

    /// <summary>疑う: asks whether two records are of one person. Nothing is judged yet.</summary>
    /// <exception cref="ArgumentException">It is one record, or two of different holders.</exception>
    public static SamePerson Suspect(Id<SamePerson> id, Person one, Person other, DateTimeOffset at)
    {
        if (one.Id == other.Id) throw new ArgumentException("A record is not compared with itself.", nameof(other));
        if (one.HolderId != other.HolderId) throw new ArgumentException("Only records of one holder are compared.", nameof(other));
        var (first, second) = InOrder(one.Id, other.Id);
        var suspected = new SamePerson { Id = id, FirstId = first, SecondId = second, HolderId = one.HolderId, SuspectedAt = at };
        suspected.Record(new SamePersonSuspected(id));
        return suspected;
    }

    /// <summary>Its id.</summary>
    public Id<SamePerson> Id { get; private set; }

    /// <inheritdoc/>
    public override RootRef Root => RootRef.Of(RootKind.Person, FirstId);

    /// <summary>The record that was written first.</summary>
    public Id<Person> FirstId { get; private set; }

    /// <summary>The other.</summary>
    public Id<Person> SecondId { get; private set; }

    /// <summary>保有者 of both. Where the two have come to different holders, the judgement is read by nobody.</summary>
    public Id<Organisation> HolderId { get; private set; }

    /// <summary>Where it stands.</summary>
    public SamePersonState State { get; private set; }

    /// <summary>先に立てる記録, while both are taken for one: lists and intake offer this one.</summary>
    public Id<Person>? LeadingId { get; private set; }

    /// <summary>When it was first asked.</summary>
    public DateTimeOffset SuspectedAt { get; private set; }

    /// <summary>あとで: on which day it is asked again.</summary>
    public DateOnly? LaterOn { get; private set; }

    /// <summary>Who judged, put off or took back, last.</summary>
    public Id<Account>? JudgedBy { get; private set; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? JudgedAt { get; private set; }

    /// <summary>Why; always given where a judgement was taken back.</summary>
    public string? Reason { get; private set; }

    /// <summary>まとめる: both are of one person.</summary>
    /// <param name="one">One of the records.</param>
    /// <param name="other">The other.</param>
    /// <param name="leading">Which of the two lists and intake offer.</param>
    /// <param name="reason">Why, if anything is to be said.</param>
    /// <param name="by">By whom.</param>
    public Outcome Merge(Person one, Person other, Id<Person>? leading, string? reason, Stamp by)
    {
        var checks = new FieldChecks()
            .RefuseIf(leading is null, RefusalCode.Required, "Leading")
            .RefuseIf(leading is not null && leading != FirstId && leading != SecondId, RefusalCode.UnknownCode, "Leading")
            // Where somebody lives must not be read off the other record of a person under 支援措置.
            .RefuseIf(one.IsLocationProtected != other.IsLocationProtected, RefusalCode.ProtectBothFirst);
        return Judge(SamePersonAction.Merge, checks, leading, reason, new SamePersonMerged(Id), by);
    }

    /// <summary>別人とする: it is not asked again.</summary>
    public Outcome TellApart(string? reason, Stamp by) => Judge(SamePersonAction.TellApart, new(), null, reason, new SamePersonToldApart(Id), by);

    /// <summary>あとで: asked again after <see cref="LaterDays"/>.</summary>
    public Outcome PutOff(DateOnly today, Stamp by)
    {
        var put = Judge(SamePersonAction.PutOff, new(), null, null, new SamePersonPutOff(Id), by);
        if (put.IsDone) LaterOn = today.AddDays(LaterDays);
        return put;
    }

    /// <summary>判断を取り消す: the question stands again as if nobody had answered it.</summary>
    public Outcome TakeBack(string? reason, Stamp by) =>
        Judge(SamePersonAction.TakeBack, new FieldChecks().Require(nameof(Reason), reason), null, reason, new SamePersonTakenBack(Id, State), by);

    /// <summary>Two records as a judgement names them.</summary>
    public static (Id<Person> First, Id<Person> Second) InOrder(Id<Person> one, Id<Person> other) => one < other ? (one, other) : (other, one);

    /// <summary>The other of the two.</summary>
    public Id<Person> OtherOf(Id<Person> one) => one == FirstId ? SecondId : FirstId;

    void IHeldRecord.PassTo(Id<Organisation> holder)
    {
        Record(new SamePersonPassedOn(Id, HolderId, holder));
        HolderId = holder;
    }

    private Outcome Judge(SamePersonAction action, FieldChecks checks, Id<Person>? leading, string? reason, DomainEvent done, Stamp by)
    {
        if (by.Organisation != HolderId) return Outcome.Refused(RefusalCode.OtherHolder);
        if (SamePersonStates.Next(State, action) is not { } next) return Outcome.Refused(RefusalCode.WrongState);
        checks.Text(nameof(Reason), reason, FieldChecks.Short);
        if (!checks.Passed) return Outcome.Refused(checks.Refusals);
        (State, LeadingId, LaterOn, JudgedBy, JudgedAt, Reason) = (next, leading, null, by.Account, by.At, TypedText.Field(reason));
        Record(done);
        return Outcome.Done;
    }
}

/// <summary>Two records were found that may be of one person.</summary>
public sealed record SamePersonSuspected(Id<SamePerson> Judgement) : DomainEvent;

/// <summary>Two records were taken for one person.</summary>
public sealed record SamePersonMerged(Id<SamePerson> Judgement) : DomainEvent;

/// <summary>Two records were told apart.</summary>
public sealed record SamePersonToldApart(Id<SamePerson> Judgement) : DomainEvent;

/// <summary>The question was put off.</summary>
public sealed record SamePersonPutOff(Id<SamePerson> Judgement) : DomainEvent;

/// <summary>A judgement was taken back; which.</summary>
public sealed record SamePersonTakenBack(Id<SamePerson> Judgement, SamePersonState Was) : DomainEvent;

/// <summary>A judgement went along with both records.</summary>
public sealed record SamePersonPassedOn(Id<SamePerson> Judgement, Id<Organisation> From, Id<Organisation> To) : DomainEvent;
