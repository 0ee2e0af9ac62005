// The jobs that tell people: write the message once, then send it. The web process holds no mail password; the worker does.
import { findPerson } from '../accounts/queries.ts'
import { getAgencyById } from '../agencies/queries.ts'
import type { Context, Outside } from '../context.ts'
import { findDossier, getDossier, movesOf, supplementRequestsOf } from '../dossiers/queries.ts'
import type { Dossier } from '../dossiers/store.ts'
import { consentsOfDossier } from '../helping/queries.ts'
import { standingOf } from '../helping/rules.ts'
import type { Consent } from '../helping/store.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { AfterMove, JobPayloads } from '../jobs/names.ts'
import { unaccented } from '../kernel/fold.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf, formatDay, formatInstant } from '../kernel/time.ts'
import { findResult } from '../results/queries.ts'
import { openParcelLink } from '../shipments/actions/open-parcel-link.ts'
import { reasons, sayStatus } from '../shipments/lifecycle.ts'
import { eventsOf, findShipmentById, findWish } from '../shipments/queries.ts'
import { mayWish, sayWish } from '../shipments/rules.ts'
import { findMessage } from './queries.ts'
import { sendAt } from './rules.ts'
import { insertMessages, markSent } from './store.ts'
import { fill, type TemplateName, templates } from './templates.ts'

type Values = Record<string, string>
type Telling = {
  name: TemplateName
  dossier: Dossier
  values: Values
  occasion: string
  /** What a helper is told instead, where the message would let them do what is the citizen's own. */
  toHelper?: TemplateName
}

/** Who a dossier's messages go to: whoever filed it, at the phone and mail given there; where somebody helped, the citizen. */
async function addresseeOf(context: Context, dossier: Dossier, consents: readonly Consent[]) {
  const [last] = consents
  if (!last) return { name: dossier.filer.name, phone: dossier.filer.phone, email: dossier.filer.email }
  const citizen = await findPerson(context.db, last.personId)
  return { name: citizen?.fullName ?? last.personName, phone: citizen?.phone ?? last.personPhone, email: citizen?.email }
}

/** To the addressee, and to a helper while the consent holds. */
async function tell(context: Context, { dossier, values, occasion, toHelper, name: told }: Telling): Promise<void> {
  const shared = { locale: dossier.locale, dossierId: dossier.id }
  const consents = await consentsOfDossier(context.db, dossier.id)
  const { name, ...to } = await addresseeOf(context, dossier, consents)
  // A draft may have no name yet: its own message says what stands instead.
  const own = consents.length === 0 ? values : { ...values, name }
  await tellPerson(context, { ...shared, name: told, to, values: own, occasion })
  const helping = consents.find((consent) => standingOf(consent, context.now()) === 'helping' && consent.helperId)
  if (!helping) return
  const { helperPhone: phone, helperName } = helping
  const theirs = { ...shared, name: toHelper ?? told, to: { phone }, values: { ...values, name: helperName } }
  await tellPerson(context, { ...theirs, occasion: `${occasion}:helper` })
}

type ToPerson = {
  name: TemplateName
  to: { phone: string; email?: string | null | undefined }
  locale: Locale
  values: Values
  occasion: string
  dossierId?: string
  /** Until when the message is of use: what is over before the morning is told by night. */
  dueAt?: Temporal.Instant
}

/** Room for a name, not for somebody's own message in a letter of the city. */
const longestName = 80
const shortName = (name: string) => (name.length > longestName ? `${name.slice(0, longestName - 1)}…` : name)

/**
 * One short message and, where a mail address was given, one letter; once for each occasion. By night the short message waits
 * for the morning; a letter wakes nobody and goes at once.
 */
