namespace Tsunagi.Linkage.Tables;

/// <summary>What a column tells of a person.</summary>
public enum ColumnKind
{
    /// <summary>名, a given name.</summary>
    GivenName,
    /// <summary>氏, a surname.</summary>
    Surname,
    /// <summary>氏名 in one column.</summary>
    FullName,
    /// <summary>名のふりがな.</summary>
    GivenNameKana,
    /// <summary>氏のふりがな.</summary>
    SurnameKana,
    /// <summary>氏名のふりがな in one column.</summary>
    FullNameKana,
    /// <summary>生年月日.</summary>
    BirthDate,
    /// <summary>年齢 in years.</summary>
    Age,
    /// <summary>性別.</summary>
    Sex,
    /// <summary>住所, a whole address.</summary>
    Address,
    /// <summary>A line of an address: street, house name.</summary>
    AddressLine,
    /// <summary>番地, a house number.</summary>
    HouseNumber,
    /// <summary>市区町村, a town, city or suburb.</summary>
    Town,
    /// <summary>都道府県, a state, county or country.</summary>
    Region,
    /// <summary>郵便番号.</summary>
    Postcode,
    /// <summary>電話番号.</summary>
    Phone,
    /// <summary>An e-mail address.</summary>
    Email,
    /// <summary>A number that is given to one person, such as an insurance number.</summary>
    Identifier,
    /// <summary>職業.</summary>
    Occupation,
    /// <summary>出生地・本籍地.</summary>
    BirthPlace,
    /// <summary>Any other word that two records of one person should share.</summary>
    Text,
}
