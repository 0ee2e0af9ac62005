// The development outbox: what would have been sent, codes included. Registered in the embedded mode only.

import type { FastifyPluginAsync } from 'fastify'
import { type Html, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/locale.ts'
import { formatInstant } from '../kernel/time.ts'
import { note } from '../web/components/index.ts'
import { admit } from '../web/guard.ts'
import { citizenPage } from '../web/layout.ts'
import { latestMessages } from './queries.ts'
import { sendAt, smsParts } from './rules.ts'
import { templates } from './templates.ts'

const words = {
  title: { vi: 'Hộp thư thử', en: 'Test outbox' },
  about: {
    vi: 'Bản chạy thử không gửi gì ra ngoài. Mọi tin nhắn và thư nằm ở đây, mới nhất trước.',
    en: 'This trial installation sends nothing outside. Every message and letter is kept here, newest first.'
  },
  none: { vi: 'Chưa có tin nào.', en: 'No messages yet.' },
  sms: { vi: 'Tin nhắn', en: 'Text message' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  length: { vi: '{characters} ký tự, {parts} tin', en: '{characters} characters, {parts} parts' },
  oneLength: { vi: '{characters} ký tự, 1 tin', en: '{characters} characters, 1 part' },
  waits: { vi: 'chờ đến {at} mới gửi, ban đêm không nhắn', en: 'waits until {at}: nothing rings by night' },
  reload: { vi: 'Tải lại', en: 'Reload' }
}

type Message = Awaited<ReturnType<typeof latestMessages>>[number]

/** How many parts the message travels in, and until when it waits. */
function facts(message: Message, locale: Locale): string[] {
  if (message.channel === 'email') return []
  const { characters, parts } = smsParts(message.body)
  const length = (parts === 1 ? words.oneLength : words.length)[locale]
  const at = sendAt(message.createdAt, { urgent: templates[message.kind]?.urgent })
  const isHeld = !message.sentAt && Temporal.Instant.compare(at, message.createdAt) > 0
  return [
    length.replace('{characters}', String(characters)).replace('{parts}', String(parts)),
    ...(isHeld ? [words.waits[locale].replace('{at}', formatInstant(at, locale))] : [])
  ]
}

function card(message: Message, locale: Locale): Html {
  const kind = words[message.channel][locale]
  const lang = message.locale === locale ? '' : html` lang="${message.locale}"`
  // A short message has no subject: its kind is its heading, and is not said again below.
  const heading = message.subject ? html`<h2${lang}>${message.subject}</h2>` : html`<h2>${kind}</h2>`
  const about = [...(message.subject ? [kind] : []), message.recipient, formatInstant(message.createdAt, locale), ...facts(message, locale)]
  return html`<article class="answer">${heading}<p class="why">${about.join(' · ')}</p><p class="letter"${lang}>${message.body}</p></article>`
}

export const outboxRoutes: FastifyPluginAsync = async (app) => {
  admit(app, 'anybody')
  app.get('/hop-thu', async (request, reply) => {
    const { locale } = request
    const list = (await latestMessages(app.context.db)).map((message) => card(message, locale))
    const main = html`<h1>${words.title[locale]}</h1>${note('info', words.about[locale])}<p><a href="/hop-thu">${words.reload[locale]}</a></p>
<div class="answers">${list.length > 0 ? list : html`<p class="muted">${words.none[locale]}</p>`}</div>`
    return reply.page(citizenPage({ ...request.frame(), title: words.title[locale], main }))
  })
}
