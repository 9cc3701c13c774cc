using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Profiles;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>配役: who works where. The people to sign in as, and one made-up colleague for every other desk and hub.</summary>
public sealed class Cast
{
    private readonly Dictionary<(string Organisation, Role Role), Worker> posts = [];
    private readonly WardProfile profile;
    private readonly DateOnly day;

    private Cast(WardProfile profile, DateOnly day)
    {
        (this.profile, this.day) = (profile, day);
        Demo = new(profile, day);
        Desks = [.. profile.OrganisationsAsOf(day).Where(o => o.IsWelfareDesk)];
    }

    /// <summary>The organisations where the people to sign in as work.</summary>
    public DemoOrganisations Demo { get; }

    /// <summary>Every desk that receives consultations.</summary>
    public IReadOnlyList<OrganisationEntry> Desks { get; }

    /// <summary>Makes the accounts and says who is who. Nobody knows a password of theirs.</summary>
    public static async Task<Cast> HireAsync(AppDb db, WardProfile profile, TownWish wish, StoryClock clock, IdSource ids, CancellationToken ct)
    {
        var cast = new Cast(profile, wish.Today);
        foreach (var person in DemoAccounts.Of(profile, wish.Today)) await cast.HireAsync(db, person, wish, clock, ids, ct);
        foreach (var desk in cast.Desks.Where(d => !cast.posts.Keys.Any(p => p.Organisation == d.Code && p.Role is Role.DeskWorker or Role.OtherDeskWorker)))
            await cast.HireAsync(db, new($"staff.{desk.Code}", $"架空 職員（{desk.ShortName}）", [new(desk, Role.DeskWorker)]), wish, clock, ids, ct);
        foreach (var hub in profile.AreasAsOf(wish.Today).Select(a => cast.HubOf(a.Code)).Append(cast.Demo.SecondHub).OfType<OrganisationEntry>().Distinct())
            foreach (var (role, word) in HubPosts.Where(p => !cast.posts.ContainsKey((hub.Code, p.Role))))
                await cast.HireAsync(db, new($"{role.ToString().ToLowerInvariant()}.{hub.Code}", $"架空 {word}（{hub.ShortName}）", [new(hub, role)]), wish, clock, ids, ct);
        return cast;
    }

    private static readonly (Role Role, string Word)[] HubPosts =
    [
        (Role.HubOfficer, "協働"), (Role.SectionChief, "係長"), (Role.Manager, "課長"), (Role.ConferenceSecretary, "議事"), (Role.ConferenceChair, "座長"),
    ];

    /// <summary>The hub that looks after an area.</summary>
    public OrganisationEntry HubOf(string area) =>
        profile.OrganisationsAsOf(day).FirstOrDefault(o => o.IsHubOn(day) && o.AreaCode == area) ?? Demo.Hub;

    /// <summary>The desks of a place.</summary>
    public IReadOnlyList<OrganisationEntry> DesksOf(string area, string? district)
    {
        var near = Desks.Where(d => district is null ? d.AreaCode == area : d.DistrictCode == district).ToList();
        return near.Count > 1 ? near : [.. near, .. Desks.Where(d => d.AreaCode is null)];
    }

    /// <summary>Whoever holds a role at an organisation.</summary>
    public Worker Of(OrganisationEntry organisation, Role role) => posts[(organisation.Code, role)];

    /// <summary>Whoever receives consultations at a desk.</summary>
    public Worker At(OrganisationEntry desk) =>
        posts.GetValueOrDefault((desk.Code, Role.DeskWorker)) ?? posts.GetValueOrDefault((desk.Code, Role.OtherDeskWorker))
        ?? posts.GetValueOrDefault((desk.Code, Role.OutreachWorker)) ?? posts[(desk.Code, Role.HubOfficer)];

    private async Task HireAsync(AppDb db, DemoAccount person, TownWish wish, StoryClock clock, IdSource ids, CancellationToken ct)
    {
        // The sign-in page lists them by id, which begins with the millisecond.
        clock.Now += TimeSpan.FromMilliseconds(1);
        var account = new Account(ids.Next<Account>(), person.Login, person.Name) { SecurityStamp = ids.Next<Account>().ToString() };
        foreach (var (post, number) in person.Posts.Select((p, i) => (p, i)))
            account.Join(ids.Next<Membership>(), Organisation.IdOf(profile.Name, post.Organisation.Code), post.Role, wish.Begin.AddDays(-person.Posts.Count + number));
        db.Accounts.Add(account);
        await db.SaveAsync(new WorkContext(new Stamp(default, default, clock.Now), Permission.ManageAccounts), ct);
        foreach (var held in person.Posts.GroupBy(p => p.Organisation.Code))
        {
            var actor = new Actor(account.Id, Organisation.IdOf(profile.Name, held.Key), held.Select(p => p.Role).ToHashSet());
            foreach (var post in held) posts.TryAdd((held.Key, post.Role), new(actor, person.Name, post.Organisation));
        }
    }
}
