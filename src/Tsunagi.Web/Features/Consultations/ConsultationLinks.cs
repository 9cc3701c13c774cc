using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Consultations;

/// <summary>Where the consultation pages are.</summary>
public static class ConsultationLinks
{
    public const string New = "/consultations/new";
    public const string List = "/consultations";

    public static string Detail(Id<Consultation> consultation) => $"{List}/{consultation}";

    public static string Correct(Id<Consultation> consultation) => $"{List}/{consultation}/correct";

    public static string People(Id<Consultation> consultation) => $"{List}/{consultation}/people";

    public static string Continue(Id<Consultation> draft) => $"{New}?draft={draft}";

    public static string In(ConsultationState state) => $"{List}?state={state}";

    /// <summary>The page of another feature that takes a consultation on (つなぐ).</summary>
    public static string HandOff(Id<Consultation> consultation) => $"/handoffs/new?consultation={consultation}";

    /// <summary>The urgent report card, begun from a consultation (rules §4).</summary>
    public static string UrgentReport(Id<Consultation> consultation) => $"/urgent-reports/new?consultation={consultation}";
}
