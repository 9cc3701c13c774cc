using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Shared;

/// <summary>
/// What ids are called: organisations, colleagues, and the persons the viewer may name. Whoever has died is marked, so that nobody
/// telephones.
/// </summary>
public sealed class NameBook(AppDb db, CurrentWard ward)
{
    private readonly Dictionary<Guid, string> known = [];
    private readonly HashSet<Id<Person>> dead = [];

    /// <summary>Looks up what is not known yet, one query for each kind.</summary>
    public async Task<NameBook> ForAsync(IEnumerable<Id<Account>?> accounts, IEnumerable<Id<Person>> persons, CancellationToken ct)
    {
        var a = accounts.OfType<Id<Account>>().Where(id => !known.ContainsKey(id.Value)).Distinct().ToList();
        if (a.Count > 0)
            foreach (var found in await db.Accounts.AsNoTracking().Where(x => a.Contains(x.Id)).Select(x => new { x.Id, x.Name }).ToListAsync(ct))
                known[found.Id.Value] = found.Name;
        // The access filter leaves out whom the viewer may not see.
        var p = persons.Where(id => !known.ContainsKey(id.Value)).Distinct().ToList();
        if (p.Count > 0)
            foreach (var found in await db.Persons.AsNoTracking().Where(x => p.Contains(x.Id)).Select(x => new { x.Id, x.Name, x.DiedOn }).ToListAsync(ct))
            {
                known[found.Id.Value] = found.Name.Display;
                if (found.DiedOn is not null) dead.Add(found.Id);
            }
        return this;
    }

    public string Of(Id<Organisation> id) => ward.NameOf(id);

    public string Of(Id<Account> id) => known.GetValueOrDefault(id.Value, "（不明な職員）");

    /// <summary>A person the viewer may not name stays a person.</summary>
    public string Of(Id<Person> id) => $"{Alone(id)}{(dead.Contains(id) ? "（死亡）" : "")}";

    /// <summary>Whether the viewer may see that person's record, once it was looked up.</summary>
    public bool Knows(Id<Person> id) => known.ContainsKey(id.Value);

    /// <summary>A person's name alone, for a form of the ward.</summary>
    public string Alone(Id<Person> id) => known.GetValueOrDefault(id.Value, Unnamed);

    /// <summary>A person as a sentence speaks of them: with さん, where there is a name. What was agreed to is printed so, and is not marked.</summary>
    public string Called(Id<Person> id) => known.TryGetValue(id.Value, out var name) ? $"{name}さん" : Unnamed;

    private const string Unnamed = "（お名前は表示できません）";
}
