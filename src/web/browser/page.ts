// The page at hand: what to start on it, and how to show the answer to a form without losing the scripts.

const starters: (() => void)[] = []

/** Runs now and again whenever the content of the page was replaced. */
export function onPage(start: () => void) {
  starters.push(start)
  start()
}

/** Words for the person, in the language of the page. */
export const say = (vi: string, en: string) => (document.documentElement.lang === 'en' ? en : vi)

/** Puts a whole answered page in place of this one, as the browser would have after an ordinary form post. */
export function showPage(text: string, address: string) {
  const next = new DOMParser().parseFromString(text, 'text/html')
  document.title = next.title
  document.documentElement.className = next.documentElement.className
  document.body.replaceWith(document.adoptNode(next.body))
  if (address !== location.href) history.pushState(null, '', address)
  scrollTo(0, 0)
  document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  for (const start of starters) start()
}

addEventListener('popstate', () => {
  // A step within one page (#field) has nothing to fetch.
  if (!location.hash) location.reload()
})
