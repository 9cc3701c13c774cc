namespace Tsunagi.Web.Features.Demo.Population.Register;

/// <summary>One record while a desk writes it: the truth first, then what went wrong.</summary>
public sealed class Draft
{
    /// <summary>A draft that says everything, as it is.</summary>
    public Draft(Citizen citizen)
    {
        Citizen = citizen;
        (Family, Given, FamilyKana, GivenKana) = (citizen.Family, citizen.Given, citizen.FamilyKana, citizen.GivenKana);
        (Year, Month, Day, Sex) = (citizen.Born.Year, citizen.Born.Month, citizen.Born.Day, citizen.Sex);
        Home = citizen.Home;
        Phone = citizen.Landline ?? citizen.Mobile;
    }

    /// <summary>Who the record is about.</summary>
    public Citizen Citizen { get; }

    public string Family { get; set; }
    public string Given { get; set; }
    public string FamilyKana { get; set; }
    public string GivenKana { get; set; }
    public int? Year { get; set; }
    public int? Month { get; set; }
    public int? Day { get; set; }
    public Sex? Sex { get; set; }
    public Residence? Home { get; set; }
    public string? Phone { get; set; }

    /// <summary>Whether year, month and day are all still written.</summary>
    public bool IsFull => Year is not null && Month is not null && Day is not null;
}
