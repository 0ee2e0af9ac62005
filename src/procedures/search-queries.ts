// The citizens' search: any order of words, without marks, unfinished, misspelt, or in the words people use at home.
import { type SQL, sql } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { inForceOn, itemsOf, type ProcedureList } from './queries.ts'
import { readSearch, type Wanted } from './search.ts'
import { procedures, procedureVersions, synonyms } from './table.ts'

type Page = { on: Temporal.PlainDate; limit: number; after?: string | undefined }

/**
 * Best first; empty text lists everything A–Z. `after` is the `next` of the page before: the code of its last procedure,
 * so a page starts at the same place however many procedures were added before it. An unknown `after` gives an empty page.
 */
export async function searchProcedures(db: Db, text: string, { on, limit, after }: Page): Promise<ProcedureList> {
  const ranked = rankedBy(readSearch(text), on)
  // One more than asked for tells whether there is a next page.
  const rows = await db.execute<{ version_id: string; code: string }>(sql`
    with ranked as materialized (${ranked}),
         last   as (select place, code from ranked where code = ${after ?? ''})
    select ranked.version_id, ranked.code
      from ranked
     where ${after === undefined} or (ranked.place, ranked.code) > (select place, code from last)
     order by ranked.place, ranked.code
     limit ${limit + 1}`)
  const page = rows.slice(0, limit)
  const items = await itemsOf(
    db,
    page.map((row) => row.version_id)
  )
  return { items, next: rows.length > limit ? (page.at(-1)?.code ?? null) : null }
}

/** Rows (version_id, code, place): the smaller the place, the higher on the page. */
function rankedBy(wanted: Wanted, on: Temporal.PlainDate): SQL {
  switch (wanted.kind) {
    case 'everything':
      return alphabetical(sql`true`, on)
    case 'code':
      return alphabetical(sql`starts_with(${procedures.code}, ${wanted.prefix})`, on)
    case 'words':
      return byWords(wanted, on)
  }
}

const alphabetical = (where: SQL, on: Temporal.PlainDate): SQL => sql`
  select ${procedureVersions.id} as version_id,
         ${procedures.code} as code,
         row_number() over (order by ${procedureVersions.name} collate "vi-x-icu", ${procedures.code})::int as place
    from ${procedures}
    join ${procedureVersions} on ${procedureVersions.procedureId} = ${procedures.id}
   where ${inForceOn(on)} and ${where}`

/**
 * A word counts more the fewer procedures have it, and more in the name than elsewhere; a word nobody has is a typing
 * error, so it costs nothing and trigrams look for something alike. A whole phrase people use beats single words.
 */
function byWords({ phrase, words, spelt }: Extract<Wanted, { kind: 'words' }>, on: Temporal.PlainDate): SQL {
  const inWords = sql`string_to_array(${words.join(' ')}, ' ')`
  return sql`
    with entry as (
      select ${procedureVersions.id} as id, ${procedures.id} as procedure_id, ${procedures.code} as code, lower(${procedureVersions.name}) as name,
             split_part(${procedureVersions.searchText}, chr(10), 1) as title,
             ' ' || split_part(${procedureVersions.searchText}, chr(10), 1) || ' ' as in_title,
             ' ' || coalesce((select string_agg(${synonyms.phrase}, ' | ') from ${synonyms}
                               where ${synonyms.procedureId} = ${procedures.id}), '') || ' ' as in_use,
             ' ' || split_part(${procedureVersions.searchText}, chr(10), 2) || ' ' as in_rest
        from ${procedures}
        join ${procedureVersions} on ${procedureVersions.procedureId} = ${procedures.id}
       where ${inForceOn(on)}
    ),
    word as (
      select w as text, n, n = cardinality(${inWords}) as is_last
        from unnest(${inWords}) with ordinality as u (w, n)
    ),
    hit as (
      select entry.id, word.n,
             case when in_title like '% ' || word.text || ' %' then 1.0
                  when in_use   like '% ' || word.text || ' %' then 0.9
                  when is_last and in_title like '% ' || word.text || '%' then 0.8
                  when is_last and in_use   like '% ' || word.text || '%' then 0.7
                  when in_rest  like '% ' || word.text || ' %' then 0.6
                  when is_last and in_rest  like '% ' || word.text || '%' then 0.4
                  else 0 end as share
        from entry cross join word
    ),
    weight as (
      select n, ln(1.0 + count(*) / count(*) filter (where share > 0)) as weight
        from hit group by n having count(*) filter (where share > 0) > 0
    ),
    coverage as (
      select hit.id, sum(hit.share * weight.weight) / sum(weight.weight) as covered
        from hit join weight using (n) group by hit.id
    ),
    usage as (
      select ${synonyms.procedureId} as procedure_id,
             max(similarity(${synonyms.phrase}, ${phrase})) as alike,
             max(case when ' ' || ${phrase} || ' ' like '% ' || ${synonyms.phrase} || ' %'
                      then length(${synonyms.phrase})::numeric / length(${phrase}) else 0 end) as said
        from ${synonyms} group by ${synonyms.procedureId}
    ),
    scored as (
      select entry.id, entry.code,
             coalesce(coverage.covered, 0) as covered,
             greatest(word_similarity(${phrase}, title), coalesce(usage.alike, 0)) as alike,
             coalesce(usage.said, 0) as said,
             similarity(${phrase}, title) as whole,
             (title = ${phrase})::int as is_name,
             (in_title like '% ' || ${phrase} || '%')::int as in_name,
             (strpos(name, ${spelt}) > 0)::int as is_spelt
        from entry
        left join usage using (procedure_id)
        left join coverage on coverage.id = entry.id
    )
    select id as version_id, code,
           -round(1000 * (4 * is_name + in_name + is_spelt + 2.5 * said + 2 * covered + 1.5 * alike::numeric + 0.5 * whole::numeric))::int as place
      from scored
     where covered >= 0.6 or alike >= 0.5 or said > 0`
}
