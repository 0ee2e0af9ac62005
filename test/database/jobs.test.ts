// Work that can wait: it belongs to the commit that called for it, is done once, survives a killed worker, and fails by the kind of failure.
import pino from 'pino'
import t from 'tap'
import { ServiceError } from '../../services/service-error.ts'
import { enqueue, type NewJob } from '../../src/jobs/enqueue.ts'
import { type Handlers, parkedJobs, pendingJobs, runDueJobs, startWorker } from '../../src/jobs/runner.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import { killHard, startChild } from '../helpers/child.ts'
import { openTestDatabase, type TestDatabase } from '../helpers/database.ts'
import { letTimePass } from '../helpers/jobs.ts'

const now = Temporal.Instant.from('2026-03-02T08:30:00+07:00')
const logger = pino({ level: 'silent' })
const send = (messageId: string): NewJob => ({ name: 'message.send', payload: { messageId } })
const put = ({ db }: TestDatabase, ...jobs: NewJob[]) => db.transaction((tx) => enqueue(tx, jobs, now))

t.test('a job of a commit that never was does not exist', async (t) => {
  const database = await openTestDatabase(t)

  const failing = database.db.transaction(async (tx) => {
    await enqueue(tx, [send('a')], now)
    throw new Error('the clerk closed the window')
  })

  await t.rejects(failing, { message: 'the clerk closed the window' })
  t.same(await pendingJobs(database.sql), [])
})

t.test('many jobs in one go arrive with what they were told', async (t) => {
  const database = await openTestDatabase(t)
  const told: string[] = []
  await put(database, send('a'), send('b'), { name: 'shipment.order', payload: { shipmentId: 'ông "Đ"' } })

  await runDueJobs({
    ...database,
    handlers: {
      'message.send': async ({ messageId }, { job }) => void told.push(`${messageId} ${job.attempt}`),
      'shipment.order': async ({ shipmentId }) => void told.push(shipmentId)
    }
  })

  t.same(told.sort(), ['a 1', 'b 1', 'ông "Đ"'])
  t.same(await pendingJobs(database.sql), [])
})

t.test('two jobs with one key are one job, and the newest word counts', async (t) => {
  const database = await openTestDatabase(t)

  await put(database, { ...send('first'), key: 'k' }, { ...send('second'), key: 'k' })
  await put(database, { ...send('third'), key: 'k' })

  t.match(await pendingJobs(database.sql), [{ key: 'k', payload: { messageId: 'third' } }])
})

t.test('what is told of while the job runs is not lost: it runs once more', async (t) => {
  const database = await openTestDatabase(t)
  const seen: string[] = []
  await put(database, { ...send('before'), key: 'k' })

  await runDueJobs({
    ...database,
    handlers: {
      'message.send': async ({ messageId }) => {
        seen.push(messageId)
        if (messageId === 'before') await put(database, { ...send('meanwhile'), key: 'k' })
      }
    }
  })

  t.same(seen, ['before', 'meanwhile'])
  t.same([...(await pendingJobs(database.sql)), ...(await parkedJobs(database.sql))], [])
})

t.test('a job for later waits by our clock, whatever year the clock of the machine shows', async (t) => {
  const database = await openTestDatabase(t)
  const done: string[] = []
  const handlers: Partial<Handlers> = { 'message.send': async ({ messageId }) => void done.push(messageId) }
  await put(database, { ...send('a'), runAt: now.add({ hours: 2 }) })

  await runDueJobs({ ...database, handlers })
  await letTimePass(database.sql, 2 * 3600 - 60)
  await runDueJobs({ ...database, handlers })
  t.same(done, [], 'a minute too early')
  await letTimePass(database.sql, 60)
  await runDueJobs({ ...database, handlers })

  t.same(done, ['a'])
})

t.test('we said no: the job is given up at once and stays to be seen', async (t) => {
  const { tries, parked, pending } = await afterFailing(t, new Refusal('PAGE_NOT_FOUND'))

  t.equal(tries, 1)
  t.match(parked, [{ name: 'message.send', lastError: /\S/ }])
  t.same(pending, [])
})

