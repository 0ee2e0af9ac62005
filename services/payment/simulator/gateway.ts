// The money side of the simulated gateway: who paid what, what was refunded, and how the shop is told (IPN).
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { sign, signedText, vnpayTime } from '../vnpay-signing.ts'

export type Taken = {
  txnRef: string
  amount: number
  gatewayRef: string
  payDate: string
  info?: string
  /** The bank took it and looks into it. */
  held?: boolean
  refundId?: string
  refundRef?: string
}
export type Told = { RspCode: string; Message: string }
export type GatewayOptions = {
  now: () => Temporal.Instant
  tmnCode: string
  secret: string
  ipnUrl: string
  /** Kept here across restarts; absent: forgotten. */
  file?: string | undefined
}

const retries = [0, 1_000, 5_000, 30_000]
const answered = ['00', '01', '02', '04', '97']

export type Gateway = ReturnType<typeof openGateway>

export function openGateway({ now, tmnCode, secret, ipnUrl, file }: GatewayOptions) {
  const taken: Taken[] = file && existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Taken[]) : []
  const timers = new Set<NodeJS.Timeout>()
  const nextRef = () => String(14_000_000 + taken.length + 1)

  /** Written aside and moved over: a kill in the middle leaves the old one. */
  function save() {
    if (!file) return
    writeFileSync(`${file}.new`, JSON.stringify(taken))
    renameSync(`${file}.new`, file)
  }

  /** The query that both the person's browser and the IPN carry. */
  function report({ txnRef, amount, gatewayRef, payDate, info }: Taken, { code = '00', bank = 'NCB' } = {}): string {
    const fields = {
      vnp_TmnCode: tmnCode,
      vnp_Amount: String(amount * 100),
      vnp_BankCode: bank,
      vnp_CardType: 'ATM',
      vnp_OrderInfo: info ?? `Thanh toan ${txnRef}`,
      vnp_PayDate: payDate,
      vnp_ResponseCode: code,
      vnp_TransactionStatus: code === '24' ? '02' : code,
      vnp_TransactionNo: gatewayRef,
      vnp_TxnRef: txnRef
    }
    const text = signedText(fields)
    return `${text}&vnp_SecureHash=${sign(secret, text)}`
  }

  async function tell(query: string): Promise<Told | undefined> {
    try {
      const answer = await fetch(`${ipnUrl}?${query}`, { signal: AbortSignal.timeout(10_000) })
      return (await answer.json()) as Told
    } catch {
      return undefined
    }
  }

  function later(wait: number, work: () => void) {
    const timer = setTimeout(() => {
      timers.delete(timer)
      work()
    }, wait).unref()
    timers.add(timer)
  }

  /** Told again, ever later, until the shop gives an answer that counts. */
  async function tellUntilHeard(query: string, tries = 0): Promise<Told | undefined> {
    const told = await tell(query)
    if (!told || !answered.includes(told.RspCode)) {
      const wait = retries[tries + 1]
      if (wait) later(wait, () => void tellUntilHeard(query, tries + 1))
    }
    return told
  }

  return {
    taken: (txnRef: string) => taken.filter((one) => one.txnRef === txnRef),
    /** Takes the money. @returns what is to be reported */
    take(txnRef: string, amount: number, more: Pick<Taken, 'held' | 'info'> = {}): Taken {
      const one = { txnRef, amount, gatewayRef: nextRef(), payDate: vnpayTime(now()), ...more }
      taken.push(one)
      save()
      return one
    },
    cancelled: (txnRef: string, amount: number): Taken => ({ txnRef, amount, gatewayRef: '0', payDate: vnpayTime(now()) }),
    report,
    tell: tellUntilHeard,
    later,
    /** The same request again gives the same answer. */
    refund(body: { txnRef: string; amount: number; gatewayRef: string; requestId: string }): { code: string; ref: string } {
      const one = taken.find(({ txnRef, gatewayRef }) => txnRef === body.txnRef && gatewayRef === body.gatewayRef)
      if (!one) return { code: '91', ref: '' }
      if (one.amount !== body.amount) return { code: '02', ref: '' }
      if (one.refundId && one.refundId !== body.requestId) return { code: '95', ref: '' }
      one.refundId = body.requestId
      one.refundRef ??= `${one.gatewayRef}9`
      save()
      return { code: '00', ref: one.refundRef }
    },
    close() {
      for (const timer of timers) clearTimeout(timer)
    }
  }
}
