using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>同意の状態. Expiry is told by the clock (<see cref="Consent.StandingAt"/>), never stored.</summary>
public enum ConsentState
{
    /// <summary>説明済み（返事待ち）.</summary>
    Explained,
    /// <summary>同意あり.</summary>
    Active,
    /// <summary>同意しない.</summary>
    Declined,
    /// <summary>あらためて説明する予定.</summary>
    AskAgain,
    /// <summary>撤回.</summary>
    Withdrawn,
    /// <summary>判断困難・代理人なし (rules §3): 支援会議 and 後見申立の検討 are the ways on.</summary>
    NoOneCanConsent,
    /// <summary>誤記録につき取消し: it was written down and never given; it was valid at no time (ADR 0038).</summary>
    Annulled,
}

/// <summary>What can be done to a consent.</summary>
public enum ConsentAction
{
    /// <summary>説明する（再度の説明を含む）.</summary>
    Explain,
    /// <summary>同意を受ける.</summary>
    Give,
    /// <summary>同意しないとの返事を受ける.</summary>
    Decline,
    /// <summary>あらためて説明する日を決める.</summary>
    PlanToAskAgain,
    /// <summary>同意を撤回する.</summary>
    Withdraw,
    /// <summary>判断困難・代理人なしとする.</summary>
    FindNobody,
    /// <summary>撤回の記録を訂正する.</summary>
    CorrectWithdrawal,
    /// <summary>同意の記録を取り消す.</summary>
    Annul,
}

/// <summary>
/// 同意の状態遷移. A withdrawn consent never returns: a new one is explained (W12). A withdrawal that never took place is corrected
/// and not taken back (ADR 0038).
/// </summary>
public static class ConsentStates
{
    /// <summary>The state after <paramref name="action"/>, or null where it is refused.</summary>
    public static ConsentState? Next(ConsentState state, ConsentAction action) => (state, action) switch
    {
        (ConsentState.Explained, ConsentAction.Explain) => ConsentState.Explained,
        (ConsentState.Explained, ConsentAction.Give) => ConsentState.Active,
        (ConsentState.Explained, ConsentAction.Decline) => ConsentState.Declined,
        (ConsentState.Explained, ConsentAction.FindNobody) => ConsentState.NoOneCanConsent,
        (ConsentState.Explained, ConsentAction.PlanToAskAgain or ConsentAction.Withdraw) => null,

        (ConsentState.Active or ConsentState.Withdrawn, ConsentAction.Annul) => ConsentState.Annulled,
        (ConsentState.Withdrawn, ConsentAction.CorrectWithdrawal) => ConsentState.Active,
        (ConsentState.Active or ConsentState.Annulled, ConsentAction.CorrectWithdrawal) => null,
        (ConsentState.Explained or ConsentState.Declined or ConsentState.AskAgain or ConsentState.NoOneCanConsent,
            ConsentAction.CorrectWithdrawal or ConsentAction.Annul) => null,

        (ConsentState.Active, ConsentAction.Withdraw) => ConsentState.Withdrawn,
        (ConsentState.Active, ConsentAction.Explain or ConsentAction.Give or ConsentAction.Decline
            or ConsentAction.PlanToAskAgain or ConsentAction.FindNobody) => null,

        (ConsentState.Declined, ConsentAction.PlanToAskAgain) => ConsentState.AskAgain,
        (ConsentState.Declined, ConsentAction.Explain) => ConsentState.Explained,
        (ConsentState.Declined, ConsentAction.Give or ConsentAction.Decline or ConsentAction.Withdraw
            or ConsentAction.FindNobody) => null,

        (ConsentState.AskAgain, ConsentAction.PlanToAskAgain) => ConsentState.AskAgain,
        (ConsentState.AskAgain, ConsentAction.Explain) => ConsentState.Explained,
        (ConsentState.AskAgain, ConsentAction.Give or ConsentAction.Decline or ConsentAction.Withdraw
            or ConsentAction.FindNobody) => null,

        (ConsentState.Annulled, ConsentAction.Annul) => null,
        (ConsentState.Withdrawn or ConsentState.Annulled, ConsentAction.Explain or ConsentAction.Give or ConsentAction.Decline
            or ConsentAction.PlanToAskAgain or ConsentAction.Withdraw or ConsentAction.FindNobody) => null,

        (ConsentState.NoOneCanConsent, ConsentAction.Explain) => ConsentState.Explained,
        (ConsentState.NoOneCanConsent, ConsentAction.Give or ConsentAction.Decline or ConsentAction.PlanToAskAgain
            or ConsentAction.Withdraw or ConsentAction.FindNobody) => null,
    };

    /// <summary>The machine, listed.</summary>
    public static StateTable Table { get; } =
        StateTable.Of<ConsentState, ConsentAction>("Consent", "同意", Next, ConsentState.Explained);
}
