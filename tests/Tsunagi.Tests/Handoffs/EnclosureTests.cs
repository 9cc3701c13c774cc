using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Shared;
using static Tsunagi.Tests.Handoffs.HandoffScene;

namespace Tsunagi.Tests.Handoffs;

public class EnclosureTests
{
    private readonly HandoffScene scene = new();

    private static Enclosure Of(EnclosedPart part, EnclosureOpens opens = EnclosureOpens.OnAcceptance, string basis = "consent") =>
        new(part, """{"text":"…"}""", basis, opens);

    [Fact]
    public void Before_acceptance_the_receiver_reads_only_what_was_ticked_for_receipt()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency, Of(EnclosedPart.Identity), Of(EnclosedPart.Narrative, EnclosureOpens.OnReceipt));
        Assert.Equal([EnclosedPart.Narrative], handoff.OpenTo(HandoffSide.Receiver).Select(e => e.Part));
        var acceptance = handoff.Accept(scene.NewCase(), null, Free, scene.As(Agency)).Value;
        Assert.Equal([EnclosedPart.Identity, EnclosedPart.Narrative], acceptance.Opened.Select(e => e.Part));
    }

    [Fact]
    public void Others_read_nothing()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency, Of(EnclosedPart.Identity, EnclosureOpens.OnReceipt));
        Assert.Empty(handoff.OpenTo(handoff.SideOf(OtherHub)));
    }

    [Fact]
    public void After_a_withdrawal_the_receiver_reads_nothing_any_more()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency, Of(EnclosedPart.Identity, EnclosureOpens.OnReceipt));
        handoff.Withdraw("本人の希望", scene.As(Desk));
        Assert.Empty(handoff.OpenTo(HandoffSide.Receiver));
    }

    [Theory]
    [InlineData("", RefusalCode.LegalBasisNeeded)]
    [InlineData("own-idea", RefusalCode.LegalBasisNotOffered)]
    public void Nothing_is_disclosed_without_a_basis_the_profile_offers(string basis, RefusalCode code)
    {
        var draft = scene.Draft(HandoffKind.ToDesk, HandoffReceiver.Inside(Agency), Of(EnclosedPart.Identity, basis: basis));
        var handoff = Handoff.Draft(scene.NewId<Handoff>(), draft, scene.As(Desk)).Value;
        Assert.Equal(new Refusal(code, "Identity"), Assert.Single(handoff.Send(Terms, scene.As(Desk)).Refusals));
    }

    [Fact]
    public void Some_bases_ask_why_they_fit()
    {
        var bare = Of(EnclosedPart.Identity, basis: "law");
        var handoff = Handoff.Draft(scene.NewId<Handoff>(), scene.Draft(HandoffKind.ToDesk, HandoffReceiver.Inside(Agency), bare), scene.As(Desk)).Value;
        Assert.Equal(new Refusal(RefusalCode.Required, "Identity.BasisReason"), Assert.Single(handoff.Send(Terms, scene.As(Desk)).Refusals));
        var reasoned = scene.Draft(HandoffKind.ToDesk, HandoffReceiver.Inside(Agency), bare with { BasisReason = "生活困窮者自立支援法による" });
        Assert.True(handoff.Revise(reasoned, scene.As(Desk)).IsDone);
        Assert.True(handoff.Send(Terms, scene.As(Desk)).IsDone);
    }

    [Fact]
    public void The_place_of_a_protected_person_cannot_be_enclosed()
    {
        var draft = scene.Draft(HandoffKind.ToDesk, HandoffReceiver.Inside(Agency), Of(EnclosedPart.Contact));
        var handoff = Handoff.Draft(scene.NewId<Handoff>(), draft, scene.As(Desk)).Value;
        Assert.Equal(RefusalCode.ProtectedLocation, Code(handoff.Send(Terms with { LocationProtected = true }, scene.As(Desk))));
        Assert.DoesNotContain(Enum.GetNames<EnclosedPart>(), n => n.Contains("Location", StringComparison.Ordinal));
    }

    [Fact]
    public void A_redirect_holds_the_copies_back_until_the_sender_has_named_a_basis_for_the_new_receiver()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency, Of(EnclosedPart.Identity, EnclosureOpens.OnReceipt), Of(EnclosedPart.Contact));
        var next = handoff.Redirect(scene.NewId<Handoff>(), new(HandoffKind.ToDesk, HandoffReceiver.Inside(Hub), "より近い", false), scene.As(Agency)).Value;
        Assert.Empty(next.OpenTo(HandoffSide.Receiver));
        Assert.Equal(RefusalCode.NotAllowed, Code(next.ReleaseEnclosure(EnclosedPart.Identity, "consent", null, Terms, scene.As(Hub))));
        Assert.Equal(RefusalCode.LegalBasisNotOffered, Code(next.ReleaseEnclosure(EnclosedPart.Identity, "?", null, Terms, scene.As(Desk))));
        Assert.Equal(RefusalCode.ProtectedLocation, Code(next.ReleaseEnclosure(EnclosedPart.Contact, "consent", null, Terms with { LocationProtected = true }, scene.As(Desk))));
        Assert.True(next.ReleaseEnclosure(EnclosedPart.Identity, "within-purpose", null, Terms, scene.As(Desk)).IsDone);
        Assert.Equal("within-purpose", Assert.Single(next.OpenTo(HandoffSide.Receiver)).LegalBasis);
    }

    [Fact]
    public void Within_one_center_the_copies_travel_along()
    {
        var handoff = scene.Sent(HandoffKind.ToHub, Hub, Of(EnclosedPart.Assessment, EnclosureOpens.OnReceipt));
        var next = handoff.Redirect(scene.NewId<Handoff>(), new(HandoffKind.ToHub, HandoffReceiver.Inside(OtherHub), "課内調整", true), scene.As(Hub)).Value;
        Assert.Single(next.OpenTo(HandoffSide.Receiver));
    }

    [Fact]
    public void Disclosures_are_recorded_with_their_basis_but_never_with_their_content()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency, Of(EnclosedPart.Identity, EnclosureOpens.OnReceipt));
        var sent = Assert.Single(handoff.TakeEvents().OfType<HandoffSent>());
        Assert.Equal([new Disclosed(EnclosedPart.Identity, "consent")], sent.OnReceipt);
    }

    [Fact]
    public void On_paper_somebody_outside_gets_what_opens_on_receipt_and_the_rest_once_they_have_taken_it_on()
    {
        var handoff = scene.SentOutside(Of(EnclosedPart.Identity), Of(EnclosedPart.Narrative, EnclosureOpens.OnReceipt));
        Assert.Equal([EnclosedPart.Narrative], handoff.OnPaper(false).Select(e => e.Part));
        Assert.True(handoff.ConfirmOutside("相談員", "fax", scene.Now, scene.As(Desk)).IsDone);
        Assert.Equal([EnclosedPart.Identity, EnclosedPart.Narrative], handoff.OnPaper(false).Select(e => e.Part));
    }

    [Fact]
    public void On_paper_stands_no_more_than_the_receiver_reads_and_never_a_protected_place()
    {
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency, Of(EnclosedPart.Identity), Of(EnclosedPart.Contact, EnclosureOpens.OnReceipt));
        Assert.Equal([EnclosedPart.Contact], handoff.OnPaper(false).Select(e => e.Part));
        Assert.Empty(handoff.OnPaper(locationProtected: true));
        handoff.Accept(scene.NewCase(), null, Free, scene.As(Agency));
        Assert.Equal([EnclosedPart.Identity], handoff.OnPaper(locationProtected: true).Select(e => e.Part));
    }

    [Fact]
    public void What_was_not_sent_or_was_taken_back_goes_on_no_paper()
    {
        Assert.False(Handoff.Draft(scene.NewId<Handoff>(), scene.Draft(HandoffKind.ToDesk, HandoffReceiver.Inside(Agency)), scene.As(Desk)).Value.MayGoOnPaper);
        var handoff = scene.Sent(HandoffKind.ToDesk, Agency);
        Assert.True(handoff.MayGoOnPaper);
        handoff.Withdraw("本人の希望", scene.As(Desk));
        Assert.False(handoff.MayGoOnPaper);
    }

    [Fact]
    public void What_is_enclosed_in_a_request_for_advice_opens_on_receipt()
    {
        var handoff = scene.Sent(HandoffKind.Advice, Hub, Of(EnclosedPart.Assessment));
        Assert.Single(handoff.OpenTo(HandoffSide.Receiver));
    }
}
