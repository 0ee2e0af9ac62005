// Which addresses the shop has and which of them answered last: so that a test of "every page" knows when one was left out.
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { FastifyInstance, RouteOptions } from 'fastify'

const channel = 'fastify.initialization'

/** Called before the shop is opened; hears of the next app and of no other. */
export function watchRoutes() {
  const routes: { method: string; url: string; options: RouteOptions }[] = []
  let last = ''
  const hear = (message: unknown) => {
    unsubscribe(channel, hear)
    const { fastify: app } = message as { fastify: FastifyInstance }
    app.addHook('onRoute', (options) => {
      for (const method of [options.method].flat()) routes.push({ method, url: options.url, options })
    })
    app.addHook('onSend', async ({ method, routeOptions }, reply) => {
      if (String(reply.getHeader('content-type')).startsWith('text/html')) last = `${method} ${routeOptions.url ?? ''}`
    })
  }
  subscribe(channel, hear)
  return {
    all: (method: 'GET' | 'POST') => [...new Set(routes.filter((route) => route.method === method).map(({ url }) => url))],
    /** Every address with who is let in there, as its guard says. */
    doors: () => routes.map(({ method, url, options: { config } }) => ({ method, url, admits: config?.admits, scope: config?.scope })),
    /** Method and pattern of the page that was sent last. */
    last: () => last
  }
}
