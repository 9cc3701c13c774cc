using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Cases;

/// <summary>Where the pages of a case are. Every tab of the 支援ケース is a page of its own under <see cref="Of"/>.</summary>
public static class CaseLinks
{
    public const string List = "/cases";

    public static string Of(Id<Case> id) => $"/cases/{id}";
    public static string Note(Id<Case> id, Id<ProgressNote> note) => $"/cases/{id}/notes/{note}";
    public static string People(Id<Case> id) => $"/cases/{id}/people";
    public static string Assessment(Id<Case> id) => $"/cases/{id}/assessment";
    public static string AssessmentEdit(Id<Case> id) => $"/cases/{id}/assessment/edit";
    public static string AssessmentVersion(Id<Case> id, int number) => $"/cases/{id}/assessment/versions/{number}";
    public static string AssessmentDifference(Id<Case> id, int from, int to) => $"/cases/{id}/assessment/diff?from={from}&to={to}";
    public static string Team(Id<Case> id) => $"/cases/{id}/team";
    public static string Tasks(Id<Case> id) => $"/cases/{id}/tasks";
    public static string Edit(Id<Case> id) => $"/cases/{id}/edit";
    public static string Course(Id<Case> id) => $"/cases/{id}/course";
    public static string History(Id<Case> id) => $"/cases/{id}/history";
    public static string Handover(Id<Case> id) => $"/cases/{id}/handover";
}
