// Checking a paper: the page a phone's camera opens, and its answer in the largest letters there are.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatMoney } from '../../kernel/money.ts'
import { dayOf, formatDay, formatInstant } from '../../kernel/time.ts'
import { pairs } from '../../web/components/desk.ts'
import { csrfField, field } from '../../web/components/form.ts'
import { code, note } from '../../web/components/status.ts'
import { icon } from '../../web/icons.ts'
import { citizenPage, type Frame } from '../../web/layout.ts'
import type { PaperFacts } from '../verification.ts'
import { formNames, checkWords as words } from '../words/verification.ts'

/** As `Checked` of actions/check-paper.ts, in instants instead of seconds. */
export type CheckedPaper =
  | {
      verdict: 'genuine'
      state: 'valid' | 'replaced' | 'over' | 'revoked' | 'not_synced'
      facts: PaperFacts
      agencyName: string
      signedBy: string
      changedAt?: Temporal.Instant | undefined
      newNumber?: string | undefined
    }
  | { verdict: 'forged' | 'not_registered' | 'unreadable' | 'not_found' }

export type PublishedKey = { id: string; x: string; fingerprint: string; validFrom: number; validTo: number | null }

const at = (seconds: number) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000)

type Genuine = Extract<CheckedPaper, { verdict: 'genuine' }>

function factLines({ facts, agencyName, signedBy }: Pick<Genuine, 'facts' | 'agencyName' | 'signedBy'>, locale: Locale): Html {
  return pairs([
    { label: words.form[locale], value: formNames[facts.form][locale] },
    { label: words.number[locale], value: html`<b translate="no">${facts.number}</b>` },
    { label: words.dossier[locale], value: code(facts.code) },
    { label: words.issued[locale], value: formatInstant(at(facts.issuedAt), locale) },
    { label: words.holder[locale], value: html`<b translate="no">${facts.holder}</b>` },
    facts.dueAt !== undefined && { label: words.due[locale], value: formatInstant(at(facts.dueAt), locale) },
    facts.amount !== undefined && { label: words.amount[locale], value: formatMoney(facts.amount) },
    { label: words.agency[locale], value: html`<span lang="vi">${agencyName}</span>` },
    signedBy !== '' && { label: words.signer[locale], value: html`<span lang="vi">${signedBy}</span>` }
  ])
}

function verdictBox(look: 'ok' | 'warn' | 'err', title: string, lead: string): Html {
  const sign = look === 'ok' ? 'check' : look === 'warn' ? 'warning' : 'cross'
  return html`<div class="verdict ${look}" role="status"><h1>${icon(sign)}${title}</h1><p>${lead}</p></div>`
}

const stateLooks = {
  valid: ['ok', 'genuine', 'genuineLead'],
  replaced: ['warn', 'replaced', 'replacedLead'],
  over: ['warn', 'over', 'overLead'],
  revoked: ['err', 'revoked', 'revokedLead'],
  not_synced: ['ok', 'genuine', 'notSyncedLead']
} as const

function genuine(paper: Genuine, byFile: boolean, locale: Locale): Html {
  const [look, title, lead] = stateLooks[paper.state]
  const said = words[lead][locale]
    .replace('{number}', paper.newNumber ?? '')
    .replace('{at}', paper.changedAt ? formatInstant(paper.changedAt, locale) : '')
  const file = byFile && html`<p>${words.genuineFile[locale]}</p>`
  return html`${verdictBox(look, words[title][locale], said)}${file}<section class="flow"><h2>${words.compare[locale]}</h2>${factLines(paper, locale)}${note('warn', words.differs[locale])}<p><a href="/tra-cuu?code=${paper.facts.code}">${words.follow[locale]}</a></p></section>`
}

function denied(verdict: Exclude<CheckedPaper['verdict'], 'genuine'>, locale: Locale): Html {
  const mild = verdict === 'unreadable' || verdict === 'not_found'
  const box = verdictBox(mild ? 'warn' : 'err', words[verdict][locale], words[`${verdict}Lead`][locale])
  const todo = html`<section class="flow"><h2>${words.whatNow[locale]}</h2><ol><li>${words.stepKeep[locale]}</li><li>${words.stepCall[locale]}</li><li><a href="/phan-anh/gui">${words.report[locale]}</a></li></ol></section>`
  return html`${box}${verdict !== 'unreadable' && todo}`
}

