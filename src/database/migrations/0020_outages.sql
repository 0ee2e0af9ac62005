CREATE TABLE "number_leases" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"first" integer NOT NULL,
	"last" integer NOT NULL,
	"device_key" text NOT NULL,
	"staff_id" uuid NOT NULL,
	"staff_name" text NOT NULL,
	"staff_role" text NOT NULL,
	"leased_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"skew_seconds" integer NOT NULL,
	"certificate" text,
	"closed_at" timestamptz,
	"closed_by" text,
	"closed_why" text,
	"returned" integer[] DEFAULT '{}' NOT NULL,
	CONSTRAINT "lease_has_numbers" CHECK ("number_leases"."first" > 0 and "number_leases"."last" >= "number_leases"."first"),
	CONSTRAINT "lease_ends_after_it_begins" CHECK ("number_leases"."expires_at" > "number_leases"."leased_at"),
	CONSTRAINT "closed_lease_says_by_whom" CHECK (("number_leases"."closed_at" is null) = ("number_leases"."closed_by" is null))
);
--> statement-breakpoint
CREATE TABLE "outage_items" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"lease_id" uuid,
	"number" integer NOT NULL,
	"state" text NOT NULL,
	"content" text NOT NULL,
	"signature" text NOT NULL,
	"procedure_code" text NOT NULL,
	"sector_code" text NOT NULL,
	"accepted_at" timestamptz NOT NULL,
	"synced_at" timestamptz NOT NULL,
	"synced_by" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"facts" jsonb NOT NULL,
	"settled_by" text,
	"tries" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "voided_item_says_why" CHECK ("outage_items"."state" <> 'voided' or "outage_items"."reason" <> '')
);
--> statement-breakpoint
ALTER TABLE "number_leases" ADD CONSTRAINT "number_leases_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outage_items" ADD CONSTRAINT "outage_items_lease_id_number_leases_id_fk" FOREIGN KEY ("lease_id") REFERENCES "number_leases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "number_leases_block" ON "number_leases" USING btree ("agency_id","day","first");--> statement-breakpoint
CREATE INDEX "number_leases_of_machine" ON "number_leases" USING btree ("device_key","day");--> statement-breakpoint
CREATE UNIQUE INDEX "outage_number_given_once" ON "outage_items" USING btree ("lease_id","number") WHERE "outage_items"."state" <> 'refused';--> statement-breakpoint
CREATE INDEX "outage_items_of_agency" ON "outage_items" USING btree ("agency_id","state","accepted_at");