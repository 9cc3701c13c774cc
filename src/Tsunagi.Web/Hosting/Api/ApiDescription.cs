using System.Reflection;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Hosting.Requests;

namespace Tsunagi.Web.Hosting.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints say themselves.</summary>
static class ApiDescription
{
    private const string Bearer = "bearer", ApiSuffix = "Api", Problem = "application/problem+json";

    /// <summary>How every call may be refused, and what that means.</summary>
    private static readonly (int Status, string Words)[] Refusals =
    [
        (StatusCodes.Status400BadRequest, "読み取れない。refusals に、読み取れなかった場所"),
        (StatusCodes.Status401Unauthorized, "トークンがないか、使えない"),
        (StatusCodes.Status403Forbidden, "その役割ではできない"),
        (StatusCodes.Status404NotFound, "該当する記録はない（見てよい記録でないときも同じ答え）"),
        (StatusCodes.Status409Conflict, "ほかの人が先に変えた、またはその状態ではできない"),
        (StatusCodes.Status422UnprocessableEntity, "入力または規則に合わない。refusals に項目と理由"),
    ];

    public static void Configure(OpenApiOptions options)
    {
        options.CreateSchemaReferenceId = SchemaIdOf;
        options.AddSchemaTransformer(DescribeValuesAsync);
        options.AddOperationTransformer(DescribeOperationAsync);
        options.AddDocumentTransformer(DescribeDocumentAsync);
    }

    /// <summary>
    /// The name of a type in the document. Features name their answers alike (<c>Shown</c>, <c>Identified</c>), so a type that
    /// belongs to one feature's API carries the feature's name.
    /// </summary>
    internal static string? SchemaIdOf(JsonTypeInfo type)
    {
        var name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is not null && type.Type.DeclaringType is { } api && api.Name.EndsWith(ApiSuffix, StringComparison.Ordinal)
            ? api.Name[..^ApiSuffix.Length] + name
            : name;
    }

    // The framework cannot know what our own converters read, nor that what they may write loosely is read strictly.
    private static Task DescribeValuesAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken ct)
    {
        var type = context.JsonTypeInfo;
        Describe(schema, type.Type);
        if (type is { Kind: JsonTypeInfoKind.Enumerable, ElementType: { } element } && schema.Items is null) schema.Items = Describe(new(), element);
        if (type is { Kind: JsonTypeInfoKind.Dictionary, ElementType: { } value } && schema.AdditionalProperties is null) schema.AdditionalProperties = Describe(new(), value);
        if (context.JsonPropertyInfo?.AttributeProvider is not PropertyInfo property || IsId(type.Type)) return Task.CompletedTask;
        schema.Type = MayBeNull(property) ? schema.Type | JsonSchemaType.Null : schema.Type & ~JsonSchemaType.Null;
        return Task.CompletedTask;
    }

    private static OpenApiSchema Describe(OpenApiSchema schema, Type type)
    {
        var one = Nullable.GetUnderlyingType(type) ?? type;
        if (one == typeof(string)) schema.Type = JsonSchemaType.String;
        else if (one == typeof(DateTimeOffset)) (schema.Type, schema.Format) = (JsonSchemaType.String, "date-time");
        else if (IsId(type))
        {
            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
            schema.Properties?.Clear();
        }
        return schema;
    }

    private static bool IsId(Type type) =>
        (Nullable.GetUnderlyingType(type) ?? type) is { IsConstructedGenericType: true } one && one.GetGenericTypeDefinition() == typeof(Id<>);

    private static bool MayBeNull(PropertyInfo property) => new NullabilityInfoContext().Create(property).ReadState is not NullabilityState.NotNull;

    private static async Task DescribeOperationAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken ct)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<PermitAttribute>().FirstOrDefault() is not { } permit) return;
        operation.Summary = Permissions.Of(permit.Permission).Japanese;
        operation.Tags = new HashSet<OpenApiTagReference> { new(context.Description.RelativePath!.Split('/')[2], context.Document) };
        operation.Responses ??= [];
        // An endpoint returns the neutral ApiAnswer; only what it declares besides is what it sends. None declared: nothing is sent.
        foreach (var undeclared in context.Description.SupportedResponseTypes.Where(r => r.Type == typeof(ApiAnswer)))
            operation.Responses.Remove(undeclared.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (operation.Responses.Count == 0) operation.Responses["204"] = new OpenApiResponse { Description = "済んだ" };
        var problem = await context.GetOrCreateSchemaAsync(typeof(ApiProblem), null, ct);
        foreach (var (status, words) in Refusals)
            operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = words,
                Content = new Dictionary<string, OpenApiMediaType> { [Problem] = new() { Schema = problem } },
            };
        if (context.Description.HttpMethod != HttpMethods.Get) TakeOnce(operation);
        operation.Security = [new() { [new OpenApiSecuritySchemeReference(Bearer, context.Document)] = [] }];
    }

    private static void TakeOnce(OpenApiOperation operation) => (operation.Parameters ??= []).Add(new OpenApiParameter
    {
        Name = "Idempotency-Key",
        In = ParameterLocation.Header,
        Description = "同じ鍵の同じ送信は一度だけ行われ、同じ答えが返る（64字まで）",
        Schema = new OpenApiSchema { Type = JsonSchemaType.String, MaxLength = 64 },
    });

    private static Task DescribeDocumentAsync(OpenApiDocument document, OpenApiDocumentTransformerContext context, CancellationToken ct)
    {
        (document.Info.Title, document.Info.Version) = ("つなぎ API", "1");
        document.Servers?.Clear();
        (document.Components ??= new()).SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "「自分の設定」の「APIの鍵」で（プログラムのアカウントには tsunagi user token で）発行したトークン" },
        };
        // No call sends the neutral answer itself.
        document.Components.Schemas?.Remove(nameof(ApiAnswer));
        return Task.CompletedTask;
    }
}
