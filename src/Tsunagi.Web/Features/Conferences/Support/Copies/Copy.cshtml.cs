using Microsoft.AspNetCore.Mvc;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>番号付きの写し, printed: what its holder may read of the session, and nothing more.</summary>
[Permit(Permission.RunSupportConference)]
public sealed class CopyModel(MatterDesk desk) : MatterPage(desk)
{
    [BindProperty(SupportsGet = true)]
    public int Number { get; set; }

    public PaperCopy Paper { get; private set; } = null!;
    public MatterSession Session { get; private set; } = null!;
    public MatterReading Holder { get; private set; } = null!;

    protected override Task<bool> PrepareAsync(CancellationToken ct)
    {
        if (!View.IsOffice || View.Matter.Copies.SingleOrDefault(c => c.Number == Number) is not { } copy) return Task.FromResult(false);
        Paper = copy;
        Session = View.Matter.Sessions.Single(s => s.Number == copy.SessionNumber);
        Holder = View.ReadingOf(View.Matter.Participants.Single(p => p.Id == copy.ParticipantId));
        return Task.FromResult(Holder.Reads || Holder.IsOffice);
    }
}
