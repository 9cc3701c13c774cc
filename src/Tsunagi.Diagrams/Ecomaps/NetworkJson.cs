using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Json;

namespace Tsunagi.Diagrams.Ecomaps;

/// <summary>A network as JSON (docs/diagrams.md).</summary>
public static class NetworkJson
{
    /// <summary>Reads a network strictly: what it does not know, it refuses.</summary>
    /// <param name="utf8">The bytes of the file, with or without byte-order mark.</param>
    /// <exception cref="DiagramException">Names the path (<c>$.ties[2].strength</c>), what is wrong and what to do.</exception>
    public static Network Read(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, root => root.Guarded(() => new Network(
        root.NeededText("id"), root.Text("name") ?? "",
        root.Objects("members", m => new Member(m.NeededText("id"), m.Text("name") ?? "")),
        root.Objects("nodes", n => new Node(n.NeededText("id"), n.NeededText("name"), n.OneOf("kind", NodeKind.Agency))),
        root.Objects("ties", t => new Tie(
            t.NeededText("a"), t.NeededText("b"), t.OneOf("strength", Strength.Ordinary), t.Flag("stress"), t.OneOf("direction", Direction.None),
            t.Date("since") ?? PartialDate.Unknown, t.Date("until"))))));
}
