// A part of a page that is replaced when the server says so: `<div data-follow="/address">`. Lost connections come back by themselves.
import { onPage } from './page.ts'

/** Told on the part after each change, and when the connection is lost or back. */
export type LiveEvent = CustomEvent<{ state: 'changed' | 'lost' | 'back' }>

function follow(part: HTMLElement, address: string) {
  const tell = (state: LiveEvent['detail']['state']) => part.dispatchEvent(new CustomEvent('live', { bubbles: true, detail: { state } }))
  let source: EventSource | undefined
  const open = () => {
    source = new EventSource(address)
    source.addEventListener('open', () => tell('back'))
    source.addEventListener('message', ({ data }) => {
      const next = new DOMParser().parseFromString(String(data), 'text/html').body
      part.replaceChildren(...next.childNodes)
      tell('changed')
    })
    source.addEventListener('error', () => {
      tell('lost')
      // The browser tries again by itself unless it was told not to: then we do, without hurry.
      if (source?.readyState === EventSource.CLOSED) setTimeout(() => part.isConnected && open(), 5000)
    })
  }
  open()
  addEventListener('pagehide', () => source?.close())
  // Back from the browser's memory of pages, where the connection had ended.
  addEventListener('pageshow', (event) => {
    if (event.persisted && part.isConnected) open()
  })
}

export function startLiveParts() {
  onPage(() => {
    for (const part of document.querySelectorAll<HTMLElement>('[data-follow]')) follow(part, part.dataset['follow']!)
  })
}
