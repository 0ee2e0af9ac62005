-- What the rooms promise each other: rows point at rows that exist, and a state keeps its word whoever writes it.
-- Rooms don't import each other's tables, so these stand here instead of in table.ts.

alter table staff             add constraint staff_works_at               foreign key (agency_id) references agencies (id);--> statement-breakpoint
alter table dossiers          add constraint dossier_decided_by           foreign key (agency_id) references agencies (id);--> statement-breakpoint
alter table dossiers          add constraint dossier_pinned_to            foreign key (procedure_version_id) references procedure_versions (id);--> statement-breakpoint
alter table dossiers          add constraint dossier_filed_by_person      foreign key (person_id) references persons (id);--> statement-breakpoint
alter table dossiers          add constraint dossier_filed_by_client      foreign key (client_id) references api_clients (id);--> statement-breakpoint
alter table dossier_papers    add constraint paper_is_file                foreign key (file_id) references files (id);--> statement-breakpoint
alter table dossier_results   add constraint result_is_file               foreign key (file_id) references files (id);--> statement-breakpoint
alter table issued_documents  add constraint issued_for_dossier           foreign key (dossier_id) references dossiers (id);--> statement-breakpoint
alter table issued_documents  add constraint issued_as_file               foreign key (file_id) references files (id) deferrable initially deferred;--> statement-breakpoint
alter table messages          add constraint message_about_dossier        foreign key (dossier_id) references dossiers (id);--> statement-breakpoint
alter table shipments         add constraint shipment_of_dossier          foreign key (dossier_id) references dossiers (id);--> statement-breakpoint
alter table shipments         add constraint shipment_at_agency           foreign key (agency_id) references agencies (id);--> statement-breakpoint
alter table idempotency_keys  add constraint key_of_client                foreign key (client_id) references api_clients (id);--> statement-breakpoint

alter table dossiers
  add constraint filed_has_code_and_time check ((state = 'draft') = (code is null) and (state = 'draft') = (filed_at is null)),
  add constraint accepted_was_received   check (accepted_at is null or received_at is not null),
  add constraint worked_on_was_accepted  check (state not in ('accepted', 'in_progress', 'awaiting_payment', 'suspended', 'result_ready', 'returned') or accepted_at is not null),
  add constraint running_clock_has_due   check (state not in ('accepted', 'in_progress') or due_at is not null),
  add constraint ended_has_time          check ((state in ('refused', 'withdrawn', 'result_ready', 'returned')) = (finished_at is not null)),
  add constraint returned_has_time       check ((state = 'returned') = (returned_at is not null));
