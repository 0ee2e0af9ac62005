CREATE TYPE "petition_move" AS ENUM('send', 'forward', 'answer', 'decline');--> statement-breakpoint
CREATE TYPE "petition_state" AS ENUM('received', 'forwarded', 'answered', 'declined');--> statement-breakpoint
CREATE TYPE "question_state" AS ENUM('asked', 'answered', 'released');--> statement-breakpoint
CREATE TABLE "petition_files" (
	"petition_id" uuid NOT NULL,
	"file_id" uuid NOT NULL,
	CONSTRAINT "petition_files_petition_id_file_id_pk" PRIMARY KEY("petition_id","file_id")
);
--> statement-breakpoint
CREATE TABLE "petition_moves" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"petition_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"name" "petition_move" NOT NULL,
	"from_state" "petition_state",
	"to_state" "petition_state" NOT NULL,
	"at" timestamptz NOT NULL,
	"actor_id" uuid NOT NULL,
	"actor_name" text NOT NULL,
	"actor_role" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"to_agency_id" uuid NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	CONSTRAINT "petition_moves_seq" UNIQUE("petition_id","seq")
);
--> statement-breakpoint
CREATE TABLE "petition_numbers" (
	"day" date PRIMARY KEY NOT NULL,
	"last" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "petitions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"number" text NOT NULL,
	"state" "petition_state" NOT NULL,
	"kind" text NOT NULL,
	"agency_id" uuid NOT NULL,
	"dossier_code" text DEFAULT '' NOT NULL,
	"dossier_id" uuid,
	"text" text NOT NULL,
	"owner_id" uuid NOT NULL,
	"form_key" uuid NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"received_at" timestamptz NOT NULL,
	"arrived_at" timestamptz NOT NULL,
	"forward_due_at" timestamptz NOT NULL,
	"answer_due_at" timestamptz NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"finding" text,
	"closed_at" timestamptz,
	"move_count" integer NOT NULL,
	CONSTRAINT "petitions_number_unique" UNIQUE("number"),
	CONSTRAINT "petitions_sent_once" UNIQUE("owner_id","form_key")
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY DEFAULT uuidv7() NOT NULL,
	"state" "question_state" NOT NULL,
	"agency_id" uuid NOT NULL,
	"owner_id" uuid NOT NULL,
	"form_key" uuid NOT NULL,
	"person_id" uuid,
	"name" text NOT NULL,
	"phone" text NOT NULL,
	"email" text,
	"locale" text NOT NULL,
	"subject" text NOT NULL,
	"text" text NOT NULL,
	"asked_at" timestamptz NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"answered_at" timestamptz,
	"answered_by" text,
	"answer_count" integer DEFAULT 0 NOT NULL,
	"public_subject" text DEFAULT '' NOT NULL,
	"public_text" text DEFAULT '' NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"released_at" timestamptz,
	"released_by" text,
	CONSTRAINT "questions_asked_once" UNIQUE("owner_id","form_key")
);
--> statement-breakpoint
CREATE TABLE "ratings" (
	"dossier_id" uuid PRIMARY KEY NOT NULL,
	"agency_id" uuid NOT NULL,
	"satisfaction" text NOT NULL,
	"contacts" smallint NOT NULL,
	"agencies" smallint NOT NULL,
	"attitude" smallint NOT NULL,
	"total_time" smallint,
	"each_office" smallint,
	"words" text DEFAULT '' NOT NULL,
	"rated_at" timestamptz NOT NULL,
	"changed_at" timestamptz
);
--> statement-breakpoint
ALTER TABLE "petition_files" ADD CONSTRAINT "petition_files_petition_id_petitions_id_fk" FOREIGN KEY ("petition_id") REFERENCES "petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "petition_moves" ADD CONSTRAINT "petition_moves_petition_id_petitions_id_fk" FOREIGN KEY ("petition_id") REFERENCES "petitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "petitions_open_at_agency" ON "petitions" USING btree ("agency_id","answer_due_at") WHERE "petitions"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "petitions_closed_at_agency" ON "petitions" USING btree ("agency_id","closed_at");--> statement-breakpoint
CREATE INDEX "petitions_about_dossier" ON "petitions" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "petitions_of_person" ON "petitions" USING btree ("person_id","received_at");--> statement-breakpoint
CREATE INDEX "questions_at_agency" ON "questions" USING btree ("agency_id","state","asked_at");--> statement-breakpoint
CREATE INDEX "questions_released" ON "questions" USING btree ("released_at") WHERE "questions"."state" = 'released';--> statement-breakpoint
CREATE INDEX "ratings_at_agency" ON "ratings" USING btree ("agency_id","rated_at");--> statement-breakpoint
alter table ratings        add constraint rating_of_dossier        foreign key (dossier_id) references dossiers (id);--> statement-breakpoint
alter table ratings        add constraint rating_of_agency         foreign key (agency_id) references agencies (id);--> statement-breakpoint
alter table petitions      add constraint petition_lies_at         foreign key (agency_id) references agencies (id);--> statement-breakpoint
alter table petitions      add constraint petition_about_dossier   foreign key (dossier_id) references dossiers (id);--> statement-breakpoint
alter table petitions      add constraint petition_of_person       foreign key (person_id) references persons (id);--> statement-breakpoint
alter table petition_moves add constraint petition_moved_to        foreign key (to_agency_id) references agencies (id);--> statement-breakpoint
alter table petition_files add constraint petition_file_is_file    foreign key (file_id) references files (id);--> statement-breakpoint
alter table questions      add constraint question_asked_of        foreign key (agency_id) references agencies (id);--> statement-breakpoint
alter table questions      add constraint question_of_person       foreign key (person_id) references persons (id);--> statement-breakpoint

alter table ratings
  add constraint rating_points_known check (contacts between 0 and 2 and agencies between 0 and 2 and attitude between 0 and 2
    and coalesce(total_time, 0) between 0 and 2 and coalesce(each_office, 0) between 0 and 2),
  add constraint rating_grade_known  check (satisfaction in ('very_satisfied', 'satisfied', 'not_satisfied'));--> statement-breakpoint
alter table petitions
  add constraint petition_kind_known      check (kind in ('conduct', 'regulation')),
  add constraint petition_closed_has_time check ((state in ('answered', 'declined')) = (closed_at is not null)),
  add constraint petition_closed_has_word check ((state in ('answered', 'declined')) = (answer <> '')),
  add constraint finding_is_of_an_answer  check (finding is null or (state = 'answered' and kind = 'conduct')),
  add constraint finding_known            check (finding in ('founded', 'partly', 'unfounded'));--> statement-breakpoint
alter table questions
  add constraint question_answered_has_word check ((state = 'asked') = (answered_at is null) and (state = 'asked' or answer <> '')),
  add constraint question_released_has_words check ((state = 'released') = (released_at is not null) and (state <> 'released' or (public_subject <> '' and public_text <> '')));
