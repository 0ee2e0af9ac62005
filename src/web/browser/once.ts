// A form is sent once: a second press while the first is under way does nothing. Coming back with the Back button frees it.

const sentForms = new Set<HTMLFormElement>()

function mark(form: HTMLFormElement, busy: boolean) {
  for (const button of form.querySelectorAll('button:not([type="button"])')) {
    if (busy) button.setAttribute('aria-disabled', 'true')
    else button.removeAttribute('aria-disabled')
  }
}

/** The form may be sent again. */
export function release(form: HTMLFormElement) {
  sentForms.delete(form)
  mark(form, false)
}

function guard(event: SubmitEvent) {
  const form = event.target as HTMLFormElement
  if (form.method !== 'post' || form.target === '_blank') return
  if (sentForms.has(form)) {
    event.preventDefault()
    event.stopImmediatePropagation()
    return
  }
  if (event.defaultPrevented) return
  sentForms.add(form)
  // After this task: a button disabled earlier would not be part of what is sent.
  queueMicrotask(() => mark(form, true))
}

export function guardForms() {
  document.addEventListener('submit', guard)
  addEventListener('pageshow', () => {
    for (const form of [...sentForms]) release(form)
  })
}
