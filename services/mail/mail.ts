// What we ask of whoever carries our letters.

type Letter = {
  /** Ours, the same on every try: a letter sent twice is recognised by its Message-ID. */
  id: string
  to: string
  subject: string
  text: string
}

export type Mail = {
  /** Resolves when taken over by the other side; otherwise a ServiceError that says whether to try again. */
  send(letter: Letter): Promise<void>
  close(): void
}
