// Zone 1 of a walk-in: the scan field, what is known of the person, and the fields that stay in their hands.

import { textOf } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { dayOf, formatDay } from '../../../kernel/time.ts'
import { knownResults } from '../../../results/pages/earlier.ts'
import { chip, choice, dateField, errorMessage, field, fold, key, note, panel } from '../../../web/components/index.ts'
import { stateWords } from '../../lifecycle.ts'
import { fill } from '../../words/desk.ts'
import { walkInWords as words } from '../../words/reception.ts'
import { scanWords } from '../../words/walk-in.ts'
import type { Zone } from './walk-in.ts'
import { jump } from './walk-in-parts.ts'

export function personZone(zone: Zone): Html {
  const { at, locale, values } = zone
  const boxes = { day: values['filer.bornOnDay'], month: values['filer.bornOnMonth'], year: values['filer.bornOnYear'] }
  const whom = choice({
    name: 'whom',
    legend: words.whom[locale],
    locale,
    inline: true,
    checked: values['whom'] || 'self',
    options: [
      { value: 'self', label: words.self[locale] },
      { value: 'other', label: words.otherPerson[locale], inside: otherPerson(zone) },
      { value: 'organisation', label: scanWords.organisation[locale], inside: organisation(zone) }
    ]
  })
  const email = at('filer.email')
  const phone = html`${words.phone[locale]} ${key('Enter')}`
  const more = html`<div data-card="filer"></div>${field({ ...email, label: words.email[locale], type: 'email', autocomplete: 'off', optional: true })}`
  const body = html`${scanField(zone)}${said(zone)}
${field({ ...at('filer.name'), label: words.name[locale], autocomplete: 'off' })}
<div class="pair">${field({ ...at('filer.identityNumber'), label: words.identity[locale], inputmode: 'numeric', maxlength: 12, autocomplete: 'off' })}${field({ ...at('filer.phone'), label: phone, type: 'tel', inputmode: 'tel', autocomplete: 'off' })}</div>
${dateField({ name: 'filer.bornOn', label: words.born[locale], locale, value: boxes, error: at('filer.bornOn').error, optional: true })}
${field({ ...at('filer.address'), label: words.address[locale], autocomplete: 'off', optional: true })}
${fold(scanWords.more[locale], more, { open: Boolean(email.error || email.value) })}
${whom}`
  return panel({ title: words.person[locale], id: 'nguoi', number: 1, end: jump('scan', '1'), body })
}

/** The first button of the form, so that Enter without a script reads the card too. */
function scanField({ locale, standing, values, focus }: Zone): Html {
  const error = standing.scan === 'unreadable' ? scanWords.unreadable[locale] : undefined
  const aria = error ? html` aria-invalid="true" aria-describedby="scan-loi"` : ''
  return html`<div class="field${error ? ' bad' : ''}"><label for="scan">${scanWords.field[locale]}</label>${error && errorMessage('scan-loi', error, locale)}<div class="beside"><input class="input" id="scan" name="scan" data-scan="12" autocomplete="off" spellcheck="false" value="${error ? (values['scan'] ?? '') : ''}"${focus === 'scan' ? html` autofocus` : ''}${aria}><button class="btn plain" name="step" value="scan" data-scan-go>${scanWords.read[locale]}</button></div></div>`
}

/** What card, number and earlier dossiers say. Yellow never blocks. */
function said(zone: Zone): Html {
  const { standing, locale } = zone
  const { scan, disagrees, last, phoneHasAccount, open } = standing
  const day = last?.filedAt ? formatDay(dayOf(last.filedAt)) : ''
  const others = open.length > 0 && openList(zone)
  return html`<div class="said" role="status">${scan === 'whole' && html`<p>${chip('ok', 'check', scanWords.whole[locale])}</p>`}${scan === 'only_number' && note('warn', scanWords.onlyNumber[locale])}${disagrees && note('warn', scanWords.disagrees[locale])}${last && note('info', fill(scanWords.last[locale], { day, procedure: last.procedureName }))}${accountNote(zone)}${phoneHasAccount && note('info', scanWords.phoneOnly[locale])}${knownResults({ earlier: standing.results, proven: [] }, locale)}${others}</div>`
}

function accountNote({ standing: { account }, typed, locale }: Zone): Html {
  if (!account) return html``
  const isTicked = textOf(typed, 'attachShown') !== '1' || textOf(typed, 'attach') === '1'
  const tick = html`<label class="ticked"><input type="checkbox" name="attach" value="1"${isTicked ? html` checked` : ''}> ${scanWords.attach[locale]}</label>`
  return note(
    'info',
    html`${fill(scanWords.account[locale], { provider: account.provider })}<input type="hidden" name="attachShown" value="1">${tick}`
  )
}

function openList({ standing: { open }, locale }: Zone): Html {
  const list = open.map(
    ({ id, code, procedureName, state }) =>
      html`<li><a href="/quay/ho-so/${id}" translate="no">${code}</a> <span lang="vi">${procedureName}</span>, ${locale === 'vi' ? stateWords[state].desk : stateWords[state].en}</li>`
  )
  return fold(fill(scanWords.open[locale], { n: open.length }), html`<ul class="openlist">${list}</ul>`)
}

function otherPerson({ at, locale }: Zone): Html {
  return html`${field({ ...at('applicant.name'), label: words.name[locale], autocomplete: 'off' })}${field({ ...at('applicant.identityNumber'), label: words.identity[locale], inputmode: 'numeric', maxlength: 12, autocomplete: 'off', optional: true })}${field({ ...at('relation'), label: words.relation[locale], autocomplete: 'off' })}`
}

function organisation({ at, locale }: Zone): Html {
  return html`${field({ ...at('organisation.name'), label: words.organisationName[locale], autocomplete: 'off' })}${field({ ...at('organisation.taxCode'), label: words.tax[locale], inputmode: 'numeric', autocomplete: 'off' })}${field({ ...at('position'), label: words.position[locale], autocomplete: 'off', optional: true })}`
}
