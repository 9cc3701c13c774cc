using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tsunagi.Data.Migrations
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "access_grant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    root_kind = table.Column<string>(type: "text", nullable: false),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    level = table.Column<string>(type: "text", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    fields = table.Column<string>(type: "text", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_access_grant", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "account",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    login = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    password_hash = table.Column<string>(type: "text", nullable: true),
                    security_stamp = table.Column<string>(type: "text", nullable: false),
                    failed_sign_ins = table.Column<int>(type: "integer", nullable: false),
                    locked_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    must_change_password = table.Column<bool>(type: "boolean", nullable: false),
                    is_active = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_account", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "attachment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    root_kind = table.Column<string>(type: "text", nullable: false),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    size = table.Column<int>(type: "integer", nullable: false),
                    sha256 = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "audit_entry",
                columns: table => new
                {
                    sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityAlwaysColumn),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    permission = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    root_kind = table.Column<string>(type: "text", nullable: false),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    legal_basis = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    payload = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_entry", x => x.sequence);
                });

            migrationBuilder.CreateTable(
                name: "case_number_counter",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    last = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_number_counter", x => x.fiscal_year);
                });

            migrationBuilder.CreateTable(
                name: "coordination_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    area_code = table.Column<string>(type: "text", nullable: true),
                    organisations = table.Column<string>(type: "jsonb", nullable: false),
                    told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer_by = table.Column<DateOnly>(type: "date", nullable: false),
                    delete_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coordination_notice", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "exclusion",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exclusion", x => new { x.root_id, x.account_id, x.person_id });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_key",
                columns: table => new
                {
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    key = table.Column<string>(type: "text", nullable: false),
                    fingerprint = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    location = table.Column<string>(type: "text", nullable: true),
                    body = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_key", x => new { x.account_id, x.key });
                });

            migrationBuilder.CreateTable(
                name: "notice_tally",
                columns: table => new
                {
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    outcome = table.Column<string>(type: "text", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_notice_tally", x => new { x.fiscal_year, x.outcome });
                });

            migrationBuilder.CreateTable(
                name: "organisation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_organisation", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "setting",
                columns: table => new
                {
                    name = table.Column<string>(type: "text", nullable: false),
                    value = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_setting", x => x.name);
                });

            migrationBuilder.CreateTable(
                name: "sign_in_attempt",
                columns: table => new
                {
                    key = table.Column<string>(type: "text", nullable: false),
                    window = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    failures = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sign_in_attempt", x => new { x.key, x.window });
                });

            migrationBuilder.CreateTable(
                name: "api_token",
                columns: table => new
                {
                    hash = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_api_token", x => x.hash);
                    table.ForeignKey(
                        name: "fk_api_token_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "attachment_content",
                columns: table => new
                {
                    attachment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    bytes = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_attachment_content", x => x.attachment_id);
                    table.ForeignKey(
                        name: "fk_attachment_content_attachment_attachment_id",
                        column: x => x.attachment_id,
                        principalTable: "attachment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "coordination_notice_person",
                columns: table => new
                {
                    notice_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coordination_notice_person", x => new { x.notice_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_coordination_notice_person_coordination_notice_notice_id",
                        column: x => x.notice_id,
                        principalTable: "coordination_notice",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "handoff",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    state_since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sender_id = table.Column<Guid>(type: "uuid", nullable: false),
                    sender_worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outside = table.Column<string>(type: "jsonb", nullable: true),
                    source_case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_consultation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    parent_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chain_root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    redirected_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chain_bounces = table.Column<int>(type: "integer", nullable: false),
                    envelope = table.Column<string>(type: "jsonb", nullable: false),
                    enclosures = table.Column<string>(type: "jsonb", nullable: false),
                    assessment = table.Column<string>(type: "jsonb", nullable: true),
                    sender_criteria = table.Column<string>(type: "jsonb", nullable: true),
                    judgements = table.Column<string>(type: "jsonb", nullable: false),
                    attempts = table.Column<string>(type: "jsonb", nullable: false),
                    confirmation = table.Column<string>(type: "jsonb", nullable: true),
                    proposal = table.Column<string>(type: "jsonb", nullable: true),
                    returned_with = table.Column<string>(type: "jsonb", nullable: true),
                    advice = table.Column<string>(type: "text", nullable: true),
                    receiver_case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    receiver_worker_id = table.Column<Guid>(type: "uuid", nullable: true),
                    hub_id = table.Column<Guid>(type: "uuid", nullable: true),
                    told = table.Column<string>(type: "jsonb", nullable: true),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handoff", x => x.id);
                    table.ForeignKey(
                        name: "fk_handoff_handoff_parent_id",
                        column: x => x.parent_id,
                        principalTable: "handoff",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_handoff_organisation_receiver_id",
                        column: x => x.receiver_id,
                        principalTable: "organisation",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_handoff_organisation_sender_id",
                        column: x => x.sender_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposing_organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    chair_id = table.Column<Guid>(type: "uuid", nullable: true),
                    named_chair_id = table.Column<Guid>(type: "uuid", nullable: false),
                    former_chair_id = table.Column<Guid>(type: "uuid", nullable: true),
                    chair_taken_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    secretary_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_account_chair_id",
                        column: x => x.chair_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_matter_organisation_proposing_organisation_id",
                        column: x => x.proposing_organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "membership",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_membership", x => x.id);
                    table.ForeignKey(
                        name: "fk_membership_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_membership_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_out_of = table.Column<Guid>(type: "uuid", nullable: true),
                    birth_date = table.Column<string>(type: "text", nullable: true),
                    gender = table.Column<string>(type: "text", nullable: true),
                    phones = table.Column<string>(type: "jsonb", nullable: false),
                    language = table.Column<string>(type: "text", nullable: true),
                    needs_interpreter = table.Column<bool>(type: "boolean", nullable: false),
                    notes = table.Column<string>(type: "text", nullable: true),
                    source = table.Column<string>(type: "text", nullable: false),
                    is_location_protected = table.Column<bool>(type: "boolean", nullable: false),
                    died_on = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    clinic = table.Column<string>(type: "text", nullable: true),
                    address_kind = table.Column<string>(type: "text", nullable: false),
                    school = table.Column<string>(type: "text", nullable: true),
                    stay = table.Column<string>(type: "text", nullable: true),
                    workplace = table.Column<string>(type: "text", nullable: true),
                    common_name = table.Column<string>(type: "text", nullable: true),
                    family = table.Column<string>(type: "text", nullable: true),
                    family_kana = table.Column<string>(type: "text", nullable: true),
                    former_name = table.Column<string>(type: "text", nullable: true),
                    given = table.Column<string>(type: "text", nullable: true),
                    given_kana = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person", x => x.id);
                    table.CheckConstraint("person_protected_has_no_place", "not is_location_protected or (address is null and school is null and clinic is null and workplace is null\n  and stay is null and phones = '[]'::jsonb and address_kind = 'Unknown')");
                    table.ForeignKey(
                        name: "fk_person_organisation_holder_id",
                        column: x => x.holder_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "phone_memo",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    to_account = table.Column<Guid>(type: "uuid", nullable: true),
                    caller = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    message = table.Column<string>(type: "text", nullable: false),
                    call_back = table.Column<bool>(type: "boolean", nullable: false),
                    call_back_when = table.Column<string>(type: "text", nullable: true),
                    left_by = table.Column<Guid>(type: "uuid", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    finished_by = table.Column<Guid>(type: "uuid", nullable: true),
                    finished_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_phone_memo", x => x.id);
                    table.ForeignKey(
                        name: "fk_phone_memo_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    next_action_text = table.Column<string>(type: "text", nullable: true),
                    next_action_due = table.Column<DateOnly>(type: "date", nullable: true),
                    next_action_who = table.Column<Guid>(type: "uuid", nullable: true),
                    next_due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    approach = table.Column<string>(type: "text", nullable: false),
                    agreed_contact_days = table.Column<int>(type: "integer", nullable: true),
                    last_contact_on = table.Column<DateOnly>(type: "date", nullable: true),
                    closing_outcome = table.Column<string>(type: "text", nullable: true),
                    closing_words = table.Column<string>(type: "text", nullable: true),
                    closing_follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    follow_up_result = table.Column<string>(type: "text", nullable: true),
                    follow_up_done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    handoff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    opened_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    responsible_until = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_case", x => x.id);
                    table.ForeignKey(
                        name: "fk_support_case_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "tally",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    counted_on = table.Column<DateOnly>(type: "date", nullable: false),
                    code = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_tally", x => x.id);
                    table.ForeignKey(
                        name: "fk_tally_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "work_order",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: false),
                    task = table.Column<string>(type: "text", nullable: false),
                    deadline = table.Column<DateOnly>(type: "date", nullable: false),
                    safety_facts = table.Column<string>(type: "text", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: false),
                    issuer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issuing_organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    issued_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    filed_under = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_order", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_order_organisation_issuing_organisation_id",
                        column: x => x.issuing_organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_work_order_organisation_receiver_id",
                        column: x => x.receiver_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "handoff_question",
                columns: table => new
                {
                    handoff_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    closed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    closed_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handoff_question", x => new { x.handoff_id, x.number });
                    table.ForeignKey(
                        name: "fk_handoff_question_handoff_handoff_id",
                        column: x => x.handoff_id,
                        principalTable: "handoff",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    who = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    until = table.Column<DateOnly>(type: "date", nullable: true),
                    struck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    done_by = table.Column<Guid>(type: "uuid", nullable: true),
                    done_word = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_decision_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_item",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    title = table.Column<string>(type: "text", nullable: false),
                    people_names = table.Column<string>(type: "text", nullable: false),
                    named_only = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_item", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_item_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_minutes_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_minutes_correction", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_minutes_correction_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_notice",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    addressed_to = table.Column<Guid>(type: "uuid", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_notice", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_notice_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_outcome",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_outcome", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_outcome_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_paper",
                columns: table => new
                {
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    title = table.Column<string>(type: "text", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: false),
                    ground_reason = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_paper", x => x.matter_id);
                    table.ForeignKey(
                        name: "fk_matter_paper_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_participant",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: false),
                    affiliation = table.Column<string>(type: "text", nullable: false),
                    added_by = table.Column<Guid>(type: "uuid", nullable: false),
                    added_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_participant", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_participant_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_matter_participant_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_participant_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "matter_session",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    scheduled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    place = table.Column<string>(type: "text", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    fixed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    confirmed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    confirmed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    next_date = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_session", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_session_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_watch",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: true),
                    who = table.Column<string>(type: "text", nullable: false),
                    sign = table.Column<string>(type: "text", nullable: false),
                    call = table.Column<string>(type: "text", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_watch", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_watch_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "exclusion_declaration",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: true),
                    declared_by = table.Column<Guid>(type: "uuid", nullable: true),
                    since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cleared_by = table.Column<Guid>(type: "uuid", nullable: true),
                    cleared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    clear_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_exclusion_declaration", x => x.id);
                    table.CheckConstraint("exclusion_declaration_cleared_by_other", "cleared_at is null or (cleared_by is not null and cleared_by <> account_id)");
                    table.ForeignKey(
                        name: "fk_exclusion_declaration_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_exclusion_declaration_organisation_holder_id",
                        column: x => x.holder_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_exclusion_declaration_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "household",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reference_person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    formed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household", x => x.id);
                    table.ForeignKey(
                        name: "fk_household_organisation_holder_id",
                        column: x => x.holder_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_household_person_reference_person_id",
                        column: x => x.reference_person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "kin_tie",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    since = table.Column<string>(type: "text", nullable: true),
                    separated_on = table.Column<string>(type: "text", nullable: true),
                    ended_on = table.Column<string>(type: "text", nullable: true),
                    has_custody = table.Column<bool>(type: "boolean", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_back_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_kin_tie", x => x.id);
                    table.ForeignKey(
                        name: "fk_kin_tie_person_other_id",
                        column: x => x.other_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_kin_tie_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matching_wish",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    declines = table.Column<bool>(type: "boolean", nullable: false),
                    words = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matching_wish", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_matching_wish_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_correction",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    old_value = table.Column<string>(type: "text", nullable: true),
                    new_value = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_withheld = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_correction", x => new { x.person_id, x.number });
                    table.ForeignKey(
                        name: "fk_person_correction_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "person_search",
                columns: table => new
                {
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subjects = table.Column<Guid[]>(type: "uuid[]", nullable: false),
                    terms = table.Column<int[]>(type: "integer[]", nullable: false),
                    names = table.Column<string>(type: "text", nullable: false),
                    sort_key = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_search", x => x.person_id);
                    table.ForeignKey(
                        name: "fk_person_search_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protection_measure",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    ground = table.Column<string>(type: "text", nullable: true),
                    certified_by = table.Column<string>(type: "text", nullable: false),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    begun_by = table.Column<Guid>(type: "uuid", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    end_proposed_by = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protection_measure", x => x.id);
                    table.CheckConstraint("protection_measure_ended_by_two", "state <> 'Ended' or (end_proposed_by is not null and decided_by is not null and end_proposed_by <> decided_by)");
                    table.ForeignKey(
                        name: "fk_protection_measure_organisation_holder_id",
                        column: x => x.holder_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_protection_measure_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "same_person",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    first_id = table.Column<Guid>(type: "uuid", nullable: false),
                    second_id = table.Column<Guid>(type: "uuid", nullable: false),
                    holder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    leading_id = table.Column<Guid>(type: "uuid", nullable: true),
                    suspected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    later_on = table.Column<DateOnly>(type: "date", nullable: true),
                    judged_by = table.Column<Guid>(type: "uuid", nullable: true),
                    judged_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_same_person", x => x.id);
                    table.CheckConstraint("same_person_in_order", "first_id < second_id");
                    table.CheckConstraint("same_person_judged_by", "state = 'Suspected' or (judged_by is not null and judged_at is not null)");
                    table.CheckConstraint("same_person_led_by_one", "(state = 'Same') = (leading_id is not null) and (leading_id is null or leading_id in (first_id, second_id))");
                    table.ForeignKey(
                        name: "fk_same_person_organisation_holder_id",
                        column: x => x.holder_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_same_person_person_first_id",
                        column: x => x.first_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_same_person_person_second_id",
                        column: x => x.second_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "support_tie",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    contact = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    strength = table.Column<string>(type: "text", nullable: false),
                    is_stressful = table.Column<bool>(type: "boolean", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: true),
                    end_day = table.Column<DateOnly>(type: "date", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_back_because = table.Column<string>(type: "text", nullable: true),
                    is_withheld = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_tie", x => new { x.person_id, x.number });
                    table.CheckConstraint("support_tie_withheld_is_empty", "not is_withheld or (contact = '' and what is null)");
                    table.ForeignKey(
                        name: "fk_support_tie_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    latest_number = table.Column<int>(type: "integer", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment", x => x.id);
                    table.ForeignKey(
                        name: "fk_assessment_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_concerns",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    codes = table.Column<string[]>(type: "text[]", nullable: false),
                    marks = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_concerns", x => x.case_id);
                    table.ForeignKey(
                        name: "fk_case_concerns_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_link",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    other_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    linked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_link", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "fk_case_link_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_person",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    is_reference = table.Column<bool>(type: "boolean", nullable: false),
                    included_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    included_by = table.Column<Guid>(type: "uuid", nullable: false),
                    left_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    left_by = table.Column<Guid>(type: "uuid", nullable: true),
                    left_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_person", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "fk_case_person_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "case_task",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    due = table.Column<DateOnly>(type: "date", nullable: false),
                    given_by = table.Column<Guid>(type: "uuid", nullable: false),
                    given_for = table.Column<Guid>(type: "uuid", nullable: false),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: true),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_case_task", x => x.id);
                    table.ForeignKey(
                        name: "fk_case_task_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consent",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    scope = table.Column<string>(type: "jsonb", nullable: false),
                    told_agencies = table.Column<string>(type: "jsonb", nullable: false),
                    explanations = table.Column<string>(type: "jsonb", nullable: false),
                    giving = table.Column<string>(type: "jsonb", nullable: true),
                    given_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    withdrawn_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    pauses = table.Column<string>(type: "jsonb", nullable: false),
                    corrected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ask_again_on = table.Column<DateOnly>(type: "date", nullable: true),
                    guardianship_considered = table.Column<bool>(type: "boolean", nullable: false),
                    follows_id = table.Column<Guid>(type: "uuid", nullable: true),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consent", x => x.id);
                    table.ForeignKey(
                        name: "fk_consent_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "decision",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    record_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<int>(type: "integer", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    proposal = table.Column<string>(type: "text", nullable: false),
                    line = table.Column<string>(type: "jsonb", nullable: false),
                    checks_done = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    deputy_id = table.Column<Guid>(type: "uuid", nullable: true),
                    steps = table.Column<string>(type: "jsonb", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_decision", x => x.id);
                    table.ForeignKey(
                        name: "fk_decision_organisation_author_organisation_id",
                        column: x => x.author_organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_decision_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_decision_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "deputy",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    appointed_by = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_deputy", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "fk_deputy_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "handover",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    from_organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    to_organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    points = table.Column<string>(type: "text", nullable: false),
                    introduction_on = table.Column<DateOnly>(type: "date", nullable: true),
                    person_told = table.Column<bool>(type: "boolean", nullable: false),
                    offered_by = table.Column<Guid>(type: "uuid", nullable: false),
                    offered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answered_by = table.Column<Guid>(type: "uuid", nullable: true),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    answer_words = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover", x => x.id);
                    table.ForeignKey(
                        name: "fk_handover_organisation_from_organisation_id",
                        column: x => x.from_organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_handover_organisation_to_organisation_id",
                        column: x => x.to_organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_handover_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "progress_note",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    author_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    occurred_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    form = table.Column<string>(type: "text", nullable: false),
                    minutes_spent = table.Column<int>(type: "integer", nullable: true),
                    is_contact = table.Column<bool>(type: "boolean", nullable: false),
                    next_step = table.Column<string>(type: "text", nullable: true),
                    copied_from_id = table.Column<Guid>(type: "uuid", nullable: true),
                    retracted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    retracted_by = table.Column<Guid>(type: "uuid", nullable: true),
                    retraction_reason = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_note", x => x.id);
                    table.ForeignKey(
                        name: "fk_progress_note_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "responsibility_period",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_responsibility_period", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "fk_responsibility_period_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_responsibility_period_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "suspension",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    contact_plan = table.Column<string>(type: "text", nullable: false),
                    review_on = table.Column<DateOnly>(type: "date", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    suspended_by = table.Column<Guid>(type: "uuid", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    end_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_suspension", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "fk_suspension_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "team_member",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    role = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outside = table.Column<string>(type: "text", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: false),
                    last_day = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_team_member", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "fk_team_member_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "worker_assignment",
                columns: table => new
                {
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: true),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_worker_assignment", x => new { x.case_id, x.number });
                    table.ForeignKey(
                        name: "fk_worker_assignment_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_way_out",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    basis = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: true),
                    consented_by = table.Column<string>(type: "text", nullable: true),
                    exact_text = table.Column<string>(type: "text", nullable: true),
                    recipient = table.Column<string>(type: "text", nullable: true),
                    consented_on = table.Column<DateOnly>(type: "date", nullable: true),
                    told = table.Column<string>(type: "text", nullable: true),
                    chair_told_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    receiver_id = table.Column<Guid>(type: "uuid", nullable: true),
                    task = table.Column<string>(type: "text", nullable: true),
                    deadline = table.Column<DateOnly>(type: "date", nullable: true),
                    safety_facts = table.Column<string>(type: "text", nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    approved_by = table.Column<Guid>(type: "uuid", nullable: true),
                    approved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    struck_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    order_id = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_way_out", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_way_out_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_way_out_work_order_order_id",
                        column: x => x.order_id,
                        principalTable: "work_order",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "work_order_answer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    order_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: false),
                    word = table.Column<string>(type: "text", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_work_order_answer", x => x.id);
                    table.ForeignKey(
                        name: "fk_work_order_answer_work_order_order_id",
                        column: x => x.order_id,
                        principalTable: "work_order",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_copy",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    handed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    handed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    collected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    lost_reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_copy", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_copy_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_copy_matter_participant_participant_id",
                        column: x => x.participant_id,
                        principalTable: "matter_participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_explanation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text_version = table.Column<string>(type: "text", nullable: false),
                    explained_on = table.Column<DateOnly>(type: "date", nullable: false),
                    manner = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    signed_on = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_explanation", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_explanation_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_explanation_matter_participant_participant_id",
                        column: x => x.participant_id,
                        principalTable: "matter_participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_item_naming",
                columns: table => new
                {
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_item_naming", x => new { x.item_id, x.participant_id });
                    table.ForeignKey(
                        name: "fk_matter_item_naming_matter_item_item_id",
                        column: x => x.item_id,
                        principalTable: "matter_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_item_naming_matter_participant_participant_id",
                        column: x => x.participant_id,
                        principalTable: "matter_participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_naming",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    scope = table.Column<string>(type: "text", nullable: false),
                    named_by = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_naming", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_naming_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_naming_matter_participant_participant_id",
                        column: x => x.participant_id,
                        principalTable: "matter_participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_request",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: true),
                    what = table.Column<string>(type: "text", nullable: false),
                    requester = table.Column<string>(type: "text", nullable: false),
                    asked_by = table.Column<Guid>(type: "uuid", nullable: false),
                    asked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    answer = table.Column<string>(type: "text", nullable: false),
                    answered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    word = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_request", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_request_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_request_matter_participant_participant_id",
                        column: x => x.participant_id,
                        principalTable: "matter_participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_agenda",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    discussion = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_agenda", x => new { x.session_id, x.item_id });
                    table.ForeignKey(
                        name: "fk_matter_agenda_matter_item_item_id",
                        column: x => x.item_id,
                        principalTable: "matter_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_agenda_matter_session_session_id",
                        column: x => x.session_id,
                        principalTable: "matter_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_direction",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    direction = table.Column<string>(type: "text", nullable: false),
                    urgent_response = table.Column<string>(type: "text", nullable: false),
                    writings = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_direction", x => x.session_id);
                    table.ForeignKey(
                        name: "fk_matter_direction_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_direction_matter_session_session_id",
                        column: x => x.session_id,
                        principalTable: "matter_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_seat",
                columns: table => new
                {
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    attended = table.Column<bool>(type: "boolean", nullable: false),
                    removed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_seat", x => new { x.session_id, x.participant_id });
                    table.ForeignKey(
                        name: "fk_matter_seat_matter_participant_participant_id",
                        column: x => x.participant_id,
                        principalTable: "matter_participant",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_seat_matter_session_session_id",
                        column: x => x.session_id,
                        principalTable: "matter_session",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    begun_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    draft_fields = table.Column<string>(type: "jsonb", nullable: true),
                    draft_saved_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    channel = table.Column<string>(type: "text", nullable: false),
                    route = table.Column<string>(type: "text", nullable: true),
                    topics = table.Column<string[]>(type: "text[]", nullable: false),
                    worst_topic = table.Column<string>(type: "text", nullable: true),
                    own_words = table.Column<string>(type: "text", nullable: false),
                    statements = table.Column<string>(type: "jsonb", nullable: false),
                    wishes = table.Column<string>(type: "text", nullable: true),
                    care = table.Column<string>(type: "text", nullable: true),
                    urgency = table.Column<string>(type: "text", nullable: true),
                    danger_signs = table.Column<string[]>(type: "text[]", nullable: false),
                    agreement = table.Column<string>(type: "text", nullable: false),
                    agreement_words = table.Column<string>(type: "text", nullable: true),
                    household_id = table.Column<Guid>(type: "uuid", nullable: true),
                    minutes = table.Column<int>(type: "integer", nullable: true),
                    observations = table.Column<string>(type: "text", nullable: true),
                    outcome_text = table.Column<string>(type: "text", nullable: true),
                    agreed_to_end = table.Column<bool>(type: "boolean", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decided_by = table.Column<Guid>(type: "uuid", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    handoff_id = table.Column<Guid>(type: "uuid", nullable: true),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: true),
                    visitor_agency = table.Column<string>(type: "text", nullable: true),
                    visitor_contact = table.Column<string>(type: "text", nullable: true),
                    visitor_name = table.Column<string>(type: "text", nullable: true),
                    visitor_relation = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation", x => x.id);
                    table.ForeignKey(
                        name: "fk_consultation_household_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_consultation_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "household_member",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    household_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    relation = table.Column<string>(type: "text", nullable: false),
                    living = table.Column<string>(type: "text", nullable: false),
                    continues = table.Column<int>(type: "integer", nullable: true),
                    first_day = table.Column<DateOnly>(type: "date", nullable: true),
                    end_day = table.Column<DateOnly>(type: "date", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    taken_back_because = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_member", x => new { x.household_id, x.number });
                    table.ForeignKey(
                        name: "fk_household_member_household_household_id",
                        column: x => x.household_id,
                        principalTable: "household",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_household_member_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "protected_location_reader",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    measure_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    starts_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    ends_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    named_by = table.Column<Guid>(type: "uuid", nullable: false),
                    telephone_approver = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_by = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protected_location_reader", x => x.id);
                    table.CheckConstraint("protected_location_reader_second_person", "account_id <> coalesce(telephone_approver, named_by)");
                    table.ForeignKey(
                        name: "fk_protected_location_reader_account_account_id",
                        column: x => x.account_id,
                        principalTable: "account",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_protected_location_reader_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_protected_location_reader_protection_measure_measure_id",
                        column: x => x.measure_id,
                        principalTable: "protection_measure",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "assessment_version",
                columns: table => new
                {
                    assessment_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    sheet = table.Column<string>(type: "jsonb", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_version", x => new { x.assessment_id, x.number });
                    table.ForeignKey(
                        name: "fk_assessment_version_assessment_assessment_id",
                        column: x => x.assessment_id,
                        principalTable: "assessment",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_conference",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    plan_version = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    subject_ids = table.Column<string>(type: "jsonb", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    scheduled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    place = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    attendees = table.Column<string>(type: "jsonb", nullable: false),
                    attendees_numbered = table.Column<int>(type: "integer", nullable: false),
                    items = table.Column<string>(type: "jsonb", nullable: false),
                    consent_checked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    consent_ids = table.Column<string>(type: "jsonb", nullable: false),
                    held_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    entries = table.Column<string>(type: "jsonb", nullable: false),
                    tasks = table.Column<string>(type: "jsonb", nullable: false),
                    gaps = table.Column<string>(type: "jsonb", nullable: false),
                    decision = table.Column<string>(type: "text", nullable: true),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    minutes = table.Column<string>(type: "text", nullable: true),
                    minutes_fixed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    corrections = table.Column<string>(type: "jsonb", nullable: false),
                    cancel_reason = table.Column<string>(type: "text", nullable: true),
                    cancelled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_conference", x => x.id);
                    table.ForeignKey(
                        name: "fk_plan_conference_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_conference_support_case_case_id",
                        column: x => x.case_id,
                        principalTable: "support_case",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "plan_version",
                columns: table => new
                {
                    plan_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    case_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    main_agency_id = table.Column<Guid>(type: "uuid", nullable: false),
                    drafted_by = table.Column<string>(type: "jsonb", nullable: false),
                    round = table.Column<int>(type: "integer", nullable: false),
                    gate_order = table.Column<string>(type: "jsonb", nullable: false),
                    signatures = table.Column<string>(type: "jsonb", nullable: false),
                    judgements = table.Column<string>(type: "jsonb", nullable: false),
                    monitorings = table.Column<string>(type: "jsonb", nullable: false),
                    evaluations = table.Column<string>(type: "jsonb", nullable: false),
                    follow_ups = table.Column<string>(type: "jsonb", nullable: false),
                    next_monitoring_on = table.Column<DateOnly>(type: "date", nullable: true),
                    next_follow_up_on = table.Column<DateOnly>(type: "date", nullable: true),
                    activated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    steps = table.Column<string>(type: "jsonb", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_version", x => new { x.plan_id, x.number });
                    table.ForeignKey(
                        name: "fk_plan_version_organisation_main_agency_id",
                        column: x => x.main_agency_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_plan_version_plan_plan_id",
                        column: x => x.plan_id,
                        principalTable: "plan",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "note_correction",
                columns: table => new
                {
                    note_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    paragraph = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    reason = table.Column<string>(type: "text", nullable: false),
                    corrected_by = table.Column<Guid>(type: "uuid", nullable: false),
                    corrected_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_correction", x => new { x.note_id, x.number });
                    table.ForeignKey(
                        name: "fk_note_correction_progress_note_note_id",
                        column: x => x.note_id,
                        principalTable: "progress_note",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "note_paragraph",
                columns: table => new
                {
                    note_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    source_kind = table.Column<string>(type: "text", nullable: true),
                    source_person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_words = table.Column<string>(type: "text", nullable: true),
                    not_told = table.Column<Guid[]>(type: "uuid[]", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_paragraph", x => new { x.note_id, x.number });
                    table.ForeignKey(
                        name: "fk_note_paragraph_progress_note_note_id",
                        column: x => x.note_id,
                        principalTable: "progress_note",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "note_partner",
                columns: table => new
                {
                    note_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    name = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_note_partner", x => new { x.note_id, x.number });
                    table.ForeignKey(
                        name: "fk_note_partner_progress_note_note_id",
                        column: x => x.note_id,
                        principalTable: "progress_note",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_information",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_id = table.Column<Guid>(type: "uuid", nullable: false),
                    source_organisation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    text = table.Column<string>(type: "text", nullable: false),
                    timing = table.Column<string>(type: "text", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_information", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_information_matter_item_item_id",
                        column: x => x.item_id,
                        principalTable: "matter_item",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_information_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_information_matter_request_request_id",
                        column: x => x.request_id,
                        principalTable: "matter_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_sheet",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    request_id = table.Column<Guid>(type: "uuid", nullable: false),
                    participant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    household_picture = table.Column<string>(type: "text", nullable: false),
                    present_efforts = table.Column<string>(type: "text", nullable: false),
                    wanted_agencies = table.Column<string>(type: "text", nullable: false),
                    requests_to_others = table.Column<string>(type: "text", nullable: false),
                    written_by = table.Column<Guid>(type: "uuid", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_sheet", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_sheet_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_sheet_matter_request_request_id",
                        column: x => x.request_id,
                        principalTable: "matter_request",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_correction",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    field = table.Column<string>(type: "text", nullable: false),
                    old_value = table.Column<string>(type: "text", nullable: true),
                    new_value = table.Column<string>(type: "text", nullable: true),
                    reason = table.Column<string>(type: "text", nullable: true),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_withheld = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_correction", x => new { x.consultation_id, x.number });
                    table.ForeignKey(
                        name: "fk_consultation_correction_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "consultation_person",
                columns: table => new
                {
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    @as = table.Column<string>(name: "as", type: "text", nullable: false),
                    taken_back_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_consultation_person", x => new { x.consultation_id, x.person_id });
                    table.ForeignKey(
                        name: "fk_consultation_person_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_consultation_person_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    noticed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_on = table.Column<DateOnly>(type: "date", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sign = table.Column<string>(type: "text", nullable: false),
                    source = table.Column<string>(type: "text", nullable: false),
                    source_name = table.Column<string>(type: "text", nullable: true),
                    place = table.Column<string>(type: "text", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    next_action = table.Column<string>(type: "text", nullable: false),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    became_consultation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead", x => x.id);
                    table.ForeignKey(
                        name: "fk_lead_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_lead_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_lead_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "urgent_report",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    worker_id = table.Column<Guid>(type: "uuid", nullable: false),
                    about = table.Column<string>(type: "text", nullable: false),
                    facts = table.Column<string>(type: "jsonb", nullable: false),
                    imminent_danger = table.Column<bool>(type: "boolean", nullable: false),
                    emergency_calls = table.Column<string>(type: "jsonb", nullable: false),
                    recipient = table.Column<string>(type: "jsonb", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: true),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    reply = table.Column<string>(type: "text", nullable: true),
                    next_check_due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    checks = table.Column<string>(type: "jsonb", nullable: false),
                    ending = table.Column<string>(type: "text", nullable: true),
                    consultation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_case_id = table.Column<Guid>(type: "uuid", nullable: true),
                    source_consultation_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sealed_source = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_urgent_report", x => x.id);
                    table.ForeignKey(
                        name: "fk_urgent_report_consultation_consultation_id",
                        column: x => x.consultation_id,
                        principalTable: "consultation",
                        principalColumn: "id");
                    table.ForeignKey(
                        name: "fk_urgent_report_organisation_organisation_id",
                        column: x => x.organisation_id,
                        principalTable: "organisation",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_urgent_report_organisation_team_id",
                        column: x => x.team_id,
                        principalTable: "organisation",
                        principalColumn: "id");
                });

            migrationBuilder.CreateTable(
                name: "protected_location_read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<Guid>(type: "uuid", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    purpose = table.Column<string>(type: "text", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_protected_location_read", x => x.id);
                    table.ForeignKey(
                        name: "fk_protected_location_read_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_protected_location_read_protected_location_reader_reader_id",
                        column: x => x.reader_id,
                        principalTable: "protected_location_reader",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_information_correction",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    information_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    text = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_information_correction", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_information_correction_matter_information_informatio~",
                        column: x => x.information_id,
                        principalTable: "matter_information",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_information_correction_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "matter_own_knowledge",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    matter_id = table.Column<Guid>(type: "uuid", nullable: false),
                    information_id = table.Column<Guid>(type: "uuid", nullable: false),
                    session_number = table.Column<int>(type: "integer", nullable: false),
                    item_id = table.Column<Guid>(type: "uuid", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    how = table.Column<string>(type: "text", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_matter_own_knowledge", x => x.id);
                    table.ForeignKey(
                        name: "fk_matter_own_knowledge_matter_information_information_id",
                        column: x => x.information_id,
                        principalTable: "matter_information",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "fk_matter_own_knowledge_matter_matter_id",
                        column: x => x.matter_id,
                        principalTable: "matter",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "lead_step",
                columns: table => new
                {
                    number = table.Column<int>(type: "integer", nullable: false),
                    lead_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    note = table.Column<string>(type: "text", nullable: true),
                    next_action = table.Column<string>(type: "text", nullable: true),
                    next_on = table.Column<DateOnly>(type: "date", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    by = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_lead_step", x => new { x.lead_id, x.number });
                    table.ForeignKey(
                        name: "fk_lead_step_lead_lead_id",
                        column: x => x.lead_id,
                        principalTable: "lead",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "reporter_identity",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    report_id = table.Column<Guid>(type: "uuid", nullable: false),
                    team_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: true),
                    relation = table.Column<string>(type: "text", nullable: true),
                    contact = table.Column<string>(type: "text", nullable: true),
                    written_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reporter_identity", x => x.id);
                    table.ForeignKey(
                        name: "fk_reporter_identity_urgent_report_report_id",
                        column: x => x.report_id,
                        principalTable: "urgent_report",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_access_grant_root_id_subject_id",
                table: "access_grant",
                columns: new[] { "root_id", "subject_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "root_kind", "level", "starts_at", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "ix_access_grant_source_id",
                table: "access_grant",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_grant_subject_id_root_kind_root_id",
                table: "access_grant",
                columns: new[] { "subject_id", "root_kind", "root_id" })
                .Annotation("Npgsql:IndexInclude", new[] { "level", "starts_at", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "ix_account_login",
                table: "account",
                column: "login",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_api_token_account_id",
                table: "api_token",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_assessment_case_id",
                table: "assessment",
                column: "case_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_attachment_root_id",
                table: "attachment",
                column: "root_id");

            migrationBuilder.CreateIndex(
                name: "audit_entry_acts",
                table: "audit_entry",
                columns: new[] { "root_id", "at", "sequence" },
                filter: "kind <> 'Seen' and kind <> 'Printed' and kind <> 'Refused'");

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_account_id_at_sequence",
                table: "audit_entry",
                columns: new[] { "account_id", "at", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_at_sequence",
                table: "audit_entry",
                columns: new[] { "at", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_root_id_at_sequence",
                table: "audit_entry",
                columns: new[] { "root_id", "at", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_case_person_person_id",
                table: "case_person",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_case_task_account_id_state_due",
                table: "case_task",
                columns: new[] { "account_id", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_case_task_case_id_state",
                table: "case_task",
                columns: new[] { "case_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_case_task_organisation_id_state_due",
                table: "case_task",
                columns: new[] { "organisation_id", "state", "due" });

            migrationBuilder.CreateIndex(
                name: "ix_consent_case_id_subject_id",
                table: "consent",
                columns: new[] { "case_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_consent_corrected_at",
                table: "consent",
                column: "corrected_at");

            migrationBuilder.CreateIndex(
                name: "ix_consent_organisation_id_state",
                table: "consent",
                columns: new[] { "organisation_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_case_id",
                table: "consultation",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_household_id",
                table: "consultation",
                column: "household_id");

            migrationBuilder.CreateIndex(
                name: "ix_consultation_organisation_id_at_id",
                table: "consultation",
                columns: new[] { "organisation_id", "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_organisation_id_state_at",
                table: "consultation",
                columns: new[] { "organisation_id", "state", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_consultation_person_person_id",
                table: "consultation_person",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_notice_delete_on",
                table: "coordination_notice",
                column: "delete_on");

            migrationBuilder.CreateIndex(
                name: "ix_coordination_notice_person_person_id",
                table: "coordination_notice_person",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_author_organisation_id_drafted_at_id",
                table: "decision",
                columns: new[] { "author_organisation_id", "drafted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_case_id",
                table: "decision",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_decision_organisation_id_drafted_at_id",
                table: "decision",
                columns: new[] { "organisation_id", "drafted_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_organisation_id_state",
                table: "decision",
                columns: new[] { "organisation_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_decision_record_id_part",
                table: "decision",
                columns: new[] { "record_id", "part" });

            migrationBuilder.CreateIndex(
                name: "ix_deputy_account_id_ends_at",
                table: "deputy",
                columns: new[] { "account_id", "ends_at" });

            migrationBuilder.CreateIndex(
                name: "ix_exclusion_person_id",
                table: "exclusion",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_exclusion_declaration_account_id",
                table: "exclusion_declaration",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_exclusion_declaration_holder_id_since_id",
                table: "exclusion_declaration",
                columns: new[] { "holder_id", "since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_exclusion_declaration_person_id_account_id",
                table: "exclusion_declaration",
                columns: new[] { "person_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_handoff_chain_root_id",
                table: "handoff",
                column: "chain_root_id");

            migrationBuilder.CreateIndex(
                name: "ix_handoff_parent_id",
                table: "handoff",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_handoff_receiver_case_id",
                table: "handoff",
                column: "receiver_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_handoff_receiver_id_state_state_since_id",
                table: "handoff",
                columns: new[] { "receiver_id", "state", "state_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_handoff_sender_id_state_state_since_id",
                table: "handoff",
                columns: new[] { "sender_id", "state", "state_since", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_handoff_source_case_id",
                table: "handoff",
                column: "source_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_handoff_source_consultation_id",
                table: "handoff",
                column: "source_consultation_id");

            migrationBuilder.CreateIndex(
                name: "handover_one_open",
                table: "handover",
                column: "case_id",
                unique: true,
                filter: "state = 'Offered'");

            migrationBuilder.CreateIndex(
                name: "ix_handover_from_organisation_id_state",
                table: "handover",
                columns: new[] { "from_organisation_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_handover_to_organisation_id_state",
                table: "handover",
                columns: new[] { "to_organisation_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_household_holder_id",
                table: "household",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_reference_person_id",
                table: "household",
                column: "reference_person_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_member_person_id",
                table: "household_member",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_key_at",
                table: "idempotency_key",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_kin_tie_other_id",
                table: "kin_tie",
                column: "other_id");

            migrationBuilder.CreateIndex(
                name: "ix_kin_tie_person_id",
                table: "kin_tie",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_lead_consultation_id",
                table: "lead",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_lead_organisation_id_next_on_id",
                table: "lead",
                columns: new[] { "organisation_id", "next_on", "id" },
                descending: new[] { false, false, true });

            migrationBuilder.CreateIndex(
                name: "ix_lead_person_id",
                table: "lead",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_chair_id_state",
                table: "matter",
                columns: new[] { "chair_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_matter_proposing_organisation_id",
                table: "matter",
                column: "proposing_organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_agenda_item_id",
                table: "matter_agenda",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_copy_matter_id_number",
                table: "matter_copy",
                columns: new[] { "matter_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_matter_copy_participant_id",
                table: "matter_copy",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_decision_matter_id",
                table: "matter_decision",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_direction_matter_id",
                table: "matter_direction",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_explanation_matter_id",
                table: "matter_explanation",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_explanation_participant_id",
                table: "matter_explanation",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_information_item_id",
                table: "matter_information",
                column: "item_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_information_matter_id",
                table: "matter_information",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_information_request_id",
                table: "matter_information",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_information_correction_information_id",
                table: "matter_information_correction",
                column: "information_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_information_correction_matter_id",
                table: "matter_information_correction",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_item_matter_id",
                table: "matter_item",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_item_naming_participant_id",
                table: "matter_item_naming",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_minutes_correction_matter_id",
                table: "matter_minutes_correction",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_naming_matter_id",
                table: "matter_naming",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_naming_participant_id",
                table: "matter_naming",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_notice_matter_id",
                table: "matter_notice",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_outcome_matter_id",
                table: "matter_outcome",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_own_knowledge_information_id",
                table: "matter_own_knowledge",
                column: "information_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_own_knowledge_matter_id",
                table: "matter_own_knowledge",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_participant_account_id",
                table: "matter_participant",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_participant_matter_id",
                table: "matter_participant",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_participant_organisation_id",
                table: "matter_participant",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_request_matter_id",
                table: "matter_request",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_request_participant_id",
                table: "matter_request",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_seat_participant_id",
                table: "matter_seat",
                column: "participant_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_session_matter_id_number",
                table: "matter_session",
                columns: new[] { "matter_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_matter_session_scheduled_at",
                table: "matter_session",
                column: "scheduled_at");

            migrationBuilder.CreateIndex(
                name: "ix_matter_sheet_matter_id",
                table: "matter_sheet",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_sheet_request_id",
                table: "matter_sheet",
                column: "request_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_watch_matter_id",
                table: "matter_watch",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_way_out_matter_id",
                table: "matter_way_out",
                column: "matter_id");

            migrationBuilder.CreateIndex(
                name: "ix_matter_way_out_order_id",
                table: "matter_way_out",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_account_id",
                table: "membership",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_membership_organisation_id",
                table: "membership",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_organisation_code",
                table: "organisation",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_holder_id",
                table: "person",
                column: "holder_id");

            migrationBuilder.CreateIndex(
                name: "ix_phone_memo_organisation_id_state_left_at",
                table: "phone_memo",
                columns: new[] { "organisation_id", "state", "left_at" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_case_id",
                table: "plan",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_organisation_id",
                table: "plan",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_conference_case_id",
                table: "plan_conference",
                column: "case_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_conference_plan_id_plan_version",
                table: "plan_conference",
                columns: new[] { "plan_id", "plan_version" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_conference_scheduled_at_id",
                table: "plan_conference",
                columns: new[] { "scheduled_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_version_main_agency_id_next_monitoring_on",
                table: "plan_version",
                columns: new[] { "main_agency_id", "next_monitoring_on" });

            migrationBuilder.CreateIndex(
                name: "ix_plan_version_next_monitoring_on",
                table: "plan_version",
                column: "next_monitoring_on");

            migrationBuilder.CreateIndex(
                name: "ix_progress_note_case_id_occurred_at_id",
                table: "progress_note",
                columns: new[] { "case_id", "occurred_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_protected_location_read_at_id",
                table: "protected_location_read",
                columns: new[] { "at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_protected_location_read_person_id_at",
                table: "protected_location_read",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_protected_location_read_reader_id",
                table: "protected_location_read",
                column: "reader_id");

            migrationBuilder.CreateIndex(
                name: "ix_protected_location_reader_account_id",
                table: "protected_location_reader",
                column: "account_id");

            migrationBuilder.CreateIndex(
                name: "ix_protected_location_reader_measure_id",
                table: "protected_location_reader",
                column: "measure_id");

            migrationBuilder.CreateIndex(
                name: "ix_protected_location_reader_person_id_account_id",
                table: "protected_location_reader",
                columns: new[] { "person_id", "account_id" });

            migrationBuilder.CreateIndex(
                name: "ix_protection_measure_holder_id_state_review_on",
                table: "protection_measure",
                columns: new[] { "holder_id", "state", "review_on" });

            migrationBuilder.CreateIndex(
                name: "ix_protection_measure_person_id",
                table: "protection_measure",
                column: "person_id",
                unique: true,
                filter: "state <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "ix_reporter_identity_report_id",
                table: "reporter_identity",
                column: "report_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_responsibility_period_organisation_id",
                table: "responsibility_period",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_same_person_first_id_second_id",
                table: "same_person",
                columns: new[] { "first_id", "second_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_same_person_holder_id_state_suspected_at_id",
                table: "same_person",
                columns: new[] { "holder_id", "state", "suspected_at", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_same_person_second_id",
                table: "same_person",
                column: "second_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_case_fiscal_year_sequence",
                table: "support_case",
                columns: new[] { "fiscal_year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_case_organisation_id_next_due_on_id",
                table: "support_case",
                columns: new[] { "organisation_id", "next_due_on", "id" },
                filter: "state <> 'Closed'");

            migrationBuilder.CreateIndex(
                name: "ix_support_case_organisation_id_state",
                table: "support_case",
                columns: new[] { "organisation_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_tally_organisation_id_counted_on",
                table: "tally",
                columns: new[] { "organisation_id", "counted_on" });

            migrationBuilder.CreateIndex(
                name: "ix_urgent_report_consultation_id",
                table: "urgent_report",
                column: "consultation_id");

            migrationBuilder.CreateIndex(
                name: "ix_urgent_report_next_check_due_id",
                table: "urgent_report",
                columns: new[] { "next_check_due", "id" },
                descending: new[] { false, true },
                filter: "state <> 'Ended'");

            migrationBuilder.CreateIndex(
                name: "ix_urgent_report_organisation_id_state_next_check_due",
                table: "urgent_report",
                columns: new[] { "organisation_id", "state", "next_check_due" });

            migrationBuilder.CreateIndex(
                name: "ix_urgent_report_reported_at_id",
                table: "urgent_report",
                columns: new[] { "reported_at", "id" },
                filter: "state = 'Ended'");

            migrationBuilder.CreateIndex(
                name: "ix_urgent_report_sealed_source",
                table: "urgent_report",
                column: "sealed_source");

            migrationBuilder.CreateIndex(
                name: "ix_urgent_report_source_case_id",
                table: "urgent_report",
                column: "source_case_id");

            migrationBuilder.CreateIndex(
                name: "ix_urgent_report_team_id_state_next_check_due",
                table: "urgent_report",
                columns: new[] { "team_id", "state", "next_check_due" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_issuing_organisation_id",
                table: "work_order",
                column: "issuing_organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_receiver_id_deadline_id",
                table: "work_order",
                columns: new[] { "receiver_id", "deadline", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_receiver_id_state_deadline",
                table: "work_order",
                columns: new[] { "receiver_id", "state", "deadline" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_answer_order_id",
                table: "work_order_answer",
                column: "order_id");

            migrationBuilder.CreateIndex(
                name: "ix_worker_assignment_worker_id_ends_at",
                table: "worker_assignment",
                columns: new[] { "worker_id", "ends_at" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_grant");

            migrationBuilder.DropTable(
                name: "api_token");

            migrationBuilder.DropTable(
                name: "assessment_version");

            migrationBuilder.DropTable(
                name: "attachment_content");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "case_concerns");

            migrationBuilder.DropTable(
                name: "case_link");

            migrationBuilder.DropTable(
                name: "case_number_counter");

            migrationBuilder.DropTable(
                name: "case_person");

            migrationBuilder.DropTable(
                name: "case_task");

            migrationBuilder.DropTable(
                name: "consent");

            migrationBuilder.DropTable(
                name: "consultation_correction");

            migrationBuilder.DropTable(
                name: "consultation_person");

            migrationBuilder.DropTable(
                name: "coordination_notice_person");

            migrationBuilder.DropTable(
                name: "decision");

            migrationBuilder.DropTable(
                name: "deputy");

            migrationBuilder.DropTable(
                name: "exclusion");

            migrationBuilder.DropTable(
                name: "exclusion_declaration");

            migrationBuilder.DropTable(
                name: "handoff_question");

            migrationBuilder.DropTable(
                name: "handover");

            migrationBuilder.DropTable(
                name: "household_member");

            migrationBuilder.DropTable(
                name: "idempotency_key");

            migrationBuilder.DropTable(
                name: "kin_tie");

            migrationBuilder.DropTable(
                name: "lead_step");

            migrationBuilder.DropTable(
                name: "matching_wish");

            migrationBuilder.DropTable(
                name: "matter_agenda");

            migrationBuilder.DropTable(
                name: "matter_copy");

            migrationBuilder.DropTable(
                name: "matter_decision");

            migrationBuilder.DropTable(
                name: "matter_direction");

            migrationBuilder.DropTable(
                name: "matter_explanation");

            migrationBuilder.DropTable(
                name: "matter_information_correction");

            migrationBuilder.DropTable(
                name: "matter_item_naming");

            migrationBuilder.DropTable(
                name: "matter_minutes_correction");

            migrationBuilder.DropTable(
                name: "matter_naming");

            migrationBuilder.DropTable(
                name: "matter_notice");

            migrationBuilder.DropTable(
                name: "matter_outcome");

            migrationBuilder.DropTable(
                name: "matter_own_knowledge");

            migrationBuilder.DropTable(
                name: "matter_paper");

            migrationBuilder.DropTable(
                name: "matter_seat");

            migrationBuilder.DropTable(
                name: "matter_sheet");

            migrationBuilder.DropTable(
                name: "matter_watch");

            migrationBuilder.DropTable(
                name: "matter_way_out");

            migrationBuilder.DropTable(
                name: "membership");

            migrationBuilder.DropTable(
                name: "note_correction");

            migrationBuilder.DropTable(
                name: "note_paragraph");

            migrationBuilder.DropTable(
                name: "note_partner");

            migrationBuilder.DropTable(
                name: "notice_tally");

            migrationBuilder.DropTable(
                name: "person_correction");

            migrationBuilder.DropTable(
                name: "person_search");

            migrationBuilder.DropTable(
                name: "phone_memo");

            migrationBuilder.DropTable(
                name: "plan_conference");

            migrationBuilder.DropTable(
                name: "plan_version");

            migrationBuilder.DropTable(
                name: "protected_location_read");

            migrationBuilder.DropTable(
                name: "reporter_identity");

            migrationBuilder.DropTable(
                name: "responsibility_period");

            migrationBuilder.DropTable(
                name: "same_person");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "sign_in_attempt");

            migrationBuilder.DropTable(
                name: "support_tie");

            migrationBuilder.DropTable(
                name: "suspension");

            migrationBuilder.DropTable(
                name: "tally");

            migrationBuilder.DropTable(
                name: "team_member");

            migrationBuilder.DropTable(
                name: "work_order_answer");

            migrationBuilder.DropTable(
                name: "worker_assignment");

            migrationBuilder.DropTable(
                name: "assessment");

            migrationBuilder.DropTable(
                name: "attachment");

            migrationBuilder.DropTable(
                name: "coordination_notice");

            migrationBuilder.DropTable(
                name: "handoff");

            migrationBuilder.DropTable(
                name: "lead");

            migrationBuilder.DropTable(
                name: "matter_information");

            migrationBuilder.DropTable(
                name: "matter_session");

            migrationBuilder.DropTable(
                name: "progress_note");

            migrationBuilder.DropTable(
                name: "plan");

            migrationBuilder.DropTable(
                name: "protected_location_reader");

            migrationBuilder.DropTable(
                name: "urgent_report");

            migrationBuilder.DropTable(
                name: "work_order");

            migrationBuilder.DropTable(
                name: "matter_item");

            migrationBuilder.DropTable(
                name: "matter_request");

            migrationBuilder.DropTable(
                name: "protection_measure");

            migrationBuilder.DropTable(
                name: "consultation");

            migrationBuilder.DropTable(
                name: "matter_participant");

            migrationBuilder.DropTable(
                name: "household");

            migrationBuilder.DropTable(
                name: "support_case");

            migrationBuilder.DropTable(
                name: "matter");

            migrationBuilder.DropTable(
                name: "person");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "organisation");
        }
    }
}
