CREATE TABLE "consultations" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"from_agency_id" uuid NOT NULL,
	"to_agency_id" uuid NOT NULL,
	"question" text NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"asked_by_id" uuid NOT NULL,
	"asked_by" text NOT NULL,
	"due_at" timestamptz NOT NULL,
	"answered_at" timestamptz,
	"answered_by" text,
	"answer" text,
	"escalated_at" timestamptz,
	"noted_at" timestamptz,
	"noted_by" text,
	CONSTRAINT "consultation_is_elsewhere" CHECK ("consultations"."from_agency_id" <> "consultations"."to_agency_id"),
	CONSTRAINT "consultation_answer_is_whole" CHECK (("consultations"."answered_at" is null) = ("consultations"."answer" is null))
);
--> statement-breakpoint
CREATE TABLE "dossier_steps" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"position" integer NOT NULL,
	"stage" integer NOT NULL,
	"turn" integer NOT NULL,
	"name" jsonb NOT NULL,
	"role" text NOT NULL,
	"section" text,
	"agency_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"share" integer NOT NULL,
	"decides" text[] NOT NULL,
	"state" text NOT NULL,
	"assignee_id" uuid,
	"assignee_name" text,
	"minutes" integer NOT NULL,
	"due_at" timestamptz,
	"paused_at" timestamptz,
	"entered_at" timestamptz,
	"taken_at" timestamptz,
	"finished_at" timestamptz,
	"outcome" text DEFAULT '' NOT NULL,
	"decision" text,
	CONSTRAINT "dossier_steps_once" UNIQUE("dossier_id","cycle","position"),
	CONSTRAINT "dossier_steps_state_known" CHECK ("dossier_steps"."state" in ('waiting', 'in_pool', 'in_hand', 'done', 'returned', 'skipped')),
	CONSTRAINT "dossier_steps_in_somebodys_hand" CHECK ("dossier_steps"."state" <> 'in_hand' or "dossier_steps"."assignee_id" is not null),
	CONSTRAINT "dossier_steps_done_has_an_end" CHECK (("dossier_steps"."state" = 'done') = ("dossier_steps"."finished_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "forwardings" (
	"dossier_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"agency_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"accepted_at" timestamptz NOT NULL,
	"forward_by" timestamptz NOT NULL,
	"forwarded_at" timestamptz,
	"forwarded_by" text,
	"way" text,
	CONSTRAINT "forwardings_dossier_id_cycle_pk" PRIMARY KEY("dossier_id","cycle"),
	CONSTRAINT "forwarding_is_whole" CHECK (("forwardings"."forwarded_at" is null) = ("forwardings"."way" is null))
);
--> statement-breakpoint
CREATE TABLE "step_hand_overs" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"cycle" integer NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"step_id" uuid,
	"from_agency_id" uuid NOT NULL,
	"from_name" text NOT NULL,
	"to_agency_id" uuid NOT NULL,
	"to_name" text DEFAULT '' NOT NULL,
	"task" text NOT NULL,
	"given_at" timestamptz NOT NULL,
	"taken_at" timestamptz,
	"due_at" timestamptz,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "step_hand_overs_seq" UNIQUE("dossier_id","seq"),
	CONSTRAINT "step_hand_overs_kind_known" CHECK ("step_hand_overs"."kind" in ('forward', 'send', 'return', 'hand', 'assign', 'consult', 'answer', 'decide'))
);
--> statement-breakpoint
CREATE TABLE "verification_meetings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"held_at" timestamptz NOT NULL,
	"place" text NOT NULL,
	"participants" text NOT NULL,
	"content" text NOT NULL,
	"recorded_at" timestamptz NOT NULL,
	"recorded_by" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "shared_with" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_step_id_dossier_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "dossier_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_from_agency_id_agencies_id_fk" FOREIGN KEY ("from_agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_to_agency_id_agencies_id_fk" FOREIGN KEY ("to_agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_steps" ADD CONSTRAINT "dossier_steps_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_steps" ADD CONSTRAINT "dossier_steps_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwardings" ADD CONSTRAINT "forwardings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "forwardings" ADD CONSTRAINT "forwardings_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_hand_overs" ADD CONSTRAINT "step_hand_overs_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_hand_overs" ADD CONSTRAINT "step_hand_overs_step_id_dossier_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "dossier_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_hand_overs" ADD CONSTRAINT "step_hand_overs_from_agency_id_agencies_id_fk" FOREIGN KEY ("from_agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "step_hand_overs" ADD CONSTRAINT "step_hand_overs_to_agency_id_agencies_id_fk" FOREIGN KEY ("to_agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_meetings" ADD CONSTRAINT "verification_meetings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verification_meetings" ADD CONSTRAINT "verification_meetings_step_id_dossier_steps_id_fk" FOREIGN KEY ("step_id") REFERENCES "dossier_steps"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "consultations_of" ON "consultations" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "consultations_to_answer" ON "consultations" USING btree ("to_agency_id","due_at") WHERE "consultations"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "consultations_escalated" ON "consultations" USING btree ("from_agency_id","escalated_at") WHERE "consultations"."escalated_at" is not null and "consultations"."noted_at" is null;--> statement-breakpoint
CREATE INDEX "dossier_steps_in_pool" ON "dossier_steps" USING btree ("agency_id","due_at","id") WHERE "dossier_steps"."state" = 'in_pool';--> statement-breakpoint
CREATE INDEX "dossier_steps_in_hand" ON "dossier_steps" USING btree ("assignee_id","due_at","id") WHERE "dossier_steps"."state" = 'in_hand';--> statement-breakpoint
CREATE INDEX "dossier_steps_at_agency" ON "dossier_steps" USING btree ("agency_id","due_at") WHERE "dossier_steps"."state" in ('in_pool', 'in_hand');--> statement-breakpoint
CREATE INDEX "forwardings_waiting" ON "forwardings" USING btree ("agency_id","forward_by") WHERE "forwardings"."forwarded_at" is null;--> statement-breakpoint
CREATE INDEX "verification_meetings_of" ON "verification_meetings" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "dossiers_shared_with" ON "dossiers" USING gin ("shared_with");