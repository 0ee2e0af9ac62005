// A walk-in on one screen: the person, the procedure with its papers, the result with its fee; one button accepts it all. Keyboard first.

import { type Body, type Values, valuesOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import type { Refusal } from '../../../kernel/refusal.ts'
import { dayOf, formatDayLong, formatTime } from '../../../kernel/time.ts'
import type { ProcedureView } from '../../../procedures/queries.ts'
import { actbar, csrfField, errorSummary, icon, key, note } from '../../../web/components/index.ts'
import { deskPage, type Frame } from '../../../web/layout.ts'
import { problemAt } from '../../../web/request.ts'
import type { TariffLine } from '../../fee-counts.ts'
import type { FilesOfForm } from '../../staff-forms.ts'
import type { Standing } from '../../walk-in-facts.ts'
import { fill } from '../../words/desk.ts'
import { walkInWords as words } from '../../words/reception.ts'
import { scanWords } from '../../words/walk-in.ts'
import type { PlaceGroup } from '../applicant/parts.ts'
import type { Workplace } from './queue.ts'
import { personZone } from './walk-in-person.ts'
import { procedureZone } from './walk-in-procedure.ts'
import { resultZone } from './walk-in-result.ts'
import { twinPanel } from './walk-in-twin.ts'

export type Offer = { code: string; name: string }

export type WalkInPage = Frame &
  Workplace & {
    /** Becomes the dossier's own id: the same form sent twice is one dossier. */
    formId: string
    standing: Standing
    typed: Body
    files: FilesOfForm['files']
    offers: readonly Offer[]
    /** What was looked for and not found. */
    notFound?: string | undefined
    view?: ProcedureView | undefined
    fees: readonly TariffLine[]
    /** The city has an account a VietQR code can pay to. */
    mayTransfer: boolean
    due?: { at: Temporal.Instant; sentences: readonly string[] } | undefined
    wards: readonly PlaceGroup[]
    now: Temporal.Instant
    /** The field the hands go on with. */
    focus?: string | undefined
    /** Number of the slip somebody came back with. */
    reopened?: string | undefined
    refusal?: Refusal | undefined
  }

type Ask = { name: string; locale: Locale; value: string | undefined; error: string | undefined; autofocus: boolean }
export type Zone = WalkInPage & { values: Values; at: (name: string) => Ask }

export function walkInPage(page: WalkInPage): Html {
  const { locale, refusal, now, typed } = page
  const values = valuesOf(typed)
  const at = (name: string): Ask => ({
    name,
    locale,
    value: values[name],
    error: problemAt(refusal, name, locale),
    autofocus: page.focus === name
  })
  const zone: Zone = { ...page, values, at }
  const hidden = ['looked', 'sex', 've', 'slip'].map(
    (name) => values[name] && html`<input type="hidden" name="${name}" value="${values[name]}">`
  )
  const form = html`<form class="walkin" method="post" action="/quay/tiep-nhan" enctype="multipart/form-data" novalidate>${csrfField(page.csrf)}<input type="hidden" name="formId" value="${page.formId}">${hidden}${twinPanel(zone)}<div class="zones">${personZone(zone)}${procedureZone(zone)}${resultZone(zone)}</div>${bar(zone)}</form>`
  const ticket = values['ve'] && html`<span class="muted">${fill(scanWords.ticket[locale], { number: values['ve'] })}</span>`
  const head = html`<div class="dhead"><h1>${words.title[locale]}</h1>${ticket}<span class="muted">${fill(words.at[locale], { time: formatTime(now) })}, ${formatDayLong(dayOf(now), locale)}</span></div>`
  return deskPage({
    ...page,
    title: words.title[locale],
    main: html`${summary(zone)}${reopenedNote(page)}${head}${form}`,
    error: refusal !== undefined,
    fill: true,
    keyMap: 'walkIn'
  })
}

function bar({ locale }: Zone): Html {
  const said = html`<span class="muted cluster">${icon('print')}${words.prints[locale]}</span>`
  const acts = html`<a class="btn quiet" href="/quay/tiep-nhan" data-key="F2">${words.clear[locale]} ${key('F2')}</a><button class="btn" name="step" value="accept" data-key="Ctrl+Enter">${words.accept[locale]} ${key('Ctrl')} ${key('Enter')}</button>`
  return actbar(said, acts)
}

const reopenedNote = ({ reopened, locale, now }: WalkInPage) =>
  reopened && note('info', fill(scanWords.back[locale], { number: reopened, day: formatDayLong(dayOf(now), locale) }))

function summary({ refusal, locale, view }: Zone): Html {
  if (!refusal) return html``
  const fields = Object.keys(refusal.fields)
  if (fields.length === 0) return errorSummary([{ field: 'procedure', sentence: refusal.sentence(locale) }], locale)
  const nameOf = (name: string) => view?.documents.find(({ number }) => name === `paper.${number}`)?.name
  return errorSummary(
    fields.map((name) => ({
      field: name,
      sentence: nameOf(name)
        ? fill(words.missingOf[locale], { name: nameOf(name)! })
        : name === 'procedure'
          ? words.chooseProcedure[locale]
          : problemAt(refusal, name, locale)!
    })),
    locale
  )
}
