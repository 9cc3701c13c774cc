using Tsunagi.Data.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>A matter as the API shows it to one reader: the same view as the pages'.</summary>
public sealed record MatterDocument(
    Id<Matter> Id, string Words, string Title, MatterState State, MatterLevel Level, string? Proposal,
    IReadOnlyList<MatterDocument.Person> Participants, IReadOnlyList<MatterDocument.Session> Sessions,
    IReadOnlyList<MatterDocument.Way> WaysOut, IReadOnlyList<MatterDocument.Notice> Notices,
    IReadOnlyList<ReportOutOfMatter> Reports)
{
    public sealed record Person(Id<MatterParticipant> Id, ParticipantKind Kind, string Name, string Affiliation, bool Explained);
    public sealed record Session(
        int Number, DateTimeOffset? ScheduledAt, DateTimeOffset? HeldAt, DateTimeOffset? FixedAt, DateTimeOffset? ConfirmedAt, DateOnly? Next,
        IReadOnlyList<Request> Requests, IReadOnlyList<Sheet> Sheets, IReadOnlyList<Item> Items, Agreed? Agreed, IReadOnlyList<string> Corrections);
    public sealed record Agreed(string Direction, string UrgentResponse, int Writings);
    public sealed record Request(Id<CooperationRequest> Id, Id<MatterParticipant> Of, string What, RequestAnswer Answer, string Word);
    public sealed record Sheet(Id<MatterParticipant> By, string HouseholdPicture, string PresentEfforts, string WantedAgencies, string RequestsToOthers);
    public sealed record Item(
        Id<MatterItem> Id, string Title, string Discussion, IReadOnlyList<Piece> Information, IReadOnlyList<Decision> Decisions, IReadOnlyList<Watch> WatchRoles);
    public sealed record Piece(Id<MatterInformation> Id, Id<MatterParticipant> Source, InformationTiming Timing, string Text, bool SealedForMe, IReadOnlyList<string> Corrections);
    public sealed record Decision(Id<MatterDecision> Id, string Who, string What, DateOnly? Until, bool Struck, bool Done);
    public sealed record Watch(Id<WatchRole> Id, string Who, string Sign, string Call, bool Ended);
    public sealed record Way(Id<WayOut> Id, WayOutKind Kind, string Basis, string Reason, DateTimeOffset At, Id<WorkOrder>? Order);
    public sealed record Notice(Id<ProposalNotice> Id, ProposalNoticeKind Kind, string Reason, DateTimeOffset At, bool Waits);

    public static MatterDocument Of(MatterView view) => new(
        view.Id, view.SealedWords, view.Title, view.Matter.State, view.Reading.Level,
        view.Reading.ReadsWhole(1) ? view.Matter.Paper?.Text : null,
        [.. view.There.Where(p => view.Reading.Level != MatterLevel.ItemLimited || p.Id == view.Reading.Participant)
            .Select(p => new Person(p.Id, p.Kind, p.Name, p.Affiliation, view.IsExplained(p)))],
        [.. view.Sessions.Select(s => Of(view, s))],
        [.. view.WaysOut.Select(w => new Way(w.Id, w.Kind, w.Basis, w.Reason, w.At, (w as WayOut.ToWorkOrder)?.OrderId))],
        [.. view.Notices.Select(n => new Notice(n.Id, n.Kind, n.Reason, n.At, n.Waits))],
        view.Reports);

    private static Session Of(MatterView view, MatterSession session) => new(
        session.Number, session.ScheduledAt, session.HeldAt, session.FixedAt, session.ConfirmedAt, session.NextDate,
        [.. view.Requests(session.Number).Select(r => new Request(r.Id, r.ParticipantId, r.What, r.Answer, r.Word))],
        [.. view.Sheets(session.Number).Select(s => new Sheet(s.ParticipantId, s.HouseholdPicture, s.PresentEfforts, s.WantedAgencies, s.RequestsToOthers))],
        [.. view.Agenda(session).Select(a => Of(view, session.Number, a.Entry, a.Item))],
        view.Direction(session.Number) is { } agreed ? new Agreed(agreed.Direction, agreed.UrgentResponse, agreed.Writings) : null,
        [.. view.Corrections(session.Number).Select(c => c.Text)]);

    private static Item Of(MatterView view, int session, AgendaEntry entry, MatterItem item) => new(
        item.Id, item.Title, entry.Discussion,
        [.. view.Information(session, item.Id).Select(i => new Piece(i.Id, i.SourceId, i.Timing, i.Text, view.IsSealedForMe(i),
            [.. view.Matter.InformationCorrections.Where(c => c.InformationId == i.Id).Select(c => c.Text)]))],
        [.. view.Decisions(session, item.Id).Select(d => new Decision(d.Id, d.Who, d.What, d.Until, d.StruckAt is not null, d.DoneAt is not null))],
        [.. view.Watches(session, item.Id).Select(w => new Watch(w.Id, w.Who, w.Sign, w.Call, w.EndedAt is not null))]);
}
