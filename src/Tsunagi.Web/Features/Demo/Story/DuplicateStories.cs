using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.People;
using Tsunagi.Web.Features.Consultations;
using Tsunagi.Web.Features.Demo.Population;
using Tsunagi.Web.Features.People.SamePersons;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>同じ人かもしれない記録: somebody calls again and is written down anew; sooner or later somebody looks whether it is one person.</summary>
/// <param name="stage">Where it is played.</param>
/// <param name="books">What every story writes.</param>
/// <param name="days">Office hours.</param>
public sealed class DuplicateStories(Stage stage, Books books, Days days)
{
    /// <summary>Two records of one household, and what is made of the first of them.</summary>
    public async IAsyncEnumerable<DateTimeOffset> TwiceAsync(Worker desk, Home home, DateOnly start, SamePersonState end)
    {
        var random = new Random(home.Number);
        yield return days.At(start);
        await books.ReceiveAsync(desk, home, Lines.Worry(home, random), NextStep.Information);
        yield return days.After(start, 3, 9);
        var again = await books.ReceiveAsync(desk, home, Lines.Worry(home, random), NextStep.Information);
        if (end == SamePersonState.Suspected) yield break;
        var asked = await stage.ReadAsync(desk, db => db.SamePersonsOf(desk.At).AsNoTracking()
            .Where(s => s.State == SamePersonState.Suspected && db.Set<ConsultationPerson>().Any(p => p.ConsultationId == again && p.As == ConcernedAs.Subject && p.PersonId == s.SecondId)).FirstAsync());
        var input = new SamePersonInput { Version = asked.Version, Leading = asked.FirstId, Reason = end == SamePersonState.Same ? "生年月日と電話が同じ" : "同姓同名の別の方と電話で確かめた" };
        await stage.DoAsync(desk, s => end == SamePersonState.Same
            ? s.GetRequiredService<JudgeSamePerson>().MergeAsync(asked.Id, input, CancellationToken.None)
            : s.GetRequiredService<JudgeSamePerson>().TellApartAsync(asked.Id, input, CancellationToken.None));
    }
}
