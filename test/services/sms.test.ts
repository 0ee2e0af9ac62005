// A short message leaves once and in international form; what a gateway answers becomes a value or an error the queue can read.
import { createServer } from 'node:http'
import t, { type Test } from 'tap'
import { httpSms } from '../../services/sms/http.ts'
import { noSms } from '../../services/sms/sms.ts'

/** A gateway that keeps what it is sent and answers as told. */
async function aGateway(t: Test, answer: { status: number; headers?: Record<string, string> }) {
  const taken: { authorization: string | undefined; body: unknown }[] = []
  const server = createServer((request, response) => {
    let text = ''
    request.on('data', (chunk) => {
      text += chunk
    })
    request.on('end', () => {
      taken.push({ authorization: request.headers.authorization, body: JSON.parse(text) })
      response.writeHead(answer.status, answer.headers).end('{}')
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.teardown(() => new Promise((done) => server.close(done)))
  const { port } = server.address() as { port: number }
  return { taken, sms: httpSms({ url: `http://127.0.0.1:${port}/send`, key: 'khoa' }) }
}

/** What a promise was broken with. */
const failureOf = (promise: Promise<void>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error
  )

const message = { to: '0912480123', text: '123456 là mã đăng nhập' }

t.test('a message is handed over with the key, the number in international form', async (t) => {
  const { sms, taken } = await aGateway(t, { status: 202 })

  await sms.send(message)

  t.same(taken, [{ authorization: 'Bearer khoa', body: { to: '+84912480123', text: message.text } }])
})

t.test('a busy gateway is asked again when it says; one that refuses is not', async (t) => {
  const busy = await aGateway(t, { status: 429, headers: { 'retry-after': '7' } })
  const broken = await aGateway(t, { status: 503 })
  const refusing = await aGateway(t, { status: 401 })

  t.match(await failureOf(busy.sms.send(message)), { service: 'sms', retry: true, after: 7 })
  t.match(await failureOf(broken.sms.send(message)), { retry: true })
  t.match(await failureOf(refusing.sms.send(message)), { retry: false })
})

t.test('no gateway there, or none connected: nothing is lost quietly', async (t) => {
  t.match(await failureOf(httpSms({ url: 'http://127.0.0.1:1/', key: 'k' }).send(message)), { retry: true })
  t.match(await failureOf(noSms.send(message)), { retry: false })
})
