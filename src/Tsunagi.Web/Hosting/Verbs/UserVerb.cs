using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Accounts;

namespace Tsunagi.Web.Hosting;

/// <summary>user add, user token, user roles: accounts from the command line, by the handlers of the administration pages.</summary>
static class UserVerb
{
    private static readonly string RoleNames = string.Join(", ", Enum.GetNames<Role>());

    public static Command Create() => new("user", "Accounts: add one, give or take roles, issue an API token")
    {
        Add(), Token(), Roles(),
    };

    static Command Add()
    {
        var login = Login();
        var name = new Option<string>("--name") { Description = "The worker's name as colleagues see it", Required = true };
        var organisation = new Option<string>("--organisation") { Description = "Code of the organisation in the profile", Required = true };
        var role = new Option<Role>("--role") { Description = $"One of: {RoleNames}", Required = true, HelpName = "ROLE", CustomParser = ParseRole };
        var program = new Option<bool>("--program") { Description = "The account of a program: it has no password and is used by a token alone" };
        var verb = new Command("add", "Adds an account; its first password is the first line of standard input, or else made up and printed once") { login, name, organisation, role, program };
        verb.SetAction((parsed, ending) => SystemWork.RunAsync(parsed.GetRequiredValue(VerbOptions.Data), async (services, ct) =>
        {
            var isProgram = parsed.GetValue(program);
            var given = !isProgram && Console.IsInputRedirected ? (await Console.In.ReadLineAsync(ct))?.Trim() : null;
            var password = string.IsNullOrEmpty(given) ? MadeUp() : given;
            var at = await OrganisationAsync(services, parsed.GetRequiredValue(organisation), ct);
            var account = new NewAccount
            {
                Login = parsed.GetRequiredValue(login),
                Name = parsed.GetRequiredValue(name),
                Password = password,
                Organisation = at,
                Role = parsed.GetRequiredValue(role),
            };
            var create = services.GetRequiredService<CreateAccount>();
            SystemWork.Require(isProgram ? await create.ForProgramAsync(account, ct) : await create.RunAsync(account, ct));
            if (!isProgram && password != given) Console.WriteLine(password);
            return 0;
        }, ending));
        return verb;
    }

    static Command Token()
    {
        var login = Login();
        var organisation = new Option<string?>("--organisation") { Description = "Code of the organisation to act for; the first membership otherwise" };
        var verb = new Command("token", "Prints a bearer token for the API: shown this once, kept as a hash. Workers issue their own on screen") { login, organisation };
        verb.SetAction((parsed, ending) => SystemWork.RunAsync(parsed.GetRequiredValue(VerbOptions.Data), async (services, ct) =>
        {
            var account = await AccountAsync(services, parsed.GetRequiredValue(login), ct);
            var at = parsed.GetValue(organisation) is { } code ? await OrganisationAsync(services, code, ct) : FirstOf(account, services.GetRequiredService<Work>().Today);
            var outcome = await services.GetRequiredService<ApiTokens>().IssueAsync(account.Id, at, "コマンドから発行", ct);
            SystemWork.Require(outcome);
            Console.WriteLine(outcome.Value);
            return 0;
        }, ending));
        return verb;
    }

    static Command Roles()
    {
        var login = Login();
        var add = new Option<string[]>("--add") { Description = "ROLE@ORGANISATION to give from today", AllowMultipleArgumentsPerToken = true };
        var remove = new Option<string[]>("--remove") { Description = "ROLE@ORGANISATION to take at the end of today", AllowMultipleArgumentsPerToken = true };
        var verb = new Command("roles", "Lists an account's roles, after giving or taking some") { login, add, remove };
        verb.SetAction((parsed, ending) => SystemWork.RunAsync(parsed.GetRequiredValue(VerbOptions.Data), async (services, ct) =>
        {
            var change = services.GetRequiredService<ChangeAccount>();
            var today = services.GetRequiredService<Work>().Today;
            var account = await AccountAsync(services, parsed.GetRequiredValue(login), ct);
            foreach (var text in parsed.GetValue(add) ?? [])
            {
                var (role, organisation) = await PostAsync(services, text, ct);
                SystemWork.Require(await change.GiveRoleAsync(account.Id, organisation, role, ct));
            }
            foreach (var text in parsed.GetValue(remove) ?? [])
            {
                var (role, organisation) = await PostAsync(services, text, ct);
                var held = account.Memberships.FirstOrDefault(m => m.Role == role && m.OrganisationId == organisation && m.Until is null)
                    ?? throw new VerbException($"'{account.Login}' does not hold {text}.");
                SystemWork.Require(await change.TakeRoleAsync(account.Id, held.Id, today, ct));
            }
            await PrintAsync(services, account, today, ct);
            return 0;
        }, ending));
        return verb;
    }

    static Argument<string> Login() => new("LOGIN") { Description = "The sign-in name" };

    static Role ParseRole(ArgumentResult argument)
    {
        if (Enum.TryParse<Role>(argument.Tokens.Single().Value, ignoreCase: true, out var role) && Enum.IsDefined(role)) return role;
        argument.AddError($"'{argument.Tokens.Single().Value}' is not a role: use one of {RoleNames}.");
        return default;
    }

    static async Task<(Role Role, Id<Organisation> Organisation)> PostAsync(IServiceProvider services, string text, CancellationToken ct)
    {
        var parts = text.Split('@', 2);
        if (parts.Length != 2 || !Enum.TryParse<Role>(parts[0], ignoreCase: true, out var role) || !Enum.IsDefined(role))
            throw new VerbException($"'{text}' is not ROLE@ORGANISATION; roles: {RoleNames}.");
        return (role, await OrganisationAsync(services, parts[1], ct));
    }

    static async Task<Account> AccountAsync(IServiceProvider services, string login, CancellationToken ct)
    {
        var wanted = Account.NormaliseLogin(login);
        return await services.GetRequiredService<AppDb>().Accounts.Include(a => a.Memberships).SingleOrDefaultAsync(a => a.Login == wanted, ct)
            ?? throw new VerbException($"There is no account '{wanted}'. Add it with 'tsunagi user add'.");
    }

    static async Task<Id<Organisation>> OrganisationAsync(IServiceProvider services, string code, CancellationToken ct) =>
        await services.GetRequiredService<AppDb>().Organisations.Where(o => o.Code == code).Select(o => (Id<Organisation>?)o.Id).SingleOrDefaultAsync(ct)
            ?? throw new VerbException($"There is no organisation '{code}' in the loaded profile. Its codes are in profiles/<name>/organisations.json; load it with 'tsunagi profile load'.");

    static Id<Organisation> FirstOf(Account account, DateOnly today) =>
        account.Memberships.Where(m => m.HoldsOn(today)).OrderBy(m => m.From).ThenBy(m => m.Id).FirstOrDefault()?.OrganisationId
            ?? throw new VerbException($"'{account.Login}' holds no role today. Give one with 'tsunagi user roles {account.Login} --add ROLE@ORGANISATION'.");

    static async Task PrintAsync(IServiceProvider services, Account account, DateOnly today, CancellationToken ct)
    {
        var codes = await services.GetRequiredService<AppDb>().Organisations.ToDictionaryAsync(o => o.Id, o => o.Code, ct);
        foreach (var held in account.Memberships.Where(m => m.HoldsOn(today)).OrderBy(m => m.From))
            Console.WriteLine($"{held.Role}@{codes[held.OrganisationId]}");
    }

    // 20 letters and digits without those that are read wrongly: about 97 bits.
    static string MadeUp() => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 20);
}
