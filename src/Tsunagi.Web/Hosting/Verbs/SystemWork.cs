using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Accounts;
using Tsunagi.Web.Features.Demo.Clock;
using Tsunagi.Web.Words;

namespace Tsunagi.Web.Hosting;

/// <summary>
/// A unit of work of the command line: the operator of the machine acts as the program itself, which the audit shows by the
/// nil account. It runs the same handlers as the pages.
/// </summary>
static class SystemWork
{
    /// <summary>The program itself.</summary>
    public static Actor Actor { get; } = new(default, default, new HashSet<Role> { Role.Administrator });

    public static async Task<T> RunAsync<T>(DirectoryInfo data, Func<IServiceProvider, CancellationToken, Task<T>> act, CancellationToken ending)
    {
        await using var database = await DatabaseConnection.OpenAsync(data, DataFolderUse.Share, Progress.OnTerminal, ending);
        await using var services = Services(database);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        if (!await Schema.IsCurrentAsync(db, ending)) throw new VerbException("The database is not as this build wants it. Run 'tsunagi migrate' first.");
        services.GetRequiredService<ShiftedClock>().Offset = await DemoClock.ReadAsync(db, ending);
        var work = scope.ServiceProvider.GetRequiredService<Work>();
        await work.BeginAsync(Actor, ending);
        var result = await act(scope.ServiceProvider, ending);
        await work.CompleteAsync(ending);
        return result;
    }

    /// <summary>Turns a refusal into the one message of a verb.</summary>
    public static void Require(Outcome outcome)
    {
        if (!outcome.IsDone)
            throw new VerbException(string.Join('\n', outcome.Refusals.Select(r => r.Field is null ? RefusalWords.Of(r.Code) : $"{r.Field}: {RefusalWords.Of(r.Code)}")));
    }

    private static ServiceProvider Services(DatabaseConnection database)
    {
        var clock = new ShiftedClock();
        return new ServiceCollection()
            .AddSingleton(clock)
            .AddSingleton<TimeProvider>(clock)
            .AddSingleton(IdSource.Secure(clock))
            .AddDbContext<AppDb>(db => db.UseNpgsql(database.ProgramConnectionString))
            .AddScoped<Work>()
            .AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>()
            .AddScoped<CreateAccount>()
            .AddScoped<ChangeAccount>()
            .AddScoped<ApiTokens>()
            .AddScoped<MoveDemoClock>()
            .BuildServiceProvider();
    }
}
