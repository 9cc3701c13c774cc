namespace Tsunagi.Diagrams.Families;

/// <summary>What must hold of a family.</summary>
static class FamilyRules
{
    public static Dictionary<string, T> ById<T>(IReadOnlyList<T> items, string list, Func<T, string> id)
    {
        var found = new Dictionary<string, T>(items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            if (!found.TryAdd(id(items[i]), items[i]))
                throw new DiagramException($"{list}[{i}].id", $"{id(items[i])} is there twice. Give each its own id.");
        }

        return found;
    }

    public static void Check(Family family)
    {
        if (family.Persons.Count > Family.MostPersons)
            throw new DiagramException("persons", $"there are {family.Persons.Count}. Draw at most {Family.MostPersons} at once.");
        CheckUnions(family);
        CheckParentages(family);
        CheckTwins(family);
        CheckHouseholds(family);
        if (FindOwnAncestor(family) is { } person)
            throw new DiagramException("parentages", $"{person} is their own ancestor. Remove one of the links of that circle.");
    }

    static void CheckUnions(Family family)
    {
        foreach (var (i, union) in family.Unions.Index())
        {
            foreach (var partner in union.Partners)
            {
                CheckPerson(family, partner, $"unions[{i}].partners");
            }
        }
    }

    static void CheckParentages(Family family)
    {
        var seen = new HashSet<(string, string)>();
        foreach (var (i, tie) in family.Parentages.Index())
        {
            CheckPerson(family, tie.Child, $"parentages[{i}].child");
            var union = family.FindUnion(tie.Union)
                ?? throw new DiagramException($"parentages[{i}].union", $"there is no union {tie.Union}. Add it to unions or remove the link.");
            if (tie.Custodian is { } custodian && !union.Partners.Contains(custodian))
                throw new DiagramException($"parentages[{i}].custodian", $"{custodian} is no partner of union {union.Id}. Name one of its partners.");
            if (!seen.Add((tie.Child, tie.Union)))
                throw new DiagramException($"parentages[{i}]", $"{tie.Child} is a child of {tie.Union} twice. Remove one of the two.");
        }
    }

    static void CheckTwins(Family family)
    {
        var seen = new HashSet<string>();
        foreach (var (i, twins) in family.Twins.Index())
        {
            if (twins.Children.Distinct().Count() < 2 || twins.Children.Distinct().Count() < twins.Children.Count)
                throw new DiagramException($"twins[{i}].children", "twins are two or more different persons. Name each once.");
            foreach (var child in twins.Children)
            {
                CheckPerson(family, child, $"twins[{i}].children");
                if (!seen.Add(child))
                    throw new DiagramException($"twins[{i}].children", $"{child} is among twins already. Put all children of one birth into one entry.");
            }

            if (!ShareAUnion(twins, [.. twins.Children.SelectMany(family.ParentagesOf)]))
                throw new DiagramException($"twins[{i}].children", "they are not children of one union. Link each of them to the same union in parentages.");
        }
    }

    public static bool ShareAUnion(Twins twins, IReadOnlyList<Parentage> parentages) =>
        parentages.Where(p => twins.Children.Contains(p.Child)).GroupBy(p => p.Union).Any(g => g.Count() == twins.Children.Count);

    static void CheckHouseholds(Family family)
    {
        ById(family.Households, "households", h => Checked.Id(h.Id));
        foreach (var (i, household) in family.Households.Index())
        {
            Checked.Name(household.Name);
            foreach (var (j, member) in household.Members.Index())
            {
                CheckPerson(family, member.Person, $"households[{i}].members[{j}].person");
            }
        }
    }

    static void CheckPerson(Family family, string id, string where)
    {
        if (family.Find(id) is null)
            throw new DiagramException(where, $"there is no person {id}. Add them to persons or remove the link.");
    }

    /// <summary>Takes away who has no parents left, again and again; whoever stays is on a circle or below one.</summary>
    static string? FindOwnAncestor(Family family)
    {
        var waiting = family.Persons.ToDictionary(p => p.Id, p => family.ParentagesOf(p.Id).Sum(t => family.FindUnion(t.Union)!.Partners.Count));
        var free = new Queue<string>(family.Persons.Select(p => p.Id).Where(p => waiting[p] == 0));
        while (free.TryDequeue(out var person))
        {
            waiting.Remove(person);
            foreach (var child in family.UnionsOf(person).SelectMany(u => family.ChildrenOf(u.Id)))
            {
                if (--waiting[child.Child] == 0)
                    free.Enqueue(child.Child);
            }
        }

        return waiting.Keys.FirstOrDefault();
    }
}
