// Page 4: how the result reaches the person, and how the papers reach the office. The price is said before the choice.

import type { Values } from '../../../forms/typed.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { type ChoiceOption, choice, field } from '../../../web/components/form.ts'
import { problemAt, problemsOf } from '../../../web/request.ts'
import { deliveryWords as words } from '../../words/applicant.ts'
import { filingPage, type StepPage, stepForm } from './filing-frame.ts'
import { type PlaceGroup, placeSelect } from './parts.ts'

type DeliveryPage = StepPage & { values: Values; wards: readonly PlaceGroup[] }

/** Name, phone, street and ward of one end of the post's journey; `delivery` or `pickUp`. */
function address(at: 'delivery' | 'pickUp', { values, wards, refusal, locale }: DeliveryPage): Html {
  const ask = (name: string) => ({
    name: `${at}.${name}`,
    locale,
    value: values[`${at}.${name}`],
    error: problemAt(refusal, `${at}.${name}`, locale)
  })
  const who = at === 'delivery' ? words.receiver : words.giver
  const ward = {
    ...ask('wardCode'),
    label: words.ward[locale],
    groups: wards,
    empty: words.chooseWard[locale],
    hint: words.cityOnly[locale]
  }
  const section = at === 'delivery' ? 'section-result shipping' : 'section-papers shipping'
  return html`${field({ ...ask('name'), label: who[locale], autocomplete: `${section} name` })}
${field({ ...ask('phone'), label: words.phone[locale], type: 'tel', inputmode: 'tel', width: 'middle', autocomplete: `${section} tel` })}
${field({ ...ask('address'), label: words.address[locale], autocomplete: `${section} street-address` })}
${placeSelect(ward)}`
}

function resultChoice(page: DeliveryPage): Html {
  const { locale, filing, values, refusal } = page
  const { postOut, onlineLevel } = filing.view.offering
  const desk = { value: 'desk', label: words.desk[locale], hint: words.deskHint[locale].replace('{agency}', filing.agencyName) }
  const post: ChoiceOption = { value: 'post', label: words.post[locale], hint: words.postHint[locale], inside: address('delivery', page) }
  const file = { value: 'electronic', label: words.electronic[locale], hint: words.electronicHint[locale] }
  const options = [desk, ...(postOut ? [post] : []), ...(onlineLevel >= 4 ? [file] : [])]
  const error = problemAt(refusal, 'delivery.method', locale)
  return choice({ name: 'delivery.method', legend: words.method[locale], locale, options, checked: values['delivery.method'], error })
}

function papersChoice(page: DeliveryPage): Html {
  const { locale, filing, values, refusal } = page
  const { postIn, onlineLevel, postOut } = filing.view.offering
  if (!postIn) return html``
  const times = [
    { value: '', label: words.anyTime[locale] },
    ...[words.morning, words.afternoon, words.evening].map((time) => ({ value: time.vi, label: time[locale] }))
  ]
  const when = field({
    name: 'pickUp.when',
    label: words.when[locale],
    locale,
    type: 'select',
    options: times,
    value: values['pickUp.when']
  })
  const inside = html`${postOut && html`<p class="hint">${words.sameHint[locale]}</p>`}${address('pickUp', page)}${when}`
  const upload = { value: 'upload', label: words.upload[locale], hint: words.uploadHint[locale] }
  const collect = { value: 'collect', label: words.collect[locale], hint: words.collectHint[locale], inside }
  const options = onlineLevel >= 3 ? [upload, collect] : [collect]
  const checked = onlineLevel >= 3 ? values['pickUp.method'] : 'collect'
  const error = problemAt(refusal, 'pickUp.method', locale)
  return choice({ name: 'pickUp.method', legend: words.papersTitle[locale], locale, options, checked, error })
}

export function deliveryPage(page: DeliveryPage): Html {
  const { locale, refusal } = page
  const body = stepForm(page, 'nhan-ket-qua', html`${resultChoice(page)}${papersChoice(page)}`, { autosave: true })
  return filingPage({ ...page, step: 'nhan-ket-qua', problems: problemsOf(refusal, locale), body })
}
