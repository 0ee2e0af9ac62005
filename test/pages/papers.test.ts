// The page of papers: several pages become one PDF, a damaged page is named and nothing is lost, a paper kept from before is used again.
import { PDFDocument } from '@cantoo/pdf-lib'
import t from 'tap'
import { clamav } from '../../services/scanner/clamav.ts'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import { papersOf } from '../../src/dossiers/queries.ts'
import { filesOf } from '../../src/files/queries.ts'
import { maxFilesOfPaper } from '../../src/files/rules.ts'
import { aScanner } from '../helpers/clamd.ts'
import { aDossier, smallPdf } from '../helpers/dossiers.ts'
import { aPng, pdfOf, sidewaysPhoto } from '../helpers/pictures.ts'
import { signInAs } from '../helpers/staff-browser.ts'
import { fillBirth, openScene, type Scene, signIn, startBirth } from './citizen-scene.ts'

const sent = (name: string, bytes: Uint8Array) => ({ field: 'paper.2', name, bytes })

/** The files in the slot of a draft, oldest first. */
async function slotOf({ shop }: Scene, draft: string) {
  const papers = (await papersOf(shop.context.db, draft.split('/')[2]!)).filter(({ number }) => number === 2)
  const rows = await filesOf(
    shop.context.db,
    papers.map(({ fileId }) => fileId!)
  )
  return papers.map(({ fileId }) => rows.find(({ id }) => id === fileId)!)
}
const pagesOf = async ({ shop }: Scene, sha256: string) => (await PDFDocument.load(await shop.context.files.get(sha256))).getPages()

async function openPapers(scene: Scene) {
  const lan = await signIn(scene)
  const draft = await startBirth(lan)
  await lan.get(`${draft}/nop/giay-to`)
  return { lan, draft }
}

t.test('two photos and a PDF of three pages become one PDF in the order of giving, each photo upright on A4', async (t) => {
  const scene = await openScene(t)
  const { lan, draft } = await openPapers(scene)
  t.match(lan.page, /name="join\.2" value="1" checked/, 'it is offered, and on')

  await lan.submit(/giay-to$/, { after: 'later' }, [sent('1.jpg', sidewaysPhoto), sent('2.png', aPng), sent('3.pdf', await pdfOf(3))])

  const files = await slotOf(scene, draft)
  t.equal(files.length, 1)
  t.match(files[0]!.name, /^Giấy chứng sinh.*\.pdf$/)
  const pages = await pagesOf(scene, files[0]!.sha256)
  t.equal(pages.length, 5)
  t.equal(pages[0]!.getRotation().angle, 90, 'the camera was held sideways')
  t.same(
    pages.slice(0, 2).map((page) => Object.values(page.getSize()).map(Math.round)),
    [
      [842, 595],
      [595, 842]
    ]
  )
})

t.test('without the tick pages stay as they are, and a button joins them later', async (t) => {
  const scene = await openScene(t)
  const { lan, draft } = await openPapers(scene)

  await lan.submit(/giay-to$/, { after: 'later', 'join.2': '' }, [sent('1.png', aPng), sent('2.pdf', await pdfOf(1))])
  t.equal((await slotOf(scene, draft)).length, 2)
  await lan.get(`${draft}/nop/giay-to`)
  t.match(lan.text, 'Gộp 2 tệp thành một tệp PDF')
  await lan.submit(/giay-to$/, { joinNow: '2' })

  t.match(lan.url.pathname, /giay-to$/, 'it stays on the page')
  const files = await slotOf(scene, draft)
  t.equal(files.length, 1)
  t.equal((await pagesOf(scene, files[0]!.sha256)).length, 2)
})

t.test('a damaged page is named, and every page is still there', async (t) => {
  const scene = await openScene(t)
  const { lan, draft } = await openPapers(scene)

  await lan.submit(/giay-to$/, {}, [sent('tot.png', aPng), sent('hong.pdf', smallPdf)])

  t.equal(lan.status, 422)
  t.match(lan.text, 'Không đọc được tệp “hong.pdf”: tệp bị hỏng')
  t.match(lan.page, 'id="paper.2-loi"')
  t.same(
    (await slotOf(scene, draft)).map(({ name }) => name),
    ['tot.png', 'hong.pdf']
  )
})

t.test('more files than a paper may have are said, and none of them is taken', async (t) => {
  const scene = await openScene(t)
  const { lan, draft } = await openPapers(scene)

  await lan.submit(
    /giay-to$/,
    {},
    Array.from({ length: maxFilesOfPaper + 1 }, (_, i) => sent(`${i}.png`, aPng))
  )

  t.equal(lan.status, 422)
  t.match(lan.text, `Nhiều nhất ${maxFilesOfPaper} tệp`)
  t.same(await slotOf(scene, draft), [])
})

t.test('when the house itself fails, the person is told that it was not their file, and the page is there again', async (t) => {
  const scene = await openScene(t)
  const { lan } = await openPapers(scene)
  scene.shop.context.files.put = () => Promise.reject(new Error('the disk is full'))

  await lan.submit(/giay-to$/, {}, [sent('1.png', aPng)])

  t.equal(lan.status, 503)
  t.match(lan.text, 'Chưa tải được tệp “1.png” vì hệ thống gặp trục trặc')
})

