using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>A person to name: an account of an organisation, or a guest by name.</summary>
public sealed record NewParticipant
{
    public Id<Organisation>? Organisation { get; init; }
    public Id<Account>? Account { get; init; }

    /// <summary>For a guest: their name.</summary>
    public string? Name { get; init; }

    /// <summary>For a guest: where they belong (町会, 新聞販売店…).</summary>
    public string? Affiliation { get; init; }

    /// <summary>利害関係がある: then they are refused.</summary>
    public bool SelfInterested { get; init; }
}

/// <summary>説明の記録.</summary>
public sealed record NewExplanation
{
    public Id<MatterParticipant>? Participant { get; init; }
    public DateOnly? On { get; init; }
    public ExplanationManner? Manner { get; init; }
}

/// <summary>署名の記録.</summary>
public sealed record NewSignature
{
    public Id<DutyExplanation>? Explanation { get; init; }
    public DateOnly? On { get; init; }
}

/// <summary>構成員とする.</summary>
public sealed record Seating
{
    public Id<MatterParticipant>? Participant { get; init; }
    public MemberPart? Part { get; init; }
}

/// <summary>One participant.</summary>
public sealed record ParticipantChoice
{
    public Id<MatterParticipant>? Participant { get; init; }
}

/// <summary>閲覧者に指名する.</summary>
public sealed record NewReader
{
    public Id<MatterParticipant>? Participant { get; init; }
    public int? Session { get; init; }
    public ReadingScope? Scope { get; init; }
}

/// <summary>閲覧を終わらせる.</summary>
public sealed record ReadingEnd
{
    public Id<MatterParticipant>? Participant { get; init; }
    public int? Session { get; init; }
}

/// <summary>項目に指名する.</summary>
public sealed record NewItemNaming
{
    public Id<MatterItem>? Item { get; init; }
    public Id<MatterParticipant>? Participant { get; init; }
}

/// <summary>構成員: who is named, explained to, seated and named to read.</summary>
public sealed class MatterMembers(AppDb db, Work work, CurrentWard ward, MatterDesk desk)
{
    public Task<Outcome<Id<MatterParticipant>>> AddAsync(Id<Matter> id, NewParticipant input, CancellationToken ct) =>
        desk.MakeAsync<MatterParticipant>(id, Permission.RunSupportConference, async (matter, made) =>
        {
            var person = await PersonAsync(input, ct);
            if (person is null) return Outcome.Refused(RefusalCode.UnknownCode, nameof(input.Account));
            return matter.AddParticipant(made, person, input.SelfInterested || await IsExcludedAsync(matter, input.Account, ct), work.Stamp);
        }, ct);

    public Task<Outcome<Id<DutyExplanation>>> ExplainAsync(Id<Matter> id, NewExplanation input, CancellationToken ct) =>
        desk.MakeAsync<DutyExplanation>(id, Permission.RunSupportConference, (matter, made) => matter.RecordExplanation(
            made, input.Participant ?? default,
            DutyTexts.Given(ward, input.On ?? work.Today, input.Manner ?? ExplanationManner.Oral), work.Stamp), ct);

    public Task<Outcome> SignAsync(Id<Matter> id, NewSignature input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference,
            matter => matter.RecordSignature(input.Explanation ?? default, input.On ?? work.Today, work.Stamp), ct);

    public Task<Outcome> SeatAsync(Id<Matter> id, Seating input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => input.Part is not { } part || !Enum.IsDefined(part)
            ? Outcome.Refused(RefusalCode.Required, nameof(input.Part))
            : matter.AddMember(input.Participant ?? default, part, work.Stamp), ct);

    public Task<Outcome> UnseatAsync(Id<Matter> id, ParticipantChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.RunSupportConference, matter => matter.RemoveMember(input.Participant ?? default, work.Stamp), ct);

    public Task<Outcome> NameReaderAsync(Id<Matter> id, NewReader input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ChairSupportConference, matter => input.Scope is not { } scope || !Enum.IsDefined(scope)
            ? Outcome.Refused(RefusalCode.Required, nameof(input.Scope))
            : matter.NameReader(work.NewId<ReadingNaming>(), input.Participant ?? default, input.Session ?? 0, scope, work.Stamp), ct);

    public Task<Outcome> EndReadingAsync(Id<Matter> id, ReadingEnd input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ChairSupportConference,
            matter => matter.EndReading(input.Participant ?? default, input.Session ?? 0, work.Stamp), ct);

    public Task<Outcome> NameOnItemAsync(Id<Matter> id, NewItemNaming input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.ChairSupportConference,
            matter => matter.NameOnItem(input.Item ?? default, input.Participant ?? default, work.Stamp), ct);

    public Task<Outcome> LeaveAsync(Id<Matter> id, ParticipantChoice input, CancellationToken ct) =>
        desk.ActAsync(id, Permission.AnswerSupportConference, matter => matter.Leave(input.Participant ?? default, work.Stamp), ct);

    private async Task<MemberPerson?> PersonAsync(NewParticipant input, CancellationToken ct)
    {
        if (input.Account is not { } account)
            return new(ParticipantKind.Guest, null, null, input.Name ?? "", input.Affiliation ?? "");
        var organisation = input.Organisation ?? default;
        var name = await db.WorkersOf(organisation, work.Today).Where(a => a.Id == account).Select(a => a.Name).SingleOrDefaultAsync(ct);
        var kind = ward.Find(organisation)?.Holder == Holder.Ward ? ParticipantKind.WardStaff : ParticipantKind.AgencyWorker;
        return name is null ? null : new(kind, account, organisation, name, ward.NameOf(organisation));
    }

    // Whoever is shut out of the case it is about is shut out of the matter (rules §9).
    private async Task<bool> IsExcludedAsync(Matter matter, Id<Account>? account, CancellationToken ct) =>
        account is { } who && matter.Paper?.CaseId is { } about
        && await db.Exclusions.AnyAsync(x => x.AccountId == who && x.RootId == about.Value, ct);
}
