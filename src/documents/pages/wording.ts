// For administrators: the set words of each official form, with their versions, a preview and a new version from a day on.
import { type Html, html } from '../../kernel/html.ts'
import type { Refusal } from '../../kernel/refusal.ts'
import { formatDay, formatInstant } from '../../kernel/time.ts'
import { csrfField, errorSummary, field, note, panel, table } from '../../web/components/index.ts'
import { type DeskPage, deskPage, type Frame } from '../../web/layout.ts'
import { problemAt, problemsOf } from '../../web/request.ts'
import { slotsOf, type WordedForm, type Wording } from '../wording.ts'
import { formNames, wordingWords as words } from '../words/wording.ts'

export const wordingHref = '/quan-tri/mau-giay'

type House = Frame & Pick<DeskPage, 'role' | 'agencyName' | 'staffName'>
export type Version = { version: number; validFrom: Temporal.PlainDate; basis: string; savedAt: Temporal.Instant; savedByName: string }

export function wordingListPage(page: House & { forms: readonly { form: WordedForm; current: Version | undefined }[] }): Html {
  const { locale, forms } = page
  const list = table({
    caption: words.title[locale],
    columns: [words.form, words.version, words.from, words.edit].map((title) => ({ title: title[locale] })),
    rows: forms.map(({ form, current }) => ({
      cells: [
        formNames[form][locale],
        current ? String(current.version) : words.first[locale],
        current ? formatDay(current.validFrom) : '01/01/2019',
        html`<a href="${wordingHref}/${form}">${words.edit[locale]}<span class="vh"> ${formNames[form][locale]}</span></a>`
      ]
    }))
  })
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1></div><div class="flow"><p class="muted">${words.lead[locale]}</p>${note('info', words.unsure[locale])}${panel({ title: words.title[locale], body: list, bare: true })}</div>`
  return deskPage({ ...page, title: words.title[locale], main })
}

type EditPage = House & {
  form: WordedForm
  versions: readonly Version[]
  texts: Wording
  formId: string
  validFrom: string
  basis: string
  refusal?: Refusal | undefined
}

function slotFields({ form, texts, refusal, locale }: EditPage): Html[] {
  return slotsOf(form).map(([slot, { what, names }]) => {
    const places = names && words.names[locale].replace('{names}', names.map((name) => `{${name}}`).join(' '))
    return field({
      name: slot,
      label: html`<span lang="vi">${what}</span>`,
      hint: slot === 'title' ? words.lines[locale] : places,
      type: 'textarea',
      rows: slot === 'title' || names ? 3 : 2,
      value: texts[slot],
      error: problemAt(refusal, slot, locale),
      locale
    })
  })
}

export function wordingPage(page: EditPage): Html {
  const { locale, form, versions, refusal, csrf, formId } = page
  const title = formNames[form][locale]
  const history = table({
    caption: words.versions[locale],
    columns: [words.version, words.from, words.basis, words.by].map((one) => ({ title: one[locale] })),
    rows: versions.map(({ version, validFrom, basis, savedAt, savedByName }) => ({
      cells: [String(version), formatDay(validFrom), basis, html`${savedByName}<small>${formatInstant(savedAt, locale)}</small>`]
    }))
  })
  const ask = (name: 'validFrom' | 'basis') => ({ name, locale, value: page[name], error: problemAt(refusal, name, locale) })
  const edit = html`<form method="post" action="${wordingHref}/${form}" class="flow" novalidate>${csrfField(csrf)}<input type="hidden" name="formId" value="${formId}">${slotFields(page)}${field({ ...ask('validFrom'), label: words.validFrom[locale], type: 'date' })}${field({ ...ask('basis'), label: words.basis[locale], hint: words.basisHint[locale], maxlength: 300 })}<p class="cluster"><button class="btn" name="step" value="save" data-key="Ctrl+Enter">${words.save[locale]} <kbd>Ctrl</kbd> <kbd>Enter</kbd></button><button class="btn plain" name="step" value="preview" formtarget="_blank">${words.preview[locale]}</button></p></form>`
  const labels = Object.fromEntries([
    ...slotsOf(form).map(([slot, { what }]) => [slot, what]),
    ['validFrom', words.validFrom[locale]],
    ['basis', words.basis[locale]]
  ])
  const main = html`<a class="back" href="${wordingHref}">${words.back[locale]}</a>${errorSummary(problemsOf(refusal, locale, labels), locale)}<h1>${title}</h1><div class="cols2"><div>${panel({ title: words.words[locale], body: edit })}</div><div>${panel({ title: words.versions[locale], body: versions.length > 0 ? history : html`<div class="in"><p class="muted">${words.first[locale]}</p></div>`, bare: true })}</div></div>`
  return deskPage({ ...page, title, main, error: refusal !== undefined })
}
