using System.Collections;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Tests.Access.Matrix;

/// <summary>
/// The request for an endpoint, formed from what it takes: every identifier of a record is that of the world (or, to ask for
/// what does not exist, one that nobody has); every other value is left empty. Empty acts are refused by their rules – after
/// the access decision, which is what is looked at.
/// </summary>
internal sealed partial class MatrixRequest(MatrixEndpoint endpoint, Func<Type, Guid> idOf)
{
    public HttpRequestMessage Form(string? antiforgery)
    {
        var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), Address());
        if (endpoint.Method == "GET") return request;
        request.Content = endpoint.IsApi
            ? new StringContent(Body()?.ToJsonString() ?? "", Encoding.UTF8, "application/json")
            : new FormUrlEncodedContent([.. Fields(), new("__RequestVerificationToken", antiforgery ?? "")]);
        return request;
    }

    /// <summary>Where it is asked.</summary>
    public string Address()
    {
        var asked = endpoint.Takes.Where(t => t.From == TakenFrom.Address).ToList();
        var path = RouteValue().Replace(endpoint.Route, value =>
        {
            var name = value.Groups["name"].Value;
            var taken = asked.Find(t => t.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
            return Text(taken ?? new(name, typeof(string), TakenFrom.Address)) ?? throw new InvalidOperationException($"{endpoint}: no value for {name}");
        });
        var query = asked.Where(t => !endpoint.Route.Contains($"{{{t.Name}", StringComparison.OrdinalIgnoreCase))
            .Select(t => (t.Name, Value: Text(t))).Where(v => v.Value is not null).Select(v => $"{v.Name}={v.Value}");
        return $"{path}?{string.Join('&', endpoint.Handler is { } handler ? query.Prepend($"handler={handler}") : query)}".TrimEnd('?');
    }

    private JsonNode? Body() => endpoint.Takes.FirstOrDefault(t => t.From == TakenFrom.Body) is { } body ? Json(body.Type) ?? new JsonObject() : null;

    private JsonNode? Json(Type type, string name = "")
    {
        if (endpoint.LeavesOut(name)) return null;
        if (IdType(type) is { } id) return IdOf(id, name).ToString();
        if (type == typeof(int) && IsNumber(name)) return 1;
        if (ItemType(type) is { } item) return Json(item) is { } one ? new JsonArray(one) : null;
        if (!IsOurs(type)) return null;
        var inner = type.GetProperties().Where(p => p.CanWrite).Select(p => (p.Name, Value: Json(p.PropertyType, p.Name))).Where(p => p.Value is not null).ToList();
        return inner.Count == 0 ? null : new JsonObject(inner.Select(p => KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(p.Name), p.Value)));
    }

    private IEnumerable<KeyValuePair<string, string>> Fields() =>
        endpoint.Takes.Where(t => t.From == TakenFrom.Form).SelectMany(t => Text(t) is { } text ? [new(t.Name, text)] : FieldsOf(t.Type, t.Name));

    private IEnumerable<KeyValuePair<string, string>> FieldsOf(Type type, string name)
    {
        if (endpoint.LeavesOut(name.Split('.')[^1])) return [];
        if (IdType(type) is { } id) return [new(name, IdOf(id, name).ToString())];
        if (IsNumber(name)) return [new(name, "1")];
        if (type == typeof(string) && name.EndsWith(".Purpose", StringComparison.Ordinal)) return [new(name, "訪問")];
        if (type == typeof(string) && name.EndsWith(".Receiver", StringComparison.Ordinal)) return [new(name, idOf(typeof(Domain.Organisations.Organisation)).ToString())];
        if (ItemType(type) is { } item) return IdType(item) is not null ? FieldsOf(item, name) : FieldsOf(item, $"{name}[0]");
        return IsOurs(type) ? type.GetProperties().Where(p => p.CanWrite).SelectMany(p => FieldsOf(p.PropertyType, $"{name}.{p.Name}")) : [];
    }

    private string? Text(Taken taken)
    {
        if (endpoint.LeavesOut(taken.Name)) return null;
        var type = Nullable.GetUnderlyingType(taken.Type) ?? taken.Type;
        if (IdType(type) is { } id) return IdOf(id, taken.Name).ToString();
        if (type == typeof(Guid)) return idOf(MatrixWorld.AttachmentRoot).ToString();
        if (type == typeof(string)) return MatrixWorld.Words.GetValueOrDefault(taken.Name.ToUpperInvariant());
        if (Nullable.GetUnderlyingType(taken.Type) is not null && !endpoint.Route.Contains($"{{{taken.Name}", StringComparison.OrdinalIgnoreCase)) return null;
        if (type == typeof(int)) return "1";
        if (type == typeof(bool)) return "true";
        return type.IsEnum ? Enum.GetNames(type)[0] : null;
    }

    /// <summary>Two kinds of record go under the name of another: a draft is a consultation, a danger that was met a way out.</summary>
    private Guid IdOf(Type kind, string name) => idOf(
        name.Equals("Draft", StringComparison.OrdinalIgnoreCase) ? typeof(MatrixWorld.ConsultationDraft)
        : kind == typeof(Domain.Conferences.WayOut) && IsTelling ? typeof(MatrixWorld.ImminentDanger)
        : kind);

    private bool IsTelling => endpoint.Handler == "Told" || endpoint.Route.EndsWith("/told", StringComparison.Ordinal);

    private static bool IsNumber(string name) => name.Split('.')[^1] is "Number" or "PlanVersion";

    private static Type? IdType(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) ? type.GenericTypeArguments[0] : null;
    }

    private static Type? ItemType(Type type) =>
        type != typeof(string) && type.IsAssignableTo(typeof(IEnumerable)) && type.IsGenericType ? type.GenericTypeArguments[0] : null;

    private static bool IsOurs(Type type) => type.IsClass && type.Namespace?.StartsWith("Tsunagi", StringComparison.Ordinal) == true;

    [GeneratedRegex(@"\{(?<name>[A-Za-z]+)(:[a-z]+)?\??\}")]
    private static partial Regex RouteValue();
}
