// On every page of the desk: only a machine that was made ready for outages, or the page that makes it so, loads the rest.
import { onPage } from './page.ts'

/** Set while the machine is one (outage/box.ts `prepared`). */
const isMachine = () => localStorage.getItem('ngoai-tuyen') !== null

/** How many dossiers wait on this machine. */
const waiting = () => Number(localStorage.getItem('ngoai-tuyen.cho-gui') ?? '0')

function tellWaiting() {
  const link = document.querySelector<HTMLElement>('.deskbar nav a[href="/quay/ngoai-tuyen"]')
  if (!link || waiting() === 0) return
  const count = document.createElement('b')
  count.textContent = String(waiting())
  link.append(count)
}

export function startOutage() {
  if (!isMachine() && !document.querySelector('[data-outage-machine]')) return
  void import('./outage/machine.ts').then(({ startMachine }) => startMachine())
  onPage(() => {
    tellWaiting()
    void import('./outage/hand-over.ts').then(({ keepTyped }) => keepTyped())
  })
}

/** The way on, for a page that says the network is gone. */
export function outageLink(text: string): HTMLElement | undefined {
  if (!isMachine() || !location.pathname.startsWith('/quay')) return undefined
  const link = document.createElement('a')
  link.href = '/quay/ngoai-tuyen/khung'
  link.textContent = text
  return link
}
