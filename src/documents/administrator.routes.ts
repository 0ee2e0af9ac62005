// The administrator keeps the set words of the official forms.
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { parseDay } from '../accounts/people.ts'
import { findAgencyById } from '../agencies/queries.ts'
import { type Body, textOf } from '../forms/typed.ts'
import { Refusal } from '../kernel/refusal.ts'
import { dayOf } from '../kernel/time.ts'
import { isUuid } from '../kernel/uuid.ts'
import { deskRoleOf } from '../web/desk-nav.ts'
import { admit } from '../web/guard.ts'
import { mendable } from '../web/request.ts'
import { previewForm } from './actions/preview-form.ts'
import { saveWording } from './actions/save-wording.ts'
import { wordingHref, wordingListPage, wordingPage } from './pages/wording.ts'
import { wordingOn, wordingVersions } from './queries.ts'
import { checkWording, slotsOf, type WordedForm, type Wording, wordedForms } from './wording.ts'
import { wordingWords } from './words/wording.ts'

type One = { Params: { form: string }; Body: Body }

/** @throws Refusal PAGE_NOT_FOUND */
function formOf({ params }: FastifyRequest<One>): WordedForm {
  const form = wordedForms.find((one) => one === params.form)
  if (!form) throw new Refusal('PAGE_NOT_FOUND')
  return form
}

export const administratorRoutes: FastifyPluginAsync = async (app) => {
  const { context } = app
  const { db } = context
  admit(app, ['administrator'])

  async function houseOf(request: FastifyRequest) {
    const { role, agencyId, name: staffName } = request.actor
    const agency = agencyId ? await findAgencyById(db, agencyId) : undefined
    return { ...request.frame({ form: true }), role: deskRoleOf(role), agencyName: agency?.name ?? '', staffName }
  }

  app.get(wordingHref, async (request, reply) => {
    const today = dayOf(context.now())
    const forms = await Promise.all(
      wordedForms.map(async (form) => {
        const begun = (await wordingVersions(db, form)).filter(({ validFrom }) => Temporal.PlainDate.compare(validFrom, today) <= 0)
        return { form, current: begun.sort((a, b) => Temporal.PlainDate.compare(b.validFrom, a.validFrom) || b.version - a.version)[0] }
      })
    )
    return reply.page(wordingListPage({ ...(await houseOf(request)), forms }))
  })

  type Shown = { texts: Wording; validFrom: string; basis: string; formId?: string; refusal?: Refusal }

  async function show(request: FastifyRequest<One>, reply: FastifyReply, { formId = context.newId(), ...shown }: Shown) {
    const form = formOf(request)
    const versions = await wordingVersions(db, form)
    return reply.page(wordingPage({ ...(await houseOf(request)), form, versions, formId, ...shown }), shown.refusal)
  }

  app.get<One>(`${wordingHref}/:form`, async (request, reply) => {
    const form = formOf(request)
    const today = dayOf(context.now())
    const now = await wordingOn(db, form, today)
    const texts = Object.fromEntries(slotsOf(form).map(([slot, { text }]) => [slot, now[slot] ?? text]))
    return show(request, reply, { texts, validFrom: today.toString(), basis: '' })
  })

  app.post<One>(`${wordingHref}/:form`, async (request, reply) => {
    const form = formOf(request)
    const body = request.body ?? {}
    const texts = Object.fromEntries(slotsOf(form).map(([slot]) => [slot, textOf(body, slot)]))
    const typed = { texts, validFrom: textOf(body, 'validFrom'), basis: textOf(body, 'basis') }
    const typedId = textOf(body, 'formId')
    const formId = isUuid(typedId) ? typedId : context.newId()
    try {
      if (textOf(body, 'step') === 'preview') {
        const fields = checkWording(form, texts)
        if (Object.keys(fields).length > 0) throw new Refusal('FORM_INCOMPLETE', { fields })
        const bytes = await previewForm(context, form, texts)
        return reply.type('application/pdf').header('content-disposition', 'inline; filename="xem-thu.pdf"').send(bytes)
      }
      await saveWording(context, {
        id: formId,
        form,
        texts,
        validFrom: parseDay(typed.validFrom),
        basis: typed.basis.slice(0, 300),
        by: request.actor
      })
    } catch (error) {
      return show(request, reply, { ...typed, formId, refusal: mendable(error) })
    }
    return reply.flash('ok', wordingWords.saved[request.locale]).redirect(`${wordingHref}/${form}`, 303)
  })
}
