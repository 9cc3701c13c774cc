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

    public static string Of(Id<Case> @case, HandoffKind kind = HandoffKind.ToDesk) => New(kind, @case, null, null);

    public static string Of(Id<Consultation> consultation, HandoffKind kind = HandoffKind.ToDesk) => New(kind, null, consultation, null);

    /// <summary>Sending again after a return.</summary>
    public static string After(Id<Handoff> handoff) => $"/handoffs/new?after={handoff}";

    /// <summary>つなぐ from whatever of these there is.</summary>
    public static string New(HandoffKind kind, Id<Case>? @case, Id<Consultation>? consultation, Id<Handoff>? after, int? version = null) =>
        $"/handoffs/new?{string.Concat(Named("case", @case), Named("consultation", consultation), Named("after", after), Named("version", version))}kind={kind}";

    private static string Named<T>(string name, T? value) where T : struct => value is { } given ? $"{name}={given}&" : "";
}
