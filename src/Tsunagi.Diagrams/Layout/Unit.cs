namespace Tsunagi.Diagrams.Layout;

/// <summary>What keeps together in a row: partners side by side, or the passage of a line through the row.</summary>
sealed class Unit(int row, List<int> members, Net? passing = null)
{
    public int Row { get; } = row;

    /// <summary>Numbers of the persons from left to right; none for a passage.</summary>
    public List<int> Members { get; } = members;

    /// <summary>The net that passes through the row here.</summary>
    public Net? Passing { get; } = passing;

    /// <summary>From the row above.</summary>
    public List<Edge> Above { get; } = [];

    /// <summary>To the row below.</summary>
    public List<Edge> Below { get; } = [];

    /// <summary>Place in the row, from 0.</summary>
    public int Index { get; set; }

    /// <summary>Number of members that stand before it in the row.</summary>
    public double Start { get; set; }

    public double Left { get; set; }

    public double Width { get; set; }

    /// <summary>The middle of each member, from the left edge.</summary>
    public double[] Middles { get; set; } = [];

    public double PlaceOf(int member) => Left + Middles[Members.IndexOf(member)];

    public void Turn()
    {
        Members.Reverse();
        foreach (var edge in Above)
        {
            edge.LowerSpot = Members.Count - 1 - edge.LowerSpot;
        }

        foreach (var edge in Below)
        {
            edge.UpperSpot = Members.Count - 1 - edge.UpperSpot;
        }
    }
}

/// <summary>A line of a net from one row to the next.</summary>
sealed class Edge(Hop hop, Unit lower, double lowerSpot, Offspring? child)
{
    public Hop Hop { get; } = hop;

    public Unit Upper => Hop.From;

    public Unit Lower { get; } = lower;

    /// <summary>Where it leaves, counted in members of the unit from 0.</summary>
    public double UpperSpot { get; set; }

    /// <summary>Where it arrives, counted in members of the unit from 0.</summary>
    public double LowerSpot { get; set; } = lowerSpot;

    /// <summary>The place in the upper row it leaves from, counted in members.</summary>
    public double FarAbove => Upper.Start + UpperSpot;

    /// <summary>The place in the lower row it arrives at, counted in members.</summary>
    public double FarBelow => Lower.Start + LowerSpot;

    /// <summary>Whom it reaches; null when it goes on to further rows.</summary>
    public Offspring? Child { get; } = child;

    /// <summary>Where it leaves and arrives, in units of length from the left edge of the unit.</summary>
    public double UpperX { get; set; }

    public double LowerX { get; set; }
}

/// <summary>The part of a net between two rows.</summary>
sealed class Hop(Net net, Unit from)
{
    public Net Net { get; } = net;

    public Unit From { get; } = from;

    public List<Edge> Edges { get; } = [];

    /// <summary>The place the line leaves from may move so far to either side.</summary>
    public double Slack { get; set; }
}
