using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Layout;

namespace Tsunagi.Diagrams.Genograms;

/// <summary>Puts a genogram together: rows, parts, lines, symbols, rings, legend.</summary>
sealed class Composition
{
    readonly GenogramOptions options;
    readonly Kin kin;
    readonly Shown shown;
    readonly int[] rowOf;
    readonly Forks forks;
    readonly Label?[] labels;
    readonly (double Width, double Height)[] rooms;
    readonly Dictionary<string, List<string>> ringless = [];

    /// <param name="ever">Everybody and everything that ever was: it has the places.</param>
    /// <param name="family">The family at the day of the picture: it is drawn.</param>
    /// <param name="options">What was chosen.</param>
    public Composition(Family ever, Family family, GenogramOptions options)
    {
        this.options = options;
        kin = new(ever);
        shown = new(kin, family);
        rowOf = Generations.Of(kin);
        foreach (var couple in kin.Couples.Where(c => c.IsAcrossRows))
        {
            var (upper, lower) = rowOf[couple.A] < rowOf[couple.B] ? (couple.A, couple.B) : (couple.B, couple.A);
            kin.Nets.Add(new(couple.Union, [upper], null, [new(lower, new(kin.PersonAt(lower).Id, couple.Union.Id))], isMarriage: true));
        }

        forks = new(kin, rowOf);
        (labels, rooms) = (new Label?[kin.Count], new (double, double)[kin.Count]);
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
        var figures = rings.Concat(parts.SelectMany(p => new Painter(p, forks, shown, options).Lines())).Concat(parts.SelectMany(Nodes)).ToList();
        if (options.HasLegend)
            (width, height) = Legend.Add(figures, GenogramSigns.Of(shown.Family, options, ringless.Count > 0), Sizes.Margin, width, height);
        return new(shown.Family, pieces.Rows, new(options.Title, Describe.Whole(shown.Family, options.Day, options.Years), Math.Ceiling(width), Math.Ceiling(height), figures));
    }

    List<Part> Lay(Pieces pieces)
    {
        for (var i = 0; i < kin.Family.Persons.Count; i++)
        {
            Write(i, kin.PersonAt(i));
        }

        var forkRows = forks.Children.ToLookup(pieces.PieceOf, c => rowOf[c]);
        var parts = pieces.All.Select((piece, i) =>
        {
            var first = piece.Min(n => rowOf[n]);
            var inForks = forkRows[i].Select(r => r - first).ToHashSet();
            return new Part(pieces.RowsOf(i), n => labels[n], n => rooms[n], forks, inForks.Contains);
        }).ToList();
        Packing.Place(parts);
        return parts;
    }

    /// <summary>Writes what stands under somebody on the day, and leaves room for what stands there on any other.</summary>
    void Write(int number, Person ever)
    {
        var marks = forks.MarksOf(number).Concat(ringless.GetValueOrDefault(ever.Id, [])).ToList();
        labels[number] = shown.PersonAt(number) is { } person ? Label.Of(person, options.Day, options.Years, marks) : null;
        var room = Label.RoomOf(ever, options.Years, marks);
        // Whether somebody is the key person changes from day to day as well; the star stands in the gap beside them.
        rooms[number] = (Math.Max(Sizes.Symbol + Sizes.Star, room.Width), Sizes.Symbol + Sizes.LabelGap + room.Height);
    }

    static double SheetWidth(List<Part> parts) => parts.Max(p => p.Origin.X + p.Width) + Sizes.Margin;

    static double SheetHeight(List<Part> parts) => parts.Max(p => p.Origin.Y + p.Height) + Sizes.Margin;

    List<Figure> RingsOf(List<Part> parts)
    {
        var figures = new List<Figure>();
        foreach (var (i, household) in shown.Family.Households.Index())
        {
            var part = parts.Find(p => p.Has(kin.NumberOf(household.Members[0].Person)))!;
            var outline = ringless.Keys.Any(k => ringless[k].Contains(MarkOf(i))) ? null : new Rings(part, shown).Around(household, i);
            if (outline is null)
                MarkMembers(household, i);
            var data = new[] { ("household", household.Id), ("members", string.Join(' ', household.Members.Select(m => m.Person))) };
            figures.Add(new(FigureRole.Ring, Ids.Of("household", household.Id), data, Describe.Household(shown.Family, household),
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

    IEnumerable<Figure> Nodes(Part part) => from number in part.Persons let person = shown.PersonAt(number) where person is not null select Node(part, number, person);

    Figure Node(Part part, int number, Person person)
    {
        var data = new List<(string, string)> { ("person", person.Id), ("sex", Words.Of(person.Sex)), ("life", person.Died is null ? "living" : "deceased") };
        if (person.IsIndex)
            data.Add(("index", "true"));
        if (person.IsKey)
            data.Add(("key", "true"));
        return new Figure(FigureRole.Node, Ids.Of("person", person.Id), data, Describe.Person(person, options.Day, options.Years), [.. Symbols.Of(person, part.MiddleOf(number), labels[number]!, options.Deceased)]);
    }
}
