using System.Collections.Concurrent;
using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Tsunagi.Data;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting.Today;

/// <summary>What the facts of 今日 depend on: in the statement, each of these is a parameter.</summary>
/// <param name="Desk">The organisation of whoever asks.</param>
/// <param name="Account">Whoever asks.</param>
/// <param name="Now">The instant.</param>
/// <param name="Today">The day.</param>
/// <param name="StartOfToday">When it began.</param>
/// <param name="ContactGapDays">連絡の間隔 where none was agreed.</param>
public sealed record TodayAsker(Id<Organisation> Desk, Id<Account> Account, DateTimeOffset Now, DateOnly Today, DateTimeOffset StartOfToday, int ContactGapDays)
{
    /// <summary>Which feature's facts they are.</summary>
    public int Source => throw OnlyInQueries();

    /// <summary>In a column of ids that is not used.</summary>
    public Guid NoId => throw OnlyInQueries();

    /// <summary>In a column of words that is not used.</summary>
    public string NoText => throw OnlyInQueries();

    private static NotSupportedException OnlyInQueries() => new("This stands in queries and is never asked for its value.");
}

/// <summary>
/// The facts of all features as one statement, compiled once for every set of roles: putting it together for each request took more
/// memory than all else on the page (ADR 0048). Whose eyes it looks through is asked of the context at every run, by the filter.
/// </summary>
public sealed class TodayStatement
{
    private delegate IAsyncEnumerable<TodayFact> Compiled(AppDb db, TodayAsker who);

    private readonly ConcurrentDictionary<string, Compiled> byRoles = [];

    /// <summary>Asks for the facts of features, which are always the same for the same roles.</summary>
    public IAsyncEnumerable<TodayFact> Of(AppDb db, IReadOnlySet<Role> roles, IReadOnlyList<ITodayFacts> asked, TodayAsker who) =>
        byRoles.GetOrAdd(string.Join(',', roles.Order()), static (_, asked) => Compile(asked), asked)(db, who);

    private static Compiled Compile(IReadOnlyList<ITodayFacts> asked)
    {
        var parameters = new TodayParameters();
        // Nobody asks yet: a query that took a value from here, and did not leave it to the statement, would be refused.
        var nobody = new TodayAsker(default, default, default, default, default, default);
        var each = asked.Select((facts, number) => parameters.In(facts.Facts(nobody), number));
        var all = each.Aggregate((a, b) => Expression.Call(typeof(Queryable), nameof(Queryable.Concat), [typeof(TodayFact)], a, b));
        var run = EF.CompileAsyncQuery(parameters.Over(all));
        return (db, who) => run(db, who.Desk, who.Account, who.Now, who.Today, who.StartOfToday, who.ContactGapDays, default, "");
    }
}

/// <summary>
/// Makes parameters of what queries read of their asker, and refuses any query that reads something else from outside: compiled, it
/// would show everybody what it showed the first.
/// </summary>
sealed class TodayParameters : ExpressionVisitor
{
    private readonly ParameterExpression db = Expression.Parameter(typeof(AppDb), "db");

    private readonly ParameterExpression[] asked =
    [
        .. new[]
        {
            nameof(TodayAsker.Desk), nameof(TodayAsker.Account), nameof(TodayAsker.Now), nameof(TodayAsker.Today), nameof(TodayAsker.StartOfToday),
            nameof(TodayAsker.ContactGapDays), nameof(TodayAsker.NoId), nameof(TodayAsker.NoText),
        }.Select(name => Expression.Parameter(typeof(TodayAsker).GetProperty(name)!.PropertyType, name)),
    ];

    private int source;

    /// <summary>One feature's query, with parameters.</summary>
    public Expression In(IQueryable<TodayFact> facts, int number)
    {
        source = number;
        return Visit(facts.Expression);
    }

    /// <summary>The whole, as a function of them.</summary>
    public Expression<Func<AppDb, Id<Organisation>, Id<Account>, DateTimeOffset, DateOnly, DateTimeOffset, int, Guid, string, IQueryable<TodayFact>>> Over(Expression all) =>
        Expression.Lambda<Func<AppDb, Id<Organisation>, Id<Account>, DateTimeOffset, DateOnly, DateTimeOffset, int, Guid, string, IQueryable<TodayFact>>>(all, [db, .. asked]);

    /// <inheritdoc/>
    protected override Expression VisitMember(MemberExpression node)
    {
        if (node.Type == typeof(AppDb)) return db;
        if (node.Expression?.Type == typeof(TodayAsker))
            return node.Member.Name == nameof(TodayAsker.Source) ? Expression.Constant(source) : asked.Single(p => p.Name == node.Member.Name);
        return node.Type == typeof(AccessScope) ? throw NotTheAskers(node) : base.VisitMember(node);
    }

    /// <inheritdoc/>
    protected override Expression VisitConstant(ConstantExpression node) => node.Value is null or string or ValueType ? node : throw NotTheAskers(node);

    /// <inheritdoc/>
    protected override Expression VisitExtension(Expression node) => node is QueryRootExpression table ? Expression.Call(db, nameof(AppDb.Set), [table.ElementType]) : base.VisitExtension(node);

    private static InvalidOperationException NotTheAskers(Expression node) => new($"A query of 今日 reads {node}, which is neither in its text nor of who asks.");
}
