// A message to a person: one for each change, asleep by night, without accents where the gateway has none.
import t from 'tap'
import { requestSignInCode } from '../../src/accounts/actions/sign-in.ts'
import { acceptAtDesk } from '../../src/dossiers/actions/accept-at-desk.ts'
import { movesOf } from '../../src/dossiers/queries.ts'
import { pendingJobs } from '../../src/jobs/runner.ts'
import { notifyOfMove, sendMessage, tellPerson } from '../../src/notifications/notify.ts'
import { latestMessages } from '../../src/notifications/queries.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { aDossier } from '../helpers/dossiers.ts'
import { letTimePass } from '../helpers/jobs.ts'

const waiting = async ({ sql }: TestShop) => (await pendingJobs(sql)).filter(({ name }) => name === 'message.send')
const hoursUntil = ({ runAt }: { runAt: Temporal.Instant }) => Math.round(runAt.since(Temporal.Now.instant()).total('hours'))

t.test('each change of a dossier is told once by message and once by letter, however often its job runs', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const { id } = await aDossier(context, { state: 'accepted' })
  await shop.runJobs()

  const moves = await movesOf(context.db, id)
  for (const { name, seq } of moves)
    for (let again = 0; again < 2; again++)
      await notifyOfMove(name === 'submit' ? 'submitted' : 'accepted')(context, { dossierId: id, moveSeq: seq })
  await shop.runJobs()

  const told = (await latestMessages(context.db)).map(({ kind, channel }) => `${kind} ${channel}`).sort()
  t.same(told, ['accepted email', 'accepted sms', 'submitted email', 'submitted sms'])
})

t.test('by night a short message waits until seven and is then sent; the letter went at once, and so does a code', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T23:00+07:00' })
  const { context } = shop
  await aDossier(context)
  await requestSignInCode(context, { typedPhone: '0912000999', locale: 'vi' })

  await shop.runJobs()

  const byNight = await latestMessages(context.db)
  t.same(
    byNight
      .filter(({ sentAt }) => sentAt)
      .map(({ kind, channel }) => `${kind} ${channel}`)
      .sort(),
    ['sign_in_code sms', 'submitted email']
  )
  t.same((await waiting(shop)).map(hoursUntil), [8])

  await letTimePass(shop.sql, 8 * 3600)
  shop.setNow('2026-03-03T07:00+07:00')
  await shop.runJobs()
  t.ok((await latestMessages(context.db)).every(({ sentAt }) => sentAt))
})

t.test('the outbox says how long a message is and until when it waits, and its kind once', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T23:00+07:00' })
  await aDossier(shop.context)
  await shop.runJobs()

  const { body } = await (await shop.app()).inject({ url: '/hop-thu', headers: { accept: 'text/html' } })

  const [card] = body.split('<article').filter((one) => one.includes('Theo dõi:'))
  t.match(card, /<h2>Tin nhắn<\/h2><p class="why">0912480123 · /)
  t.match(card, /\d+ ký tự, 2 tin · chờ đến 07:00 ngày 03\/03\/2026 mới gửi/)
})

t.test('a gateway without accents gets none, and what was kept is what was sent', async (t) => {
  const shop = await openTestContext(t)
  const { context } = shop
  const sent: string[] = []
  const sms = { unaccented: true, send: async ({ text }: { text: string }) => void sent.push(text) }
  await tellPerson(context, {
    name: 'withdrawn',
    to: { phone: '0912480123' },
    locale: 'vi',
    values: { code: '000.00.18.H24-260302-0001' },
    occasion: 'once'
  })
  const [message] = await latestMessages(context.db)

  await sendMessage(context, { ...shop.outside, sms }, { messageId: message!.id })

  t.same(sent, ['Mot Cua: ho so 000.00.18.H24-260302-0001 da duoc rut.'])
  t.equal((await latestMessages(context.db))[0]!.body, sent[0])
})

t.test('what would be over in the morning is told by night', async (t) => {
  const shop = await openTestContext(t, { now: '2026-03-02T23:00+07:00' })
  const { context } = shop
  const said = { name: 'withdrawn', to: { phone: '0912480123' }, locale: 'vi', values: { code: 'x' } } as const
  await tellPerson(context, { ...said, occasion: 'soon', dueAt: Temporal.Instant.from('2026-03-03T06:00+07:00') })
  await tellPerson(context, { ...said, occasion: 'later', dueAt: Temporal.Instant.from('2026-03-03T09:00+07:00') })

  t.same((await waiting(shop)).map(hoursUntil), [0, 8])
})

t.test('a dossier accepted twice in the same second is told once', async (t) => {
  const shop = await openTestContext(t)
  const { id, clerk } = await aDossier(shop.context)
  await Promise.allSettled([1, 2].map(() => acceptAtDesk(shop.context, { dossierId: id, by: clerk })))

  await shop.runJobs()

  const told = await latestMessages(shop.context.db)
  t.equal(told.filter(({ kind, channel }) => kind === 'accepted' && channel === 'sms').length, 1)
})
