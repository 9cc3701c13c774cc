namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎの種類 (rules §1).</summary>
public enum HandoffKind
{
    /// <summary>窓口・専門機関へ: one line of reason, no assessment, no criteria – and no refusal.</summary>
    ToDesk,
    /// <summary>多機関協働へ: with the assessment sheet and the sender's view of the three criteria.</summary>
    ToHub,
    /// <summary>助言依頼: the case never moves; the advice is logged as 支援者支援.</summary>
    Advice,
}

/// <summary>つなぎの両端: from which end someone looks at a handoff.</summary>
public enum HandoffSide
{
    /// <summary>どちらでもない.</summary>
    Neither,
    /// <summary>送った側.</summary>
    Sender,
    /// <summary>受けた側.</summary>
    Receiver,
}
