using Tsunagi.Domain.Access;

namespace Tsunagi.Tests.Access;

/// <summary>What is done in a 支援会議 and with its 依頼票 is known by name, so that no list of everything done shows it (rules §2).</summary>
public sealed class What_belongs_to_matters
{
    [Fact]
    public void Is_every_permission_that_speaks_of_one_and_no_other()
    {
        var speaking = Enum.GetValues<Permission>().Where(p => IsOfMatter(p.ToString()) || Permissions.Of(p).Japanese.Replace("重層的支援会議", "", StringComparison.Ordinal) is var words
            && (words.Contains("支援会議", StringComparison.Ordinal) || words.Contains("依頼票", StringComparison.Ordinal)));
        Assert.Equal(speaking.Order(), Permissions.OfMatters.Order());
    }

    private static bool IsOfMatter(string name) => name.Contains("SupportConference", StringComparison.Ordinal) || name.Contains("WorkOrder", StringComparison.Ordinal);
}
