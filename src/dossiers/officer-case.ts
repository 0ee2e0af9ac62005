// One dossier as an officer sees it: their agency's own, or one their agency takes part in; and again with what was refused.
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Context } from '../context.ts'
import { readProcess } from '../processing/at-work.ts'
import type { Refused } from './pages/desk/move-form.ts'
import { officerDossierPage } from './pages/officer/dossier.ts'
import { openCase } from './workplace.ts'

type Shown = { id: string; chosen?: number; refused?: Refused }

export async function showOfficerCase(context: Context, request: FastifyRequest, reply: FastifyReply, { id, chosen, refused }: Shown) {
  const page = await openCase(context, request, { id, base: `/xu-ly/ho-so/${id}`, chosen, refused, shared: true })
  const process = await readProcess(context, page.staffCase.dossier, request.actor)
  return reply.page(officerDossierPage({ ...page, process, formId: context.newId() }), refused?.refusal)
}
