// A citizen with a browser before a whole shop: signs in with the code that was sent, opens a draft, fills its pages.
import type { Test } from 'tap'
import { answerBirth } from '../helpers/birth-form.ts'
import { openTestContext, type TestShop } from '../helpers/context.ts'
import { smallPdf } from '../helpers/dossiers.ts'
import { openVisitor, type Visitor } from '../helpers/visitor.ts'

export type Scene = { shop: TestShop; address: string }

export async function openScene(t: Test, options: Parameters<typeof openTestContext>[1] = {}): Promise<Scene> {
  const shop = await openTestContext(t, options)
  const app = await shop.app()
  return { shop, address: await app.listen({ port: 0, host: '127.0.0.1' }) }
}

/** The code in the last message to a phone. */
export async function codeSentTo({ shop }: Scene, phone: string): Promise<string> {
  const [job] = await shop.sql<{ code: string }[]>`
    select payload ->> 'code' as code from graphile_worker._private_jobs
     where payload ->> 'phone' = ${phone} and payload ->> 'code' is not null order by id desc limit 1`
  return job!.code
}

export async function signIn(scene: Scene, phone = '0912480123'): Promise<Visitor> {
  const visitor = openVisitor(scene.address)
  await visitor.get('/dang-nhap')
  await visitor.submit('/dang-nhap', { phone })
  await visitor.submit('/dang-nhap/ma', { code: await codeSentTo(scene, phone) })
  return visitor
}

/** `/ho-so/<id>` of the draft a visitor has before them. */
export const pathOf = ({ url }: Visitor): string => /^\/ho-so\/[0-9a-f-]{36}/.exec(url.pathname)![0]

/** A draft of birth registration at a ward, on its first page. */
export async function startBirth(visitor: Visitor): Promise<string> {
  await visitor.get('/nop/1.001193')
  await visitor.submit('/nop/1.001193', { agency: '11302' })
  const path = pathOf(visitor)
  await visitor.get(`${path}/nop/nguoi-nop`)
  return path
}

/** Everything but the last press of the button. */
export async function fillBirth(visitor: Visitor): Promise<string> {
  const path = await startBirth(visitor)
  await visitor.submit(/nguoi-nop$/, { whom: 'self', 'filer.name': 'Nguyễn Thị Lan', 'filer.identityNumber': '031194006217' })
  await answerBirth(visitor, { name: 'Nguyễn Minh Anh' })
  await visitor.submit(/giay-to$/, {}, [{ field: 'paper.2', name: 'chung-sinh.pdf', bytes: smallPdf }])
  await visitor.submit(/nhan-ket-qua$/, { 'delivery.method': 'desk' })
  return path
}

export const codeOn = ({ page }: Visitor): string => /\d{3}\.\d{2}\.\d{2}\.H24-\d{6}-\d{4,}/.exec(page)![0]
