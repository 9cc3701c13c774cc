using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>A matter as one reader sees it: everything here has passed their reading.</summary>
public sealed class MatterView(
    Matter matter, MatterReading reading, Work work, CurrentWard ward, IReadOnlyDictionary<Id<Account>, string> accountNames,
    IReadOnlyList<ReportOutOfMatter> reports)
{
    /// <summary>The matter. Lists on it may hold more than the reader reads: pages take them from below.</summary>
    public Matter Matter => matter;

    public Id<Matter> Id => matter.Id;
    public MatterReading Reading => reading;
    public DateOnly Today => work.Today;
    public DateTimeOffset Now => work.Now;
    public bool IsChair => reading.Level == MatterLevel.Chair && work.Actor.Is(Role.ConferenceChair);
    public bool IsSecretary => reading.Level == MatterLevel.SecretaryWrite && work.Actor.Is(Role.ConferenceSecretary);
    public bool IsOffice => IsChair || IsSecretary;
    public bool IsMe(Id<Account> account) => account == work.Actor.Account;

    /// <summary>What the reader may call it: a reader of single items does not learn the proposer's title.</summary>
    public string Title => reading.ReadsWhole(1) && matter.Paper is { } paper ? paper.Title : "会議案件";

    /// <summary>The words on every sealed page (rules §11), as the ward's profile has them.</summary>
    public string SealedWords => ward.Profile.TextAsOf(ProfileTexts.SealedBanner, work.Today).Body;

    /// <summary>The duty text in force, which an explanation is recorded against.</summary>
    public ProfileText DutyText => ward.Profile.TextAsOf(ProfileTexts.PledgeExplanation, work.Today);

    public string PenaltyText => ward.Profile.TextAsOf(ProfileTexts.Penalty, work.Today).Body;

    public string ConferenceName => ward.Profile.MeetingsAsOf(work.Today).SupportConference.Name;

    /// <summary>会議で行うこと: whether it decides the direction of support, or only discusses it, is the ward's own rule.</summary>
    public string Powers => string.Join("、", ward.Profile.MeetingsAsOf(work.Today).SupportConference.Powers.Select(ConferenceWords.Of));

    /// <summary>支援方針を決める会議: then no minutes are fixed without it.</summary>
    public bool DecidesDirection => ward.Profile.MeetingsAsOf(work.Today).SupportConference.Has(ConferencePower.DecideSupportDirection);

    /// <summary>支援の方向性 of a session, for who reads the session as a whole; null where nothing is written.</summary>
    public SessionDirection? Direction(int session) => reading.ReadsWhole(session) ? matter.DirectionOf(session) : null;

    public IEnumerable<MatterSession> Sessions => matter.Sessions.Where(s => reading.ReadsSession(s.Number)).OrderBy(s => s.Number);

    public MatterSession? Open => matter.OpenSession is { } open && reading.ReadsSession(open.Number) ? open : null;

    public MatterItem? Item(Id<MatterItem> id) => matter.Items.FirstOrDefault(i => i.Id == id);

    public IEnumerable<(AgendaEntry Entry, MatterItem Item)> Agenda(MatterSession session) =>
        from entry in session.Agenda.OrderBy(a => a.Order)
        where reading.ReadsItem(session.Number, entry.ItemId)
        let item = Item(entry.ItemId)
        where item is not null
        select (entry, item);

    public IEnumerable<MatterParticipant> There => matter.Participants.Where(p => p.IsThere(work.Now)).OrderBy(p => p.AddedAt);

    /// <summary>What a participant may read: by signing in, or on a numbered copy.</summary>
    public MatterReading ReadingOf(MatterParticipant participant) => participant.AccountId is { } account
        ? MatterAccess.Read(matter, account, work.Now)
        : MatterAccess.Read(matter, participant, work.Now);

    public bool IsExplained(MatterParticipant participant) => MatterAccess.IsExplained(matter, participant, work.Now);

    public IEnumerable<CooperationRequest> Requests(int session) => matter.Requests
        .Where(r => r.SessionNumber == session && (reading.ReadsWhole(session) || r.ParticipantId == reading.Participant)
            && (r.ItemId is not { } item || r.ParticipantId == reading.Participant || reading.ReadsItem(session, item)))
        .OrderBy(r => r.AskedAt);

    public IEnumerable<PreMeetingSheet> Sheets(int session) => matter.Sheets
        .Where(s => s.SessionNumber == session && (reading.ReadsWhole(session) || s.ParticipantId == reading.Participant))
        .OrderBy(s => s.WrittenAt);

    public IEnumerable<MatterInformation> Information(int session, Id<MatterItem> item) => matter.Information
        .Where(i => i.SessionNumber == session && i.ItemId == item && reading.ReadsItem(session, item)).OrderBy(i => i.RecordedAt);

    public IEnumerable<MatterDecision> Decisions(int session, Id<MatterItem> item) => matter.Decisions
        .Where(d => d.SessionNumber == session && d.ItemId == item && reading.ReadsItem(session, item));

    public IEnumerable<WatchRole> Watches(int session, Id<MatterItem> item) => matter.WatchRoles
        .Where(w => w.SessionNumber == session && w.ItemId == item && reading.ReadsItem(session, item));

    /// <summary>見守り役 of earlier sessions that still run.</summary>
    public IEnumerable<WatchRole> EarlierWatches(int session, Id<MatterItem> item) => matter.WatchRoles
        .Where(w => w.SessionNumber < session && w.ItemId == item && w.EndedAt is null && reading.ReadsItem(w.SessionNumber, item));

    public IEnumerable<MinutesCorrection> Corrections(int session) => matter.MinutesCorrections
        .Where(c => c.SessionNumber == session && (c.ItemId is { } item ? reading.ReadsItem(session, item) : reading.ReadsWhole(session)));

    public IEnumerable<WayOut> WaysOut => matter.WaysOut.Where(w => reading.IsOffice || IsMe(w.By)).OrderBy(w => w.At);

    /// <summary>What was said at the door: for the chair and the secretary.</summary>
    public IEnumerable<ProposalNotice> Notices => reading.IsOffice ? matter.Notices.OrderByDescending(n => n.At) : [];

    /// <summary>通告・通報 made out of the matter: all of them for the chair and the secretary, one's own for a reader.</summary>
    public IReadOnlyList<ReportOutOfMatter> Reports => reports;

    public string KindName(ReportOutOfMatter report) => ward.Profile.CodeList(CodeLists.UrgentReportKind).NameOf(report.Kind);

    public bool IsSealedForMe(MatterInformation piece) => OriginRule.IsSealedFor(piece, work.Actor.Organisation, matter.OwnKnowledge);

    public string NameOf(Id<MatterParticipant> participant) =>
        matter.Participants.FirstOrDefault(p => p.Id == participant) is { } found ? $"{found.Name}（{found.Affiliation}）" : "（不明）";

    public string NameOf(Id<Account> account) => accountNames.GetValueOrDefault(account, "（記録者）");

    public string NameOf(Id<Organisation> organisation) => ward.NameOf(organisation);
}
