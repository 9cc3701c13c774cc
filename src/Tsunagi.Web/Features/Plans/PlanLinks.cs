using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Plans;

/// <summary>Where the plan pages are.</summary>
public static class PlanLinks
{
    public static string Of(Id<Case> @case) => $"/cases/{@case}/plans";
    public static string New(Id<Case> @case) => $"/cases/{@case}/plans/new";
    public static string Detail(Id<Plan> plan) => $"/plans/{plan}";
    public static string Version(Id<Plan> plan, int version) => $"/plans/{plan}?v={version}";
    public static string Edit(Id<Plan> plan, int version) => $"/plans/{plan}/versions/{version}/edit";
    public static string Monitor(Id<Plan> plan, int version) => $"/plans/{plan}/versions/{version}/monitoring";
    public static string Evaluate(Id<Plan> plan, int version) => $"/plans/{plan}/versions/{version}/evaluation";
    public static string PutUp(DecisionKind kind, Id<Plan> plan, int version) => $"/decisions/new?kind={kind}&plan={plan}&version={version}";
    public static string Print(Id<Plan> plan, int version) => $"/plans/{plan}/versions/{version}/print";
    public static string PrintMonitoring(Id<Plan> plan, int version, int? number = null) => $"/plans/{plan}/versions/{version}/monitoring/print{(number is null ? "" : $"?of={number}")}";
    public static string PrintFor(Id<Plan> plan, int version, Id<Person> reader) => $"{Print(plan, version)}?for={reader}";
}
