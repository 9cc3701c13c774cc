using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Web.Hosting.Api;

/// <summary>What the OpenAPI document says beyond what the endpoints say themselves.</summary>
static class ApiDescription
{
    public static void Configure(OpenApiOptions options)
    {
        options.AddSchemaTransformer((schema, context, _) =>
        {
            var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
            if (!type.IsConstructedGenericType || type.GetGenericTypeDefinition() != typeof(Id<>)) return Task.CompletedTask;
            (schema.Type, schema.Format) = (JsonSchemaType.String, "uuid");
            schema.Properties?.Clear();
            return Task.CompletedTask;
        });
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info.Title = "つなぎ API";
            document.Info.Version = "1";
            document.Servers?.Clear();
            return Task.CompletedTask;
        });
    }
}