t.test('another machine failed and may recover: the job is tried again, later each time', async (t) => {
  const { tries, parked, pending } = await afterFailing(t, new ServiceError('post', 'busy', { retry: true }))

  t.equal(tries, 5)
  t.same(parked, [])
  t.match(pending, [{ attempts: 5, lastError: 'post: busy' }])
})

t.test('another machine refused for good: the job is parked', async (t) => {
  const { tries, parked } = await afterFailing(t, new ServiceError('post', 'no such ward', { retry: false }))

  t.equal(tries, 1)
  t.match(parked, [{ lastError: 'post: no such ward' }])
})

t.test('a bug is tried three times, then parked', async (t) => {
  const { tries, parked } = await afterFailing(t, new Error('undefined is not a function'))

  t.equal(tries, 3)
  t.match(parked, [{ lastError: 'undefined is not a function' }])
})

t.test('a machine that says when to come again is left in peace until then', async (t) => {
  const database = await openTestDatabase(t)
  const busy = new ServiceError('post', 'busy', { retry: true, after: 600 })
  await put(database, send('a'))
  await runDueJobs({ ...database, handlers: { 'message.send': () => Promise.reject(busy) } })

  await letTimePass(database.sql, 590)
  const done: string[] = []
  await runDueJobs({ ...database, handlers: { 'message.send': async ({ messageId }) => void done.push(messageId) } })

  t.same(done, [])
})

for (const workerId of [undefined, 'worker-1'])
  t.test(`a job in the hand of a killed worker (${workerId ?? 'the only one'}) is done as soon as it is started again`, async (t) => {
    const database = await openTestDatabase(t)
    await put(database, send('a'))
    const worker = await startChild(t, 'worker-process.ts', JSON.stringify(database.connection), workerId ?? '')
    await killHard(worker)
    t.equal(worker.firstLine, 'a', 'the first had it in hand')

    const done = Promise.withResolvers<string>()
    const again = await startWorker({
      ...database,
      workerId,
      logger,
      handlers: { 'message.send': async ({ messageId }) => done.resolve(messageId) }
    })
    t.equal(await done.promise, 'a')
    await again.stop()

    t.same(await pendingJobs(database.sql), [])
  })

t.test('the jobs of another worker, which is alive, are left to it', async (t) => {
  const database = await openTestDatabase(t)
  await put(database, send('a'))
  await startChild(t, 'worker-process.ts', JSON.stringify(database.connection), 'worker-1')

  const other = await startWorker({
    ...database,
    workerId: 'worker-10',
    logger,
    handlers: { 'message.send': () => t.fail('taken away') as never }
  })
  await other.stop()

  t.match(await database.sql`select locked_by from graphile_worker.jobs`, [{ locked_by: /^worker-1:/ }])
})

t.test('a worker that is asked to stop finishes the job in its hand and takes no other', async (t) => {
  const database = await openTestDatabase(t)
  const begun = Promise.withResolvers<void>()
  const mayEnd = Promise.withResolvers<void>()
  const done: string[] = []
  await put(database, send('a'), send('b'))
  const worker = await startWorker({
    ...database,
    concurrency: 1,
    logger,
    handlers: {
      'message.send': async ({ messageId }) => {
        begun.resolve()
        await mayEnd.promise
        done.push(messageId)
      }
    }
  })
  await begun.promise

  const stopped = worker.stop()
  mayEnd.resolve()
  await stopped

  t.equal(done.length, 1)
  t.equal((await pendingJobs(database.sql)).length, 1, 'the other waits for the next worker')
  t.equal(await worker.ended, undefined)
  t.match(await database.sql`select locked_by from graphile_worker.jobs`, [{ locked_by: null }])
})

/** Runs one job five times over a week in which it always fails like this. */
async function afterFailing(t: Parameters<typeof openTestDatabase>[0], error: Error) {
  const database = await openTestDatabase(t)
  await put(database, send('a'))
  let tries = 0
  const failing = async () => {
    tries += 1
    throw error
  }
  for (let day = 0; day < 5; day++) {
    await runDueJobs({ ...database, handlers: { 'message.send': failing } })
    await letTimePass(database.sql, 86_400)
  }
  return { tries, parked: await parkedJobs(database.sql), pending: await pendingJobs(database.sql) }
}
