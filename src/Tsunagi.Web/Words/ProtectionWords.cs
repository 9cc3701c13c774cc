using Tsunagi.Domain.Access;
using Tsunagi.Domain.ProtectedLocations;

namespace Tsunagi.Web.Words;

/// <summary>支援措置と閲覧の除外のことば.</summary>
public static class ProtectionWords
{
    public static string Of(ProtectionState? state) => state is not { } known ? "なし" : known switch
    {
        ProtectionState.Active => "実施中",
        ProtectionState.EndProposed => "実施中（終了の申し出あり）",
        ProtectionState.Ended => "終了",
    };

    public static string Of(ExclusionKind kind) => kind switch
    {
        ExclusionKind.Self => "本人",
        ExclusionKind.Relative => "親族",
        ExclusionKind.SuspectedRelative => "親族の疑い（同じ氏名）",
        ExclusionKind.Conflict => "知人・利害関係",
        ExclusionKind.PerpetratorSide => "支援措置の相手方の側",
    };
}
