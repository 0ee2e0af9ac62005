// What a result is made of: a template, the values an officer gave, the certificate it was signed with.
import type { ResultKind } from './rules.ts'

/** What an officer is asked for; `value` is a text with {placeholders} that it begins with. */
export type Asked = { id: string; label: string; value: string; required: boolean; lines: 1 | 4 }

export type Block =
  | { kind: 'paragraph' | 'heading' | 'item' | 'middle'; text: string }
  | { kind: 'line'; label: string; text: string }
  | { kind: 'table'; head: string[]; rows: string[][] }

/** `unsure`: our own wording, because the national form or its present layout is not known to us. */
export const templateCertainties = ['known', 'sourced', 'unsure'] as const

export type Template = {
  name: string
  /** Empty: of every procedure. */
  procedureCode: string
  kind: ResultKind
  /** The kind of document in its number: GP, QĐ, GXN, TB. */
  symbol: string
  /** Printed in capitals. */
  title: string
  /** Below the title. */
  under: string
  validFrom: string
  certainty: (typeof templateCertainties)[number]
  source: string
  asked: Asked[]
  blocks: Block[]
  /** `Một Cửa 01/01/2026` or `bản 3 của cơ quan`: which one this was. */
  version: string
}

export type Values = Record<string, string>

/** What was signed with: read again when somebody doubts it. */
export type Certificate = { subject: string; issuer: string; serial: string; validUntil: string; isTest: boolean }

export type SigningProblem = { code: string; facts: Record<string, unknown> }
