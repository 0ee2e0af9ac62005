// Parts that describe a procedure to somebody who has to choose: answers, key facts, papers, ways, figures.
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { type IconName, icon } from '../icons.ts'
import { catalogueWords } from '../words/shared.ts'
import { tag } from './status.ts'

export type Way = { possible: boolean; text: string }

function wayLine(ways: readonly Way[]): Html {
  const line = ways.map(
    (way) => html`<span class="${way.possible ? 'yes' : 'no'}">${icon(way.possible ? 'check' : 'cross')}${way.text}</span>`
  )
  return html`<p class="ways-line">${line}</p>`
}

/** Enough to choose without opening: why this one, time, fee, ways. Only the first of a list may be `best`. */
export function answerCard(card: {
  href: string
  title: HtmlValue
  locale: Locale
  why?: HtmlValue
  time: HtmlValue
  /** Left out where the tariff is not at hand. */
  fee?: HtmlValue
  ways: readonly Way[]
  best?: boolean
}): Html {
  return html`<article class="answer${card.best ? ' best' : ''}"><h2><a href="${card.href}">${card.title}</a></h2>${card.why && html`<p class="why">${card.why}</p>`}<dl class="tri"><div><dt>${catalogueWords.time[card.locale]}</dt><dd>${card.time}</dd></div>${card.fee && html`<div><dt>${catalogueWords.fee[card.locale]}</dt><dd>${card.fee}</dd></div>`}</dl>${card.ways.length > 0 && wayLine(card.ways)}</article>`
}

export type KeyFact = { label: string; value: HtmlValue; detail?: HtmlValue; full?: boolean }

/** The figures a person takes away: fee, time, what they get. */
export function keyFacts(facts: readonly KeyFact[]): Html {
  const rows = facts.map(
    (fact) =>
      html`<div${fact.full ? html` class="full"` : ''}><dt>${fact.label}</dt><dd>${fact.value}${fact.detail && html`<span>${fact.detail}</span>`}</dd></div>`
  )
  return html`<dl class="keyfacts">${rows}</dl>`
}

export type Paper = { name: HtmlValue; tag?: string | undefined; text?: HtmlValue; icon?: IconName | undefined }

/** The papers to have ready: name, how it must be, one line of help. */
export function papers(list: readonly Paper[]): Html {
  const rows = list.map(
    (paper) =>
      html`<li>${icon(paper.icon ?? 'paper')}<div><b>${paper.name}</b>${paper.tag && html` ${tag(paper.tag)}`}${paper.text && html`<p>${paper.text}</p>`}</div></li>`
  )
  return html`<ul class="papers">${rows}</ul>`
}

export type WayCard = {
  title: string
  icon: IconName
  cost?: HtmlValue
  text: HtmlValue
  action?: { href: string; label: string } | undefined
  best?: boolean
  /** Closed to this procedure: the card says why instead of offering a button. */
  closed?: boolean
}

/** Ways to file as equal cards: cost and time first, then how, then one button. */
export function ways(cards: readonly WayCard[]): Html {
  const rows = cards.map((card) => {
    const action = card.action && html`<a class="btn${card.best ? '' : ' plain'}" href="${card.action.href}">${card.action.label}</a>`
    return html`<article class="way${card.best ? ' best' : ''}${card.closed ? ' closed' : ''}"><h3>${icon(card.icon)}<span>${card.title}</span></h3>${card.cost && html`<p class="cost">${card.cost}</p>`}<p>${card.text}</p>${action}</article>`
  })
  return html`<div class="ways">${rows}</div>`
}

export type Figure = { label: string; value: HtmlValue; meaning: HtmlValue }

/** A number is followed by its meaning in a sentence. `facts` for citizens, `kpis` at desks. */
export function figures(list: readonly Figure[], look: 'facts' | 'kpis' = 'facts'): Html {
  return html`<dl class="${look}">${list.map((one) => html`<div><dt>${one.label}</dt><dd><b>${one.value}</b>${one.meaning}</dd></div>`)}</dl>`
}

/** Folded away until asked for. */
export function fold(title: HtmlValue, body: HtmlValue, options: { open?: boolean; id?: string } = {}): Html {
  return html`<details class="fold"${options.id ? html` id="${options.id}"` : ''}${options.open ? html` open` : ''}><summary>${title}</summary><div class="flow">${body}</div></details>`
}
