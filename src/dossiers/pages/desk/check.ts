// The check of a new dossier: what was declared on the left, the papers on the right, a verdict on each, and one bar that says how far it is.
import { textOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { dayOf, formatDayLong, formatInstant, formatTime } from '../../../kernel/time.ts'
import { actbar, chip, csrfField, errorMessage, icon, note } from '../../../web/components/index.ts'
import type { CheckState } from '../../check-state.ts'
import { paperReasons, sayFault } from '../../rules.ts'
import type { Paper } from '../../store.ts'
import { checkWords as words } from '../../words/checking.ts'
import { fill } from '../../words/desk.ts'
import { viewer } from './case-parts.ts'
import type { CasePage } from './move-form.ts'
import { typedBody } from './move-form.ts'
import { sayProblem } from './typed.ts'

/** Missing is said of papers that are not there; of one that is open it makes no sense. */
const faultOptions = (locale: Locale) =>
  Object.entries(paperReasons)
    .filter(([code]) => code !== 'missing')
    .map(([code, said]) => ({ code, label: said[locale] }))

function mark({ check }: { check: CheckState }, { id }: Paper, locale: Locale): Html {
  const verdict = check.verdicts.get(id)?.verdict
  if (!verdict) return html``
  return html`<span class="${verdict === 'right' ? 'yes' : 'no'}">${icon(verdict === 'right' ? 'check' : 'cross')}<span class="vh">${words[verdict][locale]}</span></span>`
}

function saidOf(check: CheckState, paper: Paper, locale: Locale): Html {
  const verdict = check.verdicts.get(paper.id)
  if (!verdict) return chip('plain', undefined, words.unseen[locale])
  const by = fill(words.said[locale], { name: verdict.byName, at: formatInstant(verdict.at, locale) })
  const fault = verdict.verdict === 'wrong' && html` <b>${sayFault(verdict, locale)}</b>`
  return html`${chip(verdict.verdict === 'right' ? 'ok' : 'err', undefined, words[verdict.verdict][locale])}${fault} <span class="hint">${by}</span>`
}

/** `Y` right, `M` blurred, `N` to the reasons; each in a form of its own, so that Enter means its own button. */
function verdictForms(page: CasePage, check: CheckState, { paper, turns }: { paper: Paper; turns: Html }): Html {
  const { locale, csrf, base, refused } = page
  const address = `${base}/giay/${paper.id}`
  const typed = typedBody(page, 'giay')
  const wrong = refused?.action === 'giay' ? sayProblem(refused.refusal, 'reason', locale) : undefined
  const before = check.verdicts.get(paper.id)
  const chosen = textOf(typed, 'reason') || (before?.verdict === 'wrong' ? before.reasonCode : '')
  const options = faultOptions(locale).map(
    ({ code, label }) => html`<option value="${code}"${code === chosen ? html` selected` : ''}>${label}</option>`
  )
  const own = textOf(typed, 'words') || (before?.verdict === 'wrong' ? before.words : '')
  const press = (verdict: string, reason: string, label: string, key: string, look: string) =>
    html`<form method="post" action="${address}">${csrfField(csrf)}<input type="hidden" name="reason" value="${reason}"><button class="btn ${look}" name="verdict" value="${verdict}" data-key="${key}"><kbd>${key}</kbd> ${label}</button></form>`
  const faulty = html`<form class="faulty" method="post" action="${address}" novalidate>${csrfField(csrf)}<input type="hidden" name="verdict" value="wrong"><div class="field${wrong ? ' bad' : ''}"><label class="vh" for="giay-reason">${words.reason[locale]}</label>${wrong && errorMessage('giay-reason-loi', wrong, locale)}<div class="cluster"><kbd>N</kbd><select class="input" id="giay-reason" name="reason" data-key="N"${wrong ? html` aria-invalid="true" aria-describedby="giay-reason-loi"` : ''}><option value="">${words.reason[locale]}</option>${options}</select><input class="input" name="words" value="${own}" maxlength="500" autocomplete="off" placeholder="${words.ownWords[locale]}" aria-label="${words.ownWords[locale]}"><button class="btn plain">${words.saveWrong[locale]} <kbd>Enter</kbd></button></div></div></form>`
  const rest =
    check.unseen > 0 &&
    html`<form method="post" action="${base}/giay-con-lai">${csrfField(csrf)}<button class="btn quiet" data-key="A"><kbd>A</kbd> ${words.rest[locale]}</button></form>`
  return html`${press('right', '', words.right[locale], 'Y', 'plain')}${press('wrong', 'blurred', words.blurred[locale], 'M', 'quiet')}${rest}${turns}${faulty}`
}

function below(page: CasePage, check: CheckState, paper: Paper, at: number): Html {
  const { locale, base, staffCase } = page
  const last = staffCase.papers.length
  const turn = (to: number, rel: 'prev' | 'next', key: string, sign: string, label: string) =>
    to >= 1 && to <= last
      ? html`<a class="btn quiet" rel="${rel}" href="${base}?giay=${to}" data-key="${key}"><kbd>${sign}</kbd> ${label}</a>`
      : html``
  const turns = html`<span class="end">${turn(at, 'prev', 'ArrowLeft', '←', words.previous[locale])}${turn(at + 2, 'next', 'ArrowRight', '→', words.next[locale])}</span>`
  return html`<div class="judge" role="group" aria-label="${words.verdict[locale]}"><p>${saidOf(check, paper, locale)}</p>${check.heldBy ? turns : verdictForms(page, check, { paper, turns })}</div>`
}

/** `chosen` 0: the first paper without a verdict. */
export function checkViewer(page: CasePage & { check: CheckState }): Html {
  const { staffCase, check, chosen, locale } = page
  const firstUnseen = staffCase.papers.findIndex(({ id }) => !check.verdicts.has(id)) + 1
  return viewer(page, chosen || firstUnseen, {
    mark: (paper) => mark({ check }, paper, locale),
    below: (paper, at) => below(page, check, paper, at)
  })
}

/** A colleague looks at it: who, since when, and the way to take it over. */
export function heldNote({ check, base, csrf, locale }: CasePage & { check: CheckState }): Html {
  if (!check.heldBy) return html``
  const { name, since } = check.heldBy
  return note(
    'warn',
    html`${fill(words.held[locale], { name, since: formatTime(since) })} <form class="inline" method="post" action="${base}/kiem-tra-tiep">${csrfField(csrf)}<button class="btn plain">${words.takeOver[locale]}</button></form>`
  )
}

/** What both sides signed for when the post brought it, as far as it was not as announced. */
export function differenceNote({ staffCase, locale }: CasePage): Html {
  const said = staffCase.moves.findLast(({ name }) => name === 'receive_papers')?.facts['difference'] as
    | { manifest: string; line: number; says: string }
    | undefined
  return said ? note('warn', fill(words.difference[locale], said)) : html``
}

/** How far the check is, and the act that ends it. */
export function checkBar({ staffCase, check, base, csrf, locale }: CasePage & { check: CheckState }, mayAccept: boolean): Html {
  const { unseen, wrong, missing } = check
  const all = staffCase.papers.length
  const left = [
    all > 0 && fill(words.tally[locale], { seen: all - unseen, all }),
    wrong.length > 0 && fill(words.wrongCount[locale], { n: wrong.length }),
    missing.length > 0 && fill(words.missingCount[locale], { n: missing.length }),
    unseen === 0 && wrong.length === 0 && missing.length === 0 && words.allRight[locale]
  ].filter(Boolean)
  const dueAt = staffCase.counted?.due.dueAt
  const due = dueAt && fill(words.acceptDue[locale], { time: formatTime(dueAt), day: formatDayLong(dayOf(dueAt), locale) })
  const accept =
    mayAccept &&
    html`<form method="post" action="${base}/tiep-nhan">${csrfField(csrf)}<button class="btn${left.length > 1 || unseen > 0 ? ' plain' : ''}" data-key="Ctrl+Enter">${words.accept[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button></form>`
  const toAsk = !check.proposal && html`<a href="#yeu-cau-bo-sung" data-key="Alt+2">${words.toAsk[locale]} <kbd>Alt</kbd> <kbd>2</kbd></a>`
  const jumps = html`${toAsk}<a href="#tu-choi" data-key="Alt+3">${words.toRefuse[locale]} <kbd>Alt</kbd> <kbd>3</kbd></a>`
  return actbar(html`<b>${left.join(', ')}</b>`, html`${jumps}${mayAccept && due && html`<span class="hint">${due}</span>`}${accept}`)
}

export const checkKeys = (locale: Locale) => [
  { keys: ['Y'], text: words.right[locale].toLowerCase() },
  { keys: ['M'], text: words.blurred[locale].toLowerCase() },
  { keys: ['N'], text: words.wrong[locale].toLowerCase() },
  { keys: ['←', '→'], text: `${words.previous[locale].toLowerCase()}, ${words.next[locale].toLowerCase()}` },
  { keys: ['Ctrl', 'Enter'], text: words.accept[locale].toLowerCase() }
]
