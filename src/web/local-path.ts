// Where to go back to after signing in or changing a setting: a page of ours, never somebody else's site.

/** The path and query of `typed` when it leads to this site, else `fallback`. */
export function localPath(typed: unknown, fallback: string): string {
  if (typeof typed !== 'string' || !typed.startsWith('/') || !URL.canParse(typed, 'http://here.invalid')) return fallback
  const url = new URL(typed, 'http://here.invalid')
  const path = `${url.pathname}${url.search}`
  // The parser reads `\` as `/` and takes `/./` away, so the check is made on what it understood, not on what was typed.
  return url.origin === 'http://here.invalid' && !path.startsWith('//') ? path : fallback
}
