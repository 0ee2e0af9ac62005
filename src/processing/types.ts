// What the trace of a dossier is made of.

/**
 * Each time a dossier, or a part of the work on it, passes from one to another: the desk forwards, somebody takes, sends on, returns,
 * hands to a colleague or is assigned, asks another office and is answered; the last is the decision, which goes back to the desk.
 */
export const handOverKinds = ['forward', 'send', 'return', 'hand', 'assign', 'consult', 'answer', 'decide'] as const
export type HandOverKind = (typeof handOverKinds)[number]

/** How a dossier left the desk: as data at once, with the list of its originals, by the desk's word, or because somebody took it. */
export const forwardWays = ['electronic', 'originals', 'desk', 'taken'] as const
export type ForwardWay = (typeof forwardWays)[number]
