CREATE TABLE "staff_duties" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"staff_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"code" text NOT NULL,
	CONSTRAINT "staff_duties_once" UNIQUE("staff_id","kind","code"),
	CONSTRAINT "staff_duties_kind_known" CHECK ("staff_duties"."kind" in ('sector', 'procedure'))
);
--> statement-breakpoint
CREATE TABLE "substitutions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"absent_id" uuid NOT NULL,
	"substitute_id" uuid NOT NULL,
	"starts_at" timestamptz NOT NULL,
	"ends_at" timestamptz NOT NULL,
	"reason" text NOT NULL,
	"arranged_by" uuid NOT NULL,
	"arranged_by_name" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"ended_at" timestamptz,
	CONSTRAINT "substitutions_end_after_start" CHECK ("substitutions"."ends_at" > "substitutions"."starts_at"),
	CONSTRAINT "nobody_substitutes_themselves" CHECK ("substitutions"."absent_id" <> "substitutions"."substitute_id")
);
--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "sector_code" text;--> statement-breakpoint
update "dossiers" set "sector_code" = "sectors"."code"
  from "procedures" join "sectors" on "sectors"."id" = "procedures"."sector_id"
 where "procedures"."code" = "dossiers"."procedure_code";--> statement-breakpoint
ALTER TABLE "dossiers" ALTER COLUMN "sector_code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "staff_duties" ADD CONSTRAINT "staff_duties_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_absent_id_staff_id_fk" FOREIGN KEY ("absent_id") REFERENCES "staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_substitute_id_staff_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_arranged_by_staff_id_fk" FOREIGN KEY ("arranged_by") REFERENCES "staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "substitutions_by_substitute" ON "substitutions" USING btree ("substitute_id","ends_at");--> statement-breakpoint
CREATE INDEX "substitutions_of_absent" ON "substitutions" USING btree ("absent_id","ends_at");