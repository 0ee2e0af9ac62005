// A payment gateway beside a shop: the real adapter and the simulator that plays the bank, tied together once the shop has an address.
import type { Test } from 'tap'
import { type PaymentSimulator, startPaymentSimulator } from '../../services/payment/simulator/server.ts'
import { vnpay } from '../../services/payment/vnpay.ts'
import type { PayDesk } from '../../src/payments/types.ts'

const secret = 'FAKE-SECRET-FOR-TESTS-ONLY'
const tmnCode = 'TESTTMN1'

/** The gateway needs the shop's address and the shop the gateway's: the shop is opened with `pay`, which learns the gateway's in `open`. */
export function aGateway(t: Test) {
  const adapter = vnpay({ url: 'http://gateway.test', apiUrl: 'http://gateway.test', tmnCode, secret })
  let payUrl = ''
  const pay: PayDesk = {
    account: { bin: '970407', account: '0386577672' },
    gate: { ...adapter, payUrl: (request) => adapter.payUrl(request).replace('http://gateway.test', payUrl) }
  }
  const open = async (address: string, now: () => Temporal.Instant): Promise<PaymentSimulator> => {
    const simulator = await startPaymentSimulator({ tmnCode, secret, ipnUrl: `${address}/hooks/payment/vnpay`, lateMs: 20, now })
    t.teardown(() => simulator.close())
    payUrl = simulator.payUrl
    pay.tryUrl = simulator.url
    return simulator
  }
  return { pay, open }
}
