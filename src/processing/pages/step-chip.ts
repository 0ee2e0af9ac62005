// How much time a step has, and whether anybody waits for somebody else: the same words as for the dossier's own time.
import { type Today, timeLeft } from '../../dossiers/pages/desk/due-chip.ts'
import type { Html } from '../../kernel/html.ts'
import { chip } from '../../web/components/index.ts'
import { isOver, stepStateWords } from '../lifecycle.ts'
import { outcomeOf } from '../plan.ts'
import type { Step } from '../store.ts'
import { outcomeWords, stepWords, workWords } from '../words/process.ts'

export function stepChip(step: Step & { waits?: boolean }, today: Today): Html {
  const { locale } = today
  if (step.state === 'done') {
    const outcome = step.dueAt && step.finishedAt ? outcomeOf(step.finishedAt, step.dueAt) : 'on_time'
    return chip(outcome === 'late' ? 'err' : 'ok', undefined, outcomeWords[outcome][locale])
  }
  if (isOver(step) || step.state === 'waiting' || step.state === 'returned')
    return chip('plain', undefined, stepStateWords[step.state][locale])
  if (step.pausedAt) return chip('plain', 'pause', workWords.pausedNow[locale])
  if (step.waits) return chip('info', 'clock', workWords.asked[locale])
  return step.dueAt ? timeLeft(step.dueAt, today) : chip('plain', undefined, stepWords.noDue[locale])
}
