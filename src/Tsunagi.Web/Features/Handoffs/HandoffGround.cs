using System.Collections.Frozen;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Words;
using DecisionKind = Tsunagi.Domain.Decisions.DecisionKind;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>つなぎの前提: what the ward's profile says today about receivers, legal bases, decisions and bounces.</summary>
public sealed class HandoffGround(Work work, CurrentWard ward)
{
    private readonly WardProfile profile = ward.Profile;

    /// <summary>What the ward decides for itself.</summary>
    public HandoffRules Rules => RulesOf(profile, work.Today);

    /// <summary>What a ward decides for itself, on a day.</summary>
    public static HandoffRules RulesOf(WardProfile profile, DateOnly day)
    {
        var rules = profile.RulesAsOf(day);
        return new(
            ReturnNeedsDecision: rules.AsksDecision(DecisionKind.HandoffReturn),
            // No profile draws a line of posts for the hub's acceptance: judging the criteria is the hub officer's own act.
            AcceptanceNeedsDecision: false,
            rules.Deadlines.BounceAlertOver);
    }

    /// <summary>When a waiting handoff is marked at both ends, and when it climbs.</summary>
    public (int NoticeDays, int AlertDays) Deadlines
    {
        get
        {
            var deadlines = profile.RulesAsOf(work.Today).Deadlines;
            return (deadlines.HandoffNoticeDays, deadlines.HandoffAlertDays);
        }
    }

    /// <summary>本人への結果報告: by when the person hears what became of it.</summary>
    public int CallBackDays => profile.RulesAsOf(work.Today).Deadlines.CallBackDays;

    /// <summary>The bases the actor's kind of holder may rest on when enclosing something.</summary>
    public IReadOnlyList<LegalBasisEntry> LegalBases =>
    [
        // What was learnt in a 支援会議 leaves it only by the ways of rules §2, and a handoff is none of them.
        .. profile.LegalBasesFor(EntryOf(work.Actor.Organisation)?.Holder ?? Holder.Private, work.Today)
            .Where(b => b.Code != Domain.Profiles.LegalBases.SupportConference),
    ];

    /// <summary>The words of a basis.</summary>
    public string BasisName(string code) => profile.LegalBases.FirstOrDefault(b => b.Code == code)?.Name ?? code;

    /// <summary>What the actor may rest on when sending.</summary>
    public DisclosureTerms Terms(bool locationProtected)
    {
        var bases = LegalBases;
        return new(
            bases.Select(b => b.Code).ToFrozenSet(),
            bases.Where(b => b.RequiresReason).Select(b => b.Code).ToFrozenSet(),
            locationProtected);
    }

    /// <summary>An organisation as the profile lists it.</summary>
    public OrganisationEntry? EntryOf(Id<Organisation> id) => ward.Find(id);

    /// <summary>The name in lists.</summary>
    public string NameOf(Id<Organisation> id) => EntryOf(id)?.ShortName ?? "（現在の名簿にない機関）";

    /// <summary>Who may receive a handoff of a kind, apart from the actor's own organisation.</summary>
    public IReadOnlyList<OrganisationEntry> Receivers(HandoffKind kind) =>
    [
        .. profile.ReceiversAsOf(work.Today)
            .Where(o => (kind == HandoffKind.ToDesk || o.IsHub) && IdOf(o) != work.Actor.Organisation),
    ];

    /// <summary>The one hub that can receive, where there is only one.</summary>
    public OrganisationEntry? OnlyReceiver(HandoffKind kind) => kind != HandoffKind.ToDesk && Receivers(kind) is [var only] ? only : null;

