using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Shared;
using Tsunagi.Web.Features.Consents;

namespace Tsunagi.Web.Features.Demo.Story;

/// <summary>同意の物語: what the stories of plans and of matters both need.</summary>
public sealed class ConsentStories(Stage stage)
{
    /// <summary>Explains it to the person the case is about.</summary>
    public Task<Id<Consent>> ExplainAsync(OpenedCase opened, int months) => stage.MakeAsync(opened.Worker, s => s.GetRequiredService<ExplainConsent>().RunAsync(opened.Id, new()
    {
        Subject = opened.People[0],
        Purposes = ["plan-conference", "plan", "handoff"],
        Recipients = ["ward", "welfare-desk", "shakyo", "elder-care"],
        Fields = ["name", "contact", "household", "consultation", "assessment", "plan", "wishes"],
        From = Books.Iso(stage.Today),
        Until = Books.Iso(stage.Today.AddMonths(months).AddDays(-1)),
        Explainer = "架空 協子",
        Language = "日本語",
        Words = "だれに何を伝えるかを、紙で一緒に確かめた。",
    }, CancellationToken.None));

    /// <summary>They give it in writing.</summary>
    public Task GiveAsync(OpenedCase opened, Id<Consent> consent)
    {
        var age = opened.Home.Members[0].AgeOn(stage.Today);
        return stage.DoAsync(opened.Worker, s => s.GetRequiredService<AnswerConsent>().GiveAsync(consent, new()
        {
            Giver = ConsentGiver.Self,
            Form = ConsentForm.Written,
            Signature = SignatureKind.Signed,
            Age = age,
            Words = "「お願いします」",
        }, CancellationToken.None));
    }
}
