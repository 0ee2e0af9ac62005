CREATE TABLE "sealed_papers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"form" text NOT NULL,
	"number" text NOT NULL,
	"key_id" text NOT NULL,
	"token" text NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"agency_name" text NOT NULL,
	"signed_by" text NOT NULL,
	"issued_at" timestamptz NOT NULL,
	"revoked_at" timestamptz,
	"revoked_by" text,
	"revoked_reason" text,
	CONSTRAINT "sealed_papers_token_unique" UNIQUE("token"),
	CONSTRAINT "paper_sealed_once" UNIQUE("dossier_id","form","file_id")
);
--> statement-breakpoint
CREATE TABLE "verification_keys" (
	"id" text PRIMARY KEY NOT NULL,
	"public_key" text NOT NULL,
	"valid_from" timestamptz NOT NULL,
	"valid_to" timestamptz,
	CONSTRAINT "verification_keys_publicKey_unique" UNIQUE("public_key")
);
--> statement-breakpoint
CREATE TABLE "locker_papers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"name" text NOT NULL,
	"issuer" text NOT NULL,
	"number" text NOT NULL,
	"issued_on" date,
	"expires_on" date,
	"consented_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "locker_papers_dates_in_order" CHECK ("locker_papers"."issued_on" <= "locker_papers"."expires_on")
);
--> statement-breakpoint
CREATE TABLE "parcel_links" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"shipment_id" uuid NOT NULL,
	"phone" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"used_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "parcel_wishes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"attempt" integer NOT NULL,
	"way" text NOT NULL,
	"on_day" date,
	"phone" text,
	"receiver_name" text,
	"relation" text,
	"address" text,
	"via" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"replaced_at" timestamptz,
	"told_at" timestamptz,
	"refused_at" timestamptz,
	"refused_text" text,
	CONSTRAINT "parcel_wish_way_known" CHECK ("parcel_wishes"."way" in ('redeliver', 'collect', 'desk')),
	CONSTRAINT "parcel_wish_has_day" CHECK (("parcel_wishes"."way" = 'redeliver') = ("parcel_wishes"."on_day" is not null))
);
--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "seen" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "scan" text DEFAULT 'not_scanned' NOT NULL;--> statement-breakpoint
ALTER TABLE "sealed_papers" ADD CONSTRAINT "sealed_papers_key_id_verification_keys_id_fk" FOREIGN KEY ("key_id") REFERENCES "verification_keys"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "locker_papers" ADD CONSTRAINT "locker_papers_file_id_files_id_fk" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_links" ADD CONSTRAINT "parcel_links_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "parcel_wishes" ADD CONSTRAINT "parcel_wishes_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sealed_papers_by_hash" ON "sealed_papers" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "locker_papers_of_person" ON "locker_papers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "parcel_links_of_shipment" ON "parcel_links" USING btree ("shipment_id");--> statement-breakpoint
CREATE UNIQUE INDEX "parcel_wish_is_one" ON "parcel_wishes" USING btree ("shipment_id") WHERE replaced_at is null;--> statement-breakpoint
ALTER TABLE "files" ADD CONSTRAINT "files_scan_known" CHECK ("files"."scan" in ('clean', 'not_scanned'));--> statement-breakpoint
alter table sealed_papers add constraint sealed_for_dossier foreign key (dossier_id) references dossiers (id);--> statement-breakpoint
alter table sealed_papers add constraint sealed_as_file foreign key (file_id) references files (id) deferrable initially deferred;--> statement-breakpoint
alter table sealed_papers add constraint sealed_hash_is_hash check (sha256 ~ '^[0-9a-f]{64}$');--> statement-breakpoint
-- Nobody takes a paper back without a name and a reason.
alter table sealed_papers add constraint revoked_by_somebody check ((revoked_at is null) = (revoked_by is null) and (revoked_at is null) = (revoked_reason is null));
