using Microsoft.EntityFrameworkCore.Design;

namespace Tsunagi.Data;

/// <summary>Lets the migrations tool build the model without a database.</summary>
sealed class DesignTimeDb : IDesignTimeDbContextFactory<AppDb>
{
    public AppDb CreateDbContext(string[] args) => AppDb.Open("Host=none");
}
