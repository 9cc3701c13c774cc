using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tsunagi.Diagrams.Json;

namespace Tsunagi.Diagrams.Families;

/// <summary>A family as JSON (docs/diagrams.md).</summary>
public static class FamilyJson
{
    static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a family strictly: what it does not know, it refuses.</summary>
    /// <param name="utf8">The bytes of the file, with or without byte-order mark.</param>
    /// <exception cref="DiagramException">Names the path (<c>$.persons[2].born</c>), what is wrong and what to do.</exception>
    public static Family Read(ReadOnlyMemory<byte> utf8) => StrictJson.Read(utf8, root => root.Guarded(() => new Family(
        root.Objects("persons", ReadPerson),
        root.Objects("unions", ReadUnion),
        root.Objects("parentages", ReadParentage),
        root.Objects("twins", j => new Twins(j.Texts("children"), j.Flag("identical"))),
        root.Objects("households", ReadHousehold))));

    static Person ReadPerson(StrictJson j) => new(
        j.NeededText("id"), j.Text("name") ?? "", j.OneOf("sex", Sex.Unknown), j.Date("born") ?? PartialDate.Unknown, j.Date("died"), j.Flag("index"), j.Flag("key"));

    static Union ReadUnion(StrictJson j) => new(
        j.NeededText("id"), j.Texts("partners"), j.OneOf("kind", UnionKind.Married), j.Date("began") ?? PartialDate.Unknown, j.Date("separated"), j.Date("divorced"));

    static Parentage ReadParentage(StrictJson j) => new(
        j.NeededText("child"), j.NeededText("union"), j.OneOf("kind", ParentageKind.Biological), j.Text("custodian"), j.Date("since") ?? PartialDate.Unknown, j.Date("until"));

    static Household ReadHousehold(StrictJson j) => new(
        j.NeededText("id"), j.Text("name") ?? "",
        j.Objects("members", m => new Residence(m.NeededText("person"), m.Date("since") ?? PartialDate.Unknown, m.Date("until"))),
        j.Flag("partial"));

    /// <summary>Writes what <see cref="Read"/> reads back.</summary>
    public static string Write(Family family)
    {
        ArgumentNullException.ThrowIfNull(family);
        using var bytes = new MemoryStream();
        using (var w = new Utf8JsonWriter(bytes, Readable))
        {
            w.WriteStartObject();
            w.List("persons", family.Persons, WritePerson);
            w.List("unions", family.Unions, WriteUnion);
            w.List("parentages", family.Parentages, WriteParentage);
            w.List("twins", family.Twins, (w, t) =>
            {
                w.Texts("children", t.Children);
                w.Set("identical", t.IsIdentical);
            });
            w.List("households", family.Households, WriteHousehold);
            w.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    static void WritePerson(Utf8JsonWriter w, Person p)
    {
        w.WriteString("id", p.Id);
        w.Set("name", p.Name);
        w.WriteString("sex", Words.Of(p.Sex));
        w.Set("born", p.Born);
        w.Set("died", p.Died);
        w.Set("index", p.IsIndex);
        w.Set("key", p.IsKey);
    }

    static void WriteUnion(Utf8JsonWriter w, Union u)
    {
        w.WriteString("id", u.Id);
        w.Texts("partners", u.Partners);
        w.WriteString("kind", Words.Of(u.Kind));
        w.Set("began", u.Began);
        w.Set("separated", u.Separated);
        w.Set("divorced", u.Divorced);
    }

    static void WriteParentage(Utf8JsonWriter w, Parentage p)
    {
        w.WriteString("child", p.Child);
        w.WriteString("union", p.Union);
        w.WriteString("kind", Words.Of(p.Kind));
        w.Set("custodian", p.Custodian);
        w.Set("since", p.Since);
        w.Set("until", p.Until);
    }

    static void WriteHousehold(Utf8JsonWriter w, Household h)
    {
        w.WriteString("id", h.Id);
        w.Set("name", h.Name);
        w.List("members", h.Members, (w, m) =>
        {
            w.WriteString("person", m.Person);
            w.Set("since", m.Since);
            w.Set("until", m.Until);
        });
        w.Set("partial", h.IsPartial);
    }
}
