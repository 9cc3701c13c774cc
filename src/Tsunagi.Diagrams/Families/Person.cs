namespace Tsunagi.Diagrams.Families;

/// <summary>性別, as the symbol shows it.</summary>
public enum Sex
{
    /// <summary>不明・その他: △.</summary>
    Unknown,
    /// <summary>男性: □.</summary>
    Male,
    /// <summary>女性: ○.</summary>
    Female,
}

/// <summary>A person of a family, living or not.</summary>
/// <remarks>Equal when every property is.</remarks>
public sealed record Person
{
    /// <summary>A person.</summary>
    /// <param name="id">Unique in the family; no spaces or control characters, at most 100 characters.</param>
    /// <param name="name">As it is to be shown; empty when not known, at most 200 characters.</param>
    /// <param name="sex">Which symbol stands for them.</param>
    /// <param name="born">When; unknown by default.</param>
    /// <param name="died">When they died; null while nothing says they did.</param>
    /// <param name="isIndex">本人: the person the genogram is about.</param>
    /// <param name="isKey">キーパーソン.</param>
    /// <exception cref="DiagramException">An id or name out of these bounds.</exception>
    public Person(
        string id, string name, Sex sex = Sex.Unknown, PartialDate born = default, PartialDate? died = null, bool isIndex = false, bool isKey = false)
    {
        Id = Checked.Id(id);
        Name = Checked.Name(name);
        (Sex, Born, Died, IsIndex, IsKey) = (sex, born, died, isIndex, isKey);
    }

    /// <summary>Unique in the family.</summary>
    public string Id { get; }

    /// <summary>As it is shown; empty when not known.</summary>
    public string Name { get; }

    /// <summary>Which symbol stands for them.</summary>
    public Sex Sex { get; }

    /// <summary>When they were born.</summary>
    public PartialDate Born { get; }

    /// <summary>When they died; null while nothing says they did, <see cref="PartialDate.Unknown"/> when nobody knows the day.</summary>
    public PartialDate? Died { get; }

    /// <summary>本人: the person the genogram is about.</summary>
    public bool IsIndex { get; }

    /// <summary>キーパーソン.</summary>
    public bool IsKey { get; }

    /// <summary>The least and greatest age in whole years on a day, at death for who has died; null when not known.</summary>
    public (int Least, int Most)? AgeOn(DateOnly day) => Born.YearsUntil(Died is { } died && died.HasCome(day) ? died : PartialDate.Of(day));

    internal Person At(DateOnly day) =>
        Died is { } died && !died.HasCome(day) ? new(Id, Name, Sex, Born, null, IsIndex, IsKey) : this;
}
