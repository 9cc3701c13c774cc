using Tsunagi.Linkage.Japanese;
using Tsunagi.Linkage.Tables;

namespace Tsunagi.Linkage.Comparison;

/// <summary>Makes the fields that are compared out of the columns of a table.</summary>
sealed class FieldPlan
{
    private readonly RecordTable table;
    private readonly ILookup<ColumnKind, Column> columns;
    private readonly List<Field> fields = [];
    private readonly List<Crossing> crossings = [];

    private FieldPlan(RecordTable table, IReadOnlyDictionary<string, ColumnKind> kinds)
    {
        this.table = table;
        columns = table.Columns.Where(c => kinds.ContainsKey(c.Name)).ToLookup(c => kinds[c.Name]);
    }

    public static FieldSet Make(RecordTable table, IReadOnlyDictionary<string, ColumnKind> kinds)
    {
        var plan = new FieldPlan(table, kinds);
        plan.AddNames();
        plan.AddEach(ColumnKind.BirthDate, FieldScope.Person, BirthDates);
        plan.AddEach(ColumnKind.Sex, FieldScope.Person, c => Read(c, SexText.Read, v => new SexValues(v)));
        plan.AddEach(ColumnKind.Identifier, FieldScope.Person, Codes);
        plan.AddEach(ColumnKind.Age, FieldScope.Person, Codes);
        plan.AddLines();
        plan.AddEach(ColumnKind.HouseNumber, FieldScope.Household, Codes);
        plan.AddEach(ColumnKind.Address, FieldScope.Household, Addresses);
        plan.AddEach(ColumnKind.Town, FieldScope.Household, Words);
        plan.AddEach(ColumnKind.Region, FieldScope.Household, Words);
        plan.AddEach(ColumnKind.Postcode, FieldScope.Household, Codes);
        plan.AddEach(ColumnKind.Phone, FieldScope.Household, c => Read(c, Phone.Digits, v => new PhoneValues(v)));
        plan.AddEach(ColumnKind.Email, FieldScope.Person, Words);
        plan.AddEach(ColumnKind.Occupation, FieldScope.Person, Words);
        plan.AddEach(ColumnKind.BirthPlace, FieldScope.Person, Words);
        plan.AddEach(ColumnKind.Text, FieldScope.Person, Words);
        return new(plan.Told(), plan.crossings);
    }

    // Where nothing is known that one has alone, nobody can be told from whoever they live with: the records are of places.
    private List<Field> Told() => fields.Exists(f => f.Scope == FieldScope.Person) ? fields : fields.ConvertAll(f => f.As(FieldScope.Person));

    private void AddNames()
    {
        var (surnames, givens) = NameColumns.Read(table, columns);
        if (surnames is null && givens is null) return;
        var forms = new FormInterning();
        var (surnameCodes, givenCodes) = (forms.CodesOf(surnames), forms.CodesOf(givens));
        var values = new NameValues(forms.Forms);
        if (surnameCodes is not null && givenCodes is not null) crossings.Add(new(fields.Count, fields.Count + 1));
        if (surnameCodes is not null) fields.Add(new("surname", FieldScope.Household, values, surnameCodes));
        if (givenCodes is not null) fields.Add(new("given name", FieldScope.Person, values, givenCodes));
    }

    private sealed class FormInterning
    {
        private readonly Dictionary<NameForm, int> known = [];
        private readonly List<NameForm> forms = [];

        public IReadOnlyList<NameForm> Forms => forms;

        public int[]? CodesOf(NameForm[]? records) => records is null ? null : [.. records.Select(CodeOf)];

        private int CodeOf(NameForm form)
        {
            if (form.Text.Length + form.Kana.Length == 0) return -1;
            if (!known.TryGetValue(form, out var code))
            {
                known.Add(form, code = forms.Count);
                forms.Add(form);
            }
            return code;
        }
    }

    // The lines of an address: the first two are taken for each other.
    private void AddLines()
    {
        var lines = columns[ColumnKind.AddressLine].ToList();
        if (lines.Count == 0) return;
        var interning = new Interning();
        var codes = lines.Select(c => CodesOf(c, TextFolding.Words, interning)).ToList();
        var values = new TextValues(interning.Texts);
        if (lines.Count >= 2) crossings.Add(new(fields.Count, fields.Count + 1));
        for (var i = 0; i < lines.Count; i++) fields.Add(new(lines[i].Name, FieldScope.Household, values, codes[i]));
    }

    private void AddEach(ColumnKind kind, FieldScope scope, Func<Column, (ValueSet Values, int[] Codes)> read)
    {
        foreach (var column in columns[kind])
        {
            var (values, codes) = read(column);
            fields.Add(new(column.Name, scope, values, codes));
        }
    }

    private static (ValueSet, int[]) Words(Column column) => Read(column, TextFolding.Words, v => new TextValues(v));

    private static (ValueSet, int[]) Codes(Column column) => Read(column, TextFolding.Code, v => new CodeValues(v));

    private static (ValueSet, int[]) Read(Column column, Func<string, string> fold, Func<IReadOnlyList<string>, ValueSet> make)
    {
        var interning = new Interning();
        var codes = CodesOf(column, fold, interning);
        return (make(interning.Texts), codes);
    }

    private static (ValueSet, int[]) BirthDates(Column column) => Read(column, BirthDate.Read, d => d.IsUnknown, v => new DateValues(v));

    private static (ValueSet, int[]) Addresses(Column column) => Read(column, Address.Read, a => a.IsUnknown, v => new AddressValues(v));

    private static (ValueSet, int[]) Read<T>(Column column, Func<string, T> read, Func<T, bool> isUnknown, Func<IReadOnlyList<T>, ValueSet> make)
        where T : notnull
    {
        Dictionary<T, int> known = [];
        List<T> values = [];
        var byText = column.Texts.AsParallel().AsOrdered().Select(read).ToList().ConvertAll(value =>
        {
            if (isUnknown(value)) return -1;
            if (known.TryAdd(value, values.Count)) values.Add(value);
            return known[value];
        });
        return (make(values), Spread(column, byText));
    }

    private static int[] CodesOf(Column column, Func<string, string> fold, Interning interning) =>
        Spread(column, column.Texts.AsParallel().AsOrdered().Select(fold).ToList().ConvertAll(interning.CodeOf));

    private static int[] Spread(Column column, List<int> byText) => [.. column.CodeArray.Select(code => code < 0 ? -1 : byText[code])];
}
