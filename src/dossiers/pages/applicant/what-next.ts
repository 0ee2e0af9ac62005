// What happens after filing, in sentences, for the check before and the confirmation after.
import { maskPhone } from '../../../accounts/rules.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatDayLong } from '../../../kernel/time.ts'
import type { Dossier } from '../../store.ts'
import { nextWords as words } from '../../words/following.ts'

type Told = {
  dossier: Pick<Dossier, 'delivery' | 'pickUp'>
  agencyName: string /** Due day if it were accepted now. */
  expected: Temporal.PlainDate | undefined
  locale: Locale
}

export function whatNext({ dossier: { delivery, pickUp }, agencyName, expected, locale }: Told): string[] {
  const collects = pickUp ? [words.postCollects[locale].replace('{phone}', maskPhone(pickUp.phone))] : []
  // Papers on the road have no filing day yet, so no date is promised.
  const date = expected && !pickUp ? [words.expected[locale].replace('{day}', formatDayLong(expected, locale))] : []
  const result =
    delivery.method === 'post'
      ? words.byPost[locale].replace('{address}', `${delivery.address}, ${delivery.wardName}`)
      : (delivery.method === 'electronic' ? words.byFile : words.byDesk)[locale]
  return [...collects, words.deskChecks[locale].replace('{agency}', agencyName), ...date, words.missing[locale], result]
}
