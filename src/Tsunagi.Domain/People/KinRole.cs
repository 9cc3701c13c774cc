namespace Tsunagi.Domain.People;

/// <summary>間柄: what the second of two people is to the first.</summary>
public enum KinRole
{
    /// <summary>実の親.</summary>
    Parent,
    /// <summary>実の子.</summary>
    Child,
    /// <summary>養親.</summary>
    AdoptiveParent,
    /// <summary>養子.</summary>
    AdoptiveChild,
    /// <summary>里親.</summary>
    FosterParent,
    /// <summary>里子.</summary>
    FosterChild,
    /// <summary>継親: a parent's husband or wife.</summary>
    StepParent,
    /// <summary>継子（連れ子）.</summary>
    StepChild,
    /// <summary>夫・妻.</summary>
    Spouse,
    /// <summary>内縁・事実婚の相手.</summary>
    CommonLawPartner,
    /// <summary>きょうだい: for whom no common parent is written down.</summary>
    Sibling,
    /// <summary>介護や世話をしている人（ケアラー）.</summary>
    Carer,
    /// <summary>介護や世話を受けている人.</summary>
    CaredFor,
    /// <summary>キーパーソン.</summary>
    KeyPerson,
    /// <summary>The one for whom the first is the key person.</summary>
    KeyPersonFor,
}

/// <summary>What follows from a role.</summary>
public static class KinRoles
{
    /// <summary>The same relation told from the other end; its inverse is the role itself.</summary>
    public static KinRole Inverse(this KinRole role) => role switch
    {
        KinRole.Parent => KinRole.Child,
        KinRole.Child => KinRole.Parent,
        KinRole.AdoptiveParent => KinRole.AdoptiveChild,
        KinRole.AdoptiveChild => KinRole.AdoptiveParent,
        KinRole.FosterParent => KinRole.FosterChild,
        KinRole.FosterChild => KinRole.FosterParent,
        KinRole.StepParent => KinRole.StepChild,
        KinRole.StepChild => KinRole.StepParent,
        KinRole.Spouse => KinRole.Spouse,
        KinRole.CommonLawPartner => KinRole.CommonLawPartner,
        KinRole.Sibling => KinRole.Sibling,
        KinRole.Carer => KinRole.CaredFor,
        KinRole.CaredFor => KinRole.Carer,
        KinRole.KeyPerson => KinRole.KeyPersonFor,
        KinRole.KeyPersonFor => KinRole.KeyPerson,
    };

    /// <summary>True when the second is a parent of the first, by whatever means.</summary>
    public static bool IsParent(this KinRole role) => role is KinRole.Parent or KinRole.AdoptiveParent or KinRole.FosterParent or KinRole.StepParent;

    /// <summary>True for a couple.</summary>
    public static bool IsCouple(this KinRole role) => role is KinRole.Spouse or KinRole.CommonLawPartner;

    /// <summary>True for what is so by birth and never ends.</summary>
    public static bool IsByBirth(this KinRole role) => role is KinRole.Parent or KinRole.Child or KinRole.Sibling;
}
