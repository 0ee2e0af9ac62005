// What a dossier carries besides its state: who asks, what was answered, where the result goes.

/** The person or organisation a dossier is about (chủ hồ sơ), or the one who files it (người nộp). */
export type Party = {
  kind: 'person' | 'organisation'
  name: string
  /** 12 digits; persons only. */
  identityNumber?: string | undefined
  /** Organisations only. */
  taxCode?: string | undefined
  bornOn?: string | undefined
  phone: string
  email?: string | undefined
  address?: string | undefined
}

export type PostalAddress = { name: string; phone: string; address: string; wardCode: string; wardName: string }

/** How the result reaches the person: at the desk, by the post, or as a signed file only. */
export type Delivery = { method: 'desk' } | ({ method: 'post' } & PostalAddress) | { method: 'electronic' }

/** Papers collected at home by the post. */
export type PickUp = PostalAddress & { when?: string | undefined }

/** `amount` is what is due: with a `quantity` it is that many times the tariff (2.000 ₫ each, 3 copies: 6.000 ₫). */
export type FeeLine = {
  name: string
  amount: number
  unit?: string | undefined
  legalBasis?: string | undefined
  quantity?: number | undefined
}

/** By step of the filing: the draft's revision when it was kept last, which opened page kept it, and the how-manieth time. */
export type SeenPages = { readonly [step: string]: { revision: number; page: string; n?: number | undefined } | undefined }

/** A stored clock event (instants as ISO text); deadlines/due.ts counts from them. */
export type StoredClockEvent = { kind: 'received' | 'restarted' | 'paused' | 'resumed' | 'apologised'; at: string; newDueAt?: string }

/** One remark of a supplement request: which paper or answer, and what is to be done. */
export type SupplementReason = { paper: string; paperNumber?: number | undefined; reason: string }

/** In which form somebody brings a paper, where the clerk says so: Mẫu 01 has a column for each. */
export const broughtForms = ['original', 'certified_copy', 'copy'] as const

/** A paper somebody must still bring, as a slip of guidance names it. */
export type MissingPaper = { number: number; name: string; form: string; copies: number }

export type Channel = 'online' | 'desk' | 'post'
export const channels = ['online', 'desk', 'post'] as const
