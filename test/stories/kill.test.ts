// The power goes while 200 people file at once: what was answered is there, once; numbers have no gap; receipts come after all.
import t from 'tap'
import { sampleAnswers } from '../helpers/answers.ts'
import { lan, smallPdf } from '../helpers/dossiers.ts'
import { eventually, integrator, staffMember } from '../helpers/parties.ts'
import { lookInto, startShop } from '../helpers/shop.ts'

const filings = 200
/** Filed before the others, to be accepted while they file. */
const early = 8
/** Answers after which the plug is pulled. */
const pullAt = 70

t.test('kill -9 in the middle of 200 concurrent filings: nothing answered is lost, nothing is there twice', async (t) => {
  const shop = await startShop()
  const partner = integrator(shop)
  const fileId = await partner.upload('don.pdf', smallPdf)
  const detail = (await partner.get<{ papers: { number: number; required: boolean; form: string }[] }>('/procedures/1.003725')).body
  const papers = detail.papers.filter(({ required, form }) => required && form !== 'present').map(({ number }) => ({ number, fileId }))
  const filing = (i: number) => ({
    procedure: '1.003725',
    agency: 'STTTT',
    applicant: { kind: 'person', name: `${lan.name} ${i}`, phone: lan.phone, identityNumber: lan.identityNumber, address: lan.address },
    answers: { ...sampleAnswers('1.003725'), sender: `Hiệu sách số ${i}`, is_held: false },
    delivery: { method: 'desk' },
    papers
  })

  const answered = new Map<number, { id: string; code: string }>()
  const file = async (i: number) => {
    const { status, body } = await partner.post<{ id: string; code: string }>('/dossiers', filing(i), `filing-${i}`)
    if (status !== 201) throw new Error(`filing ${i} answered ${status} ${JSON.stringify(body)}`)
    answered.set(i, body)
  }
  for (let i = 0; i < early; i++) await file(i)

  // In the same breath some are accepted, so that receipts are in the making when the plug is pulled.
  const accepting = [...answered.values()].map(async ({ id }) => {
    const clerk = await staffMember(shop, 'quay.stttt')
    await clerk.get(`/quay/ho-so/${id}`)
    await clerk.submit(/tiep-nhan$/)
  })
  await Promise.race(accepting)
  let pulled: Promise<void> | undefined
  const begun = Array.from({ length: filings - early }, async (_, n) => {
    await file(early + n)
    if (answered.size >= pullAt) pulled ??= shop.kill()
  })
  const outcomes = await Promise.allSettled([...begun, ...accepting])
  await pulled
  t.ok(pulled, 'the shop was killed')
  t.ok(
    outcomes.some(({ status }) => status === 'rejected'),
    'some were cut off in the middle'
  )

  const again = await startShop({ dataDir: shop.dataDir })
  t.teardown(async () => {
    await again.stop()
  })
  const { sql, close } = await lookInto(again)
  t.teardown(close)

  const rows = await sql<{ id: string; code: string }[]>`select id::text, code from dossiers where code is not null order by code`
  const codes = rows.map(({ code }) => code)
  t.ok(
    [...answered.values()].every(({ id, code }) => rows.filter((row) => row.id === id && row.code === code).length === 1),
    'each answered filing is there once'
  )
  t.equal(new Set(codes).size, codes.length, 'no code twice')
  t.same(
    codes.map((code) => Number(code.slice(-4))),
    codes.map((_, i) => i + 1),
    'and no gap'
  )

  // Those who got no answer ask again with the same key, a minute later (time is ours): each is filed once in the end.
  await sql`update idempotency_keys set created_at = created_at - interval '2 minutes' where status is null`
  const retried = integrator(again)
  const unanswered = Array.from({ length: filings }, (_, i) => i).filter((i) => !answered.has(i))
  const statuses = await Promise.all(unanswered.map(async (i) => (await retried.post('/dossiers', filing(i), `filing-${i}`)).status))
  t.same([...new Set(statuses)], [201])
  const [total] = await sql<{ count: number }[]>`select count(*)::int from dossiers where code is not null`
  t.equal(total!.count, filings)

  await eventually(
    'the receipts',
    async () => {
      // By night short messages wait for the morning.
      const [left] = await sql<{ count: number }[]>`
      select count(*)::int from graphile_worker.jobs where task_identifier <> 'message.send' or run_at <= now() + interval '1 minute'`
      return left!.count === 0
    },
    { seconds: 120 }
  )
  const missing = await sql`
    select code from dossiers d where accepted_at is not null
       and not exists (select from issued_documents i where i.dossier_id = d.id and i.form = 'receipt')`
  const [acceptedNow] = await sql<{ count: number }[]>`select count(*)::int from dossiers where accepted_at is not null`
  t.ok(acceptedNow!.count > 0, `${acceptedNow!.count} were accepted`)
  t.same(missing, [], 'every accepted dossier has its receipt')
  const [broken] =
    await sql`select d.code from dossiers d join dossier_moves m on m.dossier_id = d.id group by d.id having count(*) <> d.move_count`
  t.equal(broken, undefined, 'the history of each is whole')
})
