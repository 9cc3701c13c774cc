using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Tests.Linkage.Japanese;

public sealed class Folding_characters
{
    const string MustJoin =
        "渡邊渡辺 渡邉渡辺 髙橋高橋 山﨑山崎 山嵜山崎 齋藤斎藤 齊藤斉藤 德田徳田 濵田浜田 濱田浜田 小嶋小島 小嶌小島 櫻井桜井 惠子恵子 眞一真一 廣瀨広瀬 龍子竜子 澤田沢田 "
        + "國井国井 𠮷田吉田 桒原桑原 大舘大館 圓谷円谷 榮子栄子 豐田豊田 彌生弥生 邉見辺見 黑田黒田 靑木青木 淸水清水 內田内田 增田増田 橫山横山 鄕田郷田 栁田柳田 姬野姫野 "
        + "曾根曽根 冨田富田 峯岸峰岸 埜村野村 中薗中園 穐山秋山 桝田枡田 栢木柏木 楳原梅原 渕上淵上 渊上淵上 嶽本岳本 巖巌 槇村槙村 遙遥 瑤子瑶子 凜凛 檜山桧山 萬田万田 "
        + "飯塚飯塚 福祉福祉 佐々木佐佐木 ﾔﾏﾀﾞヤマダ ＡＢＣabc 張张 陳陈";

    const string MustNotJoin =
        "斉藤斎藤 大埼大崎 已巳 巳己 佑祐 太郎太朗 太大 史吏 崇祟 玉王 書昼 師帥 綱網 土士 末未 藤籐 阪坂 着著 切功 島鳥 辺部 佳隹 原源 沢択 伊井 郎朗 吊弔 舛升 宍肉 柳梁 椙杉";

    [Fact]
    public void Variants_of_a_character_are_one() => Assert.Empty(Apart(MustJoin));

    [Fact]
    public void Different_characters_stay_apart() => Assert.Empty(Joined(MustNotJoin));

    [Fact]
    public void A_wrong_list_would_be_noticed()
    {
        Assert.Equal(["斉藤斎藤"], Apart("髙高 斉藤斎藤"));
        Assert.Equal(["髙高"], Joined("斉斎 髙高"));
    }

    [Theory]
    [InlineData("渡\u3000邊　花子", "渡辺花子")]
    [InlineData("渡邉\U000E0102太郎", "渡辺太郎")]
    [InlineData("葛\uDB40\uDD00城", "葛城")]
    [InlineData("ｶﾞｯｺｳ", "ガッコウ")]
    [InlineData("か゛", "が")]
    [InlineData("オ－ノ", "オーノ")]
    [InlineData("ｵｰﾉ〜", "オーノー")]
    [InlineData("コーポ-3", "コーポ-3")]
    [InlineData("1－2−3‐4ー5", "1-2-3-4-5")]
    [InlineData("ジョン・スミス", "ジョンスミス")]
    [InlineData("みすゞ", "みすず")]
    [InlineData("々", "々")]
    [InlineData("㋿", "令和")]
    [InlineData("O’Brien", "O'BRIEN")]
    [InlineData("", "")]
    public void Any_writing_becomes_one(string written, string folded) => Assert.Equal(folded, CharacterFolding.Fold(written));

    [Theory]
    [InlineData("  渡邊 \u3000 花子 ", "渡辺 花子")]
    [InlineData("ｼﾞｮﾝ･ｽﾐｽ", "ジョン・スミス")]
    public void Blanks_are_kept_on_request(string written, string folded) => Assert.Equal(folded, CharacterFolding.Fold(written, keepBlanks: true));

    [Fact]
    public void A_lone_surrogate_is_a_character_nobody_can_read() => Assert.Equal("渡\uFFFD", CharacterFolding.Fold("渡\uD800"));

    [Fact]
    public void A_folded_text_is_returned_as_it_is()
    {
        const string Folded = "渡辺花子";
        Assert.Same(Folded, CharacterFolding.Fold(Folded));
    }

    [Theory]
    [InlineData("斉藤", "斎藤", true)]
    [InlineData("佑子", "祐子", true)]
    [InlineData("太朗", "太郎", true)]
    [InlineData("太朗", "大郎", true)]
    [InlineData("斎藤", "斎藤", false)]
    [InlineData("斉藤", "佐藤", false)]
    [InlineData("斉藤", "斉藤一", false)]
    public void Characters_mixed_up_are_weaker_evidence(string a, string b, bool confusable)
    {
        Assert.Equal(confusable, CharacterFolding.AreConfusable(a, b));
        Assert.Equal(confusable, CharacterFolding.AreConfusable(b, a));
        Assert.Equal(confusable || a == b, CharacterFolding.LooseKey(a) == CharacterFolding.LooseKey(b));
    }

    [Fact]
    public void No_character_is_lost_between_the_two_keys()
    {
        var kanji = Enumerable.Range('\u4E00', 0x9FFF - 0x4E00).Select(c => ((char)c).ToString()).ToList();
        Assert.All(kanji, c => Assert.Equal(CharacterFolding.LooseKey(c), CharacterFolding.LooseKey(CharacterFolding.LooseKey(c))));
        Assert.All(kanji.Select(c => CharacterFolding.Fold(c)), c => Assert.Equal(CharacterFolding.LooseKey(c), CharacterFolding.Fold(CharacterFolding.LooseKey(c))));
        // What folding joins is a small part of all; a chain through the tables would show as one large class.
        Assert.InRange(kanji.Select(c => CharacterFolding.Fold(c)).Distinct().Count(), 11_000, 17_000);
        Assert.InRange(kanji.CountBy(c => CharacterFolding.Fold(c)).Max(c => c.Value), 8, 20);
    }

    static string[] Apart(string pairs) => [.. Halves(pairs).Where(p => CharacterFolding.Fold(p.A) != CharacterFolding.Fold(p.B)).Select(p => p.A + p.B)];

    static string[] Joined(string pairs) => [.. Halves(pairs).Where(p => CharacterFolding.Fold(p.A) == CharacterFolding.Fold(p.B)).Select(p => p.A + p.B)];

    static IEnumerable<(string A, string B)> Halves(string pairs) =>
        from pair in pairs.Split(' ')
        let runes = pair.EnumerateRunes().Select(r => r.ToString()).ToArray()
        let half = pair.StartsWith('ﾔ') ? 4 : runes.Length / 2
        select (string.Concat(runes[..half]), string.Concat(runes[half..]));
}
