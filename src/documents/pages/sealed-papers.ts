// The officer's list of what was sealed for a dossier: which paper holds, which was taken back, and the form that takes one back.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatInstant } from '../../kernel/time.ts'
import { chip, csrfField, errorSummary, field, fold, panel } from '../../web/components/index.ts'
import { type DeskPage, deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import type { PaperForm } from '../verification.ts'
import { formNames, revokeWords as words } from '../words/verification.ts'

export type SealedLine = {
  id: string
  form: PaperForm
  number: string
  issuedAt: Temporal.Instant
  revokedAt: Temporal.Instant | null
  revokedBy: string | null
  revokedReason: string | null
  token: string
}
type Papers = Frame &
  Pick<DeskPage, 'role' | 'agencyName' | 'staffName'> & {
    dossier: { id: string; code: string | null }
    papers: readonly SealedLine[]
    refused?: { id: string; reason: string; refusal: Refusal } | undefined
  }

function paper(page: Papers, line: SealedLine): Html {
  const { locale, refused, dossier, csrf } = page
  const { id, form, number, issuedAt, revokedAt, revokedBy, revokedReason, token } = line
  const here = refused?.id === id ? refused : undefined
  const title = `${formNames[form][locale]} ${number}`
  const told = html`<p>${words.issued[locale].replace('{at}', formatInstant(issuedAt, locale))} · <a href="/kiem-tra?ma=${token}">${words.see[locale]}</a></p>`
  if (revokedAt) {
    const said = words.revoked[locale]
      .replace('{by}', revokedBy!)
      .replace('{at}', formatInstant(revokedAt, locale))
      .replace('{reason}', revokedReason!)
    return panel({ title, body: html`<div class="in flow">${chip('err', 'cross', words.state[locale])}<p>${said}</p>${told}</div>` })
  }
  if (form === 'result') {
    const there = html`<a href="/ket-qua?q=${encodeURIComponent(number)}">${words.resultThere[locale]}</a>`
    return panel({ title, body: html`<div class="in flow">${told}<p>${there}</p></div>` })
  }
  const reason = field({
    name: 'reason',
    id: `reason-${id}`,
    label: words.reason[locale],
    hint: words.reasonHint[locale],
    locale,
    value: here?.reason,
    type: 'textarea',
    rows: 2,
    maxlength: 500,
    error: problemAt(here?.refusal, 'reason', locale)
  })
  const ask = html`<form class="flow" method="post" action="/xu-ly/ho-so/${dossier.id}/giay-da-cap/${id}" novalidate>${csrfField(csrf)}${reason}<p><button class="btn danger">${words.revoke[locale]}</button></p></form>`
  return panel({ title, body: html`<div class="in flow">${told}${fold(words.revoke[locale], ask, { open: here !== undefined })}</div>` })
}

export function sealedPapersPage(page: Papers): Html {
  const { locale, papers, dossier, refused } = page
  const problems = problemsOf(refused?.refusal, locale).map((one) =>
    one.field === 'reason' ? { ...one, field: `reason-${refused!.id}` } : one
  )
  const list = papers.length > 0 ? papers.map((line) => paper(page, line)) : html`<p>${words.none[locale]}</p>`
  const main = html`${errorSummary(problems, locale)}<div class="dhead"><a class="back" href="/xu-ly/ho-so/${dossier.id}">${dossier.code}</a><h1>${words.title[locale]}</h1></div><div class="flow">${list}</div>`
  return deskPage({ ...page, title: `${words.title[locale]} · ${dossier.code}`, main, error: refused !== undefined })
}
