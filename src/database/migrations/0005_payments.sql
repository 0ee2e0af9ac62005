CREATE TABLE "payment_entries" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid,
	"agency_id" uuid,
	"order_id" uuid,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"way" text NOT NULL,
	"amount" integer NOT NULL,
	"key" text NOT NULL,
	"reason" text,
	"refers_to" uuid,
	"receipt_number" text,
	"facts" jsonb NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	CONSTRAINT "payment_entries_key_unique" UNIQUE("key"),
	CONSTRAINT "payment_entries_kind_known" CHECK ("payment_entries"."kind" in ('paid', 'refunded', 'mismatch', 'settled')),
	CONSTRAINT "payment_entries_way_known" CHECK ("payment_entries"."way" in ('vnpay', 'transfer', 'cash')),
	CONSTRAINT "payment_entries_reason_known" CHECK ("payment_entries"."reason" in ('wrong_amount', 'already_paid', 'closed', 'unknown_order', 'refund_failed', 'refund_at_desk')),
	CONSTRAINT "payment_entries_mismatch_has_reason" CHECK (("payment_entries"."kind" = 'mismatch') = ("payment_entries"."reason" is not null)),
	CONSTRAINT "payment_entries_money_positive" CHECK ("payment_entries"."amount" > 0 or ("payment_entries"."kind" in ('mismatch', 'settled') and "payment_entries"."amount" = 0)),
	CONSTRAINT "payment_entries_answer_refers" CHECK ("payment_entries"."kind" not in ('refunded', 'settled') or "payment_entries"."refers_to" is not null),
	CONSTRAINT "payment_entries_paid_has_receipt" CHECK (("payment_entries"."kind" = 'paid') = ("payment_entries"."receipt_number" is not null))
);
--> statement-breakpoint
CREATE TABLE "payment_inbound" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"gateway" text NOT NULL,
	"body_hash" text NOT NULL,
	"body" text NOT NULL,
	"ip" text NOT NULL,
	"verdict" text NOT NULL,
	"times" integer DEFAULT 1 NOT NULL,
	"received_at" timestamptz NOT NULL,
	"last_at" timestamptz NOT NULL,
	"reply" text,
	CONSTRAINT "payment_inbound_bodyHash_unique" UNIQUE("body_hash"),
	CONSTRAINT "payment_inbound_verdict_known" CHECK ("payment_inbound"."verdict" in ('signed', 'bad'))
);
--> statement-breakpoint
CREATE TABLE "payment_numbers" (
	"agency_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "payment_numbers_agency_id_year_pk" PRIMARY KEY("agency_id","year")
);
--> statement-breakpoint
CREATE TABLE "payment_orders" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"txn_ref" text NOT NULL,
	"amount" integer NOT NULL,
	"state" text NOT NULL,
	"created_at" timestamptz NOT NULL,
	"expires_at" timestamptz NOT NULL,
	"closed_at" timestamptz,
	CONSTRAINT "payment_orders_txnRef_unique" UNIQUE("txn_ref"),
	CONSTRAINT "payment_orders_state_known" CHECK ("payment_orders"."state" in ('open', 'paid', 'failed', 'expired', 'mismatch')),
	CONSTRAINT "payment_orders_amount_positive" CHECK ("payment_orders"."amount" > 0),
	CONSTRAINT "payment_orders_closed_has_time" CHECK (("payment_orders"."state" = 'open') = ("payment_orders"."closed_at" is null))
);
--> statement-breakpoint
ALTER TABLE "payment_entries" ADD CONSTRAINT "payment_entries_order_id_payment_orders_id_fk" FOREIGN KEY ("order_id") REFERENCES "payment_orders"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "payment_entries_of_dossier" ON "payment_entries" USING btree ("dossier_id","seq");--> statement-breakpoint
CREATE INDEX "payment_entries_mismatches" ON "payment_entries" USING btree ("agency_id","at") WHERE "payment_entries"."kind" = 'mismatch';--> statement-breakpoint
CREATE UNIQUE INDEX "payment_entries_answered_once" ON "payment_entries" USING btree ("refers_to") WHERE "payment_entries"."kind" in ('refunded', 'settled');--> statement-breakpoint
CREATE INDEX "payment_orders_of_dossier" ON "payment_orders" USING btree ("dossier_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "payment_orders_one_open" ON "payment_orders" USING btree ("dossier_id") WHERE "payment_orders"."state" = 'open';--> statement-breakpoint
alter table payment_orders  add constraint order_of_dossier      foreign key (dossier_id) references dossiers (id);--> statement-breakpoint
alter table payment_entries add constraint entry_of_dossier      foreign key (dossier_id) references dossiers (id);--> statement-breakpoint
alter table payment_entries add constraint entry_at_agency       foreign key (agency_id) references agencies (id);--> statement-breakpoint
alter table payment_entries add constraint entry_answers_entry   foreign key (refers_to) references payment_entries (id);--> statement-breakpoint
alter table payment_numbers add constraint number_of_agency      foreign key (agency_id) references agencies (id);--> statement-breakpoint
create unique index payment_entries_numbered_once on payment_entries (dossier_id, seq) where dossier_id is not null;--> statement-breakpoint
create unique index payment_entries_receipt_once on payment_entries (agency_id, receipt_number) where receipt_number is not null;--> statement-breakpoint
create function ledger_is_only_added_to() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger of payments is only added to: write another entry that refers to this one';
end $$;--> statement-breakpoint
create trigger payment_entries_stay before update or delete or truncate on payment_entries for each statement execute function ledger_is_only_added_to();
