CREATE TABLE "form_wordings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"form" text NOT NULL,
	"version" integer NOT NULL,
	"texts" jsonb NOT NULL,
	"valid_from" date NOT NULL,
	"basis" text NOT NULL,
	"saved_at" timestamptz NOT NULL,
	"saved_by" uuid NOT NULL,
	"saved_by_name" text NOT NULL,
	CONSTRAINT "form_wordings_version" UNIQUE("form","version")
);
--> statement-breakpoint
CREATE TABLE "procedure_steps" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"version_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"stage" integer NOT NULL,
	"name" jsonb NOT NULL,
	"role" text NOT NULL,
	"section" text,
	"agency" text NOT NULL,
	"share" integer NOT NULL,
	"decides" text[] NOT NULL,
	"certainty" text NOT NULL,
	CONSTRAINT "procedure_steps_position" UNIQUE("version_id","position"),
	CONSTRAINT "step_has_a_share" CHECK ("procedure_steps"."share" between 1 and 100)
);
--> statement-breakpoint
ALTER TABLE "procedure_versions" ADD COLUMN "steps_hash" text;--> statement-breakpoint
ALTER TABLE "procedure_steps" ADD CONSTRAINT "procedure_steps_version_id_procedure_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "procedure_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dossiers_changed_at_agency" ON "dossiers" USING btree ("agency_id","updated_at" DESC NULLS LAST);