export function checkedPage({ checked, byFile = false, ...frame }: Frame & { checked: CheckedPaper; byFile?: boolean }): Html {
  const { locale } = frame
  const answer = checked.verdict === 'genuine' ? genuine(checked, byFile, locale) : denied(checked.verdict, locale)
  const main = html`<div class="flow-lg">${answer}<p><a class="btn plain" href="/kiem-tra">${words.another[locale]}</a></p></div>`
  const title = checked.verdict === 'genuine' ? words[stateLooks[checked.state][1]][locale] : words[checked.verdict][locale]
  return citizenPage({ ...frame, title, main, breadcrumbs: [] })
}

/** What the script fills in when there is no network: the same words, drawn here so that they exist once. */
function offlineTemplates(locale: Locale): Html {
  const line = (label: string, name: keyof PaperFacts) => html`<div><dt>${label}</dt><dd data-fact="${name}"></dd></div>`
  const facts = html`<dl class="kv">${line(words.form[locale], 'form')}${line(words.number[locale], 'number')}${line(words.dossier[locale], 'code')}${line(words.issued[locale], 'issuedAt')}${line(words.holder[locale], 'holder')}${line(words.due[locale], 'dueAt')}${line(words.amount[locale], 'amount')}</dl>`
  const good = html`${verdictBox('ok', words.genuine[locale], words.offline[locale])}<section class="flow"><h2>${words.compare[locale]}</h2>${facts}${note('warn', words.differs[locale])}</section>`
  return html`<template data-offline="genuine">${good}</template><template data-offline="forged">${denied('forged', locale)}</template><template data-offline="unreadable">${denied('unreadable', locale)}</template><template data-offline="cannot">${note('warn', words.cannot[locale])}</template>`
}

function keyList(keys: readonly PublishedKey[], locale: Locale): Html {
  if (keys.length === 0) return html`<p>${words.noKey[locale]}</p>`
  const day = (seconds: number) => formatDay(dayOf(at(seconds)))
  const lines = keys.map(({ id, fingerprint, validFrom, validTo }) => {
    const span = (validTo === null ? words.keyInUse : words.keyEnded)[locale]
      .replace('{from}', day(validFrom))
      .replace('{to}', validTo === null ? '' : day(validTo))
    return html`<li><span class="code" translate="no">${fingerprint}</span><span>${id} · ${span}</span></li>`
  })
  return html`<ul class="listing">${lines}</ul>`
}

type Ask = Frame & { keys: readonly PublishedKey[]; typed?: string; problem?: 'noFile' | 'tooBig' | undefined }

export function checkPage({ keys, typed = '', problem, ...frame }: Ask): Html {
  const { locale } = frame
  const open = keys.map(({ id, x, validFrom, validTo }) => ({ id, x, validFrom, validTo }))
  const names = Object.fromEntries(Object.entries(formNames).map(([form, name]) => [form, name[locale]]))
  const live = html`<div class="flow-lg" data-check-paper data-keys="${JSON.stringify(open)}" data-forms="${JSON.stringify(names)}" data-checking="${words.checking[locale]}" aria-live="polite"></div>${offlineTemplates(locale)}`
  const byCode = html`<section class="flow"><h2>${words.byCode[locale]}</h2><form class="flow" method="post" action="/kiem-tra" novalidate>${csrfField(frame.csrf)}${field({ name: 'ma', label: words.code[locale], hint: words.codeHint[locale], locale, value: typed, type: 'textarea', rows: 3, autocomplete: 'off', maxlength: 2000 })}<button class="btn big block">${words.checkCode[locale]}</button></form></section>`
  const error = problem && html`<p class="errmsg" id="tep-loi">${icon('warning')}<span>${words[problem][locale]}</span></p>`
  const byFile = html`<section class="flow"><h2>${words.byFile[locale]}</h2><form class="flow" method="post" action="/kiem-tra/tep" enctype="multipart/form-data" data-check-file novalidate><div class="field${problem ? ' bad' : ''}"><label for="tep">${words.file[locale]}</label><p class="hint" id="tep-goi-y">${words.fileHint[locale]}</p>${error}<input class="input" type="file" id="tep" name="tep" accept="application/pdf" aria-describedby="tep-goi-y${problem ? ' tep-loi' : ''}"></div><button class="btn plain block">${words.checkFile[locale]}</button></form></section>`
  const proof = html`<section class="flow"><h2>${words.keys[locale]}</h2><p class="hint">${words.keysHint[locale]}</p>${keyList(keys, locale)}<p><a href="/.well-known/mot-cua-keys.json">${words.download[locale]}</a></p></section>`
  const main = html`<div class="flow-lg">${live}<header class="flow"><h1>${words.title[locale]}</h1><p>${words.lead[locale]}</p></header>${byCode}${byFile}${proof}</div>`
  return citizenPage({ ...frame, title: words.title[locale], main, error: problem !== undefined, breadcrumbs: [] })
}
