CREATE TABLE "register_books" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agency_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"number" text NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"last_line" integer DEFAULT 0 NOT NULL,
	"proposed_at" timestamptz,
	"proposed_by" jsonb,
	"closed_at" timestamptz,
	"closed_by" jsonb,
	"hash" text,
	CONSTRAINT "register_books_of_year" UNIQUE("agency_id","year"),
	CONSTRAINT "register_books_state_known" CHECK ("register_books"."state" in ('open', 'proposed', 'closed')),
	CONSTRAINT "register_books_closed_by_two" CHECK ("register_books"."state" <> 'closed' or ("register_books"."hash" is not null and "register_books"."proposed_by" ->> 'id' <> "register_books"."closed_by" ->> 'id'))
);
--> statement-breakpoint
CREATE TABLE "register_exports" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"book_id" uuid NOT NULL,
	"format" text NOT NULL,
	"filter" jsonb NOT NULL,
	"asked_by" jsonb NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"total" integer NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"done_at" timestamptz,
	"files" jsonb DEFAULT '[]'::jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_lines" (
	"book_id" uuid NOT NULL,
	"line" integer NOT NULL,
	"dossier_id" uuid NOT NULL,
	"code" text NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"accepted_at" timestamptz NOT NULL,
	"accepted_on" date NOT NULL,
	CONSTRAINT "register_lines_book_id_line_pk" PRIMARY KEY("book_id","line"),
	CONSTRAINT "register_lines_dossierId_unique" UNIQUE("dossier_id")
);
--> statement-breakpoint
ALTER TABLE "register_exports" ADD CONSTRAINT "register_exports_book_id_register_books_id_fk" FOREIGN KEY ("book_id") REFERENCES "register_books"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_lines" ADD CONSTRAINT "register_lines_book_id_register_books_id_fk" FOREIGN KEY ("book_id") REFERENCES "register_books"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "register_exports_of_book" ON "register_exports" USING btree ("book_id","asked_at");--> statement-breakpoint
CREATE INDEX "register_lines_by_day" ON "register_lines" USING btree ("book_id","accepted_on","line");--> statement-breakpoint
-- Dossiers accepted before there were books: each in the book of its year, in the order of acceptance.
INSERT INTO "register_books" ("agency_id", "year", "number", "last_line")
SELECT "agency_id", extract(year from "accepted_at" at time zone 'Asia/Ho_Chi_Minh')::int AS "year",
       '01/' || extract(year from "accepted_at" at time zone 'Asia/Ho_Chi_Minh')::int, count(*)
FROM "dossiers" WHERE "accepted_at" IS NOT NULL AND "code" IS NOT NULL GROUP BY 1, 2, 3;--> statement-breakpoint
INSERT INTO "register_lines" ("book_id", "line", "dossier_id", "code", "procedure_code", "sector_code", "accepted_at", "accepted_on")
SELECT "book"."id", row_number() OVER (PARTITION BY "book"."id" ORDER BY "d"."accepted_at", "d"."id"), "d"."id", "d"."code",
       "d"."procedure_code", "d"."sector_code", "d"."accepted_at", ("d"."accepted_at" at time zone 'Asia/Ho_Chi_Minh')::date
FROM "dossiers" "d"
JOIN "register_books" "book" ON "book"."agency_id" = "d"."agency_id"
 AND "book"."year" = extract(year from "d"."accepted_at" at time zone 'Asia/Ho_Chi_Minh')::int
WHERE "d"."accepted_at" IS NOT NULL AND "d"."code" IS NOT NULL;
