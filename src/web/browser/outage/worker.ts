// Stands between the desk's pages and a network that is gone: keeps the empty screen and its script, nothing of anybody; answers only when the network does not.
declare const VERSION: string
declare const FILES: readonly string[]

type Extendable = Event & { waitUntil(work: Promise<unknown>): void }
type Asked = Extendable & { request: Request; respondWith(answer: Promise<Response>): void }
type Scope = {
  addEventListener(name: 'install' | 'activate', listen: (event: Extendable) => void): void
  addEventListener(name: 'fetch', listen: (event: Asked) => void): void
  skipWaiting(): Promise<void>
  clients: { claim(): Promise<void> }
}
const scope = self as unknown as Scope

/** The empty screen, filled by its script from what the machine was told while it could ask. */
const screen = '/quay/ngoai-tuyen/khung'
const prefix = 'ngoai-tuyen-'
const cacheName = `${prefix}${VERSION}`

/** All of it or nothing: torn off half-way, the version before stays in use. */
async function install() {
  const cache = await caches.open(cacheName)
  try {
    await cache.addAll(FILES.map((file) => new Request(file, { cache: 'no-cache', credentials: 'same-origin' })))
  } catch (error) {
    await caches.delete(cacheName)
    throw error
  }
  await scope.skipWaiting()
}

async function tidy() {
  const old = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName)
  await Promise.all(old.map((name) => caches.delete(name)))
  await scope.clients.claim()
}

/** What was kept, for a page of the desk that cannot be reached: the screen itself, or the way to it. */
async function withoutNetwork(request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  if (request.method !== 'GET' || !pathname.startsWith('/quay/ngoai-tuyen')) return Response.redirect(screen, 303)
  return (await caches.match(screen)) ?? Response.error()
}

scope.addEventListener('install', (event) => event.waitUntil(install()))
scope.addEventListener('activate', (event) => event.waitUntil(tidy()))
scope.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (origin !== location.origin) return
  if (request.mode === 'navigate') return event.respondWith(fetch(request).catch(() => withoutNetwork(request)))
  // Names change with the content: what was kept under a name is what the network would give.
  if (pathname.startsWith('/assets/')) event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)))
})
