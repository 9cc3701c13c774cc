using Tsunagi.Domain.Profiles;
using CodeListCodes = Tsunagi.Domain.Profiles.CodeLists;

namespace Tsunagi.Web.Features.Profiles;

/// <content>Laws, legal bases, texts and code lists.</content>
sealed partial class ProfileChecks
{
    public void Laws(IReadOnlyList<LawReference> laws) => Codes(laws, l => l.Code);

    public void LegalBases(IReadOnlyList<LegalBasisEntry> bases, IReadOnlyList<LawReference> laws)
    {
        Codes(bases, b => b.Code);
        foreach (var b in bases)
        {
            Span(b, b.ValidFrom, b.ValidTo);
            foreach (var law in b.LawCodes)
                Known(b, "lawCodes", law, [.. laws.Select(l => l.Code)], "law", "laws.json");
            if (b.LawCodes.Count == 0)
                Report(b, "lawCodes", "no law is named", "name at least one law of laws.json");
            if (b.Holders.Count == 0)
                Report(b, "holders", "no kind of holder may rest on this basis", "name at least one, or remove the basis");
            if (b.Holders.Distinct().Count() != b.Holders.Count)
                Report(b, "holders", "a kind of holder is named twice", "name each once");
        }

        Required(Tsunagi.Domain.Profiles.LegalBases.Required, bases.Select(b => b.Code), "legal-bases.json", "legalBases", "legal basis");
    }

    public void Texts(IReadOnlyList<ProfileText> texts)
    {
        foreach (var text in texts)
        {
            Code(text, text.Code);
            if (!ProfileTexts.Required.Contains(text.Code))
                Report(text, "code", $"the program shows no text '{text.Code}'", "write one of " + string.Join(", ", ProfileTexts.Required));
            Span(text, text.ValidFrom, text.ValidTo);
        }

        foreach (var versions in texts.GroupBy(t => t.Code))
            Follow([.. versions], t => t.ValidFrom, t => t.ValidTo, $"text '{versions.Key}'");
        Required(ProfileTexts.Required, texts.Select(t => t.Code), "texts.json", "texts", "text");
    }

    public void CodeLists(IReadOnlyList<CodeList> lists)
    {
        Codes(lists, l => l.Code);
        foreach (var list in lists)
        {
            if (!CodeListCodes.Required.Contains(list.Code))
                Report(list, "code", $"the program uses no code list '{list.Code}'", "write one of " + string.Join(", ", CodeListCodes.Required));
            if (list.Items.Count == 0)
                Report(list, "items", $"list '{list.Code}' is empty", "add its items");
            Codes(list.Items, i => i.Code);
            NamesInTime(list.Items, i => i.Name, i => i.ValidFrom, i => i.ValidTo);
            foreach (var item in list.Items)
            {
                Span(item, item.ValidFrom, item.ValidTo);
                if (item.SortOrder < 0)
                    Report(item, "sortOrder", "is below zero", "write a number above zero, or leave it out");
            }
        }

        Required(CodeListCodes.Required, lists.Select(l => l.Code), "codes", "lists", "code list");
    }
}
