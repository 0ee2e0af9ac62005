CREATE TABLE "voided_receipts" (
	"token" text PRIMARY KEY NOT NULL,
	"voided_at" timestamptz NOT NULL,
	"voided_by" text NOT NULL,
	"reason" text NOT NULL
);
