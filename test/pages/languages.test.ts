// Every page a person can come to, in both languages: the page says which it is in, and what is in the other one is marked.
import type { FastifyInstance } from 'fastify'
import t, { type Test } from 'tap'
import { openDemoAccounts } from '../../src/accounts/actions/open-demo-accounts.ts'
import type { Sql } from '../../src/database/client.ts'
import { refuseAtDesk } from '../../src/dossiers/actions/refuse-at-desk.ts'
import { startDraft } from '../../src/dossiers/actions/start-draft.ts'
import { answerQuestion, askQuestion, releaseQuestion } from '../../src/feedback/actions/answer-question.ts'
import { sendPetition } from '../../src/feedback/actions/send-petition.ts'
import type { Locale } from '../../src/kernel/locale.ts'
import { aDossier, lan, staffOf } from '../helpers/dossiers.ts'
import { handOverAtDesk } from '../helpers/hand-over.ts'
import { type Piece, piecesOf } from '../helpers/page-text.ts'
import { hidden, signInAs } from '../helpers/staff-browser.ts'
import { codeSentTo, openScene, type Scene } from './citizen-scene.ts'

const phone = '0912480123'
const vietnamese = /[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]/i
/** A sentence nobody translated; single words may be names. */
const english = /\b(the|your|you|is|are|was|and|please|cannot)\b.*\b(the|your|you|is|are|was|of|and|please|cannot)\b/i
/** Names of the house and of its papers keep their letters in an English sentence. */
const alwaysNames = ['Một Cửa', 'Hải Phòng', 'Lạch Tray', 'QĐ-TTg', 'NĐ-CP', 'TT-VPCP', 'QH', 'Mẫu', 'Việt Nam', 'VNĐ', '₫', 'đ']

/** Somebody with a home page to start from. */
type Reader = { who: string; cookie: string; start: readonly string[] }

