using Tsunagi.Domain.Access;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Tests.People;

namespace Tsunagi.Tests.Access;

public class ExclusionTests
{
    private static readonly Id<Account> Relative = IdSource.Named<Account>("relative");

    private static readonly Person Hanako = PersonTests.Write(PersonTests.Hanako);

    private static RefusalCode[] Codes(Outcome outcome) => [.. outcome.Refusals.Select(r => r.Code)];

    [Theory]
    [InlineData("山田 花子", true)]
    [InlineData("山田　花子", true)]
    [InlineData("山田花子", true)]
    [InlineData("やまだ はなこ", true)]
    [InlineData("ﾔﾏﾀﾞ ﾊﾅｺ", true)]
    [InlineData("山田 太郎", false)]
    [InlineData("山田", false)]
    [InlineData("花子 山田", false)]
    [InlineData("", false)]
    public void A_whole_name_or_reading_is_suspected_and_nothing_less(string worker, bool suspected) =>
        Assert.Equal(suspected, Kinship.Suspect(worker, PersonTests.Hanako.Name));

    [Fact]
    public void Nobody_is_suspected_of_kinship_with_the_nameless()
    {
        Assert.False(Kinship.Suspect("", PersonName.Unknown));
        Assert.False(Kinship.Suspect("山田", PersonName.Of("山田")));
    }

    [Fact]
    public void One_declares_for_oneself_without_reason_and_a_supervisor_for_others_with_one()
    {
        var id = IdSource.Named<ExclusionDeclaration>("x");
        Assert.True(ExclusionDeclaration.Declare(id, PersonTests.By.Account, Hanako, ExclusionKind.Relative, null, PersonTests.By).IsDone);
        Assert.Equal([RefusalCode.Required], Codes(ExclusionDeclaration.Declare(id, Relative, Hanako, ExclusionKind.Relative, null, PersonTests.By)));
        Assert.Equal([RefusalCode.UnknownCode], Codes(ExclusionDeclaration.Declare(id, Relative, Hanako, ExclusionKind.SuspectedRelative, "同姓", PersonTests.By)));
    }

    [Fact]
    public void It_is_cleared_with_a_reason_never_by_the_one_it_concerns_and_not_on_a_perpetrators_side()
    {
        var suspected = ExclusionDeclaration.Suspect(IdSource.Named<ExclusionDeclaration>("x"), Relative, Hanako, PersonTests.By.At);
        Assert.Equal([RefusalCode.SecondPersonNeeded], Codes(suspected.Clear("別人", PersonTests.By with { Account = Relative })));
        Assert.Equal([RefusalCode.Required], Codes(suspected.Clear(" ", PersonTests.By)));
        Assert.True(suspected.Clear("生年月日が違う別人", PersonTests.By).IsDone);
        Assert.False(suspected.IsHolding);
        var declared = ExclusionDeclaration.Declare(IdSource.Named<ExclusionDeclaration>("y"), Relative, Hanako, ExclusionKind.Relative, "申告", PersonTests.By).Value;
        Assert.Equal([RefusalCode.SecondPersonNeeded], Codes(declared.Clear("まちがい", PersonTests.By with { Account = Relative })));
        Assert.True(declared.Clear("別の人と取り違えた", PersonTests.By).IsDone);
        Assert.Equal([RefusalCode.WrongState], Codes(declared.Clear("もう一度", PersonTests.By)));
        var side = ExclusionDeclaration.Declare(IdSource.Named<ExclusionDeclaration>("z"), Relative, Hanako, ExclusionKind.PerpetratorSide, "担当", PersonTests.By).Value;
        Assert.Equal([RefusalCode.WrongState], Codes(side.Clear("まちがい", PersonTests.By)));
    }

    [Fact]
    public void A_perpetrators_side_on_the_wrong_account_is_taken_back_by_who_declared_it_or_the_privacy_officer()
    {
        ExclusionDeclaration Side() => ExclusionDeclaration.Declare(IdSource.Named<ExclusionDeclaration>("z"), Relative, Hanako, ExclusionKind.PerpetratorSide, "担当", PersonTests.By).Value;
        var (side, other) = (Side(), PersonTests.By with { Account = IdSource.Named<Account>("other") });
        Assert.Equal([RefusalCode.NotTheDeclarer], Codes(side.TakeBack("別の職員", false, other)));
        Assert.Equal([RefusalCode.NotTheDeclarer], Codes(side.TakeBack("別の職員", false, PersonTests.By with { Account = Relative })));
        Assert.Equal([RefusalCode.SecondPersonNeeded], Codes(side.TakeBack("別の職員", true, PersonTests.By with { Account = Relative })));
        Assert.Equal([RefusalCode.Required], Codes(side.TakeBack(" ", false, PersonTests.By)));
        Assert.True(side.TakeBack("別の職員", false, PersonTests.By).IsDone);
        Assert.Equal("別の職員", side.ClearReason);
        Assert.Equal([RefusalCode.WrongState], Codes(side.TakeBack("もう一度", false, PersonTests.By)));
        Assert.True(Side().TakeBack("別の職員", true, other).IsDone);
        var relative = ExclusionDeclaration.Declare(IdSource.Named<ExclusionDeclaration>("y"), Relative, Hanako, ExclusionKind.Relative, "申告", PersonTests.By).Value;
        Assert.Equal([RefusalCode.WrongState], Codes(relative.TakeBack("まちがい", true, other)));
    }
}
