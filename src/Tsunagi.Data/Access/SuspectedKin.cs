using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// Shuts a worker out of a person who bears their own name, in the transaction that writes the person, until the supervisor
/// has looked (rules §9). It stands in the saving itself, so that no way of writing a person forgets it.
/// </summary>
static class SuspectedKin
{
    public static async Task NoteAsync(AppDb db, WorkContext context, CancellationToken ct)
    {
        foreach (var entry in db.ChangeTracker.Entries<Person>().Where(p => p.State is EntityState.Added or EntityState.Modified).ToList())
        {
            if (entry.State == EntityState.Modified && !entry.ComplexProperty(p => p.Name).IsModified) continue;
            await NoteAsync(db, entry.Entity, context, ct);
        }
    }

    private static async Task NoteAsync(AppDb db, Person person, WorkContext context, CancellationToken ct)
    {
        string[] names = [.. Forms(person.Name).Distinct()];
        if (names.Length == 0) return;
        var namesakes = await db.Accounts.AsNoTracking()
            .Where(a => a.IsActive && names.Contains(a.Name.Replace(" ", "").Replace("　", "")))
            .Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        foreach (var account in namesakes.Where(a => Kinship.Suspect(a.Name, person.Name)))
        {
            var id = IdSource.Named<ExclusionDeclaration>($"suspected:{account.Id}:{person.Id}");
            // The filter hides a declaration from the one it concerns, who may be writing just now.
            if (await db.ExclusionDeclarations.IgnoreQueryFilters().AnyAsync(d => d.AccountId == account.Id && d.PersonId == person.Id, ct)) continue;
            db.ExclusionDeclarations.Add(ExclusionDeclaration.Suspect(id, account.Id, person, context.Stamp.At));
        }
    }

    private static IEnumerable<string> Forms(PersonName name)
    {
        if (name is { Family: { } family, Given: { } given }) yield return Bare(family + given);
        if (name is not { FamilyKana: { } familyKana, GivenKana: { } givenKana }) yield break;
        yield return Bare(familyKana + givenKana);
        yield return Bare(KanaText.ToHiragana(familyKana + givenKana));
    }

    private static string Bare(string name) => string.Concat(name.Where(c => !char.IsWhiteSpace(c)));
}
