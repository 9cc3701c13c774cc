using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>紙の写しを渡す.</summary>
public sealed record NewCopy
{
    public Id<MatterParticipant>? Participant { get; init; }
    public int? Session { get; init; }
}

/// <summary>One copy, and a word if it was lost.</summary>
public sealed record CopyChoice
{
    public Id<PaperCopy>? Copy { get; init; }
    public string? Reason { get; init; }
}

/// <summary>紙の写し: numbered, handed out, collected back.</summary>
public sealed class MatterCopies(Work work, MatterDesk desk)
{
    public Task<Outcome<Id<PaperCopy>>> HandOutAsync(Id<Matter> id, NewCopy input, CancellationToken ct) =>
        desk.MakeAsync<PaperCopy>(id, Permission.RunSupportConference, (matter, made) =>
            matter.HandOutCopy(made, input.Participant ?? default, input.Session ?? 0, work.Stamp), ct);

    public Task<Outcome> CollectAsync(Id<Matter> id, CopyChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.CollectCopy(input.Copy ?? default, work.Stamp), ct);

    public Task<Outcome> ReportLostAsync(Id<Matter> id, CopyChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.ReportCopyLost(input.Copy ?? default, input.Reason ?? "", work.Stamp), ct);
}
