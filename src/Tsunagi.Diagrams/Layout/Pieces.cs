namespace Tsunagi.Diagrams.Layout;

/// <summary>The connected parts of a family: kin, and who lives with them.</summary>
sealed class Pieces
{
    readonly Kin kin;
    readonly int[] rowOf;
    readonly int[] leader;
    readonly Dictionary<int, int> pieceOf = [];
    readonly ILookup<int, Net> nets;
    readonly ILookup<int, List<int>> blocks;

    /// <summary>Finds the parts; moves the rows of those who only live with others beside these.</summary>
    public Pieces(Kin kin, int[] rowOf)
    {
        (this.kin, this.rowOf) = (kin, rowOf);
        leader = [.. Enumerable.Range(0, kin.Count)];
        JoinKin();
        JoinHouseholds();
        All = [.. Enumerable.Range(0, kin.Count).GroupBy(Leader).Select(g => g.ToList())
            .OrderByDescending(p => p.Exists(n => kin.IsPerson(n) && kin.PersonAt(n).IsIndex)).ThenByDescending(RowsIn).ThenBy(p => p[0])];
        foreach (var (i, piece) in All.Index())
        {
            piece.ForEach(n => pieceOf[n] = i);
        }

        nets = kin.Nets.ToLookup(n => PieceOf(n.Partners[0]));
        blocks = new Blocks(kin).Make().ToLookup(b => PieceOf(b[0]));
        Rows = All.Max(RowsIn);
    }

    /// <summary>The numbers of each part.</summary>
    public IReadOnlyList<List<int>> All { get; }

    /// <summary>How many rows the highest part has.</summary>
    public int Rows { get; }

    public int PieceOf(int number) => pieceOf[number];

    public Rows RowsOf(int piece) => new(kin, [.. blocks[piece].Select(b => b.ToList())], rowOf, nets[piece]);

    int RowsIn(List<int> piece) => piece.Where(kin.IsPerson).Max(n => rowOf[n]) - piece.Where(kin.IsPerson).Min(n => rowOf[n]) + 1;

    void JoinKin()
    {
        foreach (var couple in kin.Couples)
        {
            leader[Leader(couple.A)] = Leader(couple.B);
        }

        foreach (var net in kin.Nets)
        {
            foreach (var other in net.Partners.Concat(net.Children.Select(c => c.Child)))
            {
                leader[Leader(other)] = Leader(net.Partners[0]);
            }
        }
    }

    void JoinHouseholds()
    {
        var kinOf = new Dictionary<int, List<int>>();
        for (var i = 0; i < kin.Count; i++)
        {
            (kinOf.TryGetValue(Leader(i), out var list) ? list : kinOf[Leader(i)] = []).Add(i);
        }

        foreach (var household in kin.Family.Households)
        {
            var members = household.Members.Select(m => kin.NumberOf(m.Person)).OrderByDescending(m => kinOf[Leader(m)].Count).ToList();
            foreach (var member in members.Where(m => Leader(m) != Leader(members[0])))
            {
                Join(kinOf, member, members[0]);
            }
        }
    }

    void Join(Dictionary<int, List<int>> kinOf, int member, int host)
    {
        var lower = rowOf[host] - rowOf[member];
        var (guests, hosts) = (kinOf[Leader(member)], kinOf[Leader(host)]);
        guests.ForEach(g => rowOf[g] += lower);
        kinOf.Remove(Leader(member));
        leader[Leader(member)] = Leader(host);
        hosts.AddRange(guests);
        kinOf[Leader(host)] = hosts;
    }

    int Leader(int i)
    {
        while (leader[i] != i)
        {
            i = leader[i] = leader[leader[i]];
        }

        return i;
    }
}
