// Reads the development outbox as a person would: the last code sent to a phone.
import type { Shop } from './shop.ts'
import { openVisitor } from './visitor.ts'

export async function lookUpCode(shop: Pick<Shop, 'address'>, phone: string): Promise<string | undefined> {
  const visitor = openVisitor(shop.address)
  await visitor.get('/hop-thu')
  const [, after] = visitor.text.split(phone)
  return after && /\b(\d{6}) là mã đăng nhập/.exec(after)?.[1]
}
