-- Answers hold the fields of a form and nothing else: which pages of a draft were answered has a column of its own,
-- the subject is an answer of the general form, which every version had until now, and a number of copies is a number.
update dossiers set
  seen = case when state = 'draft' and jsonb_typeof(answers -> 'seen') = 'array'
              then (select coalesce(jsonb_object_agg(step, '{"revision": 0, "page": ""}'::jsonb), '{}') from jsonb_array_elements_text(answers -> 'seen') step)
              else '{}' end,
  answers = jsonb_strip_nulls(
    case when channel = 'desk' and (answers - 'seen') = '{}' then '{}'
         else jsonb_build_object('subject', nullif(subject, ''))
           || (answers - 'seen')
           || jsonb_build_object(
                'copies', case when answers ->> 'copies' ~ '^\d{1,2}$' then (answers ->> 'copies')::int end,
                'note', nullif(answers ->> 'note', '')) end);
--> statement-breakpoint
-- A draft that was warned of may still be deleted; what was said to whom stays.
alter table messages drop constraint message_about_dossier, add constraint message_about_dossier foreign key (dossier_id) references dossiers (id) on delete set null;
