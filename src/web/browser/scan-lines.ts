// Many codes into one box, one a line: counts as they come, and keys typed beside the box (a scanner's burst) go into it.

const isText = (target: EventTarget | null) =>
  target instanceof HTMLElement && target.matches('textarea, select, input:not([type=checkbox], [type=radio])')

function count(box: HTMLTextAreaElement, said: HTMLElement, before: number) {
  const fresh = new Set(
    box.value
      .toUpperCase()
      .split(/\s+/)
      .filter((word) => word.length >= 8)
  ).size
  const all = Math.max(Number(said.dataset['scanAll']), before + fresh)
  said.textContent = (said.dataset['scanWords'] ?? '').replace('{n}', String(before + fresh)).replace('{all}', String(all))
}

/** Needs `<textarea data-scan-lines>`, and `[data-scan-count]` for the number that is said. */
export function startScanLines() {
  const box = document.querySelector<HTMLTextAreaElement>('textarea[data-scan-lines]')
  if (!box) return
  const said = document.querySelector<HTMLElement>('[data-scan-count]')
  if (said) box.addEventListener('input', () => count(box, said, Number(said.dataset['scanCount'])))
  document.addEventListener(
    'keydown',
    (event) => {
      const isSign = event.key.length === 1 && !event.ctrlKey && !event.altKey && !event.metaKey
      if (!isSign || isText(event.target)) return
      // The first sign of a burst would be lost while the focus moves: it is put into the box by hand.
      event.preventDefault()
      box.focus()
      box.setRangeText(event.key, box.selectionStart, box.selectionEnd, 'end')
      box.dispatchEvent(new Event('input', { bubbles: true }))
    },
    { capture: true }
  )
}