async function citizenCookie(scene: Scene, app: FastifyInstance): Promise<string> {
  const jar = new Map<string, string>()
  const send = async (url: string, fields?: Record<string, string>) => {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const form = fields && { payload: new URLSearchParams(fields).toString(), 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await app.inject({
      method: fields ? 'POST' : 'GET',
      url,
      headers: { accept: 'text/html', cookie, ...(form && { 'content-type': form['content-type'] }) },
      ...(form && { payload: form.payload })
    })
    for (const { name, value } of answer.cookies) jar.set(name, value)
    return answer.body
  }
  const door = await send('/dang-nhap')
  await send('/dang-nhap', { _csrf: hidden(door, '_csrf'), phone, tiep: '' })
  const codePage = await send('/dang-nhap/ma')
  await send('/dang-nhap/ma', { _csrf: hidden(codePage, '_csrf'), code: await codeSentTo(scene, phone) })
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
}

/** A city in which a little of everything has happened. */
async function aCity(t: Test) {
  const scene = await openScene(t)
  const { context, sql } = scene.shop
  const app = await scene.shop.app()
  await openDemoAccounts(context)
  const mine = await citizenCookie(scene, app)
  const [person] = await sql<{ id: string }[]>`select id from persons where phone = ${phone}`
  const by = { id: person!.id, name: lan.name, role: 'applicant' as const }
  const states = ['submitted', 'accepted', 'in_progress', 'awaiting_supplement', 'result_ready'] as const
  const made = []
  for (const state of states) made.push(await aDossier(context, { state, by }))
  const returned = await aDossier(context, { state: 'result_ready', by })
  const check = { paper: 'Thẻ căn cước', last4: '6217', receiver: lan.name, relation: '' }
  await handOverAtDesk(context, { dossierId: returned.id, by: returned.clerk, check })
  const refused = await aDossier(context, { by })
  await refuseAtDesk(context, { dossierId: refused.id, by: refused.clerk, reason: 'Sai nơi nộp', legalBasis: 'NĐ 61/2018 Đ17' })
  const draft = await startDraft(context, {
    procedureCode: '1.001193',
    agencyCode: '11302',
    channel: 'online',
    filer: lan,
    by,
    locale: 'vi',
    personId: by.id
  })
  const officer = await staffOf(context, 'STTTT', 'officer')
  const sender = { personId: by.id, ownerId: by.id, name: lan.name, phone, email: null, address: '', locale: 'vi' as const }
  const about = { sender: sender as never, agencyId: officer.agencyId!, text: 'Hẹn thứ Hai, đến nơi không có ai.' }
  await sendPetition(context, { ...about, formKey: context.newId(), kind: 'conduct', dossierCode: '', knowsDossier: false, fileIds: [] })
  const asked = await askQuestion(context, { ...about, formKey: context.newId(), subject: 'Hỏi về hộ tịch' })
  await askQuestion(context, { ...about, formKey: context.newId(), subject: 'Hỏi chưa trả lời' })
  await answerQuestion(context, { questionId: asked.id, by: officer, answer: 'Xin đến quầy một cửa.' })
  await releaseQuestion(context, { questionId: asked.id, by: officer, publicSubject: 'Hỏi về hộ tịch', publicText: 'Đến đâu?' })
  await scene.shop.runJobs()
  const staff = async (username: string) => (await signInAs(app, username)).cookie
  const readers: Reader[] = [
    {
      who: 'nobody',
      cookie: '',
      start: [
        '/',
        '/hop-thu',
        '/hoi-dap',
        '/phan-anh',
        '/khong-co-trang-nay',
        '/can-bo/dang-nhap',
        '/dang-nhap',
        '/tim?q=khai+sinh',
        '/tim?q=xyzzy'
      ]
    },
    {
      who: 'citizen',
      cookie: mine,
      start: ['/ho-so', `/ho-so/${draft.id}`, ...made.map(({ id }) => `/ho-so/${id}`), `/ho-so/${returned.id}`, '/ho-so/khong-co']
    },
    {
      who: 'clerk',
      cookie: await staff('quay.stttt'),
      start: ['/quay', '/quay/tiep-nhan', '/quay/doi-soat', ...made.map(({ id }) => `/quay/ho-so/${id}`)]
    },
    { who: 'officer', cookie: await staff('xuly.stttt'), start: ['/xu-ly', ...made.map(({ id }) => `/xu-ly/ho-so/${id}`)] },
    { who: 'postman', cookie: await staff('buuta'), start: ['/buu-dien'] }
  ]
  return { app, readers, ...(await keptTexts(sql)) }
}

const plainText = (text: string | null) => text?.replace(/\s+/g, ' ').trim() ?? ''

type Texts = { names: Set<string>; data: string[] }

/** Every Vietnamese text that is a row and not a word of ours: names of people and offices, and what the catalogue or somebody wrote. */
async function keptTexts(sql: Sql): Promise<Texts> {
  const columns = await sql<{ table: string; column: string; type: string }[]>`
    select table_name as table, column_name as column, data_type as type from information_schema.columns
     where table_schema = current_schema() and data_type in ('text', 'jsonb') and column_name not like '%search%'`
  const texts = columns.map(({ table, column, type }) =>
    type === 'text'
      ? `select distinct "${column}" as text from "${table}"`
      : `select distinct found #>> '{}' from "${table}", jsonb_path_query("${column}", '$.**') as found where jsonb_typeof(found) = 'string'`
  )
  const rows = await sql.unsafe<{ text: string }[]>(texts.join(' union '))
  const people = await sql<{ name: string }[]>`
    select name from agencies union select full_name from staff union select applicant_name from dossiers`
  // A form says its questions in both languages; an example in English may be a Vietnamese name.
  const forms = columns.filter(({ type }) => type === 'jsonb')
  const english = await sql.unsafe<{ text: string }[]>(
    forms
      .map(
        ({ table, column }) => `select distinct found #>> '{}' as text from "${table}", jsonb_path_query("${column}", '$.**.en') as found`
      )
      .join(' union ')
  )
  const said = [...people.map(({ name }) => name), ...english.map(({ text }) => plainText(text))]
  const data = rows.map(({ text }) => plainText(text)).filter((text) => vietnamese.test(text))
  return {
    names: new Set([...said, lan.address!, 'Một Cửa']),
    data: [...data, ...alwaysNames].sort((a, b) => b.length - a.length)
  }
}

/** What is wrong with a piece of a page; `undefined` when nothing is. */
function wrongIn({ text, lang, at }: Piece, page: Locale, { names, data }: Texts): string | undefined {
  if (page === 'vi' && lang === 'vi' && english.test(text)) return 'English not marked'
  if (lang !== 'en' || !vietnamese.test(text) || names.has(text)) return undefined
  // What was typed stands between quotes; a title and a choice cannot be marked in part.
  const bare = data.reduce((rest, one) => rest.replaceAll(one, ''), text.replace(/“[^”]*”/g, ''))
  if (vietnamese.test(bare)) return 'Vietnamese in English'
  const isWhole = !/\p{L}/u.test(bare) && !/^“/.test(text)
  return isWhole &&
    !['title', 'option', 'textarea', '@'].includes(at) &&
    ![...names].some((name) => text.includes(name)) &&
    data.includes(text)
    ? 'Vietnamese without lang="vi"'
    : undefined
}

/** One shape of address: ids, codes and queries left out. */
const shapeOf = (url: string) =>
  url
    .replace(/#.*/, '')
    .replace(/\?.*/, '')
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '*')
    .replace(/\/[^/]*\d[^/]*(?=\/|$)/g, '/*')

const linksOf = (page: string) => [...page.matchAll(/<a\b[^>]*\shref="(\/[^"]*)"/g)].map(([, href]) => href!.replaceAll('&amp;', '&'))
const perShape = 2

/** Follows every link, two of each shape; @returns the pages by address. */
async function walk(app: FastifyInstance, { cookie, start }: Reader, locale: Locale): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  const seen = new Map<string, number>()
  const waiting = [...start]
  const wanted = new Set(start)
  for (let url = waiting.shift(); url; url = waiting.shift()) {
    const answer = await app.inject({ url, headers: { cookie: `${cookie}; locale=${locale}`, accept: 'text/html' } })
    if (!String(answer.headers['content-type']).startsWith('text/html')) continue
    pages.set(url, answer.body)
    for (const link of linksOf(answer.body)) {
      const shape = shapeOf(link)
      const times = seen.get(shape) ?? 0
      // A link that changes the language leads out of this walk.
      if (wanted.has(link) || times >= perShape || /[?&]lang=/.test(link) || /^\/(tep|tai-san|docs|assets)\b/.test(link)) continue
      wanted.add(link)
      seen.set(shape, times + 1)
      waiting.push(link)
    }
  }
  return pages
}

t.test('in either language every page is in that language, or says which words are not', async (t) => {
  const { app, readers, ...texts } = await aCity(t)
  const judged = new Map<string, string | undefined>()
  for (const reader of readers)
    for (const locale of ['en', 'vi'] as const) {
      const pages = await walk(app, reader, locale)
      const all = new Set<string>()
      for (const [url, page] of pages) {
        if (!page.includes(`<html lang="${locale}"`)) all.add(`${url}: the page does not say it is ${locale}`)
        for (const piece of piecesOf(page)) {
          // The frame of a page comes a hundred times: looked at once.
          const key = `${locale} ${piece.lang} ${piece.at} ${piece.text}`
          if (!judged.has(key)) judged.set(key, wrongIn(piece, locale, texts))
          const wrong = judged.get(key)
          if (wrong) all.add(`${shapeOf(url)}: ${wrong}: ${piece.text.slice(0, 90)}`)
        }
      }
      t.ok(pages.size >= reader.start.length, `${reader.who} saw ${pages.size} pages`)
      t.strictSame([...all], [], `${reader.who} in ${locale}`)
    }
})
