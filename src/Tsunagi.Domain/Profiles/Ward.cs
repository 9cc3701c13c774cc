namespace Tsunagi.Domain.Profiles;

/// <summary>区（市町村）: the municipality a profile describes.</summary>
/// <param name="Code">全国地方公共団体コード: six digits, the last a check digit.</param>
/// <param name="Name">The ward's name, such as 世田谷区.</param>
/// <param name="Kana">The reading in hiragana.</param>
/// <param name="Prefecture">都道府県 the ward lies in.</param>
/// <param name="Brand">愛称: what the ward calls the programme before residents, where it has a name of its own.</param>
/// <param name="Source">Where the facts were taken from.</param>
public sealed record Ward(
    string Code,
    string Name,
    string Kana,
    string Prefecture,
    string? Brand = null,
    string? Source = null);

/// <summary>三層構造の呼び名: what the ward calls its tiers. A ward without districts names areas only.</summary>
/// <param name="Ward">What the whole is called (全区).</param>
/// <param name="Area">What an area is called: 地域 in Setagaya, 圏域 in Bunkyo.</param>
/// <param name="District">What a district is called (地区), or nothing where the ward has none.</param>
public sealed record TierNames(string Ward, string Area, string? District = null)
{
    /// <summary>Whether the ward divides its areas into districts.</summary>
    public bool HasDistricts => District is not null;
}

/// <summary>地域・圏域: the tier between the ward and its districts.</summary>
public sealed record Area(
    string Code,
    string Name,
    string? Kana,
    DateOnly ValidFrom,
    DateOnly? ValidTo = null,
    string? Source = null)
{
    /// <summary>Whether the area exists on the day.</summary>
    public bool IsValidOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);
}

/// <summary>地区: the tier nearest to residents, with a desk of its own. <see cref="ValidTo"/> is its last day.</summary>
/// <param name="Code">Stable code, unique in the profile.</param>
/// <param name="Name">The name without the word 地区.</param>
/// <param name="Kana">The reading in hiragana.</param>
/// <param name="AreaCode">The area it belongs to.</param>
/// <param name="ValidFrom">First day.</param>
/// <param name="ValidTo">Last day, included.</param>
/// <param name="SplitFrom">The district it was split from, if any.</param>
/// <param name="Source">Where the facts were taken from.</param>
public sealed record District(
    string Code,
    string Name,
    string? Kana,
    string AreaCode,
    DateOnly ValidFrom,
    DateOnly? ValidTo = null,
    string? SplitFrom = null,
    string? Source = null)
{
    /// <summary>Whether the district exists on the day.</summary>
    public bool IsValidOn(DateOnly day) => Validity.Covers(ValidFrom, ValidTo, day);
}

/// <summary>窓口の型: how the ward lets residents reach help.</summary>
public enum DeskModelKind
{
    /// <summary>地区ごとの総合窓口: one general desk in every district.</summary>
    GeneralDeskPerDistrict,

    /// <summary>既存窓口の連携: no general desk; the existing desks receive everything and pass it on.</summary>
    ExistingDesks,
}

/// <summary>相談窓口のしくみ: the kind of desk and what residents know it as (福祉の相談窓口, つながる相談窓口).</summary>
public sealed record DeskModel(DeskModelKind Kind, string Name, string? Source = null);

/// <summary>重層的支援体制整備事業の六号: the parts of the programme by 社会福祉法106条の4第2項, and the desks before it.</summary>
public enum ProgrammePart
{
    /// <summary>包括的相談支援事業（第1号）.</summary>
    ComprehensiveConsultation,

    /// <summary>参加支援事業（第2号）.</summary>
    ParticipationSupport,

    /// <summary>地域づくり事業（第3号）.</summary>
    CommunityBuilding,

    /// <summary>アウトリーチ等を通じた継続的支援事業（第4号）.</summary>
    OutreachSupport,

    /// <summary>多機関協働事業（第5号）.</summary>
    MultiAgencyCollaboration,

    /// <summary>支援プランの作成（第6号）.</summary>
    PlanMaking,
}

/// <summary>実施段階: how far a part of the programme has begun.</summary>
public enum ProgrammeStage
{
    /// <summary>先行: begun before or beside the statutory programme.</summary>
    Forerunner,

    /// <summary>移行準備.</summary>
    Preparation,

    /// <summary>一部実施: for some residents only.</summary>
    Partial,

    /// <summary>本格実施.</summary>
    Full,
}

/// <summary>事業の開始: from when a part of the programme runs, at which stage and for whom.</summary>
public sealed record ProgrammeStart(
    ProgrammePart Part,
    ProgrammeStage Stage,
    DateOnly From,
    string Scope,
    string Source);
