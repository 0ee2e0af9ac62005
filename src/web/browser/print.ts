// A paper that is ready opens its print dialog by itself, once; the link beside it does the same by hand.
import { onPage, say } from './page.ts'

function wasPrinted(mark: string): boolean {
  try {
    if (sessionStorage.getItem(mark)) return true
    sessionStorage.setItem(mark, '1')
  } catch {
    // Storage may be switched off: then a reload prints again, which is better than not at all.
  }
  return false
}

function print(link: HTMLAnchorElement) {
  const frame = document.createElement('iframe')
  frame.className = 'printframe'
  frame.title = say('Giấy để in', 'Paper to print')
  frame.tabIndex = -1
  frame.src = link.href
  frame.addEventListener('load', () => {
    try {
      frame.contentWindow?.print()
    } catch {
      // A viewer that may not be asked: the link stays.
    }
    document.querySelector<HTMLElement>('main [autofocus]')?.focus()
  })
  document.body.append(frame)
}

/** Needs `<a data-print="mark">`; the mark tells one paper from the next. */
export function startPrinting() {
  onPage(() => {
    const link = document.querySelector<HTMLAnchorElement>('a[data-print]')
    if (link && !wasPrinted(`in ${link.dataset['print']}`)) print(link)
  })
}
