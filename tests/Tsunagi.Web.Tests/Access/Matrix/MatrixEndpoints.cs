using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Tsunagi.Domain.Access;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>Something an endpoint takes: a value of the address, of the form, or the body.</summary>
internal sealed record Taken(string Name, Type Type, TakenFrom From);

internal enum TakenFrom { Address, Form, Body }

/// <summary>One thing that can be asked of the host: a method, a route, and on a page the handler the post is for.</summary>
/// <param name="Method">GET, POST, PUT …</param>
/// <param name="Route">The route pattern, beginning with a slash.</param>
/// <param name="Handler">The named handler of a page; null for the unnamed one and for the API.</param>
/// <param name="Permission">What it names in the permission table; null on the public list.</param>
/// <param name="Takes">What it takes.</param>
/// <param name="Source">Which record the act comes from, where it may come from one of several.</param>
internal sealed record MatrixEndpoint(string Method, string Route, string? Handler, Permission? Permission, IReadOnlyList<Taken> Takes, string? Source = null)
{
    private static readonly string[] Sources = ["case", "consultation", "matter", "after"];

    public bool IsApi => Route.StartsWith("/api/", StringComparison.Ordinal);
    public string Name => $"{Method} {Route}{(Handler is null ? "" : $" #{Handler}")}{(Source is null ? "" : $" from {Source}")}";

    /// <summary>One row for each record the act may come from.</summary>
    public IEnumerable<MatrixEndpoint> BySource()
    {
        var found = Route.Contains('{', StringComparison.Ordinal) ? [] : Sources.Where(Names).ToList();
        return found.Count < 2 ? [this] : found.Select(source => this with { Source = source });
    }

    /// <summary>Whether a value is left out because the act comes from another record.</summary>
    public bool LeavesOut(string name) =>
        Source is not null && Sources.Contains(name.ToLowerInvariant()) && !name.Equals(Source, StringComparison.OrdinalIgnoreCase);

    private bool Names(string source) => Takes.Any(t => t.Name.Equals(source, StringComparison.OrdinalIgnoreCase)
        || t.Type.GetProperties().Any(p => t.From != TakenFrom.Address && p.CanWrite && p.Name.Equals(source, StringComparison.OrdinalIgnoreCase)));

    public override string ToString() => Name;
}

/// <summary>Everything the running host answers, found from its own endpoints and page handlers – nothing is listed by hand.</summary>
internal static class MatrixEndpoints
{
    public static async Task<IReadOnlyList<MatrixEndpoint>> OfAsync(IServiceProvider host)
    {
        var loader = host.GetRequiredService<PageLoader>();
        List<MatrixEndpoint> found = [];
        foreach (var endpoint in host.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
            found.AddRange(endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
                ? OfPage(endpoint, await loader.LoadAsync(page, endpoint.Metadata))
                : OfApi(endpoint));
        return [.. found.DistinctBy(e => e.Name).SelectMany(e => e.BySource()).OrderBy(e => e.IsApi).ThenBy(e => e.Route, StringComparer.Ordinal)
            .ThenBy(e => e.Method, StringComparer.Ordinal).ThenBy(e => e.Handler, StringComparer.Ordinal).ThenBy(e => e.Source, StringComparer.Ordinal)];
    }

    public static IEnumerable<MatrixEndpoint> OfApi(RouteEndpoint endpoint)
    {
        var values = endpoint.Metadata.GetMetadata<MethodInfo>()?.GetParameters().Where(p => IsPlain(p.ParameterType))
            .Select(p => new Taken(p.Name!, p.ParameterType, TakenFrom.Address)) ?? [];
        var body = endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType;
        var takes = body is null ? values : values.Append(new("", body, TakenFrom.Body));
        return from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
               select new MatrixEndpoint(method, RouteOf(endpoint), null, PermissionOf(endpoint), [.. takes]);
    }

    // A page without a handler for GET still answers it, so GET is always a row.
    private static IEnumerable<MatrixEndpoint> OfPage(RouteEndpoint endpoint, CompiledPageActionDescriptor page)
    {
        var bound = page.BoundProperties.Cast<PageBoundPropertyDescriptor>().Where(b => b.Name != nameof(TsunagiPage.Done))
            .Select(b => new Taken(b.BindingInfo?.BinderModelName ?? b.Name, b.ParameterType, SupportsGet(b) ? TakenFrom.Address : TakenFrom.Form)).ToList();
        var handlers = page.HandlerMethods.Select(h => (Method: h.HttpMethod.ToUpperInvariant(), h.Name, h.Parameters)).ToList();
        if (!handlers.Exists(h => h.Method == "GET")) handlers.Add(("GET", null!, []));
        var inRoute = handlers.SelectMany(h => h.Parameters).Where(p => IsInRoute(endpoint, p.Name)).DistinctBy(p => p.Name).ToList();
        return from handler in handlers
               let own = handler.Parameters.Where(p => IsPlain(p.ParameterType)).Union(inRoute).DistinctBy(p => p.Name)
                   .Select(p => new Taken(p.Name, p.ParameterType, handler.Method == "GET" || IsInRoute(endpoint, p.Name) ? TakenFrom.Address : TakenFrom.Form))
               let takes = bound.Where(b => b.From == TakenFrom.Address || handler.Method != "GET").Concat(own)
               select new MatrixEndpoint(handler.Method, RouteOf(endpoint), handler.Name, PermissionOf(endpoint), [.. takes]);
    }

    private static bool SupportsGet(PageBoundPropertyDescriptor property) =>
        property.Property.GetCustomAttribute<Microsoft.AspNetCore.Mvc.BindPropertyAttribute>()?.SupportsGet == true;

    private static bool IsInRoute(RouteEndpoint endpoint, string name) => endpoint.RoutePattern.GetParameter(name) is not null;

    private static bool IsPlain(Type type) => type == typeof(string) || (type.IsValueType && type != typeof(CancellationToken));

    private static string RouteOf(RouteEndpoint endpoint) => "/" + (endpoint.RoutePattern.RawText ?? "").Trim('/');

    private static Permission? PermissionOf(RouteEndpoint endpoint) => endpoint.Metadata.GetMetadata<PermitAttribute>()?.Permission;
}
