// One original: where it is now, through whose hands it went, and what a person may write down about it.
import { type Body, textOf } from '../../forms/typed.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { choice, code, csrfField, errorSummary, field, fold, icon, pairs, panel, table } from '../../web/components/index.ts'
import { deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { isGone } from '../custody.ts'
import type { Original, SavedAct } from '../queries.ts'
import { fates } from '../types.ts'
import { actWords, fateWords, fill, sayHolder, ledgerWords as words } from '../words.ts'
import { formOf, nowOf, type Workplace } from './parts.ts'

type Page = Frame &
  Workplace & {
    original: Original
    acts: readonly SavedAct[]
    /** Whether it is in the hands of whoever looks. */
    mine: boolean
    /** Whether it can be reported found here. */
    ours: boolean
    /** Heads strike out what was written by mistake. */
    isHead: boolean
    dossierHref: string | undefined
    refused?: { act: string; typed: Body; refusal: Refusal } | undefined
  }

/** One thing to write down, folded until it is wanted. */
function actForm(page: Page, act: string, title: string, inputs: (at: (name: string) => string | undefined, typed: Body) => Html): Html {
  const { locale, original, csrf, refused } = page
  const mine = refused?.act === act ? refused : undefined
  const at = (name: string) => problemAt(mine?.refusal, name, locale)
  const form = html`<form class="flow" method="post" action="/ban-goc/ban/${original.id}/${act}" novalidate>${csrfField(csrf)}${inputs(at, mine?.typed ?? {})}<p><button class="btn plain">${title}</button></p></form>`
  return fold(title, form, { open: mine !== undefined })
}

function reasonField(page: Page, at: (name: string) => string | undefined, typed: Body, act: string): Html {
  const { locale } = page
  return field({
    id: `${act}-reason`,
    name: 'reason',
    label: words.reason[locale],
    locale,
    value: textOf(typed, 'reason'),
    maxlength: 300,
    autocomplete: 'off',
    error: at('reason')
  })
}

function actsPanel(page: Page): Html | false {
  const { locale, original, mine, ours, isHead } = page
  const text = (id: string, name: string, label: string, typed: Body, error: string | undefined) =>
    field({ id, name, label, locale, value: textOf(typed, name), maxlength: 200, autocomplete: 'off', error })
  const found = original.holderKind === 'lost' && ours
  if (found)
    return panel({
      title: words.acts[locale],
      body: actForm(page, 'tim-thay', words.reportFound[locale], (at, typed) => reasonField(page, at, typed, 'tim-thay'))
    })
  if (!mine || isGone(original.holder)) return false
  const isDesks = original.holderKind === 'desk' || original.holderKind === 'shelf'
  const shelf =
    isDesks && actForm(page, 'ke', words.shelve[locale], (at, typed) => text('place', 'place', words.place[locale], typed, at('place')))
  const fate = actForm(
    page,
    'giu-tra',
    words.fate[locale],
    (at, typed) =>
      html`${choice({ name: 'fate', legend: words.fate[locale], locale, options: fates.map((value) => ({ value, label: fateWords[value][locale] })), checked: textOf(typed, 'fate') || original.fate })}${reasonField(page, at, typed, 'giu-tra')}`
  )
  const lost = actForm(
    page,
    'bao-mat',
    words.reportLost[locale],
    (at, typed) => html`${text('last', 'last', words.last[locale], typed, at('last'))}${reasonField(page, at, typed, 'bao-mat')}`
  )
  const remove =
    isHead &&
    actForm(
      page,
      'gach',
      words.remove[locale],
      (at, typed) => html`<p class="hint">${words.removeHint[locale]}</p>${reasonField(page, at, typed, 'gach')}`
    )
  return panel({ title: words.acts[locale], body: html`${shelf}${fate}${lost}${remove}` })
}

function historyTable({ acts, locale }: Page): Html {
  const columns = [words.when, words.what, words.holder, words.by, words.reason].map((title) => ({ title: title[locale] }))
  const rows = acts.toReversed().map((act) => ({
    cells: [
      formatInstant(act.at, locale),
      actWords[act.kind][locale],
      act.to ? sayHolder(act.to, locale) : act.fate ? fateWords[act.fate][locale] : '',
      html`${act.byName}${act.signature && act.signature.name !== act.byName && html`<small>${act.signature.name}</small>`}`,
      act.reason
    ]
  }))
  return table({ caption: words.history[locale], columns, rows, rowHeader: 1 })
}

export function originalPage(page: Page): Html {
  const { locale, original, dossierHref, refused } = page
  const now = nowOf(original)
  const facts = pairs([
    { label: words.holder[locale], value: html`<b>${sayHolder(original.holder, locale)}</b>` },
    now.onWay && {
      label: words.moving[locale],
      value: fill(words.onWay[locale], { to: sayHolder(now.onWay.to, locale), since: formatInstant(now.onWay.since, locale) })
    },
    { label: words.since[locale], value: formatInstant(original.heldSince, locale) },
    { label: words.givenBy[locale], value: original.givenBy },
    { label: words.kind[locale], value: formOf(original.form, locale) },
    {
      label: words.fate[locale],
      value: html`${fateWords[original.fate][locale]}${original.fateReason !== '' && html`<small>${original.fateReason}</small>`}`
    },
    {
      label: words.dossier[locale],
      value: dossierHref ? html`<a class="num" href="${dossierHref}">${original.dossierCode}</a>` : original.dossierCode
    }
  ])
  const labels = html`<p><a href="/ban-goc/tem/${original.dossierId}.pdf">${words.labels[locale]}</a></p>`
  const back = html`<span class="end"><a class="back" href="/ban-goc">${icon('back')}${words.title[locale]}</a></span>`
  const left = panel({ title: words.where[locale], active: true, body: html`${facts}${labels}` })
  const main = html`${errorSummary(problemsOf(refused?.refusal, locale), locale)}<div class="dhead"><h1><span lang="vi">${original.name}</span> ${code(original.code)}</h1>${back}</div><div class="flow"><div class="cols2"><div class="flow">${left}</div><div class="flow">${actsPanel(page)}</div></div>${panel({ title: words.history[locale], body: historyTable(page), bare: true })}</div>`
  return deskPage({ ...page, title: `${original.code} · ${original.name}`, main, error: refused !== undefined })
}

type Adding = Frame & Workplace & { dossier: { id: string; code: string }; formId: string; typed?: Body; refusal?: Refusal | undefined }

/** A paper the list does not know: by hand, with a reason. */
export function addOriginalPage(page: Adding): Html {
  const { locale, dossier, formId, csrf, typed = {}, refusal } = page
  const at = (name: string) => problemAt(refusal, name, locale)
  const text = (name: string, label: string) =>
    field({ name, label, locale, value: textOf(typed, name), maxlength: 200, autocomplete: 'off', error: at(name) })
  const kind = choice({
    name: 'form',
    legend: words.kind[locale],
    locale,
    options: ['original', 'certified_copy'].map((value) => ({ value, label: formOf(value, locale) })),
    checked: textOf(typed, 'form') || 'original'
  })
  const form = html`<form class="flow" method="post" action="/ban-goc/them/${dossier.id}" novalidate>${csrfField(csrf)}<input type="hidden" name="formId" value="${formId}"><p class="hint">${words.addHint[locale]}</p>${text('name', words.paperName[locale])}${kind}${text('reason', words.reason[locale])}<p><button class="btn" data-key="Ctrl+Enter">${words.save[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></p></form>`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}<div class="dhead"><h1>${words.add[locale]} ${code(dossier.code)}</h1></div>${panel({ title: words.add[locale], body: form, active: true })}`
  return deskPage({ ...page, title: words.add[locale], main, error: refusal !== undefined })
}
