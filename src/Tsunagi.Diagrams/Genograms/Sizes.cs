namespace Tsunagi.Diagrams.Genograms;

/// <summary>Lengths of a genogram, in units of the drawing.</summary>
static class Sizes
{
    public const double Symbol = 40;
    public const double Star = 14;
    public const double LabelGap = 5;
    public const double UnitGap = 24;
    public const double CoupleGap = 34;
    public const double BrokenCoupleGap = 64;
    public const double Slot = 12;
    public const double Passage = 10;
    public const double Aside = 4;
    public const double BracketStep = 9;
    public const double BarStep = 10;
    public const double OverBars = 20;
    public const double UnderBars = 18;
    public const double TwinRise = 26;
    public const double PartGap = 48;
    public const double Margin = 28;
    public const double Arrival = 14;
}
