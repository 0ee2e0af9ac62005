// The development outbox: what would have been sent, codes included. Registered in the embedded mode only.
import type { FastifyPluginAsync } from 'fastify'
import { html } from '../kernel/html.ts'
import { formatInstant } from '../kernel/time.ts'
import { note } from '../web/components/index.ts'
import { citizenPage } from '../web/layout.ts'
import { latestMessages } from './queries.ts'

const words = {
  title: { vi: 'Hộp thư thử', en: 'Test outbox' },
  about: {
    vi: 'Bản chạy thử không gửi gì ra ngoài. Mọi tin nhắn và thư nằm ở đây, mới nhất trước.',
    en: 'This trial installation sends nothing outside. Every message and letter is kept here, newest first.'
  },
  none: { vi: 'Chưa có tin nào.', en: 'No messages yet.' },
  sms: { vi: 'Tin nhắn', en: 'Text message' },
  email: { vi: 'Thư điện tử', en: 'E-mail' },
  reload: { vi: 'Tải lại', en: 'Reload' }
}

export const outboxRoutes: FastifyPluginAsync = async (app) => {
  app.get('/hop-thu', async (request, reply) => {
    const { locale } = request
    const messages = await latestMessages(app.context.db)
    const list = messages.map(
      (message) => html`<article class="answer"><h2>${message.subject || words[message.channel][locale]}</h2>
<p class="why">${words[message.channel][locale]} · ${message.recipient} · ${formatInstant(message.createdAt, locale)}</p>
<p class="letter">${message.body}</p></article>`
    )
    const main = html`<h1>${words.title[locale]}</h1>${note('info', words.about[locale])}<p><a href="/hop-thu">${words.reload[locale]}</a></p>
<div class="answers">${list.length > 0 ? list : html`<p class="muted">${words.none[locale]}</p>`}</div>`
    return reply.page(citizenPage({ ...request.frame(), title: words.title[locale], main }))
  })
}
