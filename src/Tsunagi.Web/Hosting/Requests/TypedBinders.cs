using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Hosting.Requests;

/// <summary>Lets every field of a page that takes a day, a time or both take it as people write it: R8.11.24, 令和8年11月24日, 午後2時.</summary>
sealed class TypedBinders : IModelBinderProvider
{
    private static readonly TypedBinder Date = new((typed, field, text) => typed.Date(field, text)), Time = new((typed, field, text) => typed.Time(field, text)),
        Moment = new((typed, field, text) => typed.Moment(field, text)), Instant = new((typed, field, text) => typed.Instant(field, text));

    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(DateOnly) ? Date
        : context.Metadata.UnderlyingOrModelType == typeof(TimeOnly) ? Time
        : context.Metadata.UnderlyingOrModelType == typeof(DateTime) ? Moment
        : context.Metadata.UnderlyingOrModelType == typeof(DateTimeOffset) ? Instant : null;

    /// <summary>The words of the browser-facing framework itself, for what none of our readers has read.</summary>
    public static void SpeakJapanese(MvcOptions mvc)
    {
        var words = mvc.ModelBindingMessageProvider;
        words.SetValueIsInvalidAccessor(_ => "読み取れません。書き方を確かめてください。");
        words.SetAttemptedValueIsInvalidAccessor((_, _) => "読み取れません。書き方を確かめてください。");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => "読み取れません。書き方を確かめてください。");
        words.SetUnknownValueIsInvalidAccessor(_ => "読み取れません。書き方を確かめてください。");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "読み取れません。書き方を確かめてください。");
        words.SetValueMustBeANumberAccessor(_ => "数字で入力してください。");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "数字で入力してください。");
        words.SetValueMustNotBeNullAccessor(_ => "入力してください。");
        words.SetMissingBindRequiredValueAccessor(_ => "入力してください。");
        words.SetMissingKeyOrValueAccessor(() => "入力してください。");
        words.SetMissingRequestBodyRequiredValueAccessor(() => "入力してください。");
    }

    private sealed class TypedBinder(Func<TypedInput, string, string?, object?> read) : IModelBinder
    {
        public Task BindModelAsync(ModelBindingContext bindingContext)
        {
            var sent = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
            if (sent == ValueProviderResult.None) return Task.CompletedTask;
            bindingContext.ModelState.SetModelValue(bindingContext.ModelName, sent);
            var typed = new TypedInput();
            var value = read(typed, bindingContext.ModelName, sent.FirstValue);
            foreach (var refusal in typed.Refusals) bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, RefusalWords.Of(refusal.Code));
            if (typed.Refusals.Count == 0) bindingContext.Result = ModelBindingResult.Success(value);
            return Task.CompletedTask;
        }
    }
}
