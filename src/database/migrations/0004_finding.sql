CREATE TABLE "everyday_words" (
	"said" text PRIMARY KEY NOT NULL,
	"meant" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "procedure_cases" (
	"procedure_id" uuid NOT NULL,
	"question" integer NOT NULL,
	"answer" integer NOT NULL,
	"asks" jsonb NOT NULL,
	"says" jsonb NOT NULL,
	"leads" text NOT NULL,
	"other_id" uuid,
	"advice" jsonb,
	CONSTRAINT "procedure_cases_procedure_id_question_answer_pk" PRIMARY KEY("procedure_id","question","answer"),
	CONSTRAINT "case_is_numbered" CHECK ("procedure_cases"."question" between 1 and 4 and "procedure_cases"."answer" between 1 and 20),
	CONSTRAINT "case_names_the_other" CHECK (("procedure_cases"."leads" = 'other') = ("procedure_cases"."other_id" is not null)),
	CONSTRAINT "case_that_ends_says_what_to_do" CHECK ("procedure_cases"."leads" <> 'not_eligible' or "procedure_cases"."advice" is not null)
);
--> statement-breakpoint
CREATE TABLE "search_misses" (
	"words" text PRIMARY KEY NOT NULL,
	"times" integer NOT NULL,
	"last_at" timestamptz NOT NULL,
	"reports" integer NOT NULL,
	CONSTRAINT "search_misses_counted" CHECK ("search_misses"."times" >= 0 and "search_misses"."reports" >= 0),
	CONSTRAINT "search_misses_short" CHECK (length("search_misses"."words") between 1 and 80)
);
--> statement-breakpoint
DROP INDEX "procedure_versions_search_text_trigrams";--> statement-breakpoint
-- Replaced as a whole at the next load of the catalogue, which comes with the start: the new files are another hash.
DELETE FROM "synonyms";--> statement-breakpoint
ALTER TABLE "synonyms" ADD COLUMN "spelt" text NOT NULL;--> statement-breakpoint
ALTER TABLE "procedure_cases" ADD CONSTRAINT "procedure_cases_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_cases" ADD CONSTRAINT "procedure_cases_other_id_procedures_id_fk" FOREIGN KEY ("other_id") REFERENCES "procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "search_misses_most_first" ON "search_misses" USING btree ("times" DESC NULLS LAST,"words");