using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>
/// A case somebody is in charge of, by its id alone (Sql/31-case-charge.sql). No grant is asked here: it narrows a query of cases,
/// which asks them, and is no way to a case by itself.
/// </summary>
public sealed class CaseInCharge
{
    public Id<Case> CaseId { get; private init; }

    internal static void Map(ModelBuilder model)
    {
        model.Entity<CaseInCharge>().HasNoKey().ToTable((string?)null).Property(c => c.CaseId).HasColumnName("case_id");
        model.HasDbFunction(typeof(AppDb).GetMethod(nameof(AppDb.CasesInChargeOf))!).HasName("cases_in_charge");
    }
}
