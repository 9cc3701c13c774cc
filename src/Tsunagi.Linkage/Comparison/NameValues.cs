using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Linkage.Comparison;

/// <summary>A name as one record has it: written, and how it is read.</summary>
/// <param name="Text">Folded; empty where only the reading is known.</param>
/// <param name="Kana">Its reading in kana, or empty.</param>
readonly record struct NameForm(string Text, string Kana);

/// <summary>Names of persons, surnames and given names in one set, for they are taken for one another.</summary>
sealed class NameValues : ValueSet
{
    private const byte Sounds = 2, Near = 3, Like = 4;
    private const int MostReadings = 12;
    private readonly Name[] names;
    private readonly int[] terms, sounds, beginnings;

    public NameValues(IReadOnlyList<NameForm> forms)
    {
        names = [.. forms.AsParallel().AsOrdered().Select(Name.Of)];
        var (term, sound, beginning) = (new Interning(), new Interning(), new Interning());
        terms = [.. names.Select(n => term.CodeOf(n.Text.Length > 0 ? n.Text : n.Sounds[0]))];
        sounds = [.. names.Select(n => sound.CodeOf(n.Sounds.Length > 0 ? n.Sounds[0] : n.Text))];
        beginnings = [.. names.Select(n => beginning.CodeOf(n.Beginning))];
    }

    public override IReadOnlyList<string> Levels { get; } = ["missing", "same", "sounds the same", "nearly the same", "alike", "different"];

    public override int Count => names.Length;

    public override IReadOnlyList<int> Terms => terms;

    public override IReadOnlyList<(string, int[])> Keys => [("same", terms), ("sound", sounds), ("beginning", beginnings)];

    protected override byte CompareDifferent(int left, int right)
    {
        var (a, b) = (names[left], names[right]);
        if (a.Text.Length > 0 && a.Text == b.Text) return Same;
        if (a.IsLatin && b.IsLatin) return CompareLetters(a, b);
        if (a.Sounds.AsSpan().IndexOfAny(b.Sounds) >= 0) return Sounds;
        if (a.LooseSounds.AsSpan().IndexOfAny(b.LooseSounds) >= 0 || (a.LooseText.Length > 1 && a.LooseText == b.LooseText)) return Near;
        return Math.Min(CompareReadings(a, b), CompareKanji(a.Text, b.Text));
    }

    private byte CompareLetters(Name a, Name b)
    {
        var shorter = Math.Min(a.Text.Length, b.Text.Length);
        if (shorter >= 3 && Distances.Edits(a.Text, b.Text, 1) <= 1) return Near;
        if (shorter >= 3 && a.Sounds[0] == b.Sounds[0]) return Sounds;
        var similarity = Distances.JaroWinkler(a.Text, b.Text);
        if (similarity >= 0.92) return Near;
        return similarity >= 0.80 || a.Text.StartsWith(b.Text, StringComparison.Ordinal) || b.Text.StartsWith(a.Text, StringComparison.Ordinal) ? Like : Different;
    }

    // Readings that somebody wrote down; what the dictionary thinks possible is compared as a whole only.
    private byte CompareReadings(Name a, Name b)
    {
        if (a.Reading.Length < 2 || b.Reading.Length < 2) return Different;
        var edits = Distances.Edits(a.Reading, b.Reading, 2);
        var longer = Math.Max(a.Reading.Length, b.Reading.Length);
        if (edits == 1 && longer >= 3) return Near;
        return (edits == 2 && longer >= 5) || a.Reading.StartsWith(b.Reading, StringComparison.Ordinal) || b.Reading.StartsWith(a.Reading, StringComparison.Ordinal) ? Like : Different;
    }

    private byte CompareKanji(string a, string b)
    {
        if (a.Length == 0 || b.Length == 0) return Different;
        var edits = Distances.Edits(a, b, 1);
        return edits == 1 && Math.Max(a.Length, b.Length) >= 2 ? Like : Different;
    }

    private sealed class Name
    {
        public string Text { get; private init; } = "";
        public string LooseText { get; private init; } = "";
        public string Reading { get; private init; } = "";
        public string[] Sounds { get; private init; } = [];
        public string[] LooseSounds { get; private init; } = [];
        public bool IsLatin { get; private init; }
        public string Beginning => Sounds.Length > 0 && !IsLatin ? Start(Sounds[0]) : Start(Text);

        public static Name Of(NameForm form)
        {
            var reading = form.Kana.Length > 0 ? form.Kana : Kana.IsKana(form.Text) ? form.Text : "";
            if (reading.Length == 0 && !TextFolding.IsJapanese(form.Text)) return Latin(form.Text);
            var text = Kana.IsKana(form.Text) ? "" : form.Text;
            var readings = reading.Length > 0 ? [reading] : Readings.Surname(text).Concat(Readings.GivenName(text)).Take(MostReadings).ToArray();
            return new()
            {
                Text = text,
                LooseText = text.Length > 0 ? CharacterFolding.LooseKey(text) : "",
                Reading = reading.Length > 0 ? Kana.Phonetic(reading) : "",
                Sounds = [.. readings.Select(Kana.Phonetic).Distinct()],
                LooseSounds = [.. readings.Select(Kana.PhoneticLoose).Distinct()],
            };
        }

        // In letters: compared as such with its like, and by its reading with a name in kana or kanji.
        private static Name Latin(string text)
        {
            var kana = Kana.FromRomaji(text);
            var sound = TextFolding.Sound(text);
            return new()
            {
                Text = text,
                IsLatin = true,
                Reading = kana is null ? "" : Kana.Phonetic(kana),
                Sounds = kana is null ? [sound] : [sound, Kana.Phonetic(kana)],
                LooseSounds = kana is null ? [] : [Kana.PhoneticLoose(kana)],
            };
        }

        private static string Start(string text) => text.Length <= 3 ? text : text[..3];
    }
}
