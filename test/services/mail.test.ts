// Every way a letter leaves keeps the same promise; a real SMTP server on this machine is the other side.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import t, { type Test } from 'tap'
import type { Mail } from '../../services/mail/mail.ts'
import { outboxMail } from '../../services/mail/outbox.ts'
import { smtpMail } from '../../services/mail/smtp.ts'

const letter = {
  id: '0198c0de-0000-7000-8000-000000000001',
  to: 'lan@example.vn',
  subject: 'Hồ sơ đã được tiếp nhận',
  text: 'Kính gửi bà Nguyễn Thị Lan'
}

/** A mail server that takes letters, or answers RCPT with a code when told to. */
async function aMailServer(t: Test, refuse?: number) {
  const letters: string[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, done) => done(refuse ? Object.assign(new Error('no'), { responseCode: refuse }) : null),
    onData(stream, _session, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString())
        done()
      })
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  t.teardown(() => new Promise<void>((done) => server.close(() => done())))
  const address = server.server.address()
  return { url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`, letters }
}

function smtp(t: Test, url: string): Mail {
  const mail = smtpMail({ url, from: 'Một Cửa <mot-cua@haiphong.example>' })
  t.teardown(() => mail.close())
  return mail
}

t.test('a letter by SMTP arrives with its Vietnamese subject and our number', async (t) => {
  const { url, letters } = await aMailServer(t)

  await smtp(t, url).send(letter)
  await smtp(t, url).send({ ...letter, id: 'second' })

  t.equal(letters.length, 2)
  t.match(letters[0], /Message-ID: <0198c0de-0000-7000-8000-000000000001@haiphong.example>/)
  t.match(letters[0], /Subject: =\?UTF-8\?/)
})

t.test('in the embedded mode a letter stays in a folder, once however often it is sent', async (t) => {
  const folder = join(t.testdir(), 'mail')
  const mail = outboxMail({ folder })
  t.teardown(() => mail.close())

  await mail.send(letter)
  await mail.send(letter)

  t.same(JSON.parse(await readFile(join(folder, `${letter.id}.json`), 'utf8')), letter)
})

t.test('a server that says "later" is tried again; one that says "no" is not', async (t) => {
  const later = await aMailServer(t, 451)
  const no = await aMailServer(t, 550)

  await t.rejects(smtp(t, later.url).send(letter), { name: 'ServiceError', service: 'mail', retry: true })
  await t.rejects(smtp(t, no.url).send(letter), { name: 'ServiceError', service: 'mail', retry: false })
})

t.test('nobody at the other end: later', async (t) => {
  await t.rejects(smtp(t, 'smtp://127.0.0.1:1').send(letter), { name: 'ServiceError', retry: true })
})
