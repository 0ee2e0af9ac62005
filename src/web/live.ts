// Pages that change by themselves: server-sent events. One snapshot for all who look at the same thing, sent when it is another.
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Refusal } from '../kernel/refusal.ts'

/** Proxies let go of a connection that says nothing for a minute. */
const heartbeatMs = 25_000
/** A word may be lost on the way (database/live.ts): then this is how old a page can be. */
const lookAgainMs = 30_000
/** Each open page holds a connection. Whoever comes later has the page that loads itself again. */
const mostStreams = 2000
const mostOfOneAddress = 60

type Stream = { write(text: string): unknown; end(): unknown }
type Source = {
  /** Whoever gives the same key sees the same: agency, list, role. */
  key: string
  /** See `announce` in database/live.ts. */
  topics: readonly string[]
  /** One line or many; the browser gets it as the data of an event. */
  snapshot: () => Promise<string>
  /** How often to look without being told: where a word with every commit would cost too much (PostgreSQL lets one such commit pass at a time). */
  everyMs?: number
}
type Feed = { clients: Set<Stream>; last: string | undefined; look(): void; stop(): void }

export type Streams = {
  /** Answers with a stream that ends when the browser leaves or the shop closes. @throws Refusal SERVICE_UNAVAILABLE when there are too many */
  open(request: FastifyRequest, reply: FastifyReply, source: Source): Promise<void>
}

declare module 'fastify' {
  interface FastifyInstance {
    streams: Streams
  }
}

const eventOf = (text: string): string =>
  `${text
    .split('\n')
    .map((line) => `data: ${line}`)
    .join('\n')}\n\n`

/** Adds `app.streams`; an app that closes ends every stream first, so that none holds the stop. */
export function openStreams(app: FastifyInstance): void {
  const feeds = new Map<string, Feed>()
  const addresses = new Map<string, number>()
  let count = 0
  let isClosing = false

  function startFeed({ key, topics, snapshot, everyMs = lookAgainMs }: Source): Feed {
    let isLooking = false
    let isStale = false
    const clients = new Set<Stream>()
    async function look() {
      // What is said while we read is read once more: the last word is always sent.
      if (isLooking) {
        isStale = true
        return
      }
      isLooking = true
      do {
        isStale = false
        const text = await snapshot().catch((error: unknown) => {
          app.log.warn({ err: error, key }, 'a live page could not be read')
          return undefined
        })
        if (text !== undefined && text !== feed.last) {
          feed.last = text
          for (const client of clients) client.write(eventOf(text))
        }
      } while (isStale)
      isLooking = false
    }
    const unsubscribe = topics.map((topic) => app.context.live.subscribe(topic, look))
    const heartbeat = setInterval(() => {
      for (const client of clients) client.write(': \n\n')
    }, heartbeatMs)
    const again = setInterval(look, everyMs)
    const feed: Feed = {
      clients,
      last: undefined,
      look,
      stop() {
        clearInterval(heartbeat)
        clearInterval(again)
        for (const end of unsubscribe) end()
        feeds.delete(key)
      }
    }
    feeds.set(key, feed)
    return feed
  }

  async function open(request: FastifyRequest, reply: FastifyReply, source: Source): Promise<void> {
    const mine = addresses.get(request.ip) ?? 0
    if (isClosing || count >= mostStreams || mine >= mostOfOneAddress) throw new Refusal('SERVICE_UNAVAILABLE')
    reply.hijack()
    // Gone while we looked who it is: its end was told already, and nobody would ever take it out of the count.
    if (request.raw.socket.destroyed) return
    count++
    addresses.set(request.ip, mine + 1)
    reply.raw.writeHead(200, {
      ...reply.getHeaders(),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no'
    } as Record<string, string>)
    const stream: Stream = reply.raw
    const feed = feeds.get(source.key) ?? startFeed(source)
    feed.clients.add(stream)
    stream.write(`retry: 2000\n\n${feed.last === undefined ? '' : eventOf(feed.last)}`)
    feed.look()
    reply.raw.once('close', () => {
      count--
      const left = (addresses.get(request.ip) ?? 1) - 1
      if (left > 0) addresses.set(request.ip, left)
      else addresses.delete(request.ip)
      feed.clients.delete(stream)
      if (feed.clients.size === 0) feed.stop()
    })
  }

  app.decorate('streams', { open })
  app.addHook('preClose', async () => {
    isClosing = true
    for (const { clients } of feeds.values()) for (const client of clients) client.end()
  })
}
