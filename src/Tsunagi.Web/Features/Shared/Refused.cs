using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Tsunagi.Web.Features.Shared;

/// <summary>What was refused stands open: a folded part with a refusal in it is shown unfolded.</summary>
static class Refused
{
    /// <summary>Whether one of these fields of an input was refused.</summary>
    public static bool HasRefused(this ModelStateDictionary state, string input, params ReadOnlySpan<string> fields)
    {
        foreach (var field in fields)
            if (state.GetFieldValidationState($"{input}.{field}") == ModelValidationState.Invalid) return true;
        return false;
    }
}
