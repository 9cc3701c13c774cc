using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>つなぎ先: an organisation inside the system, or somebody outside it.</summary>
public sealed record HandoffReceiver
{
    private HandoffReceiver() { }

    /// <summary>The organisation, if it works in the system.</summary>
    public Id<Organisation>? Organisation { get; private init; }

    /// <summary>Whoever is outside it: police, hospital, school….</summary>
    public OutsideReceiver? Outside { get; private init; }

    /// <summary>An organisation inside the system.</summary>
    public static HandoffReceiver Inside(Id<Organisation> organisation) => new() { Organisation = organisation };

    /// <summary>Somebody outside.</summary>
    public static HandoffReceiver Beyond(OutsideReceiver outside) => new() { Outside = outside };
}

/// <summary>外部の受け手.</summary>
/// <param name="Kind">警察・医療機関・学校など (code).</param>
/// <param name="Name">Its name.</param>
/// <param name="Contact">電話・FAX.</param>
public sealed record OutsideReceiver(string Kind, string Name, string? Contact);

/// <summary>外部への連絡: one attempt by phone, FAX or 同行.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When.</param>
/// <param name="By">Who tried.</param>
/// <param name="Method">電話・FAX・同行 (code).</param>
/// <param name="Result">つながったか、だれが出たか.</param>
public sealed record ContactAttempt(int Number, DateTimeOffset At, Id<Account> By, string Method, string Result);

/// <summary>外部の受け手による引き受けの確認: only this ends the sender's responsibility.</summary>
/// <param name="Name">引き受けた人の名前.</param>
/// <param name="At">When they said so.</param>
/// <param name="Method">電話・FAX・同行 (code).</param>
/// <param name="By">Who wrote it down.</param>
public sealed record ReceiverConfirmation(string Name, DateTimeOffset At, string Method, Id<Account> By);
