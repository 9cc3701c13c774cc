using Microsoft.EntityFrameworkCore;
using Tsunagi.Data.Access;
using Tsunagi.Data.Auditing;
using Tsunagi.Data.Conventions;
using Tsunagi.Data.Mappings;
using Tsunagi.Data.Mappings.Access;
using Tsunagi.Data.Mappings.Attachments;
using Tsunagi.Data.Mappings.Audit;
using Tsunagi.Data.Mappings.Cases;
using Tsunagi.Data.Mappings.Conferences;
using Tsunagi.Data.Mappings.Consents;
using Tsunagi.Data.Mappings.Consultations;
using Tsunagi.Data.Mappings.Decisions;
using Tsunagi.Data.Mappings.Handoffs;
using Tsunagi.Data.Mappings.Households;
using Tsunagi.Data.Mappings.Notices;
using Tsunagi.Data.Mappings.Organisations;
using Tsunagi.Data.Mappings.People;
using Tsunagi.Data.Mappings.Plans;
using Tsunagi.Data.Mappings.ProtectedLocations;
using Tsunagi.Data.Mappings.UrgentReports;
using Tsunagi.Data.Search;
using Tsunagi.Domain.Access;
using Tsunagi.Domain.Attachments;
using Tsunagi.Domain.Audit;
using Tsunagi.Domain.Cases;
using Tsunagi.Domain.Conferences;
using Tsunagi.Domain.Consents;
using Tsunagi.Domain.Consultations;
using Tsunagi.Domain.Decisions;
using Tsunagi.Domain.Handoffs;
using Tsunagi.Domain.Households;
using Tsunagi.Domain.Notices;
using Tsunagi.Domain.Organisations;
using Tsunagi.Domain.People;
using Tsunagi.Domain.Plans;
using Tsunagi.Domain.ProtectedLocations;
using Tsunagi.Domain.Shared;
using Tsunagi.Domain.UrgentReports;

namespace Tsunagi.Data;

/// <summary>The database. Protected entities yield nothing until <see cref="Scope"/> says whose eyes it looks through.</summary>
public sealed class AppDb(DbContextOptions<AppDb> options) : DbContext(options)
{
    /// <summary>
    /// Opens a database outside of the host's services. All that are opened so, and those of the host, share one model and one
    /// store of compiled queries, which are dear to make: EF compares the options in the order in which they were given,
    /// and a host gives the one that is named first here first (a test looks).
    /// </summary>
    public static AppDb Open(string connectionString) => new(new DbContextOptionsBuilder<AppDb>().EnableServiceProviderCaching().UseNpgsql(connectionString).Options);

    /// <summary>Whose eyes this context looks through.</summary>
    public AccessScope Scope { get; set; } = AccessScope.Nothing;

    public DbSet<Organisation> Organisations => Set<Organisation>();
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<Membership> Memberships => Set<Membership>();
    public DbSet<ApiToken> ApiTokens => Set<ApiToken>();
    public DbSet<SignInAttempt> SignInAttempts => Set<SignInAttempt>();
    public DbSet<Grant> Grants => Set<Grant>();
    public DbSet<Exclusion> Exclusions => Set<Exclusion>();
    public DbSet<ExclusionDeclaration> ExclusionDeclarations => Set<ExclusionDeclaration>();
    public DbSet<ProtectionMeasure> ProtectionMeasures => Set<ProtectionMeasure>();
    public DbSet<ProtectedLocationReader> ProtectedLocationReaders => Set<ProtectedLocationReader>();
    public DbSet<LocationRead> LocationReads => Set<LocationRead>();
    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
    public DbSet<IdempotencyKey> IdempotencyKeys => Set<IdempotencyKey>();
    public DbSet<Setting> Settings => Set<Setting>();
    public DbSet<Case> Cases => Set<Case>();
    public DbSet<Handoff> Handoffs => Set<Handoff>();
    public DbSet<UrgentReport> UrgentReports => Set<UrgentReport>();
    public DbSet<ReporterIdentity> ReporterIdentities => Set<ReporterIdentity>();
    public DbSet<CaseTask> CaseTasks => Set<CaseTask>();
    public DbSet<ProgressNote> ProgressNotes => Set<ProgressNote>();
    public DbSet<Assessment> Assessments => Set<Assessment>();
    public DbSet<Handover> Handovers => Set<Handover>();
    public DbSet<Person> Persons => Set<Person>();
    public DbSet<KinTie> KinTies => Set<KinTie>();
    public DbSet<SupportTie> SupportTies => Set<SupportTie>();
    public DbSet<SamePerson> SamePersons => Set<SamePerson>();
    public DbSet<Household> Households => Set<Household>();
    public DbSet<Consultation> Consultations => Set<Consultation>();
    public DbSet<Lead> Leads => Set<Lead>();
    public DbSet<PhoneMemo> PhoneMemos => Set<PhoneMemo>();
    public DbSet<Tally> Tallies => Set<Tally>();
    public DbSet<Attachment> Attachments => Set<Attachment>();
    public DbSet<AttachmentContent> AttachmentContents => Set<AttachmentContent>();

