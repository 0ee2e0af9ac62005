CREATE TABLE "person_identities" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"issuer" text NOT NULL,
	"subject" text NOT NULL,
	"provider" text NOT NULL,
	"level" text,
	"linked_at" timestamptz NOT NULL,
	"last_used_at" timestamptz NOT NULL,
	CONSTRAINT "identity_is_one_persons" UNIQUE("issuer","subject"),
	CONSTRAINT "person_is_one_to_a_provider" UNIQUE("person_id","issuer")
);
--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "verified_at" timestamptz;--> statement-breakpoint
ALTER TABLE "persons" ADD COLUMN "verified_by" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "person_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "staff_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "device" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- The default is for web processes of the release before, which save sessions until they are replaced.
ALTER TABLE "sessions" ADD COLUMN "created_at" timestamptz DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "last_seen_at" timestamptz DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "ended_at" timestamptz;--> statement-breakpoint
ALTER TABLE "person_identities" ADD CONSTRAINT "person_identities_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_staff_id_staff_id_fk" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_of_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "sessions_of_staff" ON "sessions" USING btree ("staff_id");--> statement-breakpoint
-- Nobody is signed out by this: sessions lasted twelve hours, and what they hold says whose they are.
update sessions set
  created_at   = expires_at - interval '12 hours',
  last_seen_at = expires_at - interval '12 hours',
  person_id    = (select id from persons where id::text = data -> 'actor' ->> 'id' and data -> 'actor' ->> 'role' = 'applicant'),
  staff_id     = (select id from staff   where id::text = data -> 'actor' ->> 'id' and data -> 'actor' ->> 'role' <> 'applicant');--> statement-breakpoint
alter table person_identities add constraint identity_named check (issuer <> '' and subject <> '' and provider <> '');--> statement-breakpoint
alter table persons           add constraint verified_by_somebody check ((verified_at is null) = (verified_by is null));--> statement-breakpoint
alter table sessions          add constraint session_is_one_persons check (person_id is null or staff_id is null);
