using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

// 会議外へ出す: the five ways out, and no others (rules §2).
public sealed partial class Matter
{
    private readonly List<WayOut> waysOut = [];

    /// <summary>会議外へ出したもの.</summary>
    public IReadOnlyList<WayOut> WaysOut => waysOut;

    /// <summary>
    /// (a) 依頼票を起案する: nothing leaves yet. The text may carry the fewest safety facts, but no source and no word of
    /// the meeting.
    /// </summary>
    /// <param name="id">The id of the record.</param>
    /// <param name="item">The item it grew out of.</param>
    /// <param name="text">What would leave.</param>
    /// <param name="ground">On which basis and why.</param>
    /// <param name="agencyNames">
    /// The names of the agencies that take part; the receiver's own name may appear, any other would name a source.
    /// </param>
    /// <param name="by">The secretary or the chair.</param>
    public Outcome DraftWorkOrder(
        Id<WayOut> id, Id<MatterItem> item, WorkOrderText text, WayOutGround ground, IReadOnlyCollection<string> agencyNames, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (IsOver) return Outcome.Refused(RefusalCode.WrongState);
        var needs = GroundNeeds(item, ground)
            .Text(text.Task, nameof(text.Task), MaxText).Fits(text.SafetyFacts, nameof(text.SafetyFacts), MaxText)
            .Text(text.Contact, nameof(text.Contact), MaxLine).NotPast(text.Deadline, nameof(text.Deadline), by.At);
        RefuseSources(needs, item, text, agencyNames);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        waysOut.Add(new WayOut.ToWorkOrder(id, Id, item, ground, text, by));
        Record(new WorkOrderDrafted(Id, id));
        return Outcome.Done;
    }

    /// <summary>
    /// (a) 依頼票を承認して送る: only the chair. Yields the order that leaves; this side alone remembers which.
    /// </summary>
    public Outcome<WorkOrder> ApproveWorkOrder(Id<WayOut> draft, Id<WorkOrder> order, Stamp by)
    {
        if (Refuse(Office.Chair, by) is { } refused) return Outcome<WorkOrder>.Carry(refused);
        if (waysOut.OfType<WayOut.ToWorkOrder>().SingleOrDefault(w => w.Id == draft) is not { Waits: true } found)
            return new Refusal(RefusalCode.WrongState);
        // Somebody may have joined the matter since it was drafted, whom the text now gives away.
        var needs = new Needs();
        RefuseSources(needs, found.ItemId, found.Leaving, []);
        if (needs.Refusals.Count > 0) return Outcome<WorkOrder>.Carry(needs.Outcome);
        found.Approve(order, by);
        Record(new WayOutTaken(Id, draft, WayOutKind.WorkOrder));
        return WorkOrder.Issue(order, found.Leaving, by);
    }

    /// <summary>(a) 依頼票の案を取りやめる.</summary>
    public Outcome StrikeWorkOrder(Id<WayOut> draft, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        if (waysOut.OfType<WayOut.ToWorkOrder>().SingleOrDefault(w => w.Id == draft) is not { Waits: true } found)
            return Outcome.Refused(RefusalCode.WrongState);
        found.Strike(by.At);
        Record(new WorkOrderDraftStruck(Id, draft));
        return Outcome.Done;
    }

    /// <summary>(b) 同意された文を伝える: who consented, the exact text, when.</summary>
    public Outcome ReleaseByConsent(Id<WayOut> id, Id<MatterItem> item, ConsentedText text, WayOutGround ground, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        var needs = GroundNeeds(item, ground).Text(text.ConsentedBy, nameof(text.ConsentedBy), MaxLine)
            .Text(text.ExactText, nameof(text.ExactText), MaxText).Text(text.Recipient, nameof(text.Recipient), MaxLine)
            .NotFuture(text.On, nameof(text.On), by.At);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        return Take(new WayOut.ByConsent(id, Id, item, ground, text, by));
    }

