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
                name: "matter",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    proposed_by = table.Column<Guid>(type: "uuid", nullable: false),
                    proposing_organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    chair_id = table.Column<Guid>(type: "uuid", nullable: false),
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
                        principalColumn: "id",
                        onDelete: ReferentialAction.Cascade);
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
                name: "support_case",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    fiscal_year = table.Column<int>(type: "integer", nullable: false),
                    sequence = table.Column<int>(type: "integer", nullable: false),
                    state = table.Column<string>(type: "text", nullable: false),
                    organisation_id = table.Column<Guid>(type: "uuid", nullable: false),
                    responsible_worker_id = table.Column<Guid>(type: "uuid", nullable: true),
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

            migrationBuilder.CreateIndex(
                name: "ix_access_grant_root_id_subject_id",
                table: "access_grant",
                columns: new[] { "root_id", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_access_grant_source_id",
                table: "access_grant",
                column: "source_id");

            migrationBuilder.CreateIndex(
                name: "ix_access_grant_subject_id_root_kind_root_id",
                table: "access_grant",
                columns: new[] { "subject_id", "root_kind", "root_id" });

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
                name: "ix_audit_entry_account_id_sequence",
                table: "audit_entry",
                columns: new[] { "account_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_entry_root_id_sequence",
                table: "audit_entry",
                columns: new[] { "root_id", "sequence" });

            migrationBuilder.CreateIndex(
                name: "ix_exclusion_person_id",
                table: "exclusion",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_key_at",
                table: "idempotency_key",
                column: "at");

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
                name: "ix_responsibility_period_organisation_id",
                table: "responsibility_period",
                column: "organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_case_fiscal_year_sequence",
                table: "support_case",
                columns: new[] { "fiscal_year", "sequence" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_case_organisation_id_state",
                table: "support_case",
                columns: new[] { "organisation_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_issuing_organisation_id",
                table: "work_order",
                column: "issuing_organisation_id");

            migrationBuilder.CreateIndex(
                name: "ix_work_order_receiver_id_state_deadline",
                table: "work_order",
                columns: new[] { "receiver_id", "state", "deadline" });

            migrationBuilder.CreateIndex(
                name: "ix_work_order_answer_order_id",
                table: "work_order_answer",
                column: "order_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "access_grant");

            migrationBuilder.DropTable(
                name: "api_token");

            migrationBuilder.DropTable(
                name: "audit_entry");

            migrationBuilder.DropTable(
                name: "case_number_counter");

            migrationBuilder.DropTable(
                name: "exclusion");

            migrationBuilder.DropTable(
                name: "idempotency_key");

            migrationBuilder.DropTable(
                name: "matter_agenda");

            migrationBuilder.DropTable(
                name: "matter_copy");

            migrationBuilder.DropTable(
                name: "matter_decision");

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
                name: "responsibility_period");

            migrationBuilder.DropTable(
                name: "setting");

            migrationBuilder.DropTable(
                name: "sign_in_attempt");

            migrationBuilder.DropTable(
                name: "work_order_answer");

            migrationBuilder.DropTable(
                name: "matter_information");

            migrationBuilder.DropTable(
                name: "matter_session");

            migrationBuilder.DropTable(
                name: "support_case");

            migrationBuilder.DropTable(
                name: "work_order");

            migrationBuilder.DropTable(
                name: "matter_item");

            migrationBuilder.DropTable(
                name: "matter_request");

            migrationBuilder.DropTable(
                name: "matter_participant");

            migrationBuilder.DropTable(
                name: "matter");

            migrationBuilder.DropTable(
                name: "account");

            migrationBuilder.DropTable(
                name: "organisation");
        }
    }
}
