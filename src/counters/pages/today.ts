// The top of the desk's page: what this day asks, each figure a way in, the most pressing one opened by Enter.
import { type Html, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { formatInstant } from '../../kernel/time.ts'
import { note } from '../../web/components/index.ts'
import type { DeskToday } from '../desk-queries.ts'
import { fill, todayWords as words } from '../words/desk.ts'
import { callButton, counterBar } from './bar.ts'

/** Counts of other rooms, where they are known. */
export type Besides = { drafts?: { count: number; href: string } | undefined; seconds?: { count: number; href: string } | undefined }
type Top = { locale: Locale; csrf: string | undefined; today: DeskToday; besides?: Besides }
type Tile = { id: string; label: string; figure: number; detail?: string | undefined; href: string; isHot?: boolean }

function tilesOf({ locale, today, besides = {} }: Top): Tile[] {
  const { sizes, waiting, tooLong, longestMinutes, limitMinutes, oldestIncomingAt, arrivals, mismatches } = today
  const waited =
    tooLong > 0
      ? fill(words.waitingLong[locale], { n: tooLong, m: limitMinutes ?? '' })
      : waiting.length > 0
        ? fill(words.waitingSince[locale], { n: longestMinutes })
        : undefined
  const oldest = oldestIncomingAt && fill(words.oldest[locale], { at: formatInstant(oldestIncomingAt, locale) })
  const tiles: (Tile | false | undefined)[] = [
    { id: 'waiting', label: words.waiting[locale], figure: waiting.length, detail: waited, href: '/quay/luot', isHot: tooLong > 0 },
    {
      id: 'late',
      label: words.late[locale],
      figure: sizes.late,
      detail: sizes.today > 0 ? fill(words.dueToday[locale], { n: sizes.today }) : undefined,
      href: sizes.late > 0 ? '/quay?hang=late' : '/quay?hang=today',
      isHot: sizes.late > 0
    },
    { id: 'incoming', label: words.incoming[locale], figure: sizes.incoming, detail: oldest, href: '/quay?hang=incoming' },
    { id: 'arrivals', label: words.arrivals[locale], figure: arrivals, href: '/quay/buu-gui' },
    { id: 'ready', label: words.ready[locale], figure: sizes.ready, href: '/quay/tra' },
    mismatches > 0 && { id: 'mismatches', label: words.mismatches[locale], figure: mismatches, href: '/quay/doi-soat', isHot: true },
    besides.seconds && {
      id: 'seconds',
      label: words.seconds[locale],
      figure: besides.seconds.count,
      detail: words.secondsHint[locale],
      href: besides.seconds.href
    },
    besides.drafts && {
      id: 'drafts',
      label: words.drafts[locale],
      figure: besides.drafts.count,
      detail: words.draftsHint[locale],
      href: besides.drafts.href
    }
  ]
  return tiles.filter((tile) => tile !== false && tile !== undefined)
}

/** People first, then what is late, then what came in, what comes, what is to be returned. */
const order = ['waiting', 'seconds', 'late', 'incoming', 'arrivals', 'ready', 'mismatches', 'drafts']

export function deskTop(top: Top): Html {
  const { locale, csrf, today } = top
  const bar = { locale, csrf, now: today, returnTo: '/quay' }
  const tiles = tilesOf(top)
  const next = order.map((id) => tiles.find((tile) => tile.id === id && tile.figure > 0)).find(Boolean)
  const canCall = next?.id === 'waiting' && today.shift !== undefined
  const list = tiles.map((tile) => {
    const isNext = tile === next
    const classes = [tile.isHot && 'hot', isNext && 'next'].filter(Boolean).join(' ')
    const enter = isNext && !canCall
    return html`<li${classes ? html` class="${classes}"` : ''}><a href="${tile.href}"${enter ? html` data-key="Enter"` : ''}><span>${tile.label}${enter && html` <kbd>Enter</kbd>`}</span><b>${tile.figure.toLocaleString('de-DE')}</b>${tile.detail && html`<small>${tile.detail}</small>`}</a></li>`
  })
  const call = canCall && html`<div class="cluster">${callButton(bar, words.enter[locale], 'Enter', '')}</div>`
  const quiet =
    !next &&
    note('ok', html`<a href="/quay?hang=open" data-key="Enter">${fill(words.quiet[locale], { n: today.sizes.open })}</a> <kbd>Enter</kbd>`)
  return html`${counterBar(bar)}<ul class="todaygrid" aria-label="${words.title[locale]}">${list}</ul>${call}${quiet}`
}
