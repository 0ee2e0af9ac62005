// The stand-in for VNeID on a port of its own, and the shop's adapter for it; it opens once the shop's address is known.
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'
import { oidc } from '../../services/identity/oidc.ts'
import { openProvider } from '../../services/identity/simulator/provider.ts'
import { identityReturnPath } from '../../src/accounts/rules.ts'

const credentials = { clientId: 'mot-cua', clientSecret: 'only-for-this-test' }

export async function startIdentity(t: Test) {
  let answer: ReturnType<typeof openProvider> | undefined
  const server = createServer((request, response) => void answer?.(request, response)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const stop = async () => {
    server.closeAllConnections()
    server.close()
  }
  t.teardown(stop)
  return {
    provider: oidc({ issuer, ...credentials, name: 'VNeID' }),
    open: (address: string) => {
      answer = openProvider({ issuer, ...credentials, returnUrls: [`${address}${identityReturnPath}`] })
    },
    stop
  }
}
