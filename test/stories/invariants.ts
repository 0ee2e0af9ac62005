// The auditor of a story: recounts everything from the raw history and says what does not agree.
import { type ChainedEntry, findBreak } from '../../src/audit/chain.ts'
import type { Sql } from '../../src/database/client.ts'

type Row = Record<string, unknown>

/** A short message made by night waits for the morning: that is no difference. */
const heldForTheMorning = (sql: Sql, which: ReturnType<Sql>) => sql`
  select from graphile_worker.jobs where ${which} and task_identifier = 'message.send' and attempts = 0 and run_at > now() + interval '1 minute'`

/** Each query names rows that must not exist. */
function forbidden(sql: Sql): Record<string, Promise<Row[]>> {
  return {
    'the state is not where the last move led': sql`
      select d.code from dossiers d join lateral (select to_state from dossier_moves where dossier_id = d.id order by seq desc limit 1) m on true
       where m.to_state <> d.state`,
    'a move does not begin where the one before ended': sql`
      select dossier_id, seq from (select dossier_id, seq, from_state, lag(to_state) over (partition by dossier_id order by seq) as before from dossier_moves) m
       where before is distinct from from_state and not (before is null and from_state = 'draft')`,
    'the history has a gap': sql`
      select d.code from dossiers d left join dossier_moves m on m.dossier_id = d.id
       group by d.id having count(m.id) <> d.move_count or coalesce(max(m.seq), 0) <> d.move_count`,
    'a filed dossier has no code, or a draft has one': sql`select id from dossiers where (code is null) <> (state = 'draft')`,
    // A number lent to a desk for an outage is on a dossier, given up with a reason, returned, or still at the desk.
    'codes of an agency and day have a gap': sql`
      select agency_id, day from dossier_numbers n
       where last <> (select count(*) from dossiers d where d.agency_id = n.agency_id and (d.filed_at at time zone 'Asia/Ho_Chi_Minh')::date = n.day)
                   + (select coalesce(sum(l.last - l.first + 1), 0) from number_leases l where (l.agency_id, l.day) = (n.agency_id, n.day))
                   - (select count(*) from outage_items i join number_leases l on l.id = i.lease_id
                       where i.state = 'accepted' and (l.agency_id, l.day) = (n.agency_id, n.day))`,
    'a returned block does not account for each of its numbers': sql`
      select id, first, last from number_leases l
       where closed_at is not null
         and last - first + 1 <> cardinality(returned) + (select count(*) from outage_items i where i.lease_id = l.id and i.state <> 'refused')`,
    'a counter differs from its recount': sql`
      with recount as (
        select d.agency_id, (m.at at time zone 'Asia/Ho_Chi_Minh')::date as day, m.name, d.channel, count(*)::int as count
          from dossier_moves m join dossiers d on d.id = m.dossier_id group by 1, 2, 3, 4)
      select * from recount full join dossier_counts c on (c.agency_id, c.day, c.move, c.channel) = (recount.agency_id, recount.day, recount.name, recount.channel)
       where c.count is distinct from recount.count`,
    'an accepted dossier has no receipt': sql`
      select code from dossiers d where accepted_at is not null
         and not exists (select from issued_documents i where i.dossier_id = d.id and i.form = 'receipt')`,
    'a supplement was asked more than once': sql`select dossier_id from supplement_requests group by 1 having count(*) > 1`,
    'a dossier returned by post has no parcel delivered with proof': sql`
      select code from dossiers d where state = 'returned' and delivery ->> 'method' = 'post'
         and not exists (select from shipments s where s.dossier_id = d.id and s.kind = 'delivery' and s.status = 'delivered' and s.proof = 'complete')`,
    'papers collected at home were accepted before the desk signed for them': sql`
      select code from dossiers d where pick_up is not null and accepted_at is not null
         and not exists (select from shipment_events e join shipments s on s.id = e.shipment_id
                          where s.dossier_id = d.id and s.kind = 'pickup' and e.source = 'desk_scan' and e.occurred_at <= d.accepted_at)`,
    'a parcel was ordered twice': sql`select our_ref from shipments group by our_ref having count(*) > 1`,
    'a message was kept and never sent': sql`
      select kind, recipient from messages m where sent_at is null and not exists (${heldForTheMorning(sql, sql`jobs.key = 'message.send:' || m.id`)})`,
    'a job is left, waiting or given up': sql`
      select task_identifier, last_error from graphile_worker.jobs as job
       where not exists (${heldForTheMorning(sql, sql`jobs.id = job.id`)})
         -- A look at a draft in three months, should it still be one.
         and not (task_identifier = 'draft.look' and run_at > now() + interval '1 day')`,
    'a webhook was kept and never read': sql`select id from raw_inbound where verdict <> 'bad' and processed_at is null`
  }
}

async function brokenChains(sql: Sql): Promise<string[]> {
  const heads = await sql<{ id: string; code: string; count: number; hash: string }[]>`
    select id::text, code, audit_count as count, audit_hash as hash from dossiers where state <> 'draft'`
  const broken: string[] = []
  for (const { id, code, count, hash } of heads) {
    const entries = await sql<(ChainedEntry & { hash: string })[]>`
      select chain::text, seq, at, actor_id::text as "actorId", actor_name as "actorName", actor_role as "actorRole", action, facts,
             previous_hash as "previousHash", hash
        from audit_entries where chain = ${id} order by seq`
    const found = findBreak(
      entries.map((entry) => ({ ...entry })),
      { count, hash }
    )
    if (found) broken.push(`the audit chain of ${code} is broken: ${found}`)
  }
  return broken
}

/** One sentence for each thing that does not agree; empty when all is well. */
export async function findDifferences(sql: Sql): Promise<{ checked: number; differences: string[] }> {
  const queries = Object.entries(forbidden(sql))
  const found: string[] = []
  for (const [sentence, query] of queries) {
    for (const row of await query) found.push(`${sentence}: ${JSON.stringify(row)}`)
  }
  const chains = await brokenChains(sql)
  return { checked: queries.length + 1, differences: [...found, ...chains] }
}
