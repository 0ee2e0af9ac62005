// The jobs that tell people: write the message once, then send it. The web process holds no mail password; the worker does.
import { getAgencyById } from '../agencies/queries.ts'
import type { Context, Outside } from '../context.ts'
import { getDossier, movesOf, supplementRequestsOf } from '../dossiers/queries.ts'
import type { Dossier } from '../dossiers/store.ts'
import { enqueue } from '../jobs/enqueue.ts'
import type { AfterMove, JobPayloads } from '../jobs/names.ts'
import type { Locale } from '../kernel/locale.ts'
import { Refusal } from '../kernel/refusal.ts'
import { formatInstant } from '../kernel/time.ts'
import { reasons, sayStatus } from '../shipments/lifecycle.ts'
import { eventsOf, findShipmentById } from '../shipments/queries.ts'
import { findMessage } from './queries.ts'
import { insertMessages, markSent } from './store.ts'
import { fill, type TemplateName, templates } from './templates.ts'

type Values = Record<string, string>
type Telling = { name: TemplateName; dossier: Dossier; values: Values; occasion: string }

/** To the person who filed: the phone and mail given in the filing. */
const tell = (context: Context, { dossier, ...told }: Telling): Promise<void> =>
  tellPerson(context, { ...told, to: dossier.filer, locale: dossier.locale, dossierId: dossier.id })

type ToPerson = {
  name: TemplateName
  to: { phone: string; email?: string | null | undefined }
  locale: Locale
  values: Values
  occasion: string
  dossierId?: string
}

/** One short message and, where a mail address was given, one letter; once for each occasion. */
export async function tellPerson(context: Context, { name, to, locale, values, occasion, dossierId }: ToPerson): Promise<void> {
  const at = context.now()
  const { subject, body, sms } = templates[name]!
  const shared = { dossierId, kind: name, locale, createdAt: at }
  const rows = [
    {
      ...shared,
      channel: 'sms' as const,
      recipient: to.phone,
      subject: '',
      body: fill(sms[locale], values),
      occasion: `${occasion}:sms`
    },
    ...(to.email
      ? [
          {
            ...shared,
            channel: 'email' as const,
            recipient: to.email,
            subject: fill(subject[locale], values),
            body: fill(body[locale], values),
            occasion: `${occasion}:email`
          }
        ]
      : [])
  ]
  await context.db.transaction(async (tx) => {
    const made = await insertMessages(tx, rows)
    await enqueue(
      tx,
      made.map((messageId) => ({ name: 'message.send' as const, payload: { messageId }, key: `message.send:${messageId}` })),
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
    const values = { ...(await valuesOf(context, dossier)), note: move?.note ?? '', reasons }
    await tell(context, { name, dossier, values, occasion: `${name}:${dossierId}:${moveSeq}` })
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
  await tell(context, { name: 'parcel', dossier, values, occasion: `parcel:${shipmentId}:${status}:${attempt}` })
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
    for (const messageId of await insertMessages(tx, [row])) {
      await enqueue(tx, [{ name: 'message.send', payload: { messageId }, key: `message.send:${messageId}` }], context.now())
    }
  })
}

/** Hands a kept message to the mail or SMS service. After a crash in between it may go twice, with the same Message-ID. */
export async function sendMessage(context: Context, outside: Outside, { messageId }: { messageId: string }): Promise<void> {
  const message = await findMessage(context.db, messageId)
  if (!message || message.sentAt) return
  if (message.channel === 'email')
    await outside.mail.send({ id: message.id, to: message.recipient, subject: message.subject, text: message.body })
  else await outside.sms.send({ to: message.recipient, text: message.body })
  await context.db.transaction((tx) => markSent(tx, messageId, context.now()))
}