    /// <summary>Suggested receivers, best first.</summary>
    public IReadOnlyList<ReceiverSuggestion> Suggest(HandoffKind kind, IReadOnlyCollection<string> topics, string? district)
    {
        // A single hub takes every topic and every place.
        if (OnlyReceiver(kind) is { } only) return [new(only, [], Nearness.WholeWard)];
        var own = EntryOf(work.Actor.Organisation);
        var near = district ?? own?.DistrictCode;
        var area = near is null && own is not null ? profile.AreaOf(own) : null;
        return
        [
            .. profile.SuggestReceivers(topics, near, area, work.Today, own?.Code)
                .Where(s => kind == HandoffKind.ToDesk || s.Organisation.IsHub)
                .Take(6),
        ];
    }

    /// <summary>The id behind a profile entry.</summary>
    public Id<Organisation> IdOf(OrganisationEntry entry) => ward.IdOf(entry);

    /// <summary>課内調整: whether two organisations are sections of one center (rules §1).</summary>
    public bool AreOneCenter(Id<Organisation> one, Id<Organisation> other) =>
        EntryOf(one) is { } a && EntryOf(other) is { } b && a.AgencyCode == b.AgencyCode
        && (a.Kind == OrganisationKind.HealthWelfareCenterSection && b.Kind == a.Kind && a.AreaCode == b.AreaCode
            || a.ParentCode == b.Code || b.ParentCode == a.Code || a.ParentCode is not null && a.ParentCode == b.ParentCode);

    /// <summary>起案: puts the return of a handoff up, within one center as 課内調整.</summary>
    public Outcome ProposeReturn(Handoff handoff, string whatToDo, Id<Decision> decision) =>
        handoff.ProposeReturn(whatToDo, AreOneCenter(handoff.SenderId, work.Actor.Organisation), decision, Rules, work.Stamp);

    /// <summary>A code list.</summary>
    public IReadOnlyList<CodeItem> Items(string list) => profile.CodeList(list).ItemsAsOf(work.Today);

    /// <summary>The words for a stored code.</summary>
    public string Word(string list, string? code) => code is null ? "" : profile.CodeList(list).NameOf(code);

    /// <summary>What the ward calls the places below: 地区, or 圏域 where it has no districts.</summary>
    public string PlaceWord => profile.Tiers.District ?? profile.Tiers.Area;

    /// <summary>地域 or 圏域.</summary>
    public string AreaWord => profile.Tiers.Area;

    /// <summary>地区, or the areas where the ward has no districts.</summary>
    public IReadOnlyList<(string Code, string Name)> Places =>
        profile.Tiers.HasDistricts
            ? [.. profile.DistrictsAsOf(work.Today).Select(d => (d.Code, d.Name))]
            : [.. profile.AreasAsOf(work.Today).Select(a => (a.Code, a.Name))];

    /// <summary>The place an organisation looks after, as one of <see cref="Places"/>; null where it looks after more than one.</summary>
    public string? PlaceOf(Id<Organisation> organisation) => EntryOf(organisation) is not { } entry ? null
        : profile.Tiers.HasDistricts ? entry.DistrictCode
        : profile.AreaOf(entry);

    /// <summary>The name of a place.</summary>
    public string PlaceName(string? code) =>
        code is null ? "" : profile.FindDistrict(code)?.Name ?? profile.FindArea(code)?.Name ?? code;

    /// <summary>What the criterion asks, in the ward's words.</summary>
    public string Describe(Criterion criterion) =>
        profile.RulesAsOf(work.Today).Hub.Criteria
            .FirstOrDefault(c => string.Equals(c.Code, HandoffWords.CodeOf(criterion), StringComparison.OrdinalIgnoreCase))?.Description ?? "";

    /// <summary>The organisations of the area the actor looks after; of the whole ward for head office.</summary>
    public IReadOnlyList<Id<Organisation>> OwnArea()
    {
        var own = EntryOf(work.Actor.Organisation);
        var area = own is null ? null : profile.AreaOf(own);
        return [.. profile.OrganisationsAsOf(work.Today).Where(o => area is null || profile.AreaOf(o) == area).Select(IdOf)];
    }
}
