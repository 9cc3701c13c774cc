using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>会議案件の閲覧区分, from nothing upwards.</summary>
public enum MatterLevel
{
    /// <summary>閲覧できない: the matter does not exist for them.</summary>
    Nothing,
    /// <summary>提案者: sees only that they proposed, and their own words.</summary>
    OwnProposal,
    /// <summary>指名された項目のみ.</summary>
    ItemLimited,
    /// <summary>指名された回のみ.</summary>
    SessionLimited,
    /// <summary>全部の回.</summary>
    FullRead,
    /// <summary>会議事務局: reads and writes.</summary>
    SecretaryWrite,
    /// <summary>座長.</summary>
    Chair,
}

/// <summary>閲覧の判断: what one person may read of one matter at one instant.</summary>
public sealed class MatterReading
{
    private readonly Dictionary<int, ReadingScope> sessions;
    private readonly HashSet<Id<MatterItem>> named;
    private readonly HashSet<Id<MatterItem>> namedOnly;

    internal MatterReading(
        MatterLevel level, Id<MatterParticipant>? participant, Dictionary<int, ReadingScope> sessions,
        HashSet<Id<MatterItem>> named, HashSet<Id<MatterItem>> namedOnly) =>
        (Level, Participant, this.sessions, this.named, this.namedOnly) = (level, participant, sessions, named, namedOnly);

    /// <summary>The level over the whole matter.</summary>
    public MatterLevel Level { get; }

    /// <summary>Which participant they are, if one who may read.</summary>
    public Id<MatterParticipant>? Participant { get; }

    /// <summary>True for the chair and the secretary, who read all of it.</summary>
    public bool IsOffice => Level is MatterLevel.SecretaryWrite or MatterLevel.Chair;

    /// <summary>True when they may open the matter at all.</summary>
    public bool Reads => Level > MatterLevel.OwnProposal;

    /// <summary>True when they read something of a session.</summary>
    public bool ReadsSession(int session) => IsOffice || sessions.ContainsKey(session);

    /// <summary>True when they read what concerns a session as a whole: sheets, requests, the attendance.</summary>
    public bool ReadsWhole(int session) =>
        IsOffice || (sessions.TryGetValue(session, out var scope) && scope == ReadingScope.WholeSession);

    /// <summary>True when they read what concerns one item in one session.</summary>
    public bool ReadsItem(int session, Id<MatterItem> item) =>
        IsOffice || (sessions.TryGetValue(session, out var scope)
            && (named.Contains(item) || (scope == ReadingScope.WholeSession && !namedOnly.Contains(item))));
}

/// <summary>会議案件の閲覧の規則 (rules §2; ): a pure function of names and instants, never of rank.</summary>
public static class MatterAccess
{
    /// <summary>What an account may read now.</summary>
    public static MatterReading Read(Matter matter, Id<Account> account, DateTimeOffset now)
    {
        var self = matter.Participants.FirstOrDefault(
            p => p.AccountId == account && p.IsThere(now) && IsExplained(matter, p, now));
        if (self is null) return None(matter.ProposedBy == account ? MatterLevel.OwnProposal : MatterLevel.Nothing);
        if (matter.ChairId == account) return Whole(MatterLevel.Chair, self);
        if (matter.SecretaryId == account) return Whole(MatterLevel.SecretaryWrite, self);
        var reading = Read(matter, self, now);
        return reading.Level == MatterLevel.Nothing && matter.ProposedBy == account ? None(MatterLevel.OwnProposal) : reading;
    }

    /// <summary>What a participant may read now, by signing in or on a numbered copy.</summary>
    public static MatterReading Read(Matter matter, MatterParticipant participant, DateTimeOffset now)
    {
        if (!participant.IsThere(now) || !IsExplained(matter, participant, now)) return None(MatterLevel.Nothing);
        var sessions = matter.Namings.Where(n => n.ParticipantId == participant.Id && n.RunsAt(now))
            .GroupBy(n => n.SessionNumber).ToDictionary(g => g.Key, g => g.Min(n => n.Scope));
        if (sessions.Count == 0) return None(MatterLevel.Nothing);
        return new(LevelOf(matter, sessions), participant.Id, sessions,
            [.. matter.Items.Where(i => i.IsNamed(participant.Id, now)).Select(i => i.Id)],
            [.. matter.Items.Where(i => i.NamedOnly).Select(i => i.Id)]);
    }

    /// <summary>
    /// The level of an account over the matter, or over one of its items in any session. An item they may not see gives
    /// <see cref="MatterLevel.Nothing"/> even to a reader of other things.
    /// </summary>
    public static MatterLevel Decide(Matter matter, Id<Account> account, Id<MatterItem>? item, DateTimeOffset now)
    {
        var reading = Read(matter, account, now);
        if (item is not { } wanted || reading.IsOffice || !reading.Reads) return item is null || reading.IsOffice ? reading.Level : MatterLevel.Nothing;
        return matter.Sessions.Any(s => s.Agenda.Any(a => a.ItemId == wanted) && reading.ReadsItem(s.Number, wanted))
            ? reading.Level
            : MatterLevel.Nothing;
    }

    /// <summary>True when the duty was explained to the participant and recorded by the instant.</summary>
    public static bool IsExplained(Matter matter, MatterParticipant participant, DateTimeOffset now) =>
        matter.Explanations.Any(e => e.ParticipantId == participant.Id && e.RecordedAt <= now);

    private static MatterLevel LevelOf(Matter matter, Dictionary<int, ReadingScope> sessions) =>
        sessions.Values.All(s => s == ReadingScope.NamedItems) ? MatterLevel.ItemLimited
        : matter.Sessions.All(s => sessions.TryGetValue(s.Number, out var scope) && scope == ReadingScope.WholeSession) ? MatterLevel.FullRead
        : MatterLevel.SessionLimited;

    private static MatterReading None(MatterLevel level) => new(level, null, [], [], []);

    private static MatterReading Whole(MatterLevel level, MatterParticipant self) => new(level, self.Id, [], [], []);
}
