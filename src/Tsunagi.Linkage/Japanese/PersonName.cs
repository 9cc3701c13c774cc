using System.Buffers;

namespace Tsunagi.Linkage.Japanese;

/// <summary>How a candidate came out of a written name.</summary>
public enum NameKind
{
    /// <summary>As it was written, outside brackets.</summary>
    Written,
    /// <summary>As written, with its two halves the other way round.</summary>
    Swapped,
    /// <summary>旧姓: the surname before marriage.</summary>
    Former,
    /// <summary>通称: the name somebody uses, most often a foreign resident's registered one.</summary>
    Common,
    /// <summary>Anything else that stood in brackets.</summary>
    Aside,
}

/// <summary>One name that a person may be found under.</summary>
/// <param name="Surname">姓, folded; empty if not known.</param>
/// <param name="GivenName">名, folded, further names joined to it; empty if not known.</param>
/// <param name="Kind">How it came out of what was written.</param>
public readonly record struct NameCandidate(string Surname, string GivenName, NameKind Kind);

/// <summary>氏名: what one field called name can hold.</summary>
public static class PersonName
{
    private static readonly SearchValues<char> Opening = SearchValues.Create("([【〔「『<");
    private static readonly SearchValues<char> Closing = SearchValues.Create(")]】〕」』>");
    private static readonly string[] Honorifics = ["様方", "さま", "さん", "くん", "ちゃん", "先生", "殿", "様", "氏", "君"];
    private static readonly string[] Titles = ["MR ", "MRS ", "MS ", "MISS ", "DR ", "MR.", "MRS.", "MS.", "DR."];
    private static readonly (string Word, NameKind Kind)[] Labels =
        [("旧姓", NameKind.Former), ("旧氏", NameKind.Former), ("前姓", NameKind.Former), ("通称名", NameKind.Common), ("通称", NameKind.Common), ("本名", NameKind.Aside), ("別名", NameKind.Aside)];

    /// <summary>
    /// The names somebody may be meant by: the written one, the same with its halves swapped, and one for every 旧姓 or 通称 in
    /// brackets – 「佐藤（旧姓：鈴木）花子」 is 佐藤 花子, 花子 佐藤 and 鈴木 花子.
    /// </summary>
    /// <param name="text">A whole name in one field, of any script; honorifics (様, さん, 氏 …) are dropped.</param>
    /// <returns>
    /// The written name first, without repetitions; empty for a text without a letter. A Japanese name without a blank is
    /// parted by <see cref="Readings.Split"/>; what cannot be parted is all surname.
    /// </returns>
    public static IReadOnlyList<NameCandidate> Variants(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (name, asides) = Brackets(CharacterFolding.Fold(text, keepBlanks: true));
        var written = Parts(WithoutHonorific(name), NameKind.Written);
        List<NameCandidate> found = [];
        Add(found, written);
        if (written.GivenName.Length > 0) Add(found, new(written.GivenName, written.Surname, NameKind.Swapped));
        foreach (var (label, aside) in asides) Add(found, Aside(written, label, WithoutHonorific(aside)));
        return found;
    }

    /// <summary>A name without the honorific behind it or the title before it; the name itself if nothing would be left.</summary>
    /// <param name="folded">A folded name.</param>
    public static string WithoutHonorific(string folded)
    {
        ArgumentNullException.ThrowIfNull(folded);
        var name = folded.Trim();
        foreach (var title in Titles)
        {
            if (name.Length > title.Length && name.StartsWith(title, StringComparison.Ordinal)) name = name[title.Length..].Trim();
        }
        foreach (var honorific in Honorifics)
        {
            // 君 and 氏 end given names and surnames too: they are honorifics only behind a name of more than two characters.
            var least = honorific is "君" or "氏" or "殿" ? 3 : 1;
            if (name.Length >= honorific.Length + least && name.EndsWith(honorific, StringComparison.Ordinal)) return name[..^honorific.Length].Trim();
        }
        return name;
    }

    private static void Add(List<NameCandidate> found, NameCandidate candidate)
    {
        if (candidate.Surname.Length + candidate.GivenName.Length == 0) return;
        if (!found.Exists(f => f.Surname == candidate.Surname && f.GivenName == candidate.GivenName)) found.Add(candidate);
    }

    private static NameCandidate Aside(NameCandidate written, NameKind kind, string aside)
    {
        var parts = Parts(aside, kind);
        // A surname alone goes with the given name beside it.
        return kind == NameKind.Former || (kind == NameKind.Common && parts.GivenName.Length == 0)
            ? parts with { GivenName = parts.GivenName.Length > 0 ? parts.GivenName : written.GivenName }
            : parts;
    }

    /// <summary>Parts at the comma, the first blank or the first middle dot; else by the dictionary.</summary>
    private static NameCandidate Parts(string name, NameKind kind)
    {
        var at = name.IndexOfAny([',', '、']);
        if (at < 0) at = name.IndexOf(' ', StringComparison.Ordinal);
        if (at < 0) at = name.IndexOf('・', StringComparison.Ordinal);
        if (at >= 0) return new(Letters(name[..at]), Letters(name[at..]), kind);
        // In brackets of 旧姓 there is as a rule a surname alone.
        if (kind == NameKind.Former) return new(Letters(name), "", kind);
        var split = Readings.Split(Letters(name));
        return new(split.Surname, split.GivenName, kind);
    }

    private static string Letters(string text) => string.Concat(text.Where(c => char.IsLetter(c) || char.IsSurrogate(c) || c is 'ー' or '々' or '-' or '\''));

    private static (string Name, List<(NameKind Kind, string Text)> Asides) Brackets(string text)
    {
        List<(NameKind, string)> asides = [];
        while (text.AsSpan().IndexOfAny(Opening) is var open and >= 0)
        {
            var length = text.AsSpan(open).IndexOfAny(Closing);
            var end = length < 0 ? text.Length : open + length;
            asides.Add(Labelled(text[(open + 1)..end]));
            text = $"{text[..open]} {text[Math.Min(text.Length, end + 1)..]}".Trim();
        }
        foreach (var (word, _) in Labels)
        {
            var at = text.IndexOf(word, StringComparison.Ordinal);
            if (at <= 0) continue;
            asides.Add(Labelled(text[at..]));
            text = text[..at].Trim();
        }
        return (text, asides);
    }

    private static (NameKind, string) Labelled(string aside)
    {
        foreach (var (word, kind) in Labels)
        {
            if (aside.Contains(word, StringComparison.Ordinal)) return (kind, aside.Replace(word, "", StringComparison.Ordinal).Trim(' ', ':', '・', '-'));
        }
        return (aside.StartsWith('旧') ? NameKind.Former : NameKind.Aside, aside.TrimStart('旧').Trim());
    }
}
