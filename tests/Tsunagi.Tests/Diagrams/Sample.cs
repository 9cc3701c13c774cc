using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Gedcom;

namespace Tsunagi.Tests.Diagrams;

/// <summary>The files the tests draw (Samples/NOTICE.md).</summary>
static class Sample
{
    public const string Household = "household.json";
    public const string Royal = "royal92.ged";

    public static readonly DateOnly Day = new(2026, 4, 1);

    public static TheoryData<string> Families { get; } = new(
        Household, Royal, "family-structure-variants.ged", "structural-torture.ged", "vendor-familyorigins5.ged", "vendor-paf5.ged",
        "Harry_Potter.ged", "RelationshipTest.ged", "Sopranos.ged");

    public static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Diagrams", "Samples", name));

    public static Family Family(string name) =>
        name.EndsWith(".json", StringComparison.Ordinal) ? FamilyJson.Read(Bytes(name)) : GedcomReader.Read(Bytes(name)).Family;
}
