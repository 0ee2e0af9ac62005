// The kinds of paper the house issues for a dossier: the register, the API and the words on the pages say the same.

export const issuedForms = [
  'receipt',
  'supplement_request',
  'rejection',
  'apology',
  'filing_confirmation',
  'filled_form',
  'postal_slip',
  'hand_over_slip',
  'payment_receipt'
] as const
export type IssuedForm = (typeof issuedForms)[number]
