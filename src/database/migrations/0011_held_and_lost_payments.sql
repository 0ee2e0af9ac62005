ALTER TABLE "payment_entries" DROP CONSTRAINT "payment_entries_reason_known";--> statement-breakpoint
ALTER TABLE "payment_orders" DROP CONSTRAINT "payment_orders_state_known";--> statement-breakpoint
ALTER TABLE "payment_orders" ADD COLUMN "asked_at" timestamptz;--> statement-breakpoint
ALTER TABLE "payment_entries" ADD CONSTRAINT "payment_entries_reason_known" CHECK ("payment_entries"."reason" in ('wrong_amount', 'already_paid', 'closed', 'unknown_order', 'held', 'refund_failed', 'refund_at_desk'));--> statement-breakpoint
ALTER TABLE "payment_orders" ADD CONSTRAINT "payment_orders_state_known" CHECK ("payment_orders"."state" in ('open', 'paid', 'failed', 'expired', 'mismatch', 'held'));