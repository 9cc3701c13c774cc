using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Handoffs;

/// <summary>追加情報の質問: asked one by one, answered one by one.</summary>
public sealed class HandoffQuestion
{
    private HandoffQuestion() { }

    internal HandoffQuestion(Id<Handoff> handoff, int number, string text, Stamp by) =>
        (HandoffId, Number, Text, AskedAt, AskedBy) = (handoff, number, text, by.At, by.Account);

    /// <summary>The handoff.</summary>
    public Id<Handoff> HandoffId { get; private set; }

    /// <summary>From 1.</summary>
    public int Number { get; private set; }

    /// <summary>質問.</summary>
    public string Text { get; private set; } = "";

    /// <summary>When it was asked.</summary>
    public DateTimeOffset AskedAt { get; private set; }

    /// <summary>Who asked.</summary>
    public Id<Account> AskedBy { get; private set; }

    /// <summary>回答.</summary>
    public string? Answer { get; private set; }

    /// <summary>When it was answered, or taken back by the asker.</summary>
    public DateTimeOffset? ClosedAt { get; private set; }

    /// <summary>Who answered it or took it back.</summary>
    public Id<Account>? ClosedBy { get; private set; }

    /// <summary>回答待ち.</summary>
    public bool IsOpen => ClosedAt is null;

    internal void Close(string? answer, Stamp by) => (Answer, ClosedAt, ClosedBy) = (answer, by.At, by.Account);
}
