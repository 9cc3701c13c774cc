using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Features.Cases;

/// <summary>What the head of a case says about its course.</summary>
public sealed record CourseInput
{
    public string? Next { get; init; }
    public DateOnly? Due { get; init; }
    public Id<Account>? Who { get; init; }
    public SupportApproach Approach { get; init; }
    public int? ContactDays { get; init; }

    /// <summary>What a case says now.</summary>
    public static CourseInput Of(Case @case) => new()
    {
        Next = @case.NextAction?.Text,
        Due = @case.NextAction?.Due,
        Who = @case.NextAction?.Who,
        Approach = @case.Approach,
        ContactDays = @case.AgreedContactDays,
    };
}

/// <summary>What a pause needs.</summary>
public sealed record SuspensionInput
{
    public string? Reason { get; init; }
    public string? ContactPlan { get; init; }
    public DateOnly? ReviewOn { get; init; }
}

/// <summary>ケースの進め方を変える: the next action, the approach, a pause, its end, the follow-up.</summary>
public sealed class SteerCase(ChangeCase change, Work work, CaseCodes codes)
{
    /// <summary>Plans the next action and agrees how contact is kept. Refused as stale when somebody changed the same since <paramref name="read"/>.</summary>
    public Task<Outcome> SetCourseAsync(Id<Case> id, CourseInput input, CourseInput? read, CancellationToken ct, SeenVersion version = default) =>
        change.RunAsync(id, Permission.WriteCase, @case =>
        {
            if (read is not null && CourseInput.Of(@case) is var now && now != read && now != input)
                return Outcome.Refused(RefusalCode.Stale);
            List<Refusal> found = [];
            if (string.IsNullOrWhiteSpace(input.Next) != (input.Due is null))
                found.Add(new(RefusalCode.Required, input.Due is null ? nameof(input.Due) : nameof(input.Next)));
            if (!Enum.IsDefined(input.Approach))
                found.Add(new(RefusalCode.UnknownCode, nameof(input.Approach)));
            if (found.Count > 0)
                return Outcome.Refused(found);
            var next = input.Due is { } due ? new NextAction(input.Next!.Trim(), due, input.Who) : null;
            var outcomes = new List<Outcome>();
            if (next != @case.NextAction)
                outcomes.Add(@case.PlanNext(next, work.Stamp));
            if ((input.Approach, input.ContactDays) != (@case.Approach, @case.AgreedContactDays))
                outcomes.Add(@case.Agree(input.Approach, input.ContactDays, work.Stamp));
            return outcomes.Count == 0
                ? Outcome.Refused(RefusalCode.NothingChanged)
                : Outcome.From([.. outcomes.SelectMany(o => o.Refusals).Select(Named)]);
        }, ct, version);

    public Task<Outcome> SuspendAsync(Id<Case> id, SuspensionInput input, CancellationToken ct, SeenVersion version = default) =>
        change.RunAsync(id, Permission.ManageCase, @case => input.ReviewOn is not { } review
            ? Outcome.Refused(RefusalCode.Required, nameof(input.ReviewOn))
            : @case.Suspend(new(input.Reason ?? "", input.ContactPlan ?? "", review), codes.SuspensionReasons.Codes, work.Stamp), ct, version, input.Reason);

    public Task<Outcome> ResumeAsync(Id<Case> id, string? reason, CancellationToken ct, SeenVersion version = default) =>
        change.RunAsync(id, Permission.ManageCase, @case => @case.Resume(reason ?? "", work.Stamp), ct, version);

    public Task<Outcome> FollowUpAsync(Id<Case> id, string? result, CancellationToken ct) =>
        change.RunAsync(id, Permission.WriteCase, @case => @case.FollowUp(result ?? "", work.Stamp), ct);

    // The form calls the words of the next action "Next", the rules "Text".
    private static Refusal Named(Refusal refusal) => refusal.Field switch
    {
        nameof(NextAction.Text) => refusal with { Field = nameof(CourseInput.Next) },
        "contactDays" => refusal with { Field = nameof(CourseInput.ContactDays) },
        _ => refusal,
    };
}