export async function tellPerson(context: Context, { name, to, locale, values, occasion, dossierId, dueAt }: ToPerson): Promise<void> {
  const at = context.now()
  const { subject, body, sms, urgent } = templates[name]!
  const filled = values['name'] === undefined ? values : { ...values, name: shortName(values['name']) }
  const shared = { dossierId, kind: name, locale, createdAt: at }
  const rows = [
    {
      ...shared,
      channel: 'sms' as const,
      recipient: to.phone,
      subject: '',
      body: fill(sms[locale], filled),
      occasion: `${occasion}:sms`
    },
    ...(to.email
      ? [
          {
            ...shared,
            channel: 'email' as const,
            recipient: to.email,
            subject: fill(subject[locale], filled),
            body: fill(body[locale], filled),
            occasion: `${occasion}:email`
          }
        ]
      : [])
  ]
  await context.db.transaction(async (tx) => {
    const made = await insertMessages(tx, rows)
    const runAt = { sms: sendAt(at, { urgent, dueAt }), email: at }
    await enqueue(
      tx,
      made.map(({ id: messageId, channel }) => ({
        name: 'message.send' as const,
        payload: { messageId },
        key: `message.send:${messageId}`,
        runAt: runAt[channel]
      })),
      at
    )
  })
}

const deliveryWords: Record<Dossier['delivery']['method'], Record<Locale, string>> = {
  desk: {
    vi: 'Ông/bà đến quầy một cửa nhận, mang theo giấy tiếp nhận và căn cước.',
    en: 'Collect it at the desk with your receipt and identity card.'
  },
  post: {
    vi: 'Bưu điện sẽ phát tận nhà; người nhận xuất trình căn cước.',
    en: 'The post will bring it; the receiver shows an identity card.'
  },
  electronic: { vi: 'Ông/bà tải bản điện tử ngay trên trang hồ sơ.', en: 'Download the electronic result on the dossier’s page.' }
}

async function valuesOf(context: Context, dossier: Dossier): Promise<Values> {
  const agency = await getAgencyById(context.db, dossier.agencyId)
  const { locale } = dossier
  return {
    name: dossier.filer.name,
    code: dossier.code ?? '',
    procedure: dossier.procedureName,
    agency: agency.name,
    url: `${context.baseUrl}/tra-cuu/${dossier.code}`,
    due: dossier.dueAt ? formatInstant(dossier.dueAt, locale) : '',
    delivery: deliveryWords[dossier.delivery.method][locale]
  }
}

/** A message about a move of a dossier. */
export const notifyOfMove =
  (name: TemplateName) =>
  async (context: Context, { dossierId, moveSeq }: AfterMove): Promise<void> => {
    const dossier = await getDossier(context.db, dossierId)
    const move = (await movesOf(context.db, dossierId)).find(({ seq }) => seq === moveSeq)
    const requests = await supplementRequestsOf(context.db, dossierId)
    const reasons = (requests.at(-1)?.reasons ?? []).map(({ paper, reason }) => `- ${paper}: ${reason}`).join('\n')
    const oldDue =
      typeof move?.facts['oldDueAt'] === 'string' ? formatInstant(Temporal.Instant.from(move.facts['oldDueAt']), dossier.locale) : ''
    const received = dossier.receivedAt ? formatInstant(dossier.receivedAt, dossier.locale) : ''
    const values = { ...(await valuesOf(context, dossier)), note: move?.note ?? '', reasons, oldDue, received }
    // Accepted while the desk had no network, told when it has one again.
    const told: TemplateName = name === 'accepted' && move?.facts['outage'] === true ? 'accepted_in_outage' : name
    await tell(context, { name: told, dossier, values, occasion: `${name}:${dossierId}:${moveSeq}` })
  }

/** A message about a parcel: one for each state and attempt, whatever the carrier repeats. */
export async function notifyOfParcel(context: Context, { shipmentId, status, attempt }: JobPayloads['notice.parcel']): Promise<void> {
  const shipment = await findShipmentById(context.db, shipmentId)
  if (!shipment) throw new Refusal('SHIPMENT_NOT_FOUND', { shipmentId })
  const dossier = await getDossier(context.db, shipment.dossierId)
  const { locale } = dossier
  const failure = (await eventsOf(context.db, shipmentId)).findLast((event) => event.status === status)
  const why = failure?.reason ? ` ${reasons[failure.reason][locale]}.` : ''
  const values = {
    ...(await valuesOf(context, dossier)),
    tracking: shipment.trackingNumber ?? shipment.ourRef,
    status: sayStatus(shipment, locale),
    reason: why
  }
  const occasion = `parcel:${shipmentId}:${status}:${attempt}`
  // A late job finds the parcel on its way again: then there is nothing to choose.
  if (!mayWish(shipment) || shipment.status !== status) return tell(context, { name: 'parcel', dossier, values, occasion })
  // The link changes the delivery without signing in, and codes for it go to its phone: never a helper's.
  const { phone } = await addresseeOf(context, dossier, await consentsOfDossier(context.db, dossier.id))
  const link = await openParcelLink(context, { shipmentId, phone })
  await tell(context, { name: 'parcel_problem', dossier, values: { ...values, link }, occasion, toHelper: 'parcel' })
}

