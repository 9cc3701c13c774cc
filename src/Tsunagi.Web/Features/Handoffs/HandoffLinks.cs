using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Handoffs;

/// <summary>Where the つなぎ pages are.</summary>
public static class HandoffLinks
{
    public const string Received = "/handoffs";
    public const string Sent = "/handoffs?side=sent";
    public const string Bounces = "/handoffs/bounces";

    public static string Detail(Id<Handoff> handoff) => $"/handoffs/{handoff}";

    public static string Edit(Id<Handoff> handoff) => $"/handoffs/{handoff}/edit";

    public static string Print(Id<Handoff> handoff) => $"/handoffs/{handoff}/print";

    public static string Screening(Id<Handoff> handoff) => $"/handoffs/{handoff}/screening";

    public static string OfCase(Id<Case> @case) => $"/cases/{@case}/handoffs";

    public static string Of(Id<Case> @case, HandoffKind kind = HandoffKind.ToDesk) => $"/handoffs/new?case={@case}&kind={kind}";

    public static string Of(Id<Consultation> consultation, HandoffKind kind = HandoffKind.ToDesk) => $"/handoffs/new?consultation={consultation}&kind={kind}";

    /// <summary>Sending again after a return.</summary>
    public static string After(Id<Handoff> handoff) => $"/handoffs/new?after={handoff}";
}
