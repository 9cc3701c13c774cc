using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.DesignSystem;
using Tsunagi.Web.DesignSystem.Frame;
using Tsunagi.Web.Hosting.Api;
using Tsunagi.Web.Hosting.Requests;
using Tsunagi.Web.Hosting.Today;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Features.Exclusions;

/// <summary>閲覧の除外.</summary>
static class ExclusionsFeature
{
    public sealed record Identified(Id<Person> Person);
    public sealed record Clearing(string? Reason);

    public static Feature Feature { get; } = new(
        services =>
        {
            services.AddScoped<DeclareExclusion>();
            services.AddScoped<ReviewExclusions>();
            services.AddScoped<TakeBackExclusion>();
            services.AddScoped<ITodaySource, ExclusionsToday>();
            services.AddSingleton(new MenuEntry(MenuWords.TakeBackExclusions, ExclusionLinks.TakeBack, Permission.TakeBackExclusions));
            services.AddSingleton(new MenuEntry(MenuWords.Exclusions, ExclusionLinks.List, Permission.ManageExclusions));
        },
        Map);

    private static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/people/{id}/exclusions", async (Id<Person> id, ExclusionInput input, DeclareExclusion declare, CancellationToken ct) =>
            ApiAnswer.Of(await declare.RunAsync(id, input, ct), () => ApiAnswer.Ok(new Identified(id)))).Permit(Permission.DeclareExclusion).Produces<Identified>();
        api.MapGet("/exclusions", async (bool? waiting, string? after, ReviewExclusions review, CancellationToken ct) => ApiAnswer.Ok(
            waiting == true ? PageOf<ExclusionRow>.Whole(await review.WaitingAsync(ct)) : await review.RunAsync(settled: false, after, ct)))
            .Permit(Permission.ManageExclusions).Produces<PageOf<ExclusionRow>>();
        api.MapGet("/exclusions/perpetrator-side", async (TakeBackExclusion takeBack, CancellationToken ct) => ApiAnswer.Ok(await takeBack.ListAsync(ct)))
            .Permit(Permission.TakeBackExclusions).Produces<IReadOnlyList<PerpetratorSide>>();
        api.MapPost("/exclusions/perpetrator-side/{id}/taking-back", async (Id<ExclusionDeclaration> id, Clearing input, TakeBackExclusion takeBack, CancellationToken ct) =>
            ApiAnswer.Of(await takeBack.RunAsync(id, input.Reason, ct), () => ApiAnswer.Ok(new { id }))).Permit(Permission.TakeBackExclusions);
        api.MapPost("/exclusions/{id}/clearing", async (Id<ExclusionDeclaration> id, Clearing input, ReviewExclusions review, CancellationToken ct) =>
            ApiAnswer.Of(await review.ClearAsync(id, input.Reason, ct), () => ApiAnswer.Ok(new { id }))).Permit(Permission.ManageExclusions);
    }
}

/// <summary>For 係長・課長: suspicions to look at today, and what was declared since yesterday.</summary>
sealed class ExclusionsToday(AppDb db, Work work) : ITodaySource
{
    public Permission Needs => Permission.ManageExclusions;

    public async Task<IReadOnlyList<TodayRow>> RowsAsync(CancellationToken ct)
    {
        var (holder, since) = (work.Actor.Organisation, JapanTime.StartOf(work.Today.AddDays(-1)));
        var found = await db.ExclusionDeclarations.AsNoTracking()
            .Where(d => d.HolderId == holder && d.ClearedAt == null && (d.Kind == ExclusionKind.SuspectedRelative || d.Since >= since))
            .OrderBy(d => d.Since).Take(ITodaySource.Most)
            .Select(d => new { d.Kind, d.Since, Name = db.Accounts.Where(a => a.Id == d.AccountId).Select(a => a.Name).FirstOrDefault() }).ToListAsync(ct);
        return [.. found.Select(d => new TodayRow(TodayList.Waiting, d.Since, $"閲覧の除外：{ProtectionWords.Of(d.Kind)}", ExclusionLinks.List)
        {
            Who = d.Name, When = DateWords.Ago(d.Since, work.Today), NextLabel = d.Kind == ExclusionKind.SuspectedRelative ? "今日中に確かめる" : "見る",
            Tone = d.Kind == ExclusionKind.SuspectedRelative ? Tone.Warning : Tone.Neutral,
        })];
    }
}
