using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Search;

/// <summary>検索の索引の一行: what one person is found by, and by whom at most.</summary>
public sealed class PersonIndexEntry
{
    /// <summary>Whom.</summary>
    public required Id<Person> PersonId { get; init; }

    /// <summary>
    /// The holder and everybody a grant ever named: beyond them nobody sees the record, so nobody else's search looks at it. Whether one of
    /// them may see it now is asked of the grants as always. Kept by the database (Sql/60-search.sql).
    /// </summary>
    public required IReadOnlyList<Guid> Subjects { get; init; }

    /// <summary>What the person is found by (<see cref="SearchTerm"/>).</summary>
    public required IReadOnlyList<int> Terms { get; set; }

    /// <summary>The names as written.</summary>
    public required string Names { get; set; }

    /// <summary>What those found equally well are sorted by.</summary>
    public required string SortKey { get; set; }
}

/// <summary>
/// Writes the index beside the person, in the same transaction. It stands in the saving itself, so that no way of writing a person
/// forgets it.
/// </summary>
static class PersonIndex
{
    public static void Map(ModelBuilder model, AppDb db) => model.Entity<PersonIndexEntry>(entry =>
    {
        entry.ToTable("person_search");
        entry.HasKey(e => e.PersonId);
        entry.Property(e => e.PersonId).ValueGeneratedNever();
        entry.Protect(db, e => e.PersonId);
        entry.HasOne<Person>().WithOne().HasForeignKey<PersonIndexEntry>(e => e.PersonId);
    });

    /// <summary>Brings the entries of all people that are about to be saved up to date.</summary>
    public static void Write(AppDb db)
    {
        foreach (var person in db.ChangeTracker.Entries<Person>().Where(p => p.State is EntityState.Added or EntityState.Modified).ToList())
            Write(db, person.Entity, isNew: person.State == EntityState.Added);
    }

    private static void Write(AppDb db, Person person, bool isNew)
    {
        var index = db.Set<PersonIndexEntry>();
        var known = index.Local.FindEntry(person.Id);
        var entry = known?.Entity ?? new PersonIndexEntry { PersonId = person.Id, Subjects = [person.HolderId.Value], Terms = [], Names = "", SortKey = "" };
        if (known is null)
        {
            if (isNew) index.Add(entry);
            else index.Attach(entry);
        }
        (entry.Terms, entry.Names, entry.SortKey) = ([.. PersonTerms.Of(person).Order()], PersonTerms.Names(person.Name), PersonTerms.Order(person.Name));
        if (isNew) return;
        // What stands in the database was not read: all but the subjects is written anew.
        var written = db.Entry(entry);
        written.Property(e => e.Terms).IsModified = written.Property(e => e.Names).IsModified = written.Property(e => e.SortKey).IsModified = true;
    }
}
