using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Conventions;

/// <summary>Stores every <see cref="Id{T}"/> as a uuid.</summary>
sealed class IdConversion<T>() : ValueConverter<Id<T>, Guid>(id => id.Value, value => new Id<T>(value));

/// <summary>Finds the id types that the domain's public properties use, and registers a conversion for each.</summary>
static class IdConversions
{
    public static void Apply(ModelConfigurationBuilder configuration)
    {
        var ids = typeof(Id<>).Assembly.GetTypes()
            .SelectMany(type => type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Select(property => Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)
            .Where(type => type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(Id<>) && !type.ContainsGenericParameters)
            .Distinct();
        foreach (var id in ids)
        {
            var conversion = typeof(IdConversion<>).MakeGenericType(id.GetGenericArguments());
            configuration.Properties(id).HaveConversion(conversion);
            // Where no column stands beside it, as in the call of a function.
            configuration.DefaultTypeMapping(id).HasConversion(conversion);
        }
    }
}
