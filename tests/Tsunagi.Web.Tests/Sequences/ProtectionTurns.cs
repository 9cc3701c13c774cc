using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Exclusions;
using Tsunagi.Web.Features.People;
using Tsunagi.Web.Features.ProtectedLocations;

namespace Tsunagi.Web.Tests.Sequences;

/// <summary>支援措置 at random: a place on record, its withdrawal, readers and their looks, and the end by two.</summary>
internal sealed class ProtectionTurns(Dice dice, OnPerson on)
{
    private static readonly Role[] Supervisors = [Role.SectionChief, Role.Manager];

    public static Turn? Act(Dice dice) => dice.Board.Guarded.People.Count == 0 ? null : new ProtectionTurns(dice, dice.Pick(dice.Board.Guarded.People)).Act();

    private Turn Act()
    {
        if (on.Measure is null) return dice.OneIn(2) ? WritePlace() : Begin();
        if (on.Measure.State == ProtectionState.EndProposed && dice.OneIn(2)) return DecideEnd();
        return dice.Random.Next(11) switch
        {
            0 => WritePlace(),
            1 => Begin(),
            2 => Renew(),
            3 => Name(),
            4 => ByTelephone(),
            5 => EndReader(),
            6 => WriteStored(),
            7 => Turn.Of<EndProtection>("protection: propose end", dice.Of(on.Holder), (h, _, ct) => h.ProposeAsync(on.Id, "危険がなくなった", ct)),
            8 => DecideEnd(),
            _ => Read(),
        };
    }

    // The form as it stands, with a place in it.
    private Turn WritePlace() => new("protection: write a place", dice.Of(on.Holder), async (services, ct) =>
    {
        if (await services.GetRequiredService<AppDb>().Persons.AsNoTracking().SingleOrDefaultAsync(p => p.Id == on.Id, ct) is not { } person) return Outcome.Refused(RefusalCode.NotFound);
        var form = PersonInput.Of(person);
        var place = Planted.Place(on.Id);
        (form.Address, form.Stay, form.Reason) = (place + $"{dice.Random.Next(1, 9)}丁目", place + "の友人宅", "転居した");
        return await services.GetRequiredService<CorrectPerson>().RunAsync(on.Id, form, ct);
    });

    private Turn Begin() => Turn.Of<ProtectPerson>("protection: begin", dice.Of(on.Holder), (h, today, ct) =>
        h.RunAsync(on.Id, new() { Ground = "配偶者からの暴力", CertifiedBy = "架空女性相談センター", From = Iso(today), ReviewOn = Iso(today.AddMonths(6)) }, ct));

    private Turn Renew() => Turn.Of<ProtectPerson>("protection: renew", dice.Of(on.Holder), (h, today, ct) => h.RenewAsync(on.Id, new() { ReviewOn = Iso(today.AddMonths(11)) }, ct));

    private Turn WriteStored() => Turn.Of<WriteLocation>("protection: write stored place", dice.Of(on.Holder), (h, _, ct) =>
        h.RunAsync(on.Id, new() { Address = Planted.Place(on.Id) + "新居", Phones = "03-0000-0000" }, ct));

    private Turn Name()
    {
        var reader = dice.Of(on.Holder).Account;
        return Turn.Of<AddReader>("protection: name reader", dice.Of(on.Holder, Supervisors), (h, today, ct) =>
            h.RunAsync(on.Id, new() { Account = reader, Purpose = "訪問", Reason = "担当者", Until = Iso(today.AddDays(7)) }, ct));
    }

    private Turn ByTelephone()
    {
        var approver = dice.Of(on.Holder, Supervisors).Account;
        return Turn.Of<AddReader>("protection: by telephone", dice.Of(on.Holder), (h, _, ct) => h.ByTelephoneAsync(on.Id, new() { Approver = approver, Purpose = "緊急の訪問", Reason = "夜間" }, ct));
    }

    private Turn EndReader()
    {
        var reader = on.Readers.Count == 0 ? default : dice.Pick(on.Readers).Id;
        return Turn.Of<AddReader>("protection: end reader", dice.Of(on.Holder, Supervisors), (h, _, ct) => h.EndAsync(on.Id, reader, ct));
    }

    private Turn DecideEnd()
    {
        var confirmed = dice.OneIn(2);
        return Turn.Of<EndProtection>(confirmed ? "protection: confirm end" : "protection: decline end", dice.Of(on.Holder, Supervisors), (h, _, ct) => h.DecideAsync(on.Id, confirmed, "様子を見る", ct));
    }

    private Turn Read()
    {
        var by = on.Readers.Count == 0 ? dice.Of(on.Holder) : dice.As(dice.Pick(on.Readers).AccountId);
        return new("protection: read", by, async (services, ct) => await services.GetRequiredService<ReadLocation>().RunAsync(on.Id, "訪問のため", ct));
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>閲覧の除外 at random: declared for oneself or by a supervisor, and cleared.</summary>
internal static class ExclusionTurns
{
    private const int AtOnce = 4;

    public static Turn? Act(Dice dice)
    {
        var (people, declared) = (dice.Board.Guarded.People, dice.Board.Guarded.Declarations);
        if (declared.Count > 0 && (declared.Count(d => d.IsHolding) >= AtOnce || dice.OneIn(2))) return Clear(dice, dice.Pick(declared));
        if (people.Count == 0) return null;
        var on = dice.Pick(people);
        var kind = dice.Pick([ExclusionKind.Relative, ExclusionKind.Conflict, ExclusionKind.Self, ExclusionKind.PerpetratorSide]);
        if (dice.OneIn(2)) return Turn.Of<DeclareExclusion>("exclusion: declare", dice.Of(on.Holder), (h, _, ct) => h.RunAsync(on.Id, new() { Kind = kind, Reason = "親族" }, ct));
        var who = dice.Pick(dice.Everybody).Account;
        return Turn.Of<DeclareExclusion>("exclusion: declare for another", dice.Of(on.Holder, Role.SectionChief, Role.Manager), (h, _, ct) => h.RunAsync(on.Id, new() { Account = who, Kind = kind, Reason = "申し出があった" }, ct));
    }

    private static Turn Clear(Dice dice, ExclusionDeclaration on) =>
        Turn.Of<ReviewExclusions>("exclusion: clear", dice.Of(on.HolderId, Role.SectionChief, Role.Manager), (h, _, ct) => h.ClearAsync(on.Id, "別人だった", ct));
}
