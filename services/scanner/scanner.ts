// Looks for viruses in what people send. It answers while somebody waits, so it is quick or it says that it did not look.

/** `not_scanned`: no scanner, or it did not answer in time; a fact about the file, never a reason to lose it. */
export type Verdict = { result: 'clean' } | { result: 'infected'; name: string } | { result: 'not_scanned'; why: string }

export type Scanner = {
  /** Reads the content once, piece by piece. Never throws because of the scanner. */
  scan(content: AsyncIterable<Uint8Array>): Promise<Verdict>
}
