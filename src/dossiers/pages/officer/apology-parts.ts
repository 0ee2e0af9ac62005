// The letter of apology where officers are anyway: a line on the dossier, a list in their tray.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { formatDayLong } from '../../../kernel/time.ts'
import { icon, panel, table } from '../../../web/components/index.ts'
import { shortCode } from '../../numbering.ts'
import type { StaffCase } from '../../staff-case.ts'
import type { Apology, Dossier } from '../../store.ts'
import { apologyWords as words } from '../../words/apology.ts'
import { fill } from '../../words/desk.ts'
import { dueChip, type Today } from '../desk/due-chip.ts'

/** Where the letter is written; nothing while the clock stands still or once a new date was given. */
export function apologyLine({ dossier, apology }: StaffCase, locale: Locale): Html {
  const runs = (dossier.state === 'accepted' || dossier.state === 'in_progress') && dossier.dueAt !== null
  if (!runs || apology?.signedAt) return html``
  const label = apology?.proposedAt ? words.openProposed : apology ? words.openDraft : words.open
  return html`<p class="cluster">${icon('calendar')}<a href="/xu-ly/ho-so/${dossier.id}/xin-loi">${label[locale]}</a></p>`
}

export type LetterToWrite = { apology: Apology; dossier: Dossier }

/** Drafts that still want cause and date, nearest due date first; nothing when there are none. */
export function lettersToWrite(rows: readonly LetterToWrite[], today: Today): Html {
  const { locale } = today
  if (rows.length === 0) return html``
  const list = table({
    caption: words.toWriteCaption[locale],
    rowHeader: 1,
    columns: [words.oldDue, words.code, words.applicant, words.signBy, words.write].map((one) => ({ title: one[locale] })),
    rows: rows.map(({ apology, dossier }) => ({
      cells: [
        dueChip(dossier, today),
        html`<a class="num" href="/xu-ly/ho-so/${dossier.id}" translate="no">${shortCode(dossier.code!)}</a>`,
        html`${dossier.applicantName}${apology.sentBackBy && html`<small>${fill(words.sentBack[locale], { name: apology.sentBackBy, why: apology.sentBackWhy! })}</small>`}`,
        formatDayLong(apology.lastDay, locale),
        html`<a href="/xu-ly/ho-so/${dossier.id}/xin-loi">${words.write[locale]}<span class="vh"> ${shortCode(dossier.code!)}</span></a>`
      ]
    }))
  })
  const title = html`${words.toWrite[locale]} <span class="muted">${rows.length}</span>`
  return panel({ title, id: 'xin-loi', body: html`${list}<p class="in hint">${words.toWriteHint[locale]}</p>`, bare: true })
}