    /// <summary>(c) 法令による通報・照会への回答: by any reader of the item, without approval.</summary>
    public Outcome ReportByLaw(Id<WayOut> id, Id<MatterItem> item, string recipient, string told, WayOutGround ground, Stamp by)
    {
        if (RefuseReader(item, by) is { } refused) return refused;
        var needs = GroundNeeds(item, ground).Text(recipient, "Recipient", MaxLine).Text(told, "Told", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        return Take(new WayOut.ByLaw(id, Id, item, ground, recipient, told, by));
    }

    /// <summary>(d) 差し迫った危険: by any reader of the item; act first, record the basis, tell the chair the same day.</summary>
    public Outcome ActOnDanger(Id<WayOut> id, Id<MatterItem> item, string recipient, string told, WayOutGround ground, Stamp by)
    {
        if (RefuseReader(item, by) is { } refused) return refused;
        var needs = GroundNeeds(item, ground).Text(recipient, "Recipient", MaxLine).Text(told, "Told", MaxText);
        if (needs.Refusals.Count > 0) return needs.Outcome;
        DateTimeOffset? known = by.Account == ChairId ? by.At : null;
        return Take(new WayOut.ByDanger(id, Id, item, ground, recipient, told, known, by));
    }

    /// <summary>(d) 座長へ伝えた: recorded by the one who acted or the secretary, or acknowledged by the chair.</summary>
    public Outcome TellChair(Id<WayOut> id, Stamp by)
    {
        var found = waysOut.OfType<WayOut.ByDanger>().SingleOrDefault(w => w.Id == id);
        if (found is null || (found.By != by.Account && Refuse(Office.ChairOrSecretary, by) is not null))
            return Outcome.Refused(RefusalCode.NotFound);
        if (!found.ChairWaits) return Outcome.Refused(RefusalCode.WrongState);
        found.TellChair(by.At);
        Record(new ChairTold(Id, id, JapanTime.DateOf(found.At) == JapanTime.DateOf(by.At)));
        return Outcome.Done;
    }

    /// <summary>(e) 足りない資源を匿名で出す: refused while the text holds a name known in the matter, or around the case it is about.</summary>
    public Outcome ReleaseGap(
        Id<WayOut> id, Id<MatterItem> item, string text, WayOutGround ground, IReadOnlyCollection<string> namesOfCase, Stamp by)
    {
        if (Refuse(Office.ChairOrSecretary, by) is { } refused) return refused;
        var needs = GroundNeeds(item, ground).Text(text, "Text", MaxText);
        if (KnownNames.FoundIn(text ?? "", [.. PeopleKnown(), .. namesOfCase, .. KnownNames.OfTheMeeting]).Count > 0)
            needs.Add(RefusalCode.KnownNameInText, "Text");
        if (needs.Refusals.Count > 0) return needs.Outcome;
        return Take(new WayOut.AsGap(id, Id, item, ground, text!, by));
    }

    private void RefuseSources(Needs needs, Id<MatterItem> item, WorkOrderText text, IReadOnlyCollection<string> agencyNames)
    {
        // The person to be visited may be named, and the receiver's own people; a family name they share with a source is no source.
        string[] allowed =
        [
            .. items.Where(i => i.Id == item).SelectMany(i => i.Names),
            .. participants.Where(p => p.OrganisationId == text.Receiver).SelectMany(p => new[] { p.Name, p.Affiliation }),
            .. participants.Where(p => p.AccountId == ChairId).Select(p => p.Affiliation),
        ];
        string[] sources =
        [
            .. participants.SelectMany(p => new[] { p.Name, p.Affiliation }), .. agencyNames, .. KnownNames.OfTheMeeting,
        ];
        if (KnownNames.FoundIn(text.Task, sources, allowed).Count > 0) needs.Add(RefusalCode.SourceInText, nameof(text.Task));
        if (KnownNames.FoundIn(text.SafetyFacts, sources, allowed).Count > 0) needs.Add(RefusalCode.SourceInText, nameof(text.SafetyFacts));
    }

    private Outcome? RefuseReader(Id<MatterItem> item, Stamp by) =>
        MatterAccess.Decide(this, by.Account, item, by.At) < MatterLevel.ItemLimited ? Outcome.Refused(RefusalCode.NotFound) : null;

    private Needs GroundNeeds(Id<MatterItem> item, WayOutGround ground)
    {
        var needs = new Needs().Text(ground.Basis, nameof(ground.Basis), MaxLine).Text(ground.Reason, nameof(ground.Reason), MaxText);
        return items.Any(i => i.Id == item) ? needs : needs.Add(RefusalCode.UnknownCode, "Item");
    }

    private IEnumerable<string> PeopleKnown() =>
        items.SelectMany(i => i.Names)
            .Concat(participants.Select(p => p.Name))
            .Concat(participants.Where(p => p.Kind == ParticipantKind.Guest).Select(p => p.Affiliation));

    private Outcome Take(WayOut way)
    {
        waysOut.Add(way);
        Record(new WayOutTaken(Id, way.Id, way.Kind));
        return Outcome.Done;
    }
}
