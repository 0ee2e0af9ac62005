// Why the shop cannot open: a sentence in both languages for the person at the terminal; main prints it and ends with exit code 1.
import type { Words } from './locale.ts'

export class StartError extends Error {
  /** One line for each thing that is wrong. */
  constructor(...sentences: readonly Words[]) {
    super(sentences.map(({ vi, en }) => `${vi} / ${en}`).join('\n'))
    this.name = 'StartError'
  }
}