/** What was asked for in the recipient's name: told to the phone that is known, so that nobody chooses for them unseen. */
export async function notifyOfWish(context: Context, { wishId }: { wishId: string }): Promise<void> {
  const wish = await findWish(context.db, wishId)
  const shipment = wish && (await findShipmentById(context.db, wish.shipmentId))
  if (!wish || !shipment) throw new Refusal('SHIPMENT_NOT_FOUND', { wishId })
  const dossier = await getDossier(context.db, shipment.dossierId)
  const tracking = shipment.trackingNumber ?? shipment.ourRef
  const values = { ...(await valuesOf(context, dossier)), tracking, wish: sayWish(wish, dossier.locale) }
  await tell(context, { name: 'parcel_wish', dossier, values, occasion: `parcel_wish:${wishId}` })
}

/** A result was taken back: from now on it proves nothing, and its owner must know it before somebody else tells them. */
export async function notifyOfRevocation(context: Context, { resultId }: JobPayloads['notice.result_revoked']): Promise<void> {
  const result = await findResult(context.db, resultId)
  if (!result?.revokedAt) return
  const dossier = await getDossier(context.db, result.dossierId)
  const values = {
    ...(await valuesOf(context, dossier)),
    number: result.number,
    note: result.revokedReason ?? '',
    basis: result.revokedBasis ?? '',
    date: formatDay(dayOf(result.revokedAt))
  }
  await tell(context, { name: 'result_revoked', dossier, values, occasion: `result_revoked:${resultId}` })
}

/** A draft will be deleted soon. Nothing is said of one that was touched, filed or thrown away meanwhile. */
export async function notifyOfDraftEnding(
  context: Context,
  { dossierId, revision, endsAt }: JobPayloads['notice.draft_ending']
): Promise<void> {
  const draft = await findDossier(context.db, dossierId)
  if (draft?.state !== 'draft' || draft.revision !== revision) return
  const values = {
    name: draft.filer.name || draft.filer.phone,
    procedure: draft.procedureName,
    due: formatDay(dayOf(Temporal.Instant.from(endsAt))),
    url: `${context.baseUrl}/ho-so/${dossierId}/nop`
  }
  await tell(context, { name: 'draft_ending', dossier: draft, values, occasion: `draft_ending:${dossierId}:${revision}` })
}

export async function notifyOfSignInCode(context: Context, { phone, code, locale, at }: JobPayloads['notice.sign_in_code']): Promise<void> {
  const body = fill(templates['sign_in_code']!.sms[locale], { secret: code })
  const row = {
    kind: 'sign_in_code',
    channel: 'sms' as const,
    recipient: phone,
    subject: '',
    body,
    locale,
    occasion: `sign_in_code:${phone}:${at}`,
    createdAt: context.now()
  }
  await context.db.transaction(async (tx) => {
    for (const { id: messageId } of await insertMessages(tx, [row])) {
      await enqueue(tx, [{ name: 'message.send', payload: { messageId }, key: `message.send:${messageId}` }], context.now())
    }
  })
}

/** Hands a kept message to the mail or SMS service. After a crash in between it may go twice, with the same Message-ID. */
export async function sendMessage(context: Context, outside: Outside, { messageId }: { messageId: string }): Promise<void> {
  const message = await findMessage(context.db, messageId)
  if (!message || message.sentAt) return
  const text = message.channel === 'sms' && outside.sms.unaccented ? unaccented(message.body) : message.body
  if (message.channel === 'email') await outside.mail.send({ id: message.id, to: message.recipient, subject: message.subject, text })
  else await outside.sms.send({ to: message.recipient, text })
  await context.db.transaction((tx) => markSent(tx, messageId, { body: text, sentAt: context.now() }))
}