t.test('a filed paper is kept with consent, used again in the next filing, watched, and taken away', async (t) => {
  const scene = await openScene(t)
  const { shop } = scene
  const lan = await signIn(scene)
  await fillBirth(lan)
  await lan.submit(/xem-lai$/, { declaration: 'yes' })
  const [{ count }] = (await shop.sql`select count(*)::int from locker_papers`) as unknown as [{ count: number }]
  t.equal(count, 0, 'nothing is kept by itself')

  await lan.get('/ho-so')
  t.match(lan.page, 'href="/giay-to-cua-toi"')
  await lan.get('/giay-to-cua-toi')
  t.match(lan.text, 'Giấy đã nộp, chưa giữ lại')
  await lan.get(/href="(\/giay-to-cua-toi\/giu\/[^"]+)"/.exec(lan.page)![1]!)
  await lan.submit(/giu\//, { issuer: 'Bệnh viện Phụ sản' })
  t.equal(lan.status, 422)
  t.match(lan.text, 'Xin đánh dấu đồng ý')
  await lan.submit(/giu\//, {
    consent: 'yes',
    name: 'Giấy chứng sinh',
    number: '17/2026',
    expiresOnDay: '20',
    expiresOnMonth: '3',
    expiresOnYear: '2026'
  })
  t.match(lan.text, 'Đã giữ lại “Giấy chứng sinh”')
  t.match(lan.text, 'Sắp hết hạn')
  t.match(lan.text, 'Hồ sơ đang dùng giấy này')
  t.notMatch(lan.text, 'Giấy đã nộp, chưa giữ lại')

  const draft = await startBirth(lan)
  await lan.get(`${draft}/nop/giay-to`)
  t.match(lan.text, 'Giấy chứng sinh số 17/2026, có giá trị đến 20/03/2026')
  const reuse = { after: 'later', 'reuse.2': /name="reuse\.2" value="([^"]+)"/.exec(lan.page)![1]! }
  await lan.submit(/giay-to$/, reuse)
  const [used] = await slotOf(scene, draft)
  const [kept] = (await shop.sql`select file_id::text, sha256 from locker_papers`) as unknown as [{ file_id: string; sha256: string }]
  t.equal(used!.sha256, kept.sha256)
  t.not(used!.id, kept.file_id, 'the dossier has a copy of its own')

  shop.setNow('2026-03-21T08:30+07:00')
  const again = await signIn(scene)
  await again.get(`${draft}/nop/giay-to`)
  t.match(again.text, 'vẫn dùng dù đã hết hạn ngày 20/03/2026', 'an expired one is offered with its warning only')
  await again.get('/giay-to-cua-toi')
  t.match(again.text, 'Đã hết hạn ngày 20/03/2026')

  await again.get(/href="(\/giay-to-cua-toi\/[^"]+\/sua)"/.exec(again.page)![1]!)
  t.match(again.page, 'value="17/2026"')
  await again.submit(/sua$/, { expiresOnYear: '2036' })
  t.match(again.text, 'Còn hạn')
  await again.get(/href="(\/giay-to-cua-toi\/[^"]+\/bo)"/.exec(again.page)![1]!)
  t.match(again.text, 'Các hồ sơ sau đang dùng giấy này')
  await again.submit(/bo$/)
  t.match(again.text, 'Đã bỏ “Giấy chứng sinh”')
  t.equal((await slotOf(scene, draft)).length, 1, 'and the draft still has it')
})

t.test('another person’s kept papers are not there, to look at, to change or to use', async (t) => {
  const scene = await openScene(t)
  const lan = await signIn(scene)
  await fillBirth(lan)
  await lan.submit(/xem-lai$/, { declaration: 'yes' })
  await lan.get('/giay-to-cua-toi')
  const giving = /href="(\/giay-to-cua-toi\/giu\/[^"]+)"/.exec(lan.page)![1]!
  await lan.get(giving)
  await lan.submit(/giu\//, { consent: 'yes' })
  const editing = /href="(\/giay-to-cua-toi\/([^"]+)\/sua)"/.exec(lan.page)!
  const mai = await signIn(scene, '0936111222')

  for (const path of [giving, editing[1]!, `/giay-to-cua-toi/${editing[2]}/bo`, '/giay-to-cua-toi/abc/sua']) {
    await mai.get(path)
    t.equal(mai.status, 404, path)
  }
  const draft = await startBirth(mai)
  await mai.get(`${draft}/nop/giay-to`)
  t.notMatch(mai.page, 'name="reuse.')
  await mai.submit(/giay-to$/, { after: 'later', 'reuse.2': editing[2]! })
  t.same(await slotOf(scene, draft), [], 'nor by its number')
})

t.test('the clerk reads beside a paper whether it was scanned for viruses', async (t) => {
  const { shop } = await openScene(t)
  await openDemoAccounts(shop.context)
  const clerk = await signInAs(await shop.app(), 'quay.stttt')
  const pageOf = async ({ id }: { id: string }) => (await clerk.get(`/quay/ho-so/${id}`)).body
  const unseen = await aDossier(shop.context)
  const { url } = await aScanner(t, () => 'stream: OK')
  shop.context.scanner = clamav({ url })
  const seen = await aDossier(shop.context)

  t.match(await pageOf(unseen), 'chưa quét vi-rút')
  t.match(await pageOf(seen), 'đã quét vi-rút')
})
