using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Shared;

namespace Tsunagi.Domain.Consents;

/// <summary>A consent was explained.</summary>
public sealed record ConsentExplained(Id<Consent> Consent, Id<Case> Case, Id<Person> Subject, string Language) : DomainEvent;

/// <summary>A consent was given; from now on it opens what it covers.</summary>
public sealed record ConsentGiven(
    Id<Consent> Consent, Id<Person> Subject, ConsentGiver Giver, ConsentForm Form, DateOnly From, DateOnly Until) : DomainEvent;

/// <summary>A person declined.</summary>
public sealed record ConsentRefusedByPerson(Id<Consent> Consent, Id<Person> Subject) : DomainEvent;

/// <summary>A day was set on which to ask again.</summary>
public sealed record ConsentToBeAskedAgain(Id<Consent> Consent, DateOnly On) : DomainEvent;

/// <summary>A consent was withdrawn; nothing is shared under it from this instant.</summary>
public sealed record ConsentTakenBack(Id<Consent> Consent, Id<Person> Subject) : DomainEvent;

/// <summary>A withdrawal that never took place was corrected; it opens again from now.</summary>
public sealed record ConsentWithdrawalCorrected(Id<Consent> Consent, Id<Person> Subject, DateTimeOffset StoppedFrom) : DomainEvent;

/// <summary>A consent that was never given was annulled; what it opened in between counts as shared by mistake.</summary>
public sealed record ConsentAnnulled(Id<Consent> Consent, Id<Person> Subject, DateTimeOffset From, DateTimeOffset Until) : DomainEvent;

/// <summary>判断困難・代理人なし was found.</summary>
public sealed record NobodyFoundToConsent(Id<Consent> Consent, Id<Person> Subject, bool GuardianshipConsidered) : DomainEvent;

/// <summary>The person was told of an actual agency within a consented category.</summary>
public sealed record ConsentAgencyTold(Id<Consent> Consent, string Category, Id<Organisation>? Organisation) : DomainEvent;
