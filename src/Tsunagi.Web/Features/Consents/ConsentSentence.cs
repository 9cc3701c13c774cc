using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Consents;

/// <summary>同意文: what a consent says, as a sentence the person can read.</summary>
public static class ConsentSentence
{
    public static string Of(ConsentDescription says, NameBook names, PlanWard ward) =>
        $"{names.Called(says.Subject)}の「{Join(says.FieldClasses, CodeLists.FieldClass, ward)}」を、「{Join(says.Purposes, CodeLists.ConsentPurpose, ward)}」ために、"
        + $"「{Join(says.RecipientCategories, CodeLists.RecipientCategory, ward)}」{(says.Agencies.Count == 0 ? "" : $"（{string.Join("、", says.Agencies)}）")}へ伝えます。"
        + $"期間は{DateWords.Of(says.From)}から{DateWords.Of(says.Until)}までです。同意は、いつでも取り消せます。";

    private static string Join(IEnumerable<string> codes, string list, PlanWard ward) => string.Join("、", codes.Select(c => ward.NameOf(list, c)));
}
