using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Conferences;

/// <summary>案件の項目: one household, issue or agenda item, with its own visibility .</summary>
public sealed class MatterItem
{
    private readonly List<ItemNaming> named = [];

    private MatterItem() => Title = PeopleNames = "";

    internal MatterItem(Id<MatterItem> id, Id<Matter> matter, ItemText text) : this() =>
        (Id, MatterId, Title, PeopleNames, NamedOnly) = (id, matter, text.Title.Trim(), text.PeopleNames.Trim(), text.NamedOnly);

    /// <summary>Its id.</summary>
    public Id<MatterItem> Id { get; private set; }

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>項目名.</summary>
    public string Title { get; private set; }

    /// <summary>この項目に出てくる人の名前, separated by 、 or line breaks: what a text that leaves must not contain.</summary>
    public string PeopleNames { get; private set; }

    /// <summary>True when even readers of the whole session see it only if named on it.</summary>
    public bool NamedOnly { get; private set; }

    /// <summary>Who is named on it.</summary>
    public IReadOnlyList<ItemNaming> Named => named;

    /// <summary>The people's names, one by one.</summary>
    public IReadOnlyList<string> Names => PeopleNames.Split(
        ['、', ',', '\n', '\r', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    /// <summary>True when the participant is named on it at the instant.</summary>
    public bool IsNamed(Id<MatterParticipant> participant, DateTimeOffset now) =>
        named.Any(n => n.ParticipantId == participant && n.From <= now);

    internal void Name(Id<MatterParticipant> participant, Stamp by) => named.Add(new(MatterId, Id, participant, by.At));
}

/// <summary>項目の内容.</summary>
/// <param name="Title">Its title.</param>
/// <param name="PeopleNames">The names of the people it is about.</param>
/// <param name="NamedOnly">Kept to named readers.</param>
public sealed record ItemText(string Title, string PeopleNames, bool NamedOnly);

/// <summary>項目の指名: one person named on one item.</summary>
public sealed class ItemNaming
{
    private ItemNaming() { }

    internal ItemNaming(Id<Matter> matter, Id<MatterItem> item, Id<MatterParticipant> participant, DateTimeOffset from) =>
        (MatterId, ItemId, ParticipantId, From) = (matter, item, participant, from);

    /// <summary>The matter.</summary>
    public Id<Matter> MatterId { get; private set; }

    /// <summary>The item.</summary>
    public Id<MatterItem> ItemId { get; private set; }

    /// <summary>Who.</summary>
    public Id<MatterParticipant> ParticipantId { get; private set; }

    /// <summary>From when.</summary>
    public DateTimeOffset From { get; private set; }
}
