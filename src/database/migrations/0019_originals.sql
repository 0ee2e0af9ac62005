CREATE TABLE "hand_over_lines" (
	"list_id" uuid NOT NULL,
	"original_id" uuid NOT NULL,
	"given_at" timestamptz,
	"taken_at" timestamptz,
	"parcel" jsonb,
	"outcome" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	CONSTRAINT "hand_over_lines_list_id_original_id_pk" PRIMARY KEY("list_id","original_id"),
	CONSTRAINT "hand_over_lines_outcome_known" CHECK ("hand_over_lines"."outcome" in ('pending', 'confirmed', 'missing', 'refused', 'called_back', 'extra')),
	CONSTRAINT "hand_over_lines_both_scanned" CHECK ("hand_over_lines"."outcome" <> 'confirmed' or ("hand_over_lines"."given_at" is not null and "hand_over_lines"."taken_at" is not null)),
	CONSTRAINT "hand_over_lines_reason_said" CHECK ("hand_over_lines"."outcome" not in ('missing', 'refused') or "hand_over_lines"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "hand_over_lists" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"giver" jsonb NOT NULL,
	"receiver" jsonb NOT NULL,
	"receiver_kind" text NOT NULL,
	"receiver_agency_id" uuid,
	"receiver_person_id" uuid,
	"state" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"created_at" timestamptz NOT NULL,
	"created_by_id" uuid NOT NULL,
	"created_by" text NOT NULL,
	"offered_at" timestamptz,
	"offered_by" jsonb,
	"received_at" timestamptz,
	"received_by" jsonb,
	CONSTRAINT "hand_over_lists_number_unique" UNIQUE("number"),
	CONSTRAINT "hand_over_lists_state_known" CHECK ("hand_over_lists"."state" in ('open', 'offered', 'received', 'received_with_differences', 'called_back', 'dropped')),
	CONSTRAINT "hand_over_lists_giver_signed" CHECK ("hand_over_lists"."state" in ('open', 'dropped') or "hand_over_lists"."offered_by" is not null),
	CONSTRAINT "hand_over_lists_both_signed" CHECK ("hand_over_lists"."state" not in ('received', 'received_with_differences') or ("hand_over_lists"."offered_by" is not null and "hand_over_lists"."received_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "hand_over_numbers" (
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "hand_over_numbers_agency_id_day_pk" PRIMARY KEY("agency_id","day")
);
--> statement-breakpoint
CREATE TABLE "original_handovers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"original_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"at" timestamptz NOT NULL,
	"by_id" uuid NOT NULL,
	"by_name" text NOT NULL,
	"by_role" text NOT NULL,
	"from" jsonb,
	"to" jsonb,
	"list_id" uuid,
	"way" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"fate" text,
	"signature" jsonb,
	CONSTRAINT "original_handovers_seq" UNIQUE("original_id","seq"),
	CONSTRAINT "original_handovers_kind_known" CHECK ("original_handovers"."kind" in ('registered', 'offered', 'confirmed', 'not_received', 'called_back', 'lost', 'found', 'removed', 'kept')),
	CONSTRAINT "original_handovers_reason_said" CHECK ("original_handovers"."kind" not in ('lost', 'found', 'removed', 'not_received') or "original_handovers"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "originals" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"dossier_code" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"paper_id" uuid,
	"copy_number" integer DEFAULT 1 NOT NULL,
	"name" text NOT NULL,
	"form" text NOT NULL,
	"fate" text DEFAULT 'with_result' NOT NULL,
	"fate_reason" text DEFAULT '' NOT NULL,
	"holder" jsonb NOT NULL,
	"holder_kind" text NOT NULL,
	"holder_agency_id" uuid,
	"holder_person_id" uuid,
	"parcel_id" uuid,
	"held_since" timestamptz NOT NULL,
	"given_by" text NOT NULL,
	"offer" jsonb,
	"registered_at" timestamptz NOT NULL,
	"act_count" integer DEFAULT 0 NOT NULL,
	"audit_hash" text DEFAULT '' NOT NULL,
	"audit_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "originals_code_unique" UNIQUE("code"),
	CONSTRAINT "originals_of_paper_once" UNIQUE("paper_id","copy_number"),
	CONSTRAINT "originals_holder_known" CHECK ("originals"."holder_kind" in ('desk', 'officer', 'post', 'shelf', 'citizen', 'lost', 'removed')),
	CONSTRAINT "originals_fate_known" CHECK ("originals"."fate" in ('with_result', 'at_once', 'retained')),
	CONSTRAINT "originals_desk_has_agency" CHECK ("originals"."holder_kind" not in ('desk', 'shelf', 'officer') or "originals"."holder_agency_id" is not null),
	CONSTRAINT "originals_officer_has_name" CHECK (("originals"."holder_kind" = 'officer') = ("originals"."holder_person_id" is not null))
);
--> statement-breakpoint
ALTER TABLE "hand_over_lines" ADD CONSTRAINT "hand_over_lines_list_id_hand_over_lists_id_fk" FOREIGN KEY ("list_id") REFERENCES "hand_over_lists"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "hand_over_lines" ADD CONSTRAINT "hand_over_lines_original_id_originals_id_fk" FOREIGN KEY ("original_id") REFERENCES "originals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "original_handovers" ADD CONSTRAINT "original_handovers_original_id_originals_id_fk" FOREIGN KEY ("original_id") REFERENCES "originals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "hand_over_lines_one_bundle" ON "hand_over_lines" USING btree ("original_id") WHERE outcome = 'pending';--> statement-breakpoint
CREATE INDEX "hand_over_lists_of_giver" ON "hand_over_lists" USING btree ("agency_id","state","created_at");--> statement-breakpoint
CREATE INDEX "hand_over_lists_for_agency" ON "hand_over_lists" USING btree ("receiver_agency_id","state");--> statement-breakpoint
CREATE INDEX "hand_over_lists_for_person" ON "hand_over_lists" USING btree ("receiver_person_id","state");--> statement-breakpoint
CREATE INDEX "original_handovers_of_list" ON "original_handovers" USING btree ("list_id");--> statement-breakpoint
CREATE INDEX "originals_of_dossier" ON "originals" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "originals_held_at" ON "originals" USING btree ("holder_agency_id","holder_kind","held_since");--> statement-breakpoint
CREATE INDEX "originals_of_person" ON "originals" USING btree ("holder_person_id");--> statement-breakpoint
CREATE INDEX "originals_in_parcel" ON "originals" USING btree ("parcel_id");