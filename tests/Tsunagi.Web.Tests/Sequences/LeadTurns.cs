using Tsunagi.Data.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Web.Features.Leads;
using Tsunagi.Web.Features.PhoneMemos;
using Tsunagi.Web.Features.UrgentReports;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>気になる情報, 電話メモ and 通告・通報 at random.</summary>
internal static class LeadTurns
{
    public static Turn Lead(Dice dice)
    {
        if (dice.Board.Leads.Count == 0 || dice.OneIn(5)) return Notice(dice);
        var on = dice.Pick(dice.Board.Leads);
        var by = dice.Of(on.Organisation);
        return dice.Random.Next(on.State == LeadState.Ended ? 2 : 7) switch
        {
            0 => new("lead: reopen", by, (s, ct) => s.GetRequiredService<ChangeLead>().ReopenAsync(on.Id, Next(s, "また新聞がたまった"), ct)),
            1 or 2 => new("lead: watch", by, (s, ct) => s.GetRequiredService<ChangeLead>().WatchAsync(on.Id, Next(s, null), ct)),
            3 => new("lead: end", by, (s, ct) => s.GetRequiredService<ChangeLead>().EndAsync(on.Id, new() { Reason = "転居した" }, ct)),
            4 => new("lead: take as case", by, async (s, ct) => await s.GetRequiredService<ChangeLead>().TakeAsCaseAsync(on.Id, ct)),
            5 => new("lead: take as consultation", by, async (s, ct) => await s.GetRequiredService<ChangeLead>().TakeAsConsultationAsync(on.Id, ct)),
            _ => Notice(dice),
        };
    }

    public static Turn Memo(Dice dice)
    {
        if (dice.Board.Memos.Count == 0 || dice.OneIn(4))
            return new("memo: leave", dice.Anybody(), async (s, ct) => await s.GetRequiredService<ChangePhoneMemo>().LeaveAsync(new() { Message = "折り返しを希望" }, ct));
        var on = dice.Pick(dice.Board.Memos);
        var by = dice.Of(on.Organisation);
        return dice.Random.Next(4) switch
        {
            0 => new("memo: reopen", by, (s, ct) => s.GetRequiredService<ChangePhoneMemo>().ReopenAsync(on.Id, ct)),
            1 => new("memo: take as consultation", by, async (s, ct) => await s.GetRequiredService<ChangePhoneMemo>().TakeAsConsultationAsync(on.Id, ct)),
            _ => new("memo: finish", by, (s, ct) => s.GetRequiredService<ChangePhoneMemo>().FinishAsync(on.Id, ct)),
        };
    }

    public static Turn Report(Dice dice)
    {
        if (dice.Board.Reports.Count == 0 || dice.OneIn(4)) return Make(dice);
        var on = dice.Pick(dice.Board.Reports);
        var (writer, receiver) = (dice.Of(dice.OneIn(2) ? on.Organisation : on.Team), dice.Of(on.Team ?? on.Organisation));
        return dice.Random.Next(7) switch
        {
            0 => new("report: add fact", writer, (s, ct) => s.GetRequiredService<ActOnUrgentReport>().AddFactAsync(on.Id, null, "あざが増えた", ct)),
            1 or 2 => new("report: acknowledge", receiver, (s, ct) => s.GetRequiredService<ActOnUrgentReport>().AcknowledgeAsync(on.Id, null, "架空 担当", "受理した", null, ct)),
            3 or 4 => new("report: check", writer, (s, ct) => s.GetRequiredService<ActOnUrgentReport>().CheckAsync(on.Id, null, dice.OneIn(2), "訪ねた", null, null, ct)),
            5 => new("report: take as consultation", receiver, async (s, ct) => await s.GetRequiredService<ActOnUrgentReport>().TakeAsConsultationAsync(on.Id, null, ct)),
            _ => new("report: end", receiver, (s, ct) => s.GetRequiredService<ActOnUrgentReport>().EndAsync(on.Id, null, "安全を確かめた", ct)),
        };
    }

    private static Turn Notice(Dice dice) => new("lead: notice", dice.Anybody(), async (s, ct) =>
    {
        var input = Next(s, null);
        (input.Sign, input.Source, input.Place) = ("新聞がたまっている", "neighbour", "太子堂1丁目");
        return await s.GetRequiredService<ChangeLead>().NoticeAsync(input, ct);
    });

    private static LeadInput Next(IServiceProvider services, string? reason) =>
        new() { Action = "訪ねる", On = Iso(services, 3), Done = "電話した", Reason = reason };

    private static Turn Make(Dice dice)
    {
        var source = dice.Board.Cases.Count > 0 && dice.OneIn(2) ? dice.Pick(dice.Board.Cases) : null;
        var outside = dice.OneIn(5);
        UrgentReportInput input = new()
        {
            Case = source?.Id,
            Kind = dice.OneIn(2) ? "child" : "elder",
            About = "小学生くらいの子",
            Facts = "腕にあざ",
            Team = outside ? null : TestOrganisations.Id(TestOrganisations.Hub),
            Recipient = outside ? "架空児童相談所" : null,
            ReporterName = !outside && dice.OneIn(2) ? "架空 隣人" : null,
        };
        return new("report: make" + (outside ? " outside" : ""), dice.Of(source?.Organisation), async (s, ct) => await s.GetRequiredService<MakeUrgentReport>().RunAsync(input, ct));
    }

    private static string Iso(IServiceProvider services, int days) =>
        services.GetRequiredService<Work>().Today.AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
