using System.Text;
using Tsunagi.Domain.People;

namespace Tsunagi.Web.Words;

/// <summary>The words of relations and ties.</summary>
public static class KinWords
{
    /// <summary>What somebody is to another: 母, when it is known that she is a woman; 親 otherwise.</summary>
    public static string Of(KinRole role, string? gender = null) => role switch
    {
        KinRole.Parent => Choose(gender, "父", "母", "親"),
        KinRole.Child => Choose(gender, "息子", "娘", "子"),
        KinRole.AdoptiveParent => Choose(gender, "養父", "養母", "養親"),
        KinRole.AdoptiveChild => "養子",
        KinRole.FosterParent => Choose(gender, "里父", "里母", "里親"),
        KinRole.FosterChild => "里子",
        KinRole.StepParent => Choose(gender, "継父", "継母", "継親"),
        KinRole.StepChild => "継子（連れ子）",
        KinRole.Spouse => Choose(gender, "夫", "妻", "配偶者"),
        KinRole.CommonLawPartner => "内縁・事実婚の相手",
        KinRole.Sibling => Choose(gender, "兄弟", "姉妹", "きょうだい"),
        KinRole.Carer => "世話をしている人（ケアラー）",
        KinRole.CaredFor => "世話を受けている人",
        KinRole.KeyPerson => "キーパーソン",
        KinRole.KeyPersonFor => "この方をキーパーソンとする人",
    };

    /// <summary>What the end of a relation is called.</summary>
    public static string EndOf(KinRole role) => role switch
    {
        KinRole.Spouse => "離婚",
        KinRole.CommonLawPartner => "関係の解消",
        KinRole.AdoptiveParent or KinRole.AdoptiveChild => "離縁",
        KinRole.FosterParent or KinRole.FosterChild => "委託の終わり",
        _ => "終わり",
    };

    /// <summary>How close.</summary>
    public static string Of(TieStrength strength) => strength switch
    {
        TieStrength.Ordinary => "ふつう",
        TieStrength.Strong => "強い",
        TieStrength.Weak => "弱い・途切れがち",
    };

    /// <summary>From whom to whom.</summary>
    public static string Of(TieDirection direction) => direction switch
    {
        TieDirection.None => "示さない",
        TieDirection.Outward => "本人から相手へ",
        TieDirection.Inward => "相手から本人へ",
        TieDirection.Both => "たがいに",
    };

    /// <summary>To what.</summary>
    public static string Of(ContactKind kind) => kind switch
    {
        ContactKind.Person => "人（友人・近所・地域の人）",
        ContactKind.Agency => "機関・団体",
        ContactKind.Place => "場所・活動",
    };

    /// <summary>True for a man, false for a woman, null when the person's own words say neither.</summary>
    public static bool? IsMale(string? gender) => gender?.Normalize(NormalizationForm.FormKC).Trim() switch
    {
        "男" or "男性" or "男の子" => true,
        "女" or "女性" or "女の子" => false,
        _ => null,
    };

    private static string Choose(string? gender, string man, string woman, string other) => IsMale(gender) switch { true => man, false => woman, null => other };
}
