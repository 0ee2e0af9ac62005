-- Typing errors in the citizens' search are found by trigrams; periods that may not overlap need plain columns in a gist index.
create extension if not exists pg_trgm;
--> statement-breakpoint
create extension if not exists btree_gist;
