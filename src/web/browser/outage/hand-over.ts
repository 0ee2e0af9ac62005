// What a clerk had typed on the ordinary screen when the network went: kept for this tab only, and taken over by the screen that needs none.
import type { OfflineContent } from '../../../outages/types.ts'
import { prepared } from './box.ts'

const place = 'tiep-nhan'

/** On the ordinary screen: every letter, so that the press that fails loses none. Anywhere else what was kept is forgotten. */
export function keepTyped() {
  if (!localStorage.getItem(prepared)) return
  const form = document.querySelector<HTMLFormElement>('form.walkin:not([data-outage-form])')
  if (!form) return sessionStorage.removeItem(place)
  const keep = () => {
    const body: OfflineContent['body'] = {}
    for (const [name, value] of new FormData(form)) {
      if (typeof value !== 'string' || name.startsWith('_') || name === 'scan') continue
      body[name] = name === 'paper' ? [...((body[name] as string[] | undefined) ?? []), value] : value
    }
    sessionStorage.setItem(place, JSON.stringify(body))
  }
  form.addEventListener('input', keep)
  form.addEventListener('change', keep)
  form.addEventListener('submit', keep)
}

/** Once. The form keeps its id: should the house have taken it after all, it is recognised. */
export function takeHandedOver(): { id: string; body: OfflineContent['body'] } | undefined {
  const kept = sessionStorage.getItem(place)
  sessionStorage.removeItem(place)
  const body = kept ? (JSON.parse(kept) as OfflineContent['body']) : undefined
  const isWorthIt = body && ['filer.name', 'filer.phone', 'filer.identityNumber'].some((name) => body[name])
  return isWorthIt ? { id: String(body['formId'] ?? crypto.randomUUID()), body } : undefined
}
