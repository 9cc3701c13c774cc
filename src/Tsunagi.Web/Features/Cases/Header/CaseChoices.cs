using System.Globalization;
using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Profiles;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Features.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>What the forms of a case offer to choose from.</summary>
public sealed class CaseChoices(AppDb db, Work work, CurrentWard ward)
{
    /// <summary>Every organisation of the directory that exists today.</summary>
    public IReadOnlyList<SelectListItem> Organisations(bool butOwn = false) =>
        Of(ward.Profile.OrganisationsAsOf(work.Today), butOwn);

    /// <summary>The organisations a case may be handed over to.</summary>
    public IReadOnlyList<SelectListItem> Receivers() => Of(ward.Profile.ReceiversAsOf(work.Today), butOwn: true);

    private IReadOnlyList<SelectListItem> Of(IReadOnlyList<OrganisationEntry> organisations, bool butOwn) =>
    [
        .. organisations.Select(o => (Id: ward.IdOf(o), o.Name))
            .Where(o => !butOwn || o.Id != work.Actor.Organisation).Select(o => new SelectListItem(o.Name, o.Id.ToString())),
    ];

    /// <summary>Those who work for the actor's organisation on a day.</summary>
    public Task<IReadOnlyList<SelectListItem>> ColleaguesAsync(DateOnly on, CancellationToken ct) =>
        db.WorkersOf(work.Actor.Organisation, on).ToChoicesAsync(ct);
}

/// <summary>Dates as people type them into a form.</summary>
static class FormDates
{
    public const string Unreadable = "日付を確かめてください。例：令和8年11月21日、R8.11.21、2026-11-21";

    /// <summary>A date as a form carries it.</summary>
    public static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The date; the one given where nothing was typed, null where it cannot be read.</summary>
    public static DateOnly? Read(string? text, DateOnly? nothing) =>
        string.IsNullOrWhiteSpace(text) ? nothing : JapaneseDate.TryParse(text, out var date, out _) ? date : null;
}
