using Microsoft.EntityFrameworkCore;
using Tsunagi.Data;
using Tsunagi.Data.Bulk;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.Profiles;
using Tsunagi.Web.Tests.Support;

namespace Tsunagi.Web.Tests.Search;

/// <summary>A desk that has written down some thousand made-up people (架空), and a few more whom a test looks for among them.</summary>
public sealed class SearchTown(TestCluster cluster) : TestApp(cluster)
{
    /// <summary>How many of them.</summary>
    public const int Size = 3000;

    private static readonly DateOnly Today = new(2026, 4, 1);
    private readonly IdSource ids = IdSource.Seeded(new FixedClock(JapanTime.At(Today, new(9, 0))), new Random(53));

    /// <summary>The many.</summary>
    public IReadOnlyList<Resident> Residents { get; private set; } = [];

    /// <summary>Whose id each of them has.</summary>
    public Dictionary<Resident, Id<Person>> Ids { get; } = new(ReferenceEqualityComparer.Instance);

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await using var db = Database.OpenAsOwner();
        var stamp = await StampAsync(db, TestTown.Desk, TestOrganisations.Desk);
        var places = Places.Of(ProfileReader.Read(ProfileFolder.Find(Profile)).Required(), Today);
        var homes = new Town(NameLists.Load(), places, Today, seed: 5).Homes(Size).ToList();
        Residents = [.. homes.SelectMany(h => h.Members)];
        foreach (var home in homes)
            foreach (var resident in home.Members)
                Ids[resident] = Add(db, DetailsOf(resident, home.Address), stamp).Id;
        await new BulkCopy(db).RunAsync(CancellationToken.None);
    }

    /// <summary>Writes somebody down at a desk, past the pages.</summary>
    public async Task<Id<Person>> WriteAsync(PersonDetails details, string login = TestTown.Desk, string organisation = TestOrganisations.Desk)
    {
        await using var db = Database.OpenAsOwner();
        var stamp = await StampAsync(db, login, organisation);
        var person = Add(db, details, stamp);
        await db.SaveAsync(new WorkContext(stamp, Permission.WritePerson), CancellationToken.None);
        return person.Id;
    }

    /// <summary>Writes many down at the desk, past the pages.</summary>
    public async Task WriteAllAsync(IEnumerable<PersonDetails> many)
    {
        await using var db = Database.OpenAsOwner();
        var stamp = await StampAsync(db, TestTown.Desk, TestOrganisations.Desk);
        foreach (var details in many) Add(db, details, stamp);
        await new BulkCopy(db).RunAsync(CancellationToken.None);
    }

    /// <summary>Lets an organisation see some of a record from now on.</summary>
    public async Task LendAsync(Id<Person> person, string organisation, FieldClasses fields, DateTimeOffset? until = null)
    {
        await using var db = Database.OpenAsOwner();
        var grant = Grant.ToOrganisation(ids.Next<Grant>(), RootRef.Of(RootKind.Person, person), TestOrganisations.Id(organisation), AccessLevel.Read, GrantBasis.Consent, DateTimeOffset.UnixEpoch);
        db.Grants.Add(until is { } end ? grant.Only(fields).EndAt(end) : grant.Only(fields));
        await db.SaveChangesAsync();
    }

    /// <summary>A stamp of somebody.</summary>
    public static async Task<Stamp> StampAsync(AppDb db, string login, string organisation) =>
        new(await db.Accounts.Where(a => a.Login == login).Select(a => a.Id).SingleAsync(), TestOrganisations.Id(organisation), JapanTime.At(Today, new(9, 0)));

    private Person Add(AppDb db, PersonDetails details, Stamp stamp)
    {
        var person = Person.Write(ids.Next<Person>(), details, Today, stamp).Value;
        db.Persons.Add(person);
        db.Grants.Add(Grant.ToOrganisation(ids.Next<Grant>(), person.Root, stamp.Organisation, AccessLevel.Manage, GrantBasis.Assignment, stamp.At));
        return person;
    }

    private static PersonDetails DetailsOf(Resident resident, string address) =>
        new(PersonName.Of(resident.Family, resident.Given, resident.FamilyKana, resident.GivenKana), PersonSource.Self)
        {
            BirthDate = PartialDate.Of(resident.Born),
            Location = new(AddressKind.Known, address),
            Phones = PhoneNumber.TryParse(resident.Phone, null, out var number) ? [new(number)] : [],
        };
}
