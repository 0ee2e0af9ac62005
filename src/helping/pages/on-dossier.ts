// On the citizen's dossier: who helps, what each did, and the way out.
import { type Html, html } from '../../kernel/html.ts'
import { formatInstant } from '../../kernel/time.ts'
import { fold } from '../../web/components/catalogue.ts'
import { note } from '../../web/components/status.ts'
import type { Frame } from '../../web/layout.ts'
import { holds, standingOf } from '../rules.ts'
import { standingWords, askingWords as words } from '../words.ts'
import { endForm, type Help } from './asking.ts'
import { actList } from './parts.ts'

/** For the citizen; a helper reads instead what is not theirs to do. */
export function helpersSection({ helps, now, frame }: { helps: readonly Help[]; now: Temporal.Instant; frame: Frame }): Html {
  const { locale, helping } = frame
  if (helping) return note('info', words.citizensOwn[locale].replaceAll('{name}', helping.name))
  if (helps.length === 0) return html``
  const parts = helps.map(({ consent, acts }) => {
    const standing = standingOf(consent, now)
    const until = words.until[locale]
      .replace('{from}', formatInstant(consent.givenAt, locale))
      .replace('{until}', formatInstant(consent.expiresAt, locale))
    const list = fold(words.acts[locale], actList(acts, locale), { open: holds(standing) })
    return html`<div class="flow"><h3>${consent.helperName}</h3><p>${standingWords[standing][locale]}. ${until}.</p>${list}${holds(standing) && endForm(consent.id, frame)}</div>`
  })
  return html`<section class="flow" id="nguoi-giup"><h2>${words.helpers[locale]}</h2>${parts}</section>`
}
