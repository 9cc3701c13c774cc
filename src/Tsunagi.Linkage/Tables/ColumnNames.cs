using System.Text;

namespace Tsunagi.Linkage.Tables;

/// <summary>Recognises what a column holds by its heading.</summary>
public static class ColumnNames
{
    private static readonly Dictionary<string, ColumnKind> Known = new(StringComparer.Ordinal);
    // A table has any number of these; a second surname is somebody else's.
    private static readonly HashSet<ColumnKind> OfAnyone = [ColumnKind.Address, ColumnKind.Postcode, ColumnKind.Phone, ColumnKind.Email];

    static ColumnNames()
    {
        Learn(ColumnKind.GivenName, "givenname", "firstname", "forename", "given", "fname", "forenames", "givennames", "firstnames", "名", "名前名", "名漢字", "名称名");
        Learn(ColumnKind.Surname, "surname", "lastname", "familyname", "family", "lname", "姓", "氏", "苗字", "名字", "姓漢字", "氏漢字");
        Learn(ColumnKind.FullName, "fullname", "name", "personname", "氏名", "姓名", "名前", "お名前", "氏名漢字", "漢字氏名", "利用者氏名", "本人氏名", "対象者氏名", "宛名氏名");
        Learn(ColumnKind.GivenNameKana, "givennamekana", "firstnamekana", "givenkana", "名カナ", "名かな", "メイ", "めい", "名フリガナ", "名ふりがな", "カナ名");
        Learn(ColumnKind.SurnameKana, "surnamekana", "lastnamekana", "familykana", "姓カナ", "氏カナ", "姓かな", "氏かな", "セイ", "せい", "姓フリガナ", "氏フリガナ", "姓ふりがな", "氏ふりがな", "カナ姓", "カナ氏");
        Learn(ColumnKind.FullNameKana, "kana", "namekana", "fullnamekana", "furigana", "カナ", "かな", "フリガナ", "ふりがな", "氏名カナ", "氏名かな", "カナ氏名", "かな氏名", "氏名フリガナ", "氏名ふりがな", "シメイ");
        Learn(ColumnKind.BirthDate, "dateofbirth", "dob", "birthdate", "birthday", "born", "birth", "生年月日", "誕生日", "出生年月日", "和暦生年月日", "西暦生年月日");
        Learn(ColumnKind.Age, "age", "年齢");
        Learn(ColumnKind.Sex, "sex", "gender", "性別");
        Learn(ColumnKind.Address, "address", "fulladdress", "addr", "postaladdress", "住所", "現住所", "所在地", "居所", "住所地", "連絡先住所");
        Learn(ColumnKind.AddressLine, "address1", "address2", "address3", "addressline1", "addressline2", "street", "streetname", "streetaddress", "町名", "町字", "丁目", "方書", "建物", "建物名", "方書き", "住所1", "住所2", "番地以降");
        Learn(ColumnKind.HouseNumber, "streetnumber", "housenumber", "houseno", "streetno", "番地", "番地号");
        Learn(ColumnKind.Town, "suburb", "city", "town", "municipality", "locality", "village", "rescity", "市区町村", "市町村", "区市町村", "市区");
        Learn(ColumnKind.Region, "state", "county", "province", "region", "country", "prefecture", "都道府県", "県");
        Learn(ColumnKind.Postcode, "postcode", "zip", "zipcode", "postalcode", "postcodefake", "郵便番号", "〒");
        Learn(ColumnKind.Phone, "phone", "phonenumber", "phonenum", "phoneno", "telno", "telephone", "tel", "mobile", "mobilephone", "cellphone", "homephone", "fax", "faxnumber", "FAX番号", "ファックス", "電話番号", "電話", "携帯電話", "携帯", "携帯番号", "連絡先", "連絡先電話番号", "自宅電話");
        Learn(ColumnKind.Email, "email", "emailaddress", "mail", "メール", "メールアドレス");
        Learn(ColumnKind.Identifier, "socsecid", "ssn", "socialsecuritynumber", "nationalid", "nationalinsurancenumber", "nino", "passport", "nhsnumber", "保険証番号", "被保険者番号", "受給者番号", "手帳番号");
        Learn(ColumnKind.Occupation, "occupation", "job", "profession", "職業", "勤務先");
        Learn(ColumnKind.BirthPlace, "birthplace", "placeofbirth", "bornin", "出生地", "出身地", "本籍", "本籍地", "本籍都道府県");
    }

    /// <summary>What a column of this heading holds, or null when the heading does not say it.</summary>
    /// <remarks>
    /// Upper and lower case, width, blanks, underscores, hyphens and brackets make no difference. A heading that is not a usual one is known
    /// by its last words where it says how to reach somebody (<c>home phone</c>), and as a text where it ends as a name does (<c>site name</c>, 施設名).
    /// </remarks>
    public static ColumnKind? Recognise(string heading) => Known.TryGetValue(Plain(heading), out var kind) ? kind : ByItsEnd(heading);

    private static ColumnKind? ByItsEnd(string heading)
    {
        var words = heading.Normalize(NormalizationForm.FormKC).Split([' ', '_', '-', '.', '/'], StringSplitOptions.RemoveEmptyEntries);
        for (var first = 1; first < words.Length; first++)
            if (Known.TryGetValue(Plain(string.Concat(words[first..])), out var kind) && OfAnyone.Contains(kind)) return kind;
        return words.Length > 1 && Plain(words[^1]) == "name" || Plain(heading) is [_, .., '名'] ? ColumnKind.Text : null;
    }

    private static void Learn(ColumnKind kind, params ReadOnlySpan<string> headings)
    {
        foreach (var heading in headings) Known.Add(Plain(heading), kind);
    }

    private static string Plain(string heading)
    {
        var plain = new StringBuilder(heading.Length);
        foreach (var c in heading.Normalize(NormalizationForm.FormKC))
            if (char.IsLetterOrDigit(c) || c is 'ー' or '〒') plain.Append(char.ToLowerInvariant(c));
        return plain.ToString();
    }
}
