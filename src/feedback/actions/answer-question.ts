// A question and its answer: a citizen asks, an officer answers, an editor lets everybody read it or takes it back.
import type { Actor } from '../../accounts/roles.ts'
import { getAgencyById } from '../../agencies/queries.ts'
import type { Context } from '../../context.ts'
import type { Tx } from '../../database/client.ts'
import { fold } from '../../kernel/fold.ts'
import { Refusal } from '../../kernel/refusal.ts'
import { stepQuestion } from '../lifecycle.ts'
import { haveAnswerTold, insertQuestion, lockQuestion, type Question, updateQuestion } from '../store.ts'
import type { Sender } from '../types.ts'

type Asked = { sender: Sender; formKey: string; agencyId: string; subject: string; text: string }

export async function askQuestion(context: Context, { sender, formKey, agencyId, subject, text }: Asked): Promise<Question> {
  const { id } = await getAgencyById(context.db, agencyId)
  return context.db.transaction((tx) => insertQuestion(tx, { ...sender, formKey, agencyId: id, subject, text, askedAt: context.now() }))
}

type One = { questionId: string; by: Actor }

/** @throws Refusal QUESTION_NOT_FOUND */
async function lockAtAgency(tx: Tx, { questionId, by }: One): Promise<Question> {
  const question = await lockQuestion(tx, questionId)
  if (question.agencyId !== by.agencyId) throw new Refusal('QUESTION_NOT_FOUND')
  return question
}

/** @throws Refusal QUESTION_NOT_FOUND, FEEDBACK_MOVE_NOT_ALLOWED */
export function answerQuestion(context: Context, { answer, ...one }: One & { answer: string }): Promise<Question> {
  const at = context.now()
  return context.db.transaction(async (tx) => {
    const question = await lockAtAgency(tx, one)
    const state = stepQuestion(question.state, 'answer', one.by.role)
    // Pressed twice, or sent again unchanged: nothing new to tell.
    if (question.answer === answer) return question
    const answerCount = question.answerCount + 1
    const answered = await updateQuestion(tx, question.id, { state, answer, answeredAt: at, answeredBy: one.by.name, answerCount })
    await haveAnswerTold(tx, answered, at)
    return answered
  })
}

/** What everybody reads is the editor's wording: no names, no numbers of people. @throws Refusal QUESTION_NOT_FOUND, FEEDBACK_MOVE_NOT_ALLOWED */
export function releaseQuestion(
  context: Context,
  { publicSubject, publicText, ...one }: One & { publicSubject: string; publicText: string }
): Promise<Question> {
  const at = context.now()
  return context.db.transaction(async (tx) => {
    const question = await lockAtAgency(tx, one)
    const state = stepQuestion(question.state, 'release', one.by.role)
    const searchText = fold(`${publicSubject} ${publicText} ${question.answer}`)
    return updateQuestion(tx, question.id, { state, publicSubject, publicText, searchText, releasedAt: at, releasedBy: one.by.name })
  })
}

/** @throws Refusal QUESTION_NOT_FOUND, FEEDBACK_MOVE_NOT_ALLOWED */
export function takeBackQuestion(context: Context, one: One): Promise<Question> {
  return context.db.transaction(async (tx) => {
    const question = await lockAtAgency(tx, one)
    const state = stepQuestion(question.state, 'take_back', one.by.role)
    return updateQuestion(tx, question.id, { state, releasedAt: null, releasedBy: null })
  })
}
