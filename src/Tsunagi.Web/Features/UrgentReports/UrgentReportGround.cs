using Tsunagi.Data.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;
using Tsunagi.Web.Features.Profiles;

namespace Tsunagi.Web.Features.UrgentReports;

/// <summary>通告・通報の前提: what the ward's profile says today about kinds, recipients and safety checks.</summary>
public sealed class UrgentReportGround(Work work, CurrentWard ward)
{
    private readonly WardProfile profile = ward.Profile;

    private const string Child = "child";

    /// <summary>児童・高齢者・障害者・配偶者.</summary>
    public IReadOnlyList<CodeItem> Kinds => profile.CodeList(CodeLists.UrgentReportKind).ItemsAsOf(work.Today);

    /// <summary>The words for a kind.</summary>
    public string KindName(string kind) => profile.CodeList(CodeLists.UrgentReportKind).NameOf(kind);

    /// <summary>What the law asks, and who receives it.</summary>
    public UrgentReportRule? RuleOf(string? kind) => profile.RulesAsOf(work.Today).UrgentReports.FirstOrDefault(r => r.KindCode == kind);

    /// <summary>The law a kind rests on, as papers cite it.</summary>
    public string LawOf(UrgentReportRule rule) => profile.FindLaw(rule.LawCode)?.ShortName ?? rule.LawCode;

    /// <summary>When checks are due. The second alarm sounds after the same time again.</summary>
    public UrgentReportRules RulesOf(string kind)
    {
        var deadlines = profile.RulesAsOf(work.Today).Deadlines;
        var hours = RuleOf(kind)?.SafetyCheckHours ?? (kind == Child ? deadlines.ChildSafetyCheckHours : deadlines.OtherSafetyCheckHours);
        return new(TimeSpan.FromHours(hours), TimeSpan.FromHours(hours));
    }

    /// <summary>Organisations in the system that receive reports, those for a kind first where it is known, then the nearest.</summary>
    public IReadOnlyList<OrganisationEntry> TeamsFor(string? kind)
    {
        var own = EntryOf(work.Actor.Organisation);
        return [.. profile.ReportReceivers(own?.DistrictCode, own is null ? null : profile.AreaOf(own), work.Today).OrderByDescending(o => kind is not null && o.ReceivesReports.Contains(kind))];
    }

    /// <summary>Whose abuse an organisation receives reports of.</summary>
    public string ReceivesOf(OrganisationEntry team) => string.Join("・", team.ReceivesReports.Select(KindName));

    /// <summary>The id behind a profile entry.</summary>
    public Id<Organisation> IdOf(OrganisationEntry entry) => ward.IdOf(entry);

    /// <summary>An organisation as the profile lists it.</summary>
    public OrganisationEntry? EntryOf(Id<Organisation> id) => ward.Find(id);

    /// <summary>The name in lists.</summary>
    public string NameOf(Id<Organisation> id) => EntryOf(id)?.ShortName ?? "（現在の名簿にない機関）";
}
