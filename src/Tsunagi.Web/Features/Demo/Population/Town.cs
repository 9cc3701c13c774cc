using System.Globalization;

namespace Tsunagi.Web.Features.Demo.Population;

/// <summary>
/// 架空の町: households and people made from a seed. The same seed, number and day make the same town; a larger town begins
/// with the smaller one. Forms of households and ages are plausible for an inner ward of Tokyo, and make the households
/// that the programme is for more frequent than they are.
/// </summary>
public sealed class Town(NameLists names, Places places, DateOnly today, int seed, Weighted<HomeForm>? forms = null)
{
    /// <summary>About what a census counts in an inner ward: for a population that the programme's households are a small part of.</summary>
    public static Weighted<HomeForm> CensusForms { get; } = new(
    [
        (HomeForm.Single, 380), (HomeForm.SingleElder, 115), (HomeForm.Couple, 95), (HomeForm.ElderCouple, 85), (HomeForm.CoupleWithChildren, 225),
        (HomeForm.SingleParent, 55), (HomeForm.EightyFifty, 20), (HomeForm.ThreeGenerations, 15), (HomeForm.Siblings, 8), (HomeForm.GrandparentsWithGrandchild, 2),
    ]);

    private static readonly Weighted<HomeForm> Forms = new(
    [
        (HomeForm.Single, 24), (HomeForm.SingleElder, 18), (HomeForm.Couple, 9), (HomeForm.ElderCouple, 12), (HomeForm.CoupleWithChildren, 15),
        (HomeForm.SingleParent, 7), (HomeForm.EightyFifty, 7), (HomeForm.ThreeGenerations, 3), (HomeForm.Siblings, 3), (HomeForm.GrandparentsWithGrandchild, 2),
    ]);

    /// <summary>Households until the town has exactly that many people.</summary>
    public IEnumerable<Home> Homes(int persons)
    {
        var left = persons;
        for (var number = 1; left > 0; number++)
        {
            var home = Make(number, left);
            left -= home.Members.Count;
            yield return home;
        }
    }

    private Home Make(int number, int most)
    {
        // Each household has a random source of its own, so that one that is made differently does not change the next.
        var random = new Random(unchecked(seed * 1_000_003 + number));
        var place = places.Choose(number, random);
        var form = (forms ?? Forms).Draw(random);
        var members = Members(form, random);
        return new(number, form, place.AreaCode, place.DistrictCode, places.Address(place, random), members.Count > most ? members[..most] : members);
    }

    private List<Resident> Members(HomeForm form, Random random)
    {
        var home = new HomeInMaking(names, today, random);
        switch (form)
        {
            case HomeForm.Single:
                home.Add("self", AnySex(random), random.Next(20, 65));
                break;
            case HomeForm.SingleElder:
                home.Add("self", random.Next(100) < 68 ? Sex.Female : Sex.Male, random.Next(65, 97));
                break;
            case HomeForm.Couple:
                home.AddCouple(random.Next(26, 65));
                break;
            case HomeForm.ElderCouple:
                home.AddCouple(random.Next(66, 94));
                break;
            case HomeForm.CoupleWithChildren:
                var parents = random.Next(30, 54);
                home.AddCouple(parents);
                home.AddChildren(random.Next(1, 4), parents - 28);
                break;
            case HomeForm.SingleParent:
                var parent = random.Next(25, 52);
                home.Add("self", random.Next(100) < 86 ? Sex.Female : Sex.Male, parent);
                home.AddChildren(random.Next(1, 4), parent - 24);
                break;
            case HomeForm.EightyFifty:
                var elder = random.Next(76, 93);
                if (random.Next(100) < 40) home.AddCouple(elder);
                else home.Add("self", random.Next(100) < 75 ? Sex.Female : Sex.Male, elder);
                home.AddChild(AnySex(random), elder - random.Next(25, 34));
                break;
            case HomeForm.ThreeGenerations:
                var old = random.Next(66, 86);
                home.Add("self", AnySex(random), old);
                home.AddChild(Sex.Male, old - 29);
                home.Add("child-in-law", Sex.Female, old - 30);
                home.Add("grandchild", AnySex(random), Math.Max(0, old - 29 - random.Next(28, 36)));
                break;
            case HomeForm.Siblings:
                var first = random.Next(48, 84);
                home.Add("self", AnySex(random), first);
                var sibling = AnySex(random);
                home.Add(sibling == Sex.Female ? "younger-sister" : "younger-brother", sibling, first - random.Next(1, 7));
                break;
            case HomeForm.GrandparentsWithGrandchild:
                var grand = random.Next(62, 82);
                home.AddCouple(grand);
                home.Add("grandchild", AnySex(random), random.Next(4, 20));
                break;
        }
        return home.Members;
    }

    private static Sex AnySex(Random random) => random.Next(2) == 0 ? Sex.Female : Sex.Male;
}

/// <summary>One household while it is being filled.</summary>
sealed class HomeInMaking(NameLists names, DateOnly today, Random random)
{
    private readonly (string Name, string Kana) surname = names.Surname(random);

    public List<Resident> Members { get; } = [];

    public void Add(string relation, Sex sex, int age)
    {
        var born = today.AddYears(-age).AddDays(-random.Next(1, 365));
        var given = names.Given(sex, born.Year, random);
        Members.Add(new(surname.Name, given.Name, surname.Kana, given.Kana, sex, born, relation, PhoneOf(age)));
    }

    public void AddCouple(int age)
    {
        Add("self", Sex.Male, age);
        Add("spouse", Sex.Female, Math.Max(19, age - random.Next(-2, 6)));
    }

    public void AddChildren(int count, int oldest)
    {
        var age = Math.Clamp(oldest, 0, 24);
        for (var i = 0; i < count && age >= 0; i++, age -= random.Next(2, 5)) AddChild(random.Next(2) == 0 ? Sex.Female : Sex.Male, age);
    }

    public void AddChild(Sex sex, int age) => Add(sex == Sex.Female ? "daughter" : "son", sex, age);

    // Numbers that cannot be anybody's: after the area code 03 no exchange begins with 0, and after 090 no number begins
    // with 0 (numbering plan of the Ministry of Internal Affairs and Communications).
    private string? PhoneOf(int age)
    {
        var last = random.Next(10_000).ToString("0000", CultureInfo.InvariantCulture);
        var landline = random.Next(100) < (age >= 65 ? 60 : 10);
        return age < 13 || random.Next(100) < 8 ? null : (landline ? "03-0000-" : "090-0000-") + last;
    }
}
