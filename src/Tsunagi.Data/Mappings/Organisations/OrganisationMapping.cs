using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Organisations;

namespace Tsunagi.Data.Mappings.Organisations;

static class OrganisationMapping
{
    public static void Map(ModelBuilder model) => model.Entity<Organisation>(organisation =>
    {
        organisation.ToTable("organisation");
        organisation.HasIndex(o => o.Code).IsUnique();
    });
}
