// A draft at a glance: every part with its state, until when it is kept, and one button to the next thing to do.

import { askingWords, givingWords } from '../../../helping/words.ts'
import { type Html, html } from '../../../kernel/html.ts'
import { dayOf, formatDayLong, formatInstant } from '../../../kernel/time.ts'
import { type Task, taskList } from '../../../web/components/task-list.ts'
import { citizenPage, type Frame } from '../../../web/layout.ts'
import { draftLife } from '../../application.ts'
import { taskListWords as words } from '../../words/applicant.ts'
import { mineWords } from '../../words/following.ts'
import { type Filing, stepHref, stepStates } from './filing-frame.ts'

const fill = (text: string, values: Record<string, string | number>) => text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''))

export function taskListPage({ filing, ...frame }: Frame & { filing: Filing }): Html {
  const { locale } = frame
  const { draft, agencyName } = filing
  const states = stepStates(filing, locale)
  const parts = states.slice(0, -1)
  const left = parts.filter(({ state }) => state !== 'done')
  const tasks = states.map(({ title, state, href }): Task => ({ title, state, href }))
  const next = left[0] ?? states.at(-1)!
  const done = fill(words.done[locale], { n: parts.length - left.length, all: parts.length })
  const kept = fill(words.kept[locale], {
    at: formatInstant(draft.updatedAt, locale),
    day: formatDayLong(dayOf(draftLife(draft.updatedAt).endsAt), locale)
  })
  const go = fill((left.length > 0 ? words.next : words.last)[locale], { title: next.title })
  const main = html`<header><p class="muted">${fill(words.at[locale], { agency: agencyName })}</p><h1 lang="vi">${draft.procedureName}</h1><p class="lead">${done}</p></header><p><a class="btn big" href="${stepHref(draft.id, next.step)}">${go}</a></p><section class="flow"><h2>${words.parts[locale]}</h2>${taskList(tasks, locale)}</section>${left.length > 0 && html`<p class="hint">${words.blocked[locale]}</p>`}<p>${kept}</p>${!frame.helping && html`<p class="cluster"><a href="/nho-giup/moi?ho-so=${draft.id}">${askingWords.title[locale]}</a><a href="/ho-so/${draft.id}/xoa">${mineWords.discard[locale]}</a></p>`}`
  return citizenPage({
    ...frame,
    title: draft.procedureName,
    main,
    back: frame.helping
      ? { href: '/giup-nguoi-khac', label: givingWords.title[locale] }
      : { href: '/ho-so', label: mineWords.title[locale] }
  })
}
