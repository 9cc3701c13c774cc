using System.Text.Json;
using Tsunagi.Domain.Profiles;

namespace Tsunagi.Web.Features.Profiles;

/// <summary>The files of one profile and of the shared folder beside it.</summary>
sealed class ProfileSource(DirectoryInfo folder, ICollection<ProfileProblem> problems)
{
    readonly DirectoryInfo? _common =
        folder.Parent is { } parent && Directory.Exists(Path.Combine(parent.FullName, ProfileFolder.Common)) && folder.Name != ProfileFolder.Common
            ? new DirectoryInfo(Path.Combine(parent.FullName, ProfileFolder.Common))
            : null;

    readonly Dictionary<string, JsonAt> _roots = [];

    public RecordBinder Binder { get; } = new(problems);

    /// <summary>How a file of the profile is called in messages.</summary>
    public string NameOf(string file) => folder.Name + "/" + file;

    public bool Has(string file) => File.Exists(Path.Combine(folder.FullName, file));

    /// <summary>The file as it was parsed, or null if it could not be.</summary>
    public JsonAt? Root(string file) => _roots.GetValueOrDefault(NameOf(file));

    /// <summary>
    /// The codes written in a list of a file, of broken entries too, so that one slip is reported once and not again at
    /// every place that refers to it.
    /// </summary>
    public IEnumerable<string> CodesWritten(string file, string list) =>
        Root(file)?[list]?.Items.Select(i => i["code"]).OfType<JsonAt>().Where(c => c.Kind == JsonValueKind.String).Select(c => c.Text) ?? [];

    /// <summary>Whether every entry of a list could be bound; if not, what is made from the list is incomplete.</summary>
    public bool IsWhole(string file, string list, int bound) => (Root(file)?[list]?.Items.Count ?? 0) == bound;

    /// <summary>Reports files and folders nobody reads: a slip in a name would otherwise silently drop what is in them.</summary>
    public void RefuseUnknown(IReadOnlyCollection<string> files, IReadOnlyCollection<string> sharedFiles, IReadOnlyCollection<string> folders)
    {
        Refuse(folder, files, folders);
        if (_common is not null)
            Refuse(_common, sharedFiles, folders);
    }

    void Refuse(DirectoryInfo from, IReadOnlyCollection<string> files, IReadOnlyCollection<string> folders)
    {
        foreach (var file in from.EnumerateFiles("*.json").Where(f => !files.Contains(f.Name)))
            problems.Add(new ProfileProblem(from.Name + "/" + file.Name, null, "", "is not a file of a profile", "remove or rename it; known are " + string.Join(", ", files)));
        foreach (var inner in from.EnumerateDirectories().Where(d => !folders.Contains(d.Name)))
            problems.Add(new ProfileProblem(from.Name + "/" + inner.Name, null, "", "is not a folder of a profile", "remove or rename it; known are " + string.Join(", ", folders)));
    }

    /// <summary>Reads a file of the profile; null (and a problem) if it is missing or its outermost record is wrong.</summary>
    public T? Read<T>(string file)
        where T : class
    {
        if (Has(file))
            return ReadFrom<T>(folder, file);
        problems.Add(new ProfileProblem(NameOf(file), null, "", "the file is missing", "add it; copy the one of a shipped profile and change it"));
        return null;
    }

    /// <summary>
    /// Reads the shared file and the profile's own. An entry of the profile replaces the shared entries of the same code.
    /// </summary>
    public IReadOnlyList<TItem> ReadShared<TFile, TItem>(string file, Func<TFile, IReadOnlyList<TItem>> items, Func<TItem, string> code)
        where TFile : class
    {
        var own = Has(file) && ReadFrom<TFile>(folder, file) is { } o ? items(o) : [];
        var shared = _common is not null && File.Exists(Path.Combine(_common.FullName, file)) && ReadFrom<TFile>(_common, file) is { } s ? items(s) : [];
        var replaced = own.Select(code).ToHashSet();
        return [.. shared.Where(i => !replaced.Contains(code(i))), .. own];
    }

    /// <summary>Reads the shared code lists and the profile's own, which replace or extend them.</summary>
    public IReadOnlyList<CodeList> ReadCodeLists()
    {
        var shared = ReadLists(_common);
        var own = ReadLists(folder);
        var lists = new List<CodeList>();
        foreach (var list in shared.Where(s => !own.Exists(o => o.Code == s.Code)))
            lists.Add(Make(list, list.Items));
        foreach (var list in own)
        {
            if (!list.Extends)
            {
                lists.Add(Make(list, list.Items));
                continue;
            }

            if (shared.Find(s => s.Code == list.Code) is { } basis)
            {
                var changed = list.Items.ToLookup(i => i.Code);
                var known = basis.Items.Select(i => i.Code).ToHashSet();
                lists.Add(Make(list, [.. basis.Items.Select(i => changed[i.Code].FirstOrDefault() ?? i), .. list.Items.Where(i => !known.Contains(i.Code))]));
            }
            else
            {
                problems.Add(Binder.Origin(list, "extends").Problem($"there is no shared list '{list.Code}' to extend", "correct the code, or remove \"extends\" and write all items"));
            }
        }

        return lists;
    }

    CodeList Make(CodeListInFile list, IReadOnlyList<CodeItem> items)
    {
        // Items without a place of their own stand in the order they are written.
        var ordered = items.Select((item, index) =>
        {
            if (item.SortOrder != 0)
                return item;
            var placed = item with { SortOrder = (index + 1) * 10 };
            Binder.Derive(placed, item);
            return placed;
        });
        var made = new CodeList(list.Code, list.Name, list.Version, list.ValidFrom, [.. ordered.OrderBy(i => i.SortOrder)], list.Source);
        Binder.Derive(made, list);
        return made;
    }

    List<CodeListInFile> ReadLists(DirectoryInfo? from)
    {
        var codes = from is null ? null : new DirectoryInfo(Path.Combine(from.FullName, "codes"));
        if (codes is not { Exists: true })
            return [];
        return
        [
            .. codes.EnumerateFiles("*.json")
                .OrderBy(f => f.Name, StringComparer.Ordinal)
                .Select(f => ReadFrom<CodesFile>(from!, "codes/" + f.Name))
                .OfType<CodesFile>()
                .SelectMany(f => f.Lists),
        ];
    }

    T? ReadFrom<T>(DirectoryInfo from, string file)
        where T : class
    {
        var name = from.Name + "/" + file;
        var root = JsonAt.Parse(name, File.ReadAllBytes(Path.Combine(from.FullName, file)), problems);
        if (root is null)
            return null;
        _roots[name] = root;
        return Binder.Bind<T>(root);
    }
}
