// The jobs that tell a sender what became of a petition or a question: one message for each move, however often the job runs.
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { JobPayloads } from '../../jobs/names.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { dayOf, formatDayLong } from '../../kernel/time.ts'
import { tellPerson } from '../../notifications/notify.ts'
import type { TemplateName } from '../../notifications/templates.ts'
import type { PetitionMoveName } from '../lifecycle.ts'
import { findPetition, findQuestion, petitionMovesOf } from '../queries.ts'

const templateOf: Record<PetitionMoveName, TemplateName> = {
  send: 'petition_received',
  forward: 'petition_forwarded',
  answer: 'petition_answered',
  decline: 'petition_declined'
}

export async function tellOfPetition(context: Context, { petitionId, moveSeq }: JobPayloads['notice.petition']): Promise<void> {
  const petition = await findPetition(context.db, petitionId)
  const move = (await petitionMovesOf(context.db, petitionId)).find(({ seq }) => seq === moveSeq)
  if (!petition || !move) throw new Refusal('PETITION_NOT_FOUND')
  const agency = await getAgencyById(context.db, move.toAgencyId)
  const { locale, number, name } = petition
  await tellPerson(context, {
    name: templateOf[move.name],
    to: petition,
    locale,
    values: {
      name,
      number,
      agency: agency.name,
      due: formatDayLong(dayOf(petition.answerDueAt), locale),
      note: move.note,
      url: `${context.baseUrl}/phan-anh/${number}`
    },
    occasion: `petition:${petitionId}:${moveSeq}`
  })
}

export async function tellOfAnswer(context: Context, { questionId, answerCount }: JobPayloads['notice.question']): Promise<void> {
  const question = await findQuestion(context.db, questionId)
  if (!question) throw new Refusal('QUESTION_NOT_FOUND')
  // A newer answer has a job of its own.
  if (question.answerCount !== answerCount) return
  const agency = await getAgencyById(context.db, question.agencyId)
  const { locale, name, subject, answer } = question
  await tellPerson(context, {
    name: 'question_answered',
    to: question,
    locale,
    values: { name, subject, agency: agency.name, answer, url: `${context.baseUrl}/hoi-dap/${questionId}` },
    occasion: `question:${questionId}:${answerCount}`
  })
}
