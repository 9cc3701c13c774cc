using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Data.Access;

/// <summary>Gives out case numbers: one after another within a fiscal year, none twice, over all nodes.</summary>
public static class CaseNumbers
{
    /// <summary>The next number of the fiscal year of a day. Others who open a case wait until this transaction ends.</summary>
    public static async Task<CaseNumber> NextCaseNumberAsync(this AppDb db, DateOnly day, CancellationToken ct)
    {
        var year = JapanTime.FiscalYearOf(day);
        var sequence = await db.Database.SqlQuery<int>($"""
            insert into case_number_counter (fiscal_year, last) values ({year}, 1)
            on conflict (fiscal_year) do update set last = case_number_counter.last + 1
            returning last as "Value"
            """).ToListAsync(ct);
        return new(year, sequence[0]);
    }
}
