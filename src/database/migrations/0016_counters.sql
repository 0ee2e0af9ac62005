CREATE TABLE "result_books" (
	"agency_id" uuid NOT NULL,
	"year" smallint NOT NULL,
	"symbol" text NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "result_books_agency_id_year_symbol_pk" PRIMARY KEY("agency_id","year","symbol"),
	CONSTRAINT "result_books_counts" CHECK ("result_books"."last" > 0)
);
--> statement-breakpoint
CREATE TABLE "result_draft_steps" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"draft_id" uuid NOT NULL,
	"name" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "result_drafts" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"dossier_code" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"procedure_name" text NOT NULL,
	"holder_name" text NOT NULL,
	"kind" text NOT NULL,
	"state" text NOT NULL,
	"template" jsonb NOT NULL,
	"values" jsonb NOT NULL,
	"title" text NOT NULL,
	"revision" integer DEFAULT 0 NOT NULL,
	"drafter_id" uuid NOT NULL,
	"drafter_name" text NOT NULL,
	"remark" text DEFAULT '' NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "result_drafts_state_known" CHECK ("result_drafts"."state" in ('drafting', 'in_review', 'returned', 'to_sign', 'signing', 'signed', 'dropped')),
	CONSTRAINT "result_drafts_kind_known" CHECK ("result_drafts"."kind" in ('approved', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "result_revocations" (
	"id" uuid PRIMARY KEY NOT NULL,
	"result_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"legal_basis" text NOT NULL,
	"proposed_by_id" uuid NOT NULL,
	"proposed_by" text NOT NULL,
	"proposed_at" timestamptz NOT NULL,
	"is_confirmed" boolean,
	"decided_by_id" uuid,
	"decided_by" text,
	"decided_at" timestamptz,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "result_revocations_by_two" CHECK ("result_revocations"."decided_by_id" is null or "result_revocations"."decided_by_id" <> "result_revocations"."proposed_by_id")
);
--> statement-breakpoint
CREATE TABLE "result_templates" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agency_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"kind" text NOT NULL,
	"version" integer NOT NULL,
	"text" text NOT NULL,
	"valid_from" date NOT NULL,
	"note" text NOT NULL,
	"made_by_id" uuid NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamptz NOT NULL,
	CONSTRAINT "result_templates_version" UNIQUE("agency_id","procedure_code","kind","version"),
	CONSTRAINT "result_templates_kind_known" CHECK ("result_templates"."kind" in ('approved', 'refused'))
);
--> statement-breakpoint
CREATE TABLE "results" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"dossier_code" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"agency_name" text NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"procedure_name" text NOT NULL,
	"kind" text NOT NULL,
	"source" text NOT NULL,
	"year" smallint,
	"symbol" text,
	"sequence" integer,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"holder_name" text NOT NULL,
	"holder_identity" text,
	"person_id" uuid,
	"search_text" text NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" timestamptz NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"certificate" jsonb,
	"revoked_at" timestamptz,
	"revoked_by" text,
	"revoked_reason" text,
	"revoked_basis" text,
	CONSTRAINT "results_one_of_dossier" UNIQUE("dossier_id"),
	CONSTRAINT "results_numbered_once" UNIQUE("agency_id","year","symbol","sequence"),
	CONSTRAINT "results_kind_known" CHECK ("results"."kind" in ('approved', 'refused')),
	CONSTRAINT "results_source_known" CHECK ("results"."source" in ('signed', 'scanned')),
	CONSTRAINT "results_signed_have_a_number_and_a_certificate" CHECK (("results"."source" = 'signed') = ("results"."sequence" is not null and "results"."certificate" is not null)),
	CONSTRAINT "results_revoked_with_a_reason" CHECK (("results"."revoked_at" is null) = ("results"."revoked_reason" is null))
);
--> statement-breakpoint
CREATE TABLE "signing_batches" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"signer_id" uuid NOT NULL,
	"signer_name" text NOT NULL,
	"signer_title" text NOT NULL,
	"signer_role" text NOT NULL,
	"ordered_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "signing_items" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"batch_id" uuid NOT NULL,
	"draft_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"state" text NOT NULL,
	"problem" jsonb,
	"done_at" timestamptz,
	CONSTRAINT "signing_items_state_known" CHECK ("signing_items"."state" in ('waiting', 'signed', 'failed'))
);
--> statement-breakpoint
ALTER TABLE "result_draft_steps" ADD CONSTRAINT "result_draft_steps_draft_id_result_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "result_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "result_revocations" ADD CONSTRAINT "result_revocations_result_id_results_id_fk" FOREIGN KEY ("result_id") REFERENCES "results"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_items" ADD CONSTRAINT "signing_items_batch_id_signing_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "signing_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signing_items" ADD CONSTRAINT "signing_items_draft_id_result_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "result_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "result_draft_steps_of" ON "result_draft_steps" USING btree ("draft_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "result_drafts_one_open" ON "result_drafts" USING btree ("dossier_id") WHERE "result_drafts"."state" <> 'dropped';--> statement-breakpoint
CREATE INDEX "result_drafts_at_agency" ON "result_drafts" USING btree ("agency_id","state","updated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "result_revocations_one_open" ON "result_revocations" USING btree ("result_id") WHERE "result_revocations"."decided_at" is null;--> statement-breakpoint
CREATE INDEX "results_at_agency" ON "results" USING btree ("agency_id","signed_at","id");--> statement-breakpoint
CREATE INDEX "results_of_person" ON "results" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "results_of_identity" ON "results" USING btree ("holder_identity");--> statement-breakpoint
CREATE INDEX "results_by_hash" ON "results" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "results_found_by_words" ON "results" USING gin (to_tsvector('simple', "search_text"));--> statement-breakpoint
CREATE INDEX "signing_batches_of_signer" ON "signing_batches" USING btree ("signer_id","ordered_at");--> statement-breakpoint
CREATE UNIQUE INDEX "signing_items_once" ON "signing_items" USING btree ("draft_id") WHERE "signing_items"."state" <> 'failed';--> statement-breakpoint
CREATE INDEX "signing_items_of" ON "signing_items" USING btree ("batch_id","position");--> statement-breakpoint
ALTER TABLE "desk_notes" DROP COLUMN "is_pinned";