// What every story does: a citizen signs in, somebody waits for a paper, a parcel goes its way.
import { lookUpCode } from '../helpers/outbox.ts'
import { type carrier, eventually, type integrator } from '../helpers/parties.ts'
import type { Shop } from '../helpers/shop.ts'
import { openVisitor, type Visitor } from '../helpers/visitor.ts'
import { dueOn, type Narrator } from './tell.ts'

export type Scene = { shop: Shop; tell: Narrator; post: ReturnType<typeof carrier>; api: ReturnType<typeof integrator> }

/** By phone and the code that was sent to it. */
export async function citizen({ shop, tell }: Scene, phone: string): Promise<Visitor> {
  const visitor = openVisitor(shop.address)
  await visitor.get('/dang-nhap')
  await visitor.submit(/^\/dang-nhap/, { phone })
  const code = await eventually('the sign-in code', () => lookUpCode(shop, phone))
  await visitor.submit(/dang-nhap\/ma/, { code })
  tell.expect(!visitor.url.pathname.includes('dang-nhap'), `${phone} is signed in`)
  return visitor
}

/** The address of the dossier a citizen is filing: `/ho-so/<id>`. */
export const dossierPath = (visitor: Visitor): string => /^\/ho-so\/[0-9a-f-]{36}/.exec(visitor.url.pathname)?.[0] ?? ''

export const codeOn = (visitor: Visitor): string => /\d{3}\.\d{2}\.\d{2}\.H24-\d{6}-\d{4,}/.exec(visitor.page)?.[0] ?? ''

/** Opens a page until it links to a file whose name or label fits, and keeps the file. */
export async function keepDocument(
  { tell }: Scene,
  visitor: Visitor,
  { page, label, as }: { page: string; label: RegExp; as: string }
): Promise<void> {
  const href = await eventually(`the document ${label} on ${page}`, async () => {
    await visitor.get(page)
    const links = [...visitor.page.matchAll(/<a\b[^>]*href="(\/tep\/[^"]+)"[^>]*>([\s\S]*?)<\/a>/g)]
    return links.find(([whole]) => label.test(whole!.replace(/\s+/g, ' ')))?.[1]
  })
  await tell.keep(as, await visitor.download(href.replaceAll('&amp;', '&')))
}

/** What a citizen reads when opening the dossier: where it stands, until when, why. */
export async function tellDossier({ tell }: Scene, visitor: Visitor, path: string): Promise<void> {
  await visitor.get(path)
  const heading =
    /<h1[^>]*>([\s\S]*?)<\/h1>/
      .exec(visitor.page)?.[1]
      ?.replace(/<[^>]+>/g, '')
      .trim() ?? ''
  const { day, explanation } = dueOn(visitor)
  tell.step('công dân', `đọc: “${heading}”${day ? `, hẹn ${day}` : ''}`)
  for (const sentence of explanation) tell.detail(sentence)
}

type Order = { ref: string; trackingNumber: string }

/** The carrier's order for a parcel of ours, as soon as the job has placed it. */
export const orderOf = ({ post }: Scene, ourRef: string): Promise<Order> =>
  eventually(`the order ${ourRef}`, () => post<Order>(`/orders/${ourRef}`).catch(() => undefined))

/** One step of the parcel's journey, told to us by webhook; returns when our page shows it. */
export async function advance({ post, tell }: Scene, ourRef: string): Promise<string> {
  const { scans } = await post<{ scans: { code: string; text?: string }[] }>('/advance', { ref: ourRef, steps: 1 })
  const [scan] = scans
  if (!scan) throw new Error(`${ourRef} has no further step`)
  tell.step('bưu điện', `${scan.text ?? scan.code}`)
  return scan.code
}
