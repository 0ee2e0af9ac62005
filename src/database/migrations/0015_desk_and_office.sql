ALTER TYPE "dossier_move" ADD VALUE 'apologise' BEFORE 'approve';--> statement-breakpoint
CREATE TABLE "counter_shifts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agency_id" uuid NOT NULL,
	"counter" integer NOT NULL,
	"clerk_id" uuid NOT NULL,
	"clerk_name" text NOT NULL,
	"opened_at" timestamptz NOT NULL,
	"cash_float" integer NOT NULL,
	"closed_at" timestamptz,
	"cash_count" jsonb,
	"counted" integer,
	"paid" integer,
	"refunded" integer,
	"difference" integer,
	"reason" text DEFAULT '' NOT NULL,
	"open_things" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"handed_to" text DEFAULT '' NOT NULL,
	"confirmed_at" timestamptz,
	"confirmed_by_id" uuid,
	"confirmed_by_name" text,
	CONSTRAINT "counter_shifts_counter" CHECK ("counter_shifts"."counter" between 1 and 99),
	CONSTRAINT "counter_shifts_float" CHECK ("counter_shifts"."cash_float" >= 0),
	CONSTRAINT "counter_shifts_closed_is_counted" CHECK (("counter_shifts"."closed_at" is null) = ("counter_shifts"."counted" is null) and ("counter_shifts"."closed_at" is null) = ("counter_shifts"."difference" is null)),
	CONSTRAINT "counter_shifts_adds_up" CHECK ("counter_shifts"."closed_at" is null or "counter_shifts"."difference" = "counter_shifts"."counted" - ("counter_shifts"."cash_float" + "counter_shifts"."paid" - "counter_shifts"."refunded")),
	CONSTRAINT "counter_shifts_difference_named" CHECK (coalesce("counter_shifts"."difference", 0) = 0 or "counter_shifts"."reason" <> ''),
	CONSTRAINT "counter_shifts_two_people" CHECK ("counter_shifts"."confirmed_by_id" <> "counter_shifts"."clerk_id"),
	CONSTRAINT "counter_shifts_confirmed_after" CHECK ("counter_shifts"."confirmed_at" is null or "counter_shifts"."closed_at" is not null)
);
--> statement-breakpoint
CREATE TABLE "desk_notes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"text" text NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamptz NOT NULL,
	"is_pinned" boolean DEFAULT false NOT NULL,
	CONSTRAINT "desk_notes_say_something" CHECK (length("desk_notes"."text") between 1 and 1000)
);
--> statement-breakpoint
CREATE TABLE "queue_numbers" (
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "queue_numbers_agency_id_day_pk" PRIMARY KEY("agency_id","day")
);
--> statement-breakpoint
CREATE TABLE "queue_tickets" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"number" integer NOT NULL,
	"code" text NOT NULL,
	"topic" text NOT NULL,
	"procedure_code" text,
	"priority_class" text,
	"state" text DEFAULT 'waiting' NOT NULL,
	"taken_at" timestamptz NOT NULL,
	"called_at" timestamptz,
	"last_call_at" timestamptz,
	"calls" integer DEFAULT 0 NOT NULL,
	"counter" integer,
	"clerk_id" uuid,
	"clerk_name" text,
	"ended_at" timestamptz,
	CONSTRAINT "queue_tickets_number" UNIQUE("agency_id","day","number"),
	CONSTRAINT "queue_tickets_state_known" CHECK ("queue_tickets"."state" in ('waiting', 'called', 'done', 'no_show')),
	CONSTRAINT "queue_tickets_priority_known" CHECK ("queue_tickets"."priority_class" in ('elderly', 'disabled', 'pregnant', 'merit')),
	CONSTRAINT "queue_tickets_called_by_somebody" CHECK (("queue_tickets"."state" = 'waiting') = ("queue_tickets"."called_at" is null)),
	CONSTRAINT "queue_tickets_called_at_counter" CHECK (("queue_tickets"."called_at" is null) = ("queue_tickets"."counter" is null)),
	CONSTRAINT "queue_tickets_ended" CHECK (("queue_tickets"."state" in ('done', 'no_show')) = ("queue_tickets"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "result_shelves" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"shelf" text NOT NULL,
	"placed_at" timestamptz NOT NULL,
	"placed_by" text NOT NULL,
	"taken_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "shift_entries" (
	"entry_id" uuid PRIMARY KEY NOT NULL,
	"shift_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "late_causes" (
	"code" text PRIMARY KEY NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"position" integer NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_rules" (
	"kind" text NOT NULL,
	"scope" text NOT NULL,
	"amount" integer,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"article" text NOT NULL,
	"certainty" text NOT NULL,
	"changed_at" timestamptz,
	CONSTRAINT "time_rules_kind_scope_valid_from_pk" PRIMARY KEY("kind","scope","valid_from"),
	CONSTRAINT "time_rules_amount_not_negative" CHECK ("time_rules"."amount" >= 0),
	CONSTRAINT "time_rules_suspension_by_special_law" CHECK ("time_rules"."kind" <> 'suspension' or "time_rules"."scope" <> '')
);
--> statement-breakpoint
CREATE TABLE "apologies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"due_at" timestamptz NOT NULL,
	"last_day" date NOT NULL,
	"drafted_at" timestamptz NOT NULL,
	"drafted_by" text NOT NULL,
	"causes" jsonb NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"new_due_at" timestamptz,
	"proposed_at" timestamptz,
	"proposed_by_id" uuid,
	"proposed_by" text,
	"sent_back_by" text,
	"sent_back_why" text,
	"signed_at" timestamptz,
	"signed_by_id" uuid,
	"signed_by" text,
	"withdrawn_at" timestamptz,
	"withdrawn_why" text,
	CONSTRAINT "apology_later" CHECK ("apologies"."new_due_at" > "apologies"."due_at"),
	CONSTRAINT "apology_four_eyes" CHECK ("apologies"."signed_by_id" <> "apologies"."proposed_by_id"),
	CONSTRAINT "apology_signed_whole" CHECK ("apologies"."signed_at" is null or ("apologies"."new_due_at" is not null and "apologies"."proposed_by_id" is not null)),
	CONSTRAINT "apology_ends_once" CHECK ("apologies"."signed_at" is null or "apologies"."withdrawn_at" is null)
);
--> statement-breakpoint
CREATE TABLE "dossier_leases" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"staff_id" uuid NOT NULL,
	"staff_name" text NOT NULL,
	"since" timestamptz NOT NULL,
	"until" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guidance_slips" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"number" integer NOT NULL,
	"procedure_version_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"procedure_name" text NOT NULL,
	"sector_code" text NOT NULL,
	"missing" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"staff_id" uuid NOT NULL,
	"staff_name" text NOT NULL,
	"name" text DEFAULT '' NOT NULL,
	"phone" text DEFAULT '' NOT NULL,
	"draft" jsonb,
	"created_at" timestamptz NOT NULL,
	"kept_until" timestamptz NOT NULL,
	"dossier_id" uuid,
	CONSTRAINT "guidance_slips_number" UNIQUE("agency_id","day","number"),
	CONSTRAINT "slips_say_what_is_missing" CHECK (jsonb_array_length("guidance_slips"."missing") > 0)
);
--> statement-breakpoint
CREATE TABLE "paper_checks" (
	"paper_id" uuid PRIMARY KEY NOT NULL,
	"dossier_id" uuid NOT NULL,
	"verdict" text NOT NULL,
	"reason_code" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamptz NOT NULL,
	CONSTRAINT "paper_check_verdict_known" CHECK ("paper_checks"."verdict" in ('right', 'wrong')),
	CONSTRAINT "paper_check_wrong_has_reason" CHECK ("paper_checks"."verdict" = 'right' or "paper_checks"."reason_code" <> '' or "paper_checks"."words" <> '')
);
--> statement-breakpoint
CREATE TABLE "second_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"at_desk" boolean NOT NULL,
	"reasons" jsonb NOT NULL,
	"why" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamptz NOT NULL,
	"decision" text,
	"decided_by_id" uuid,
	"decided_by" text,
	"decided_at" timestamptz,
	"decision_reason" text,
	CONSTRAINT "second_request_decision_known" CHECK ("second_requests"."decision" in ('approved', 'declined')),
	CONSTRAINT "second_request_decided_whole" CHECK (("second_requests"."decision" is null) = ("second_requests"."decided_by_id" is null) and ("second_requests"."decision" is null) = ("second_requests"."decided_at" is null) and ("second_requests"."decision" is null) = ("second_requests"."decision_reason" is null)),
	CONSTRAINT "second_request_four_eyes" CHECK ("second_requests"."decided_by_id" <> "second_requests"."proposed_by_id")
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"agency_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"subject" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"due_at" timestamptz NOT NULL,
	"level" integer NOT NULL,
	"turn" integer NOT NULL,
	"to_role" text NOT NULL,
	"to_person_id" uuid,
	"cause" text NOT NULL,
	"raised_at" timestamptz NOT NULL,
	"seen_at" timestamptz,
	"seen_by" text,
	"settled_at" timestamptz,
	"settled_by" text,
	"settled_how" text,
	CONSTRAINT "escalation_told_once" UNIQUE("subject_id","subject","due_at","level","turn"),
	CONSTRAINT "escalations_subject_known" CHECK ("escalations"."subject" in ('due', 'step', 'consultation', 'suspension', 'supplement', 'proposal')),
	CONSTRAINT "escalations_role_known" CHECK ("escalations"."to_role" in ('clerk', 'officer', 'signer', 'supervisor')),
	CONSTRAINT "escalations_settled_by_somebody" CHECK (("escalations"."settled_at" is null) = ("escalations"."settled_by" is null))
);
--> statement-breakpoint
CREATE TABLE "manifest_lines" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"manifest_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"scanned" text NOT NULL,
	"state" text NOT NULL,
	"shipment_id" uuid,
	"announced" integer DEFAULT 0 NOT NULL,
	"seal" text,
	"counted" integer,
	"reason" text DEFAULT '' NOT NULL,
	"photo_id" uuid,
	"other_agency_id" uuid,
	"other_agency" text,
	"corrects" uuid,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"at" timestamptz NOT NULL,
	"received_at" timestamptz,
	"failure" text,
	CONSTRAINT "manifest_lines_seq" UNIQUE("manifest_id","seq"),
	CONSTRAINT "manifest_line_state_known" CHECK ("manifest_lines"."state" in ('scanned', 'ok', 'broken_seal', 'missing_paper', 'elsewhere', 'unknown', 'correction', 'not_scanned')),
	CONSTRAINT "manifest_line_seal_known" CHECK ("manifest_lines"."seal" in ('ok', 'broken')),
	CONSTRAINT "manifest_line_checked_whole" CHECK ("manifest_lines"."state" not in ('ok', 'broken_seal', 'missing_paper') or ("manifest_lines"."seal" is not null and "manifest_lines"."counted" is not null))
);
--> statement-breakpoint
CREATE TABLE "manifests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"direction" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"carrier" text NOT NULL,
	"shift" text NOT NULL,
	"opened_by_id" uuid NOT NULL,
	"opened_by" text NOT NULL,
	"opened_at" timestamptz NOT NULL,
	"signed_at" timestamptz,
	"postman" text,
	"clerk_id" uuid,
	"clerk" text,
	"signing" text,
	"postman_signature_id" uuid,
	"clerk_signature_id" uuid,
	"photo_id" uuid,
	"file_id" uuid,
	"sha256" text,
	CONSTRAINT "manifests_number_unique" UNIQUE("number"),
	CONSTRAINT "manifest_direction_known" CHECK ("manifests"."direction" in ('inbound')),
	CONSTRAINT "manifest_shift_known" CHECK ("manifests"."shift" in ('morning', 'afternoon')),
	CONSTRAINT "manifest_signing_known" CHECK ("manifests"."signing" in ('glass', 'paper')),
	CONSTRAINT "manifest_signed_by_both" CHECK (("manifests"."signed_at" is null) = ("manifests"."postman" is null) and ("manifests"."signed_at" is null) = ("manifests"."clerk" is null) and ("manifests"."signed_at" is null) = ("manifests"."signing" is null))
);
--> statement-breakpoint
DROP INDEX "dossiers_found_by_words";--> statement-breakpoint
ALTER TABLE "shift_entries" ADD CONSTRAINT "shift_entries_shift_id_counter_shifts_id_fk" FOREIGN KEY ("shift_id") REFERENCES "counter_shifts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "apologies" ADD CONSTRAINT "apologies_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_leases" ADD CONSTRAINT "dossier_leases_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_checks" ADD CONSTRAINT "paper_checks_paper_id_dossier_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "dossier_papers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_checks" ADD CONSTRAINT "paper_checks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "second_requests" ADD CONSTRAINT "second_requests_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifest_lines" ADD CONSTRAINT "manifest_lines_manifest_id_manifests_id_fk" FOREIGN KEY ("manifest_id") REFERENCES "manifests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "manifest_lines" ADD CONSTRAINT "manifest_lines_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "counter_shifts_open_of_clerk" ON "counter_shifts" USING btree ("clerk_id") WHERE "counter_shifts"."closed_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "counter_shifts_open_at_counter" ON "counter_shifts" USING btree ("agency_id","counter") WHERE "counter_shifts"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "counter_shifts_of_agency" ON "counter_shifts" USING btree ("agency_id","opened_at");--> statement-breakpoint
CREATE INDEX "counter_shifts_of_clerk" ON "counter_shifts" USING btree ("clerk_id","opened_at");--> statement-breakpoint
CREATE INDEX "desk_notes_of" ON "desk_notes" USING btree ("dossier_id","at");--> statement-breakpoint
CREATE INDEX "queue_tickets_waiting" ON "queue_tickets" USING btree ("agency_id","day","number") WHERE "queue_tickets"."state" = 'waiting';--> statement-breakpoint
CREATE INDEX "queue_tickets_called" ON "queue_tickets" USING btree ("agency_id","day","last_call_at") WHERE "queue_tickets"."last_call_at" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "queue_tickets_one_called" ON "queue_tickets" USING btree ("clerk_id") WHERE "queue_tickets"."state" = 'called';--> statement-breakpoint
CREATE INDEX "result_shelves_at" ON "result_shelves" USING btree ("agency_id","shelf") WHERE "result_shelves"."taken_at" is null;--> statement-breakpoint
CREATE INDEX "shift_entries_of" ON "shift_entries" USING btree ("shift_id");--> statement-breakpoint
CREATE UNIQUE INDEX "apology_open_is_one" ON "apologies" USING btree ("dossier_id") WHERE "apologies"."signed_at" is null and "apologies"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "apology_signed_is_one" ON "apologies" USING btree ("dossier_id") WHERE "apologies"."signed_at" is not null;--> statement-breakpoint
CREATE INDEX "paper_checks_of_dossier" ON "paper_checks" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "second_request_open_is_one" ON "second_requests" USING btree ("dossier_id") WHERE "second_requests"."decision" is null;--> statement-breakpoint
CREATE INDEX "second_requests_of_dossier" ON "second_requests" USING btree ("dossier_id","proposed_at");--> statement-breakpoint
CREATE INDEX "escalations_open_at_agency" ON "escalations" USING btree ("agency_id","raised_at") WHERE "escalations"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "escalations_open_of_dossier" ON "escalations" USING btree ("dossier_id") WHERE "escalations"."settled_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "manifest_line_of_parcel" ON "manifest_lines" USING btree ("manifest_id","shipment_id");--> statement-breakpoint
CREATE INDEX "manifest_lines_of_shipment" ON "manifest_lines" USING btree ("shipment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "manifest_open_is_one" ON "manifests" USING btree ("agency_id","carrier","direction") WHERE signed_at is null;--> statement-breakpoint
CREATE INDEX "manifests_at_agency" ON "manifests" USING btree ("agency_id","opened_at");--> statement-breakpoint
CREATE INDEX "dossiers_found_by_code_end" ON "dossiers" USING btree ("agency_id",reverse("code") text_pattern_ops);--> statement-breakpoint
CREATE INDEX "dossiers_open_of_identity" ON "dossiers" USING btree (("applicant" ->> 'identityNumber')) WHERE "dossiers"."finished_at" is null and "dossiers"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "dossiers_running_by_due" ON "dossiers" USING btree ("due_at") WHERE "dossiers"."state" in ('accepted', 'in_progress');--> statement-breakpoint
CREATE INDEX "payment_entries_cash_of" ON "payment_entries" USING btree ("actor_id","at") WHERE "payment_entries"."way" = 'cash';--> statement-breakpoint
CREATE INDEX "dossiers_found_by_words" ON "dossiers" USING gin (to_tsvector('simple', 'a' || replace("agency_id"::text, '-', '') || ' ' || "search_text"));