using Microsoft.EntityFrameworkCore;
using Tsunagi.Domain.Notices;

namespace Tsunagi.Data.Access;

/// <summary>お知らせの件数を数える: in the transaction of what is counted.</summary>
public static class NoticeTallies
{
    /// <summary>Counts on, or back.</summary>
    public static Task CountAsync(this AppDb db, int fiscalYear, NoticeOutcome outcome, int by, CancellationToken ct)
    {
        var what = outcome.ToString();
        return db.Database.ExecuteSqlAsync($"""
            insert into notice_tally (fiscal_year, outcome, number) values ({fiscalYear}, {what}, {by})
            on conflict (fiscal_year, outcome) do update set number = notice_tally.number + excluded.number
            """, ct);
    }
}
