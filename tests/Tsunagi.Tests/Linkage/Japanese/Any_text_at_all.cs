using System.Text;
using Tsunagi.Linkage.Japanese;

namespace Tsunagi.Tests.Linkage.Japanese;

/// <summary>Properties that hold for every text, tried on texts made of the pieces that break readers.</summary>
public sealed class Any_text_at_all
{
    static readonly string[] Pieces =
    [
        "渡邊", "髙", "𠮷", "﨑", "邉\U000E0102", "\uD800", "\uDC00", "\uFE00", "か゛", "ｶﾞ", "ﾞ", "ー", "〜", "-", "々", "ゞ", " ", "\u3000", "\t", "\0", "\u200B", "\u202E", "\uFEFF",
        "太子堂", "三", "十", "丁目", "番", "号", "条", "字", "大字", "郡", "市", "区", "東京都", "世田谷区", "コーポ", "〒", "（", "）", "旧姓", "通称", "様", "昭和", "S", "元", "年", "月", "日",
        "1", "23", "１２", "19480501", "99999999999999999999", "/", ".", "+81", "内線", "É", "ǰ", "ß", "ŉ", "\u0301", "´", "\u0345", "ffi", "㍼", "½", "Ⅳ", "👩‍👩‍👧", "<script>", "' OR 1=1", "'", "N", "KYO", "TCH",
    ];

    static readonly List<string> Texts = Make(4000);

    [Fact]
    public void Folds_once_and_for_all() => Assert.Empty(Broken(t => CharacterFolding.Fold(CharacterFolding.Fold(t)) == CharacterFolding.Fold(t)));

    [Fact]
    public void Folds_once_and_for_all_with_blanks() =>
        Assert.Empty(Broken(t => CharacterFolding.Fold(CharacterFolding.Fold(t, keepBlanks: true), keepBlanks: true) == CharacterFolding.Fold(t, keepBlanks: true)));

    [Fact]
    public void Folds_to_text_that_can_be_stored() => Assert.Empty(Broken(t => CharacterFolding.Fold(t).EnumerateRunes().All(r => r.Value is not 0 and < 0xE0100)));

    [Fact]
    public void A_property_that_does_not_hold_is_noticed() => Assert.NotEmpty(Broken(t => t == CharacterFolding.Fold(t)));

    [Fact]
    public void Is_read_by_every_reader_the_same_twice()
    {
        Assert.Empty(Broken(t => Told(t) == Told(t)));
        Assert.All(["", " ", "\uD800", new string('一', 5000), new string('(', 5000), new string('1', 5000)], t => Assert.NotNull(Told(t)));
    }

    [Fact]
    public void Agrees_the_same_from_either_side()
    {
        var random = new Random(7);
        foreach (var a in Texts)
        {
            var b = random.Next(3) == 0 ? a + Pieces[random.Next(Pieces.Length)] : Texts[random.Next(Texts.Count)];
            Assert.Equal(Grades(a, b), Grades(b, a));
        }
    }

    [Fact]
    public void Agrees_with_itself()
    {
        Assert.Empty(Broken(t => BirthDate.Read(t) is var d && BirthDate.Compare(d, d) is BirthDateAgreement.Unknown or BirthDateAgreement.Same or BirthDateAgreement.SameButPartial));
        Assert.Empty(Broken(t => Address.Compare(Address.Read(t), Address.Read(t)) is AddressAgreement.Unknown or AddressAgreement.Same or AddressAgreement.SameTown or AddressAgreement.SameCity));
        Assert.Empty(Broken(t => Phone.Compare(Phone.Digits(t), Phone.Digits(t)) is PhoneAgreement.Unknown or PhoneAgreement.Same));
        Assert.All(Texts, t => Assert.Equal(Address.Read(t), Address.Read(t)));
    }

    [Fact]
    public void Is_read_by_many_at_once_as_by_one()
    {
        var alone = Texts.ConvertAll(Told);
        Assert.Equal(alone, Texts.AsParallel().AsOrdered().Select(Told));
    }

    static string Told(string text)
    {
        var told = new StringBuilder(CharacterFolding.Fold(text)).Append(CharacterFolding.LooseKey(CharacterFolding.Fold(text)));
        told.Append(Kana.ToKatakana(text)).Append(Kana.Phonetic(text)).Append(Kana.PhoneticLoose(text)).Append(Kana.FromRomaji(text)).Append(Kana.ToRomaji(text));
        told.Append(Kana.IsKana(text)).Append(Kana.IsRomaji(text)).Append(Readings.Split(CharacterFolding.Fold(text))).Append(string.Concat(PersonName.Variants(text)));
        told.Append(Readings.Agree(text, text, NamePart.GivenName)).Append(BirthDate.Read(text)).Append(Address.Read(text)).Append(Phone.Digits(text));
        return told.ToString();
    }

    static string Grades(string a, string b) =>
        $"{BirthDate.Compare(BirthDate.Read(a), BirthDate.Read(b))} {Address.Compare(Address.Read(a), Address.Read(b))} {Phone.Compare(Phone.Digits(a), Phone.Digits(b))} {CharacterFolding.AreConfusable(a, b)}";

    static List<string> Broken(Func<string, bool> property) => Texts.FindAll(t => !property(t));

    static List<string> Make(int count)
    {
        var random = new Random(20261122);
        string One() => string.Concat(Enumerable.Range(0, random.Next(1, 9)).Select(_ => random.Next(8) == 0 ? ((char)random.Next(char.MaxValue + 1)).ToString() : Pieces[random.Next(Pieces.Length)]));
        return [.. Enumerable.Range(0, count).Select(_ => One())];
    }
}
