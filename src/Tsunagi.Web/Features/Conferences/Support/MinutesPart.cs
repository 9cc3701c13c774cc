using Tsunagi.Domain.Conferences;

namespace Tsunagi.Web.Features.Conferences.Support;

/// <summary>The minutes of one session as one reading shows them: the signed-in reader's, or that of a paper copy's holder.</summary>
public sealed record MinutesPart(MatterView View, MatterReading Reading, MatterSession Session);
