CREATE TABLE "helper_asks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"helper_id" uuid NOT NULL,
	"helper_phone" text NOT NULL,
	"helper_name" text NOT NULL,
	"person_phone" text NOT NULL,
	"person_name" text NOT NULL,
	"relation" text NOT NULL,
	"procedure_code" text NOT NULL,
	"procedure_name" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"created_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"used_at" timestamptz,
	CONSTRAINT "helper_asks_relation_known" CHECK ("helper_asks"."relation" in ('child', 'parent', 'spouse', 'sibling', 'grandparent', 'other_relative', 'volunteer', 'other'))
);
--> statement-breakpoint
CREATE TABLE "helper_consents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"person_id" uuid NOT NULL,
	"person_name" text NOT NULL,
	"person_phone" text NOT NULL,
	"helper_phone" text NOT NULL,
	"helper_name" text NOT NULL,
	"helper_id" uuid,
	"relation" text NOT NULL,
	"way" text NOT NULL,
	"procedure_code" text NOT NULL,
	"procedure_name" text NOT NULL,
	"dossier_id" uuid,
	"used_at" timestamptz,
	"shares_particulars" boolean DEFAULT false NOT NULL,
	"locale" text NOT NULL,
	"given_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"ended_at" timestamptz,
	"ended_why" text,
	CONSTRAINT "helper_consents_relation_known" CHECK ("helper_consents"."relation" in ('child', 'parent', 'spouse', 'sibling', 'grandparent', 'other_relative', 'volunteer', 'other')),
	CONSTRAINT "helper_consents_ending_known" CHECK ("helper_consents"."ended_why" in ('revoked', 'declined', 'left', 'expired')),
	CONSTRAINT "helper_consents_ended_has_reason" CHECK (("helper_consents"."ended_at" is null) = ("helper_consents"."ended_why" is null)),
	CONSTRAINT "helper_consents_nobody_helps_himself" CHECK ("helper_consents"."helper_phone" <> "helper_consents"."person_phone"),
	CONSTRAINT "helper_consents_seven_days" CHECK ("helper_consents"."expires_at" > "helper_consents"."given_at" and "helper_consents"."expires_at" <= "helper_consents"."given_at" + interval '7 days'),
	CONSTRAINT "helper_consents_used_has_time" CHECK ("helper_consents"."dossier_id" is null or "helper_consents"."used_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "helper_asks" ADD CONSTRAINT "helper_asks_helper_id_persons_id_fk" FOREIGN KEY ("helper_id") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_consents" ADD CONSTRAINT "helper_consents_person_id_persons_id_fk" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "helper_consents" ADD CONSTRAINT "helper_consents_helper_id_persons_id_fk" FOREIGN KEY ("helper_id") REFERENCES "persons"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "helper_asks_of_helper" ON "helper_asks" USING btree ("helper_id","created_at");--> statement-breakpoint
CREATE INDEX "helper_asks_to_phone" ON "helper_asks" USING btree ("person_phone","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "helper_consents_one_helper" ON "helper_consents" USING btree ("dossier_id") WHERE "helper_consents"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "helper_consents_of_dossier" ON "helper_consents" USING btree ("dossier_id","helper_id");--> statement-breakpoint
CREATE INDEX "helper_consents_of_person" ON "helper_consents" USING btree ("person_id","given_at");--> statement-breakpoint
CREATE INDEX "helper_consents_of_helper" ON "helper_consents" USING btree ("helper_phone","given_at");--> statement-breakpoint
-- A draft that its citizen throws away takes nothing with it: the consent stays, used up.
alter table helper_consents add constraint consent_for_dossier foreign key (dossier_id) references dossiers (id) on delete set null;--> statement-breakpoint
alter table helper_asks
  add constraint ask_is_not_of_oneself check (helper_phone <> person_phone),
  add constraint ask_tries_counted     check (tries between 0 and 5);
