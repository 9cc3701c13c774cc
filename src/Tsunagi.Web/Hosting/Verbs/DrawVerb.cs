using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Tsunagi.Diagrams;
using Tsunagi.Diagrams.Drawings;
using Tsunagi.Diagrams.Ecomaps;
using Tsunagi.Diagrams.Families;
using Tsunagi.Diagrams.Gedcom;
using Tsunagi.Diagrams.Genograms;
using Tsunagi.Diagrams.Svg;

namespace Tsunagi.Web.Hosting;

/// <summary>draw: genograms and ecomaps from files, without a database.</summary>
static class DrawVerb
{
    const int UsualGenerations = 3;
    const int ProblemsShown = 20;

    public static Command Create() => new("draw", "Draw a genogram or an ecomap from a file") { Genogram(), Ecomap() };

    static Command Genogram()
    {
        var (file, output, text, day, years, plain) = Common("A family as GEDCOM 5.5.1 or 7, or as JSON (docs/diagrams.md)");
        var person = new Option<string?>("--person") { Description = "Draw only who is near this person, named by the id in the file", HelpName = "ID" };
        var generations = VerbOptions.Number("--generations", "N", "With --person: how many steps from parent to child, up and down", UsualGenerations, 0, 100);
        var deceased = new Option<DeceasedMark>("--deceased") { Description = "How somebody who has died is marked: cross or filled (cross)", HelpName = "MARK" };
        var marriage = new Option<MarriageLine>("--marriage") { Description = "How a marriage is drawn: single or double (single)", HelpName = "LINE" };
        var verb = new Command("genogram", "Draw a family") { file, output, text, day, years, plain, person, generations, deceased, marriage };
        verb.SetAction(parsed =>
        {
            var source = parsed.GetRequiredValue(file);
            var options = new GenogramOptions
            {
                Day = parsed.GetValue(day),
                Years = parsed.GetValue(years),
                HasLegend = !parsed.GetValue(plain),
                Deceased = parsed.GetValue(deceased),
                Marriage = parsed.GetValue(marriage),
            };
            var family = About(source, () => ReadFamily(Bytes(source), source.Name));
            if (parsed.GetValue(person) is { } id)
                family = About(source, () => family.Around(id.Trim('@'), parsed.GetRequiredValue(generations)));
            var (drawn, seconds) = About(source, () => Timed(() => Diagrams.Genograms.Genogram.Draw(family, options)));
            Write(parsed.GetRequiredValue(output), SvgWriter.Write(drawn.Drawing));
            if (parsed.GetValue(text) is { } beside)
                Write(beside, GenogramText.Write(drawn, options.Day, options.Years));
            Tell($"persons {drawn.Family.Persons.Count}, generations {drawn.Generations}", drawn.Drawing, seconds);
            return 0;
        });
        return verb;
    }

    static Command Ecomap()
    {
        var (file, output, text, day, years, plain) = Common("A network as JSON (docs/diagrams.md)");
        var verb = new Command("ecomap", "Draw a household and what is around it") { file, output, text, day, years, plain };
        verb.SetAction(parsed =>
        {
            var source = parsed.GetRequiredValue(file);
            var options = new EcomapOptions { Day = parsed.GetValue(day), Years = parsed.GetValue(years), HasLegend = !parsed.GetValue(plain) };
            var network = About(source, () => NetworkJson.Read(Bytes(source)));
            var (drawn, seconds) = Timed(() => Diagrams.Ecomaps.Ecomap.Draw(network, options));
            Write(parsed.GetRequiredValue(output), SvgWriter.Write(drawn.Drawing));
            if (parsed.GetValue(text) is { } beside)
                Write(beside, EcomapText.Write(drawn, options.Day, options.Years));
            Tell($"nodes {drawn.Network.Nodes.Count}, ties {drawn.Network.Ties.Count}", drawn.Drawing, seconds);
            return 0;
        });
        return verb;
    }

    static (Argument<FileInfo> File, Option<FileInfo> Output, Option<FileInfo?> Text, Option<DateOnly?> Day, Option<Years> Years, Option<bool> Plain) Common(string what) =>
    (
        new Argument<FileInfo>("F") { Description = what },
        new Option<FileInfo>("--out") { Description = "The SVG file to write", HelpName = "O.svg", Required = true },
        new Option<FileInfo?>("--text") { Description = "Also write the text equivalent", HelpName = "O.txt" },
        new Option<DateOnly?>("--at") { Description = "The day of the picture; without it everything dated has happened", HelpName = "DATE" },
        new Option<Years>("--years") { Description = "How years are written: western or era (western)", HelpName = "YEARS" },
        new Option<bool>("--no-legend") { Description = "Leave the legend out" }
    );

    /// <summary>Puts the name of the file before what is refused about it.</summary>
    static T About<T>(FileInfo file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (DiagramException e)
        {
            throw new VerbException($"{file.Name}: {e.Message}", e);
        }
    }

    static byte[] Bytes(FileInfo file)
    {
        try
        {
            return File.ReadAllBytes(file.FullName);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"{file} cannot be read: {e.Message} Name a file that is there and may be read.", e);
        }
    }

    static Family ReadFamily(byte[] bytes, string name)
    {
        if (IsJson(bytes))
            return FamilyJson.Read(bytes);
        var file = GedcomReader.Read(bytes);
        foreach (var problem in file.Problems.Take(ProblemsShown))
        {
            Console.Error.WriteLine($"{name}: {problem}");
        }

        if (file.Problems.Count > ProblemsShown)
            Console.Error.WriteLine($"{name}: {file.Problems.Count - ProblemsShown} more of this kind");
        return file.Family;
    }

    static bool IsJson(ReadOnlySpan<byte> bytes) => (bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes).TrimStart(" \t\r\n"u8).StartsWith("{"u8);

    static (T Value, double Seconds) Timed<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        return (work(), watch.Elapsed.TotalSeconds);
    }

    static void Write(FileInfo file, string content)
    {
        try
        {
            File.WriteAllText(file.FullName, content);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new VerbException($"{file} cannot be written: {e.Message} Name a file in a folder that is there and may be written to.", e);
        }
    }

    static void Tell(string what, Drawing drawing, double seconds)
    {
        var check = drawing.Check();
        Console.Error.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what}, overlaps {check.Overlaps + check.Strikes + check.Coincidences}, crossings {check.Crossings}, seconds {seconds:0.000}"));
    }
}
