// One draft of a result: written by the officer on the left, its paper and its trail on the right; read only for everybody else.
import type { Actor } from '../../accounts/roles.ts'
import { stateWords } from '../../dossiers/lifecycle.ts'
import { caseWords, fill } from '../../dossiers/words/desk.ts'
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { actbar, chip, csrfField, errorSummary, field, fold, note, pairs, panel } from '../../web/components/index.ts'
import { type DeskPage, deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { draftMoves, draftStateWords, mayMove } from '../lifecycle.ts'
import type { DraftStep } from '../queries.ts'
import type { Draft } from '../store.ts'
import type { Template, Values } from '../types.ts'
import { draftWords as words } from '../words/drafting.ts'

export type DeskFrame = Frame & Pick<DeskPage, 'role' | 'agencyName' | 'staffName'>
type OfDossier = { id: string; code: string; procedureName: string; state: keyof typeof stateWords }

export type BeginPage = DeskFrame & {
  dossier: OfDossier
  templates: { approved: Template | undefined; refused: Template | undefined }
  isOpen: boolean
  refusal?: Refusal | undefined
}

const headOf = (dossier: OfDossier): Html =>
  html`<div class="dhead"><a class="back" href="/xu-ly/ho-so/${dossier.id}">${dossier.code}</a><h1 lang="vi">${dossier.procedureName}</h1></div>`

/** Nothing drafted yet: what is it to be? */
export function beginPage(page: BeginPage): Html {
  const { locale, dossier, templates, isOpen, refusal, csrf } = page
  const kind = (name: 'approved' | 'refused', label: string, look: string) => {
    const template = templates[name]
    if (!template) return note('warn', words.noTemplate[locale])
    const about = `${template.name} · ${template.version}`
    return html`<form class="flow" method="post" action="/xu-ly/ho-so/${dossier.id}/du-thao">${csrfField(csrf)}<input type="hidden" name="kind" value="${name}"><p lang="vi">${words.template[locale]}: ${about}</p>${template.certainty === 'unsure' && html`<p class="hint">${words.unsure[locale]}</p>`}<p><button class="btn${look}">${label}</button></p></form>`
  }
  const closed = note(
    'info',
    fill(words.notYet[locale], { state: locale === 'vi' ? stateWords[dossier.state].desk : stateWords[dossier.state].en })
  )
  const forms = html`<p>${words.chooseLead[locale]}</p><div class="cols2">${panel({ title: words.approved[locale], body: kind('approved', words.approve[locale], '') })}${panel({ title: words.refused[locale], body: kind('refused', words.refuse[locale], ' danger') })}</div>`
  const main = html`${errorSummary(problemsOf(refusal, locale), locale)}${headOf(dossier)}<section class="flow"><h2>${words.choose[locale]}</h2>${isOpen ? forms : closed}</section>`
  return deskPage({ ...page, title: `${words.title[locale]} · ${dossier.code}`, main, error: refusal !== undefined })
}

export type DraftPage = DeskFrame & {
  dossier: OfDossier
  draft: Draft
  steps: readonly DraftStep[]
  actor: Actor
  /** Where its line in the register is, once signed. */
  resultId?: string | undefined
  typed?: { values: Values; title: string } | undefined
  refused?: { action: string; refusal: Refusal; note?: string } | undefined
}

const baseOf = ({ dossier }: DraftPage) => `/xu-ly/ho-so/${dossier.id}/du-thao`

function textForm(page: DraftPage): Html {
  const { locale, draft, typed, refused, csrf } = page
  const refusal = refused?.action === 'luu' ? refused.refusal : undefined
  const values = typed?.values ?? draft.values
  const boxes = draft.template.asked.map(({ id, label, required, lines }) =>
    field({
      name: `value.${id}`,
      label: html`<span lang="vi">${label}</span>`,
      locale,
      value: values[id] ?? '',
      optional: !required,
      maxlength: 8000,
      ...(lines > 1 ? { type: 'textarea' as const, rows: lines } : {}),
      error: problemAt(refusal, `value.${id}`, locale),
      autocomplete: 'off'
    })
  )
  const title = field({
    name: 'title',
    label: words.titleOf[locale],
    locale,
    value: typed?.title ?? draft.title,
    maxlength: 300,
    error: problemAt(refusal, 'title', locale),
    autocomplete: 'off'
  })
  const buttons = html`<button class="btn quiet" name="next" value="">${words.save[locale]}</button> <button class="btn plain" name="next" value="ask_review">${words.askReview[locale]}</button> <button class="btn" name="next" value="send" data-key="Ctrl+Enter">${words.send[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button>`
  return html`<form method="post" action="${baseOf(page)}/luu" novalidate>${csrfField(csrf)}<input type="hidden" name="revision" value="${draft.revision}">${panel({ title: words.text[locale], active: true, body: html`${title}${boxes}` })}${actbar(words.previewHint[locale], buttons)}</form>`
}

function valuesRead({ draft, locale }: DraftPage): Html {
  const lines = draft.template.asked.map(({ id, label }) => ({
    label: html`<span lang="vi">${label}</span>`,
    value: draft.values[id]
      ? html`<span lang="vi">${draft.values[id].split('\n').map((line, at) => html`${at > 0 && html`<br>`}${line}`)}</span>`
      : ''
  }))
  return panel({ title: words.text[locale], body: pairs([{ label: words.titleOf[locale], value: draft.title }, ...lines]) })
}

/** What the one who looks may do now, besides writing. */
function moves(page: DraftPage): Html {
  const { locale, draft, actor, csrf, refused } = page
  const simple = (name: 'take_back' | 'endorse' | 'drop', action: string, look: string) =>
    mayMove(draft, name, actor) &&
    html`<form method="post" action="${baseOf(page)}/${action}">${csrfField(csrf)}<p><button class="btn${look}">${words[name === 'take_back' ? 'takeBack' : name === 'endorse' ? 'endorse' : 'drop'][locale]}</button></p></form>`
  const here = refused?.action === 'tra-lai' ? refused : undefined
  const remark = field({
    name: 'note',
    label: words.remark[locale],
    hint: words.remarkHint[locale],
    locale,
    value: here?.note,
    type: 'textarea',
    rows: 3,
    maxlength: 2000,
    error: problemAt(here?.refusal, 'note', locale)
  })
  const giveBack =
    mayMove(draft, 'give_back', actor) &&
    fold(
      words.giveBack[locale],
      html`<form class="flow" method="post" action="${baseOf(page)}/tra-lai" novalidate>${csrfField(csrf)}${remark}<p><button class="btn plain">${words.giveBack[locale]}</button></p></form>`,
      { open: here !== undefined }
    )
  return html`${simple('endorse', 'dong-y', '')}${giveBack}${simple('take_back', 'lay-lai', ' plain')}${simple('drop', 'bo', ' danger')}`
}

function trail({ steps, locale }: DraftPage): Html {
  const lines = steps.map(({ name, note: said, at, actorName }) => {
    const what = name === 'begin' ? words.beginStep : draftMoves[name].words
    return html`<li><span><b>${what[locale]}</b> · ${actorName} · ${formatInstant(at, locale)}${said && name !== 'fail' && html`<br><span lang="vi">${said}</span>`}</span></li>`
  })
  return panel({ title: words.trail[locale], body: html`<ol class="reason">${lines}</ol>` })
}

const stateNote = ({ draft, locale, resultId }: DraftPage): Html => {
  if (draft.state === 'to_sign') return note('info', words.waitsForSigner[locale])
  if (draft.state === 'signing') return note('info', words.isSigning[locale])
  if (draft.state === 'signed')
    return note('ok', resultId ? html`<a href="/ket-qua/${resultId}">${words.isSigned[locale]}</a>` : words.isSigned[locale])
  return html``
}

export function draftPage(page: DraftPage): Html {
  const { locale, draft, dossier, actor, refused } = page
  const { template, remark } = draft
  const mayWrite = mayMove(draft, 'edit', actor)
  const about = pairs([
    {
      label: words.state[locale],
      value: chip(
        draft.state === 'returned' ? 'warn' : draft.state === 'signed' ? 'ok' : 'info',
        undefined,
        draftStateWords[draft.state][locale]
      )
    },
    { label: words.kind[locale], value: words[draft.kind][locale] },
    { label: words.holder[locale], value: draft.holderName },
    { label: words.drafter[locale], value: draft.drafterName },
    { label: words.template[locale], value: html`<span lang="vi">${template.name} · ${template.version}</span>` }
  ])
  const said =
    remark && draft.state !== 'signed' && note('warn', html`<span lang="vi">${fill(words.lastRemark[locale], { remark })}</span>`)
  const unsure = template.certainty === 'unsure' && mayWrite && html`<p class="hint">${words.unsure[locale]}</p>`
  const pdf = `${baseOf(page)}/xem.pdf?ban=${draft.revision}`
  const view =
    draft.state !== 'signed' &&
    html`<section class="viewer" aria-label="${words.preview[locale]}"><iframe src="${pdf}#navpanes=0" title="${words.preview[locale]}"></iframe><div class="tools"><a href="${pdf}" target="_blank">${words.preview[locale]}</a><a href="/xu-ly/ho-so/${dossier.id}">${caseWords.papers[locale]}</a></div></section>`
  const left = html`<div class="flow">${stateNote(page)}${said}${unsure}${mayWrite ? textForm(page) : valuesRead(page)}${moves(page)}</div>`
  const right = html`<div class="flow">${panel({ title: words.title[locale], body: about })}${view}${trail(page)}</div>`
  const labels = Object.fromEntries(page.draft.template.asked.map(({ id, label }) => [`value.${id}`, label]))
  const main = html`${errorSummary(problemsOf(refused?.refusal, locale, { ...labels, title: words.titleOf[locale] }), locale)}${headOf(dossier)}<div class="dossier">${left}${right}</div>`
  return deskPage({ ...page, title: `${words.title[locale]} · ${dossier.code}`, main, error: refused !== undefined })
}
