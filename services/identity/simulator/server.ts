// The stand-in for VNeID on a port of this machine.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ProviderOptions } from './provider.ts'

export type IdentitySimulator = { issuer: string; close(): Promise<void> }

/** Its library complains, whenever it is loaded, of a Node that is not LTS yet; which Node we run on, we chose ourselves. */
async function loadQuietly(): Promise<typeof import('./provider.ts')> {
  const { warn } = console
  console.warn = () => {}
  try {
    return await import('./provider.ts')
  } finally {
    console.warn = warn
  }
}

/**
 * `port` 0 takes any free one. Serves on loopback only: whoever reaches it may be anybody.
 * @returns undefined where the library is not installed (`npm ci --omit=dev`)
 */
export async function startIdentitySimulator({
  port,
  ...options
}: Omit<ProviderOptions, 'issuer'> & { port: number }): Promise<IdentitySimulator | undefined> {
  const provider = await loadQuietly().catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'ERR_MODULE_NOT_FOUND') throw error
  })
  if (!provider) return undefined
  // The issuer is part of every answer, so the port is taken before the provider is made.
  let answer: ReturnType<typeof provider.openProvider> | undefined
  const server = createServer((request, response) => void answer?.(request, response))
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answer = provider.openProvider({ issuer, ...options })
  return {
    issuer,
    close: async () => {
      server.close()
      server.closeAllConnections()
    }
  }
}