    public DbSet<Consent> Consents => Set<Consent>();
    public DbSet<Plan> Plans => Set<Plan>();
    public DbSet<PlanVersion> PlanVersions => Set<PlanVersion>();
    public DbSet<PlanConference> PlanConferences => Set<PlanConference>();
    public DbSet<Decision> Decisions => Set<Decision>();
    public DbSet<Matter> Matters => Set<Matter>();
    public DbSet<WorkOrder> WorkOrders => Set<WorkOrder>();
    public DbSet<CoordinationNotice> CoordinationNotices => Set<CoordinationNotice>();
    public DbSet<NoticeTally> NoticeTallies => Set<NoticeTally>();
    public DbSet<MatchingWish> MatchingWishes => Set<MatchingWish>();
    public DbSet<CaseConcerns> CaseConcerns => Set<CaseConcerns>();

    /// <summary>The cases somebody is in charge of or stands in for, and those of their desk that nobody is in charge of.</summary>
    /// <param name="account">Who.</param>
    /// <param name="desk">Their organisation.</param>
    /// <param name="at">When.</param>
    public IQueryable<CaseInCharge> CasesInChargeOf(Id<Account> account, Id<Organisation> desk, DateTimeOffset at) => FromExpression(() => CasesInChargeOf(account, desk, at));

    private readonly List<AuditEntry> unwritten = [];

    /// <summary>Puts a look at a record, or a refused attempt, on the list that the next flush writes.</summary>
    public void Note(WorkContext context, string kind, RootRef root, string payload = "{}") =>
        unwritten.Add(new(context, kind, root, payload));

    /// <summary>
    /// Saves what was changed and appends the events of every touched aggregate to the audit, in the running transaction.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else has changed one of the records since it was read.</exception>
    public async Task SaveAsync(WorkContext context, CancellationToken ct)
    {
        ChangeTracker.DetectChanges();
        await SuspectedKin.NoteAsync(this, context, ct);
        List<AuditEntry> events = [];
        foreach (var entry in ChangeTracker.Entries<Aggregate>().Where(e => e.Entity.Events.Count > 0 || e.State is EntityState.Modified).ToList())
            foreach (var done in entry.Entity.TakeEvents())
                events.Add(new(context, done.GetType().Name, entry.Entity.Root, AuditWriter.Payload(done)));
        await using var own = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct) : null;
        await SaveChangesAsync(ct);
        // Only now did it happen: a save that lost a race must leave no word of itself.
        unwritten.AddRange(events);
        await FlushAuditAsync(ct);
        if (own is not null) await own.CommitAsync(ct);
    }

    /// <inheritdoc/>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        PersonIndex.Write(this);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Writes what <see cref="Note"/> collected: no record leaves the program before this.</summary>
    public Task FlushAuditAsync(CancellationToken ct) => AuditWriter.AppendAsync(this, unwritten, ct);

    /// <summary>Forgets every unsaved change, so that a refused act leaves nothing behind.</summary>
    public void Forget() => ChangeTracker.Clear();

    /// <inheritdoc/>
    public override void Dispose()
    {
        CloseEyes();
        base.Dispose();
    }

    /// <inheritdoc/>
    public override ValueTask DisposeAsync()
    {
        CloseEyes();
        return base.DisposeAsync();
    }

    // Back in the pool it is anybody's next (ADR 0047): before that, it sees nothing again and has nothing to write.
    private void CloseEyes()
    {
        Scope = AccessScope.Nothing;
        unwritten.Clear();
    }

    /// <summary>Says whose eyes the running transaction looks through, to the database too.</summary>
    public Task EnterScopeAsync(AccessScope scope, CancellationToken ct)
    {
        Scope = scope;
        return Database.ExecuteSqlAsync($"""
            select set_config('tsunagi.account', {scope.Account.ToString()}, true),
                   set_config('tsunagi.subjects', {string.Join(',', scope.Subjects)}, true),
                   set_config('tsunagi.now', {scope.Now.UtcDateTime.ToString("O")}, true)
            """, ct);
    }

    /// <inheritdoc/>
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        OrganisationMapping.Map(modelBuilder);
        AccessMapping.Map(modelBuilder);
        AuditMapping.Map(modelBuilder);
        HostingMapping.Map(modelBuilder);
        CaseMapping.Map(modelBuilder, this);
        CaseInCharge.Map(modelBuilder);
        HandoffMapping.Map(modelBuilder, this);
        UrgentReportMapping.Map(modelBuilder, this);
        CaseWorkMapping.Map(modelBuilder, this);
        PersonMapping.Map(modelBuilder, this);
        PersonIndex.Map(modelBuilder, this);
        SamePersonMapping.Map(modelBuilder, this);
        HouseholdMapping.Map(modelBuilder, this);
        ConsultationMapping.Map(modelBuilder, this);
        AttachmentMapping.Map(modelBuilder, this);
        ProtectionMapping.Map(modelBuilder, this);
        ExclusionDeclarationMapping.Map(modelBuilder, this);

        ConsentMapping.Map(modelBuilder, this);
        PlanMapping.Map(modelBuilder, this);
        PlanConferenceMapping.Map(modelBuilder, this);
        DecisionMapping.Map(modelBuilder, this);
        WorkOrderMapping.Map(modelBuilder, this);
        MatterMapping.Map(modelBuilder, this);
        NoticeMapping.Map(modelBuilder, this);

        Aggregates.Apply(modelBuilder);
        SnakeCase.Apply(modelBuilder);
    }

    /// <inheritdoc/>
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        IdConversions.Apply(configurationBuilder);
        configurationBuilder.IgnoreAny<RootRef>();
        configurationBuilder.IgnoreAny<DomainEvent>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>();
    }
}
