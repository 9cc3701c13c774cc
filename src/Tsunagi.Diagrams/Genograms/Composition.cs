using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>Puts a genogram together: rows, parts, lines, symbols, rings, legend.</summary>
sealed class Composition
{
    readonly GenogramOptions options;
    readonly Kin kin;
    readonly int[] rowOf;
    readonly Forks forks;
    readonly Label?[] labels;
    readonly Dictionary<string, List<string>> ringless = [];

    public Composition(Family family, GenogramOptions options)
    {
        this.options = options;
        kin = new(family);
        rowOf = Generations.Of(kin);
        foreach (var couple in kin.Couples.Where(c => c.IsAcrossRows))
        {
            var (upper, lower) = rowOf[couple.A] < rowOf[couple.B] ? (couple.A, couple.B) : (couple.B, couple.A);
            kin.Nets.Add(new(couple.Union, [upper], null, [new(lower, new(kin.PersonAt(lower).Id, couple.Union.Id))], isMarriage: true));
        }

        forks = new(kin, rowOf);
        labels = new Label?[kin.Count];
    }

    public Genogram Compose()
    {
        var pieces = new Pieces(kin, rowOf);
        var parts = Lay(pieces);
        // Whoever cannot be ringed gets a mark under the name; then the names are wider, and all is laid out once more.
        var rings = RingsOf(parts);
        if (ringless.Count > 0)
        {
            parts = Lay(pieces);
            rings = RingsOf(parts);
        }

        var (width, height) = (SheetWidth(parts), SheetHeight(parts));
        var figures = rings.Concat(parts.SelectMany(p => new Painter(p, forks, options).Lines())).Concat(parts.SelectMany(Nodes)).ToList();
        if (options.HasLegend)
            (width, height) = Legend.Add(figures, GenogramSigns.Of(kin.Family, options, ringless.Count > 0), Sizes.Margin, width, height);
        return new(kin.Family, pieces.Rows, new(options.Title, Describe.Whole(kin.Family, options.Day, options.Years), Math.Ceiling(width), Math.Ceiling(height), figures));
    }

    List<Part> Lay(Pieces pieces)
    {
        for (var i = 0; i < kin.Family.Persons.Count; i++)
        {
            labels[i] = Label.Of(kin.PersonAt(i), options.Day, options.Years, forks.MarksOf(i).Concat(ringless.GetValueOrDefault(kin.PersonAt(i).Id, [])));
        }

        var forkRows = forks.Children.ToLookup(pieces.PieceOf, c => rowOf[c]);
        var parts = pieces.All.Select((piece, i) =>
        {
            var first = piece.Min(n => rowOf[n]);
            var inForks = forkRows[i].Select(r => r - first).ToHashSet();
            return new Part(pieces.RowsOf(i), n => labels[n], WidthOf, forks, inForks.Contains);
        }).ToList();
        Packing.Place(parts);
        return parts;
    }

    static double SheetWidth(List<Part> parts) => parts.Max(p => p.Origin.X + p.Width) + Sizes.Margin;

    static double SheetHeight(List<Part> parts) => parts.Max(p => p.Origin.Y + p.Height) + Sizes.Margin;

    double WidthOf(int number) => labels[number] is { } label
        ? Math.Max(kin.PersonAt(number).IsKey ? Sizes.Symbol + 30 : Sizes.Symbol, label.Width)
        : 0;

    List<Figure> RingsOf(List<Part> parts)
    {
        var figures = new List<Figure>();
        foreach (var (i, household) in kin.Family.Households.Index())
        {
            var part = parts.Find(p => p.Has(kin.NumberOf(household.Members[0].Person)))!;
            var outline = ringless.Keys.Any(k => ringless[k].Contains(MarkOf(i))) ? null : new Rings(part, WidthOf).Around(household, i);
            if (outline is null)
                MarkMembers(household, i);
            var data = new[] { ("household", household.Id), ("members", string.Join(' ', household.Members.Select(m => m.Person))) };
            figures.Add(new(FigureRole.Ring, Ids.Of("household", household.Id), data, Describe.Household(kin.Family, household),
                outline is null ? [] : [new Line(outline, LineStyle.DashDot, IsRounded: true, IsClosed: true)]));
        }

        return figures;
    }

    static string MarkOf(int household) => $"同居{household + 1}";

    void MarkMembers(Household household, int index)
    {
        foreach (var member in household.Members)
        {
            var marks = ringless.TryGetValue(member.Person, out var there) ? there : ringless[member.Person] = [];
            if (!marks.Contains(MarkOf(index)))
                marks.Add(MarkOf(index));
        }
    }

    IEnumerable<Figure> Nodes(Part part) => part.Persons.Select(number =>
    {
        var person = kin.PersonAt(number);
        var data = new List<(string, string)> { ("person", person.Id), ("sex", Words.Of(person.Sex)), ("life", person.Died is null ? "living" : "deceased") };
        if (person.IsIndex)
            data.Add(("index", "true"));
        if (person.IsKey)
            data.Add(("key", "true"));
        return new Figure(FigureRole.Node, Ids.Of("person", person.Id), data, Describe.Person(person, options.Day, options.Years), [.. Symbols.Of(person, part.MiddleOf(number), labels[number]!, options.Deceased)]);
    });
}
