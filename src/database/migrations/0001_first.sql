CREATE TYPE "dossier_move" AS ENUM('submit', 'receive_papers', 'accept', 'refuse', 'ask_at_desk', 'ask_supplement', 'supplement', 'supplement_again', 'take', 'request_payment', 'confirm_payment', 'suspend', 'resume', 'approve', 'refuse_on_merit', 'hand_over', 'deliver', 'release', 'withdraw');--> statement-breakpoint
CREATE TYPE "dossier_state" AS ENUM('draft', 'submitted', 'accepted', 'refused', 'in_progress', 'awaiting_supplement', 'awaiting_payment', 'withdrawn', 'suspended', 'result_ready', 'returned');--> statement-breakpoint
CREATE TABLE "persons" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"phone" text NOT NULL,
	"full_name" text,
	"identity_number" text,
	"born_on" date,
	"email" text,
	"address" text,
	"locale" text DEFAULT 'vi' NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "persons_phone_unique" UNIQUE("phone")
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"data" jsonb NOT NULL,
	"expires_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_codes" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"phone" text NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"tries" integer DEFAULT 0 NOT NULL,
	"used_at" timestamptz,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"username" text NOT NULL,
	"full_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"role" text NOT NULL,
	"agency_id" uuid,
	"title" text,
	"active" boolean DEFAULT true NOT NULL,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "staff_username_unique" UNIQUE("username")
);
--> statement-breakpoint
CREATE TABLE "agencies" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"identifier" text NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"parent_id" uuid,
	"search_text" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"certainty" text NOT NULL,
	CONSTRAINT "agencies_code_unique" UNIQUE("code"),
	CONSTRAINT "agencies_identifier_unique" UNIQUE("identifier")
);
--> statement-breakpoint
CREATE TABLE "desks" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agency_id" uuid NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "desks_agencyId_name_unique" UNIQUE("agency_id","name")
);
--> statement-breakpoint
CREATE TABLE "opening_hours" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"agency_id" uuid,
	"level" text,
	"weekday" integer NOT NULL,
	"opens" text NOT NULL,
	"closes" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "opening_hours_agencyId_level_weekday_opens_validFrom_unique" UNIQUE NULLS NOT DISTINCT("agency_id","level","weekday","opens","valid_from")
);
--> statement-breakpoint
CREATE TABLE "audit_entries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"chain" uuid NOT NULL,
	"seq" integer NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"action" text NOT NULL,
	"facts" jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "audit_entries_chain_seq" UNIQUE("chain","seq")
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"day" date PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL,
	"legal_basis" text NOT NULL,
	"certainty" text NOT NULL,
	"active" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "issued_documents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"form" text NOT NULL,
	"move_seq" integer NOT NULL,
	"number" text NOT NULL,
	"file_id" uuid NOT NULL,
	"sha256" text NOT NULL,
	"made_at" timestamptz NOT NULL,
	CONSTRAINT "issued_documents_once" UNIQUE("dossier_id","form","move_seq")
);
--> statement-breakpoint
CREATE TABLE "dossier_counts" (
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"move" "dossier_move" NOT NULL,
	"channel" text NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "dossier_counts_agency_id_day_move_channel_pk" PRIMARY KEY("agency_id","day","move","channel")
);
--> statement-breakpoint
CREATE TABLE "dossier_moves" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"name" "dossier_move" NOT NULL,
	"from_state" "dossier_state" NOT NULL,
	"to_state" "dossier_state" NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"facts" jsonb NOT NULL,
	"due_at" timestamptz,
	CONSTRAINT "dossier_moves_seq" UNIQUE("dossier_id","seq")
);
--> statement-breakpoint
CREATE TABLE "dossier_numbers" (
	"agency_id" uuid NOT NULL,
	"day" date NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "dossier_numbers_agency_id_day_pk" PRIMARY KEY("agency_id","day")
);
--> statement-breakpoint
CREATE TABLE "dossier_papers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"form" text NOT NULL,
	"copies" integer DEFAULT 1 NOT NULL,
	"given" text NOT NULL,
	"file_id" uuid,
	"added_at" timestamptz NOT NULL,
	"replaced_at" timestamptz
);
--> statement-breakpoint
CREATE TABLE "dossier_results" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"number" text NOT NULL,
	"title" text NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"file_id" uuid NOT NULL,
	"signed_by" text NOT NULL,
	"signed_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text,
	"state" "dossier_state" NOT NULL,
	"channel" text NOT NULL,
	"procedure_version_id" uuid NOT NULL,
	"procedure_code" text NOT NULL,
	"procedure_name" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"person_id" uuid,
	"client_id" uuid,
	"filer" jsonb NOT NULL,
	"applicant" jsonb NOT NULL,
	"applicant_name" text NOT NULL,
	"relation" text,
	"search_text" text NOT NULL,
	"subject" text DEFAULT '' NOT NULL,
	"answers" jsonb NOT NULL,
	"delivery" jsonb NOT NULL,
	"pick_up" jsonb,
	"fees" jsonb NOT NULL,
	"locale" text NOT NULL,
	"filed_at" timestamptz,
	"received_at" timestamptz,
	"accepted_at" timestamptz,
	"due_at" timestamptz,
	"finished_at" timestamptz,
	"returned_at" timestamptz,
	"clock" jsonb NOT NULL,
	"supplements_asked" integer DEFAULT 0 NOT NULL,
	"officer_id" uuid,
	"officer_name" text,
	"move_count" integer DEFAULT 0 NOT NULL,
	"audit_hash" text DEFAULT '' NOT NULL,
	"audit_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamptz NOT NULL,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "dossiers_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "supplement_requests" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"asked_by" text NOT NULL,
	"at_desk" boolean NOT NULL,
	"answered_at" timestamptz,
	CONSTRAINT "supplement_requests_number" UNIQUE("dossier_id","number")
);
--> statement-breakpoint
CREATE TABLE "files" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"sha256" text NOT NULL,
	"size" integer NOT NULL,
	"media_type" text NOT NULL,
	"name" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"created_at" timestamptz NOT NULL
);
--> statement-breakpoint
CREATE TABLE "api_clients" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"scopes" text[] NOT NULL,
	"created_at" timestamptz NOT NULL,
	"revoked_at" timestamptz,
	CONSTRAINT "api_clients_keyHash_unique" UNIQUE("key_hash")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"client_id" uuid NOT NULL,
	"key" text NOT NULL,
	"request_hash" text NOT NULL,
	"status" integer,
	"body" jsonb,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "idempotency_keys_client_id_key_pk" PRIMARY KEY("client_id","key")
);
--> statement-breakpoint
CREATE TABLE "messages" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid,
	"kind" text NOT NULL,
	"channel" text NOT NULL,
	"recipient" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"locale" text NOT NULL,
	"occasion" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"sent_at" timestamptz,
	CONSTRAINT "messages_occasion_unique" UNIQUE("occasion")
);
--> statement-breakpoint
CREATE TABLE "catalogue_loads" (
	"one" boolean PRIMARY KEY DEFAULT true NOT NULL,
	"hash" text NOT NULL,
	"loaded_at" timestamptz NOT NULL,
	CONSTRAINT "only_one_row" CHECK ("catalogue_loads"."one")
);
--> statement-breakpoint
CREATE TABLE "fee_rules" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"version_id" uuid NOT NULL,
	"name" text NOT NULL,
	"channel" text,
	"payer_group" text NOT NULL,
	"amount" integer NOT NULL,
	"unit" text NOT NULL,
	"condition" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"legal_basis" text NOT NULL,
	"certainty" text NOT NULL,
	CONSTRAINT "fee_rules_versionId_name_channel_payerGroup_validFrom_unique" UNIQUE NULLS NOT DISTINCT("version_id","name","channel","payer_group","valid_from"),
	CONSTRAINT "fee_is_not_negative" CHECK ("fee_rules"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "offerings" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"version_id" uuid NOT NULL,
	"level" text NOT NULL,
	"agency_id" uuid,
	"online_level" integer NOT NULL,
	"post_in" boolean NOT NULL,
	"post_out" boolean NOT NULL,
	CONSTRAINT "offerings_versionId_level_agencyId_unique" UNIQUE NULLS NOT DISTINCT("version_id","level","agency_id"),
	CONSTRAINT "online_level_is_2_3_or_4" CHECK ("offerings"."online_level" between 2 and 4)
);
--> statement-breakpoint
CREATE TABLE "procedure_versions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"procedure_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"agency_id" uuid,
	"processing_time" jsonb NOT NULL,
	"legal_basis" text NOT NULL,
	"result_name" text NOT NULL,
	"applicant_kinds" text[] NOT NULL,
	"proof_profile" text NOT NULL,
	"search_text" text NOT NULL,
	"certainty" text NOT NULL,
	"content_hash" text NOT NULL,
	CONSTRAINT "procedure_versions_procedureId_validFrom_unique" UNIQUE("procedure_id","valid_from"),
	CONSTRAINT "version_ends_after_it_begins" CHECK ("procedure_versions"."valid_to" is null or "procedure_versions"."valid_to" > "procedure_versions"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "procedures" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"sector_id" uuid NOT NULL,
	CONSTRAINT "procedures_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "required_documents" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"version_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"name" text NOT NULL,
	"form" text NOT NULL,
	"copies" integer NOT NULL,
	"required" boolean NOT NULL,
	"condition" text,
	CONSTRAINT "required_documents_versionId_number_unique" UNIQUE("version_id","number")
);
--> statement-breakpoint
CREATE TABLE "sectors" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	CONSTRAINT "sectors_code_unique" UNIQUE("code")
);
--> statement-breakpoint
CREATE TABLE "synonyms" (
	"phrase" text NOT NULL,
	"procedure_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "synonyms_kind_phrase_procedure_id_pk" PRIMARY KEY("kind","phrase","procedure_id")
);
--> statement-breakpoint
CREATE TABLE "postal_order_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"request_hash" text NOT NULL,
	"state" text NOT NULL,
	"order_ref" text,
	"updated_at" timestamptz NOT NULL,
	CONSTRAINT "postal_order_keys_state_known" CHECK ("postal_order_keys"."state" in ('claimed', 'sent', 'done', 'unknown', 'rejected'))
);
--> statement-breakpoint
CREATE TABLE "raw_inbound" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"carrier" text NOT NULL,
	"transport_id" text NOT NULL,
	"body_hash" text NOT NULL,
	"body" "bytea" NOT NULL,
	"headers" jsonb NOT NULL,
	"ip" text,
	"verdict" text NOT NULL,
	"received_at" timestamptz NOT NULL,
	"processed_at" timestamptz,
	"error" text,
	CONSTRAINT "raw_inbound_once" UNIQUE("carrier","transport_id")
);
--> statement-breakpoint
CREATE TABLE "shipment_events" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"shipment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"status" text,
	"leg" text NOT NULL,
	"attempt" integer,
	"reason" text,
	"reason_text" text,
	"occurred_at" timestamptz NOT NULL,
	"occurred_local" text NOT NULL,
	"zone_assumed" boolean DEFAULT false NOT NULL,
	"reported_at" timestamptz,
	"received_at" timestamptz NOT NULL,
	"place" jsonb,
	"detail" jsonb,
	"source" text NOT NULL,
	"trust" text NOT NULL,
	"actor" jsonb,
	"carrier" text NOT NULL,
	"raw_code" text,
	"raw_text" text,
	"dedupe_key" text NOT NULL,
	"voids" uuid,
	"void_reason" text,
	"raw_id" uuid,
	CONSTRAINT "shipment_events_once" UNIQUE("carrier","dedupe_key"),
	CONSTRAINT "shipment_events_status_known" CHECK ("shipment_events"."status" in ('draft', 'ordered', 'order_failed', 'assigned', 'pickup_failed', 'manifested', 'in_custody', 'in_transit', 'at_office', 'out_for_delivery', 'attempt_failed', 'held_for_collection', 'action_needed', 'delivered_reported', 'return_reported', 'damaged', 'delivered', 'returned', 'lost', 'cancelled')),
	CONSTRAINT "shipment_events_status_present" CHECK ("shipment_events"."kind" <> 'status' or "shipment_events"."status" is not null),
	CONSTRAINT "shipment_events_void_target" CHECK (("shipment_events"."kind" = 'void') = ("shipment_events"."voids" is not null))
);
--> statement-breakpoint
CREATE TABLE "shipments" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"leg" text DEFAULT 'forward' NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"money" text DEFAULT 'none' NOT NULL,
	"proof" text DEFAULT 'none' NOT NULL,
	"identity" text DEFAULT 'not_required' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"flags" text[] DEFAULT '{}'::text[] NOT NULL,
	"carrier" text NOT NULL,
	"our_ref" text NOT NULL,
	"carrier_ref" text,
	"tracking_number" text,
	"proof_profile" text DEFAULT 'registered' NOT NULL,
	"agency_id" uuid,
	"sender" jsonb NOT NULL,
	"recipient" jsonb NOT NULL,
	"contents" jsonb NOT NULL,
	"slip_number" text,
	"seal_number" text,
	"receiver" jsonb,
	"fee" integer DEFAULT 0 NOT NULL,
	"ordered_at" timestamptz,
	"custody_at" timestamptz,
	"delivered_at" timestamptz,
	"last_event_at" timestamptz,
	"created_at" timestamptz NOT NULL,
	CONSTRAINT "shipments_ourRef_unique" UNIQUE("our_ref"),
	CONSTRAINT "shipments_kind_known" CHECK ("shipments"."kind" in ('pickup', 'delivery')),
	CONSTRAINT "shipments_leg_known" CHECK ("shipments"."leg" in ('forward', 'return')),
	CONSTRAINT "shipments_status_known" CHECK ("shipments"."status" in ('draft', 'ordered', 'order_failed', 'assigned', 'pickup_failed', 'manifested', 'in_custody', 'in_transit', 'at_office', 'out_for_delivery', 'attempt_failed', 'held_for_collection', 'action_needed', 'delivered_reported', 'return_reported', 'damaged', 'delivered', 'returned', 'lost', 'cancelled')),
	CONSTRAINT "shipments_money_known" CHECK ("shipments"."money" in ('none', 'due', 'collected', 'collect_failed', 'remitted', 'reconciled', 'disputed', 'waived')),
	CONSTRAINT "shipments_proof_known" CHECK ("shipments"."proof" in ('none', 'partial', 'complete', 'rejected')),
	CONSTRAINT "shipments_identity_known" CHECK ("shipments"."identity" in ('not_required', 'required', 'passed', 'passed_proxy', 'failed')),
	CONSTRAINT "shipments_delivered_with_proof" CHECK ("shipments"."kind" <> 'delivery' or "shipments"."status" <> 'delivered' or "shipments"."proof" = 'complete'),
	CONSTRAINT "shipments_delivered_has_time" CHECK ("shipments"."status" <> 'delivered' or "shipments"."delivered_at" is not null)
);
--> statement-breakpoint
ALTER TABLE "agencies" ADD CONSTRAINT "agencies_parent_id_agencies_id_fk" FOREIGN KEY ("parent_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "desks" ADD CONSTRAINT "desks_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening_hours" ADD CONSTRAINT "opening_hours_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_moves" ADD CONSTRAINT "dossier_moves_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_papers" ADD CONSTRAINT "dossier_papers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_results" ADD CONSTRAINT "dossier_results_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplement_requests" ADD CONSTRAINT "supplement_requests_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_rules" ADD CONSTRAINT "fee_rules_version_id_procedure_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "procedure_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_version_id_procedure_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "procedure_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "offerings" ADD CONSTRAINT "offerings_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_versions" ADD CONSTRAINT "procedure_versions_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_versions" ADD CONSTRAINT "procedure_versions_agency_id_agencies_id_fk" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedures" ADD CONSTRAINT "procedures_sector_id_sectors_id_fk" FOREIGN KEY ("sector_id") REFERENCES "sectors"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "required_documents" ADD CONSTRAINT "required_documents_version_id_procedure_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "procedure_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "synonyms" ADD CONSTRAINT "synonyms_procedure_id_procedures_id_fk" FOREIGN KEY ("procedure_id") REFERENCES "procedures"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shipment_events" ADD CONSTRAINT "shipment_events_shipment_id_shipments_id_fk" FOREIGN KEY ("shipment_id") REFERENCES "shipments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sessions_expired" ON "sessions" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "sign_in_codes_by_phone" ON "sign_in_codes" USING btree ("phone","created_at");--> statement-breakpoint
CREATE INDEX "agencies_parent_id_index" ON "agencies" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "audit_entries_by_actor" ON "audit_entries" USING btree ("actor_id","at");--> statement-breakpoint
CREATE INDEX "dossier_moves_by_day" ON "dossier_moves" USING btree ("at");--> statement-breakpoint
CREATE INDEX "dossier_papers_of" ON "dossier_papers" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "dossiers_waiting_at_agency" ON "dossiers" USING btree ("agency_id","due_at","id") WHERE "dossiers"."finished_at" is null and "dossiers"."state" <> 'draft';--> statement-breakpoint
CREATE INDEX "dossiers_of_person" ON "dossiers" USING btree ("person_id","updated_at");--> statement-breakpoint
CREATE INDEX "dossiers_found_by_words" ON "dossiers" USING gin (to_tsvector('simple', "search_text"));--> statement-breakpoint
CREATE INDEX "dossiers_at_agency_by_state" ON "dossiers" USING btree ("agency_id","state","filed_at");--> statement-breakpoint
CREATE INDEX "files_by_hash" ON "files" USING btree ("sha256");--> statement-breakpoint
CREATE INDEX "idempotency_keys_old" ON "idempotency_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "messages_newest" ON "messages" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "messages_of_dossier" ON "messages" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "procedure_versions_search_text_trigrams" ON "procedure_versions" USING gin ("search_text" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "procedures_sector_id_index" ON "procedures" USING btree ("sector_id");--> statement-breakpoint
CREATE INDEX "raw_inbound_verdict_received_at_index" ON "raw_inbound" USING btree ("verdict","received_at");--> statement-breakpoint
CREATE INDEX "shipment_events_shipment_id_occurred_at_index" ON "shipment_events" USING btree ("shipment_id","occurred_at");--> statement-breakpoint
CREATE INDEX "shipments_dossier_id_index" ON "shipments" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "shipments_tracking_number_index" ON "shipments" USING btree ("tracking_number");--> statement-breakpoint
CREATE INDEX "shipments_carrier_carrier_ref_index" ON "shipments" USING btree ("carrier","carrier_ref");--> statement-breakpoint
CREATE INDEX "shipments_agency_id_kind_status_index" ON "shipments" USING btree ("agency_id","kind","status");