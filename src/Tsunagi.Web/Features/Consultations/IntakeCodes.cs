using Microsoft.AspNetCore.Mvc.Rendering;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>What the ward's profile offers at intake today, for rules, choices and words.</summary>
public sealed class IntakeCodes(CurrentWard ward, JapanTime time)
{
    private sealed record RulesOfDay(DateOnly Day, ConsultationRules Rules);

    private RulesOfDay? today;

    private WardProfile Profile => ward.Profile;

    /// <summary>The rules of a consultation as of today: asked for at every row of a list, made once a day.</summary>
    public ConsultationRules Rules => today is { } known && known.Day == time.Today ? known.Rules : (today = new(time.Today, RulesOfToday())).Rules;

    /// <summary>The rules of a lead as of today: a sign comes from the same people as a consultation.</summary>
    public LeadRules LeadRules => new(Codes(CodeLists.VisitorRelation));

    /// <summary>The signs and urgencies that call for the urgent report.</summary>
    public IReadOnlySet<string> LifeDanger => new[] { CodeLists.Urgency, CodeLists.DangerFlag }
        .SelectMany(list => Profile.CodeList(list).ItemsAsOf(time.Today)).Where(item => item.LifeDanger).Select(item => item.Code).ToHashSet();

    /// <summary>The choices of a list today.</summary>
    public IReadOnlyList<SelectListItem> Choices(string list) =>
        [.. Profile.CodeList(list).ItemsAsOf(time.Today).Select(item => new SelectListItem(item.Name, item.Code))];

    /// <summary>The words of a code; nothing for nothing.</summary>
    public string? Name(string list, string? code) => code is null ? null : Profile.CodeList(list).NameOf(code);

    /// <summary>The words of several codes.</summary>
    public string Names(string list, IEnumerable<string> codes) => string.Join("、", codes.Select(Profile.CodeList(list).NameOf));

    private ConsultationRules RulesOfToday() => new(
        Codes(CodeLists.Channel), Codes(CodeLists.Route), Codes(CodeLists.VisitorRelation), Codes(CodeLists.ConsultationTopic),
        Codes(CodeLists.Urgency), Codes(CodeLists.DangerFlag), LifeDanger);

    private HashSet<string> Codes(string list) => [.. Profile.CodeList(list).ItemsAsOf(time.Today).Select(item => item.Code)];
}
