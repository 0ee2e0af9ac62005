// The form of a procedure for other programs: its pages and fields as data, and the JSON Schema of the answers to be sent.

import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { type Static, type TSchema, Type } from 'typebox'
import { formOf } from '../dossiers/filing-answers.ts'
import { type Field, type Form, fieldKinds } from '../forms/definition.ts'
import { schemaOf } from '../forms/json-schema.ts'
import { Refusal } from '../kernel/refusal.ts'
import { Answer, Component, Count, OneOf, OrNull, problems, Ref, Text } from '../kernel/schema.ts'
import { dayOf } from '../kernel/time.ts'
import { admit } from '../web/guard.ts'
import { findProcedure, type ProcedureView } from './queries.ts'
import { certainties } from './rules.ts'

const said = (vi: string, en: string) => ({ vi, en })
const aLabel = said('Họ tên và giấy tờ', 'Name and papers')
const InWords = Component(
  'InWords',
  { vi: Text('In Vietnamese', aLabel.vi), en: Text('In English', aLabel.en) },
  { description: 'The same in both languages', examples: [aLabel] }
)

/** Kept as data: `{ is: 'equal', field, value }`, joined by `all`, `any` and `not`. */
const aCondition = { is: 'equal', field: 'relation', value: 'authorised' }
const Claimed = (description: string) => Type.Unsafe<unknown>({ description, examples: [aCondition] } as TSchema)

const anOption = { value: 'male', label: said('Nam', 'Male') }
const aLimit = { length: 50 }
const aField = {
  id: 'deceased',
  kind: 'person',
  label: aLabel,
  hint: null,
  options: [anOption],
  required: true,
  shownWhen: null,
  limits: aLimit,
  fields: []
}
const fieldParts = {
  id: Text('Its name in the answers', 'deceased'),
  kind: OneOf(fieldKinds, 'What it asks for; the shape of the answer is in `schema`'),
  label: Ref(InWords),
  hint: Type.Unsafe<Static<typeof InWords> | null>({ anyOf: [Ref(InWords), { type: 'null' }], description: 'How to answer' } as TSchema),
  options: Type.Array(Type.Object({ value: Text('Sent as the answer', 'male'), label: Ref(InWords) }), {
    description: 'Of `choice` and `several`: the answers there are'
  }),
  required: Claimed('True, false, or the condition under which it must be answered; only ever where it is shown'),
  shownWhen: Claimed('The condition under which it is asked; null: always'),
  limits: Type.Unsafe<Record<string, unknown>>({
    type: 'object',
    additionalProperties: true,
    description: '`min`, `max`, `length`, `decimals`, `when` (past or future), `yearOnly`',
    examples: [aLimit]
  } as TSchema)
}
const FormField = Component(
  'FormField',
  {
    ...fieldParts,
    fields: Type.Array(Type.Object(fieldParts), { description: 'Of a `group`: the fields of each row' })
  },
  { description: 'One question of a form', examples: [aField] }
)

const aPage = { id: 'nguoi-mat', title: said('Người đã mất', 'The person who died'), shownWhen: null, fields: [aField], rules: [] }
const aRule = { at: 'bride.bornOn', wrongWhen: aCondition, sentence: said('Xin ghi ngày sinh', 'Enter the date of birth') }
const FormPageOf = Component(
  'FormPage',
  {
    id: Text('Its name in addresses', 'nguoi-mat'),
    title: Ref(InWords),
    shownWhen: Claimed('The condition under which the page is asked; null: always'),
    fields: Type.Array(Ref(FormField), { description: 'In order' }),
    rules: Type.Array(
      Type.Object(
        {
          at: Text('The field it is said at', 'bride.bornOn'),
          wrongWhen: Claimed('The answers are wrong when this holds'),
          sentence: Ref(InWords)
        },
        { description: 'Answers that cannot be together', examples: [aRule] }
      ),
      { description: 'Answers that cannot be together; checked on arrival' }
    )
  },
  { description: 'A page of a form', examples: [aPage] }
)

const aSchema = { $schema: 'https://json-schema.org/draft/2020-12/schema', type: 'object' }
const aForm = {
  code: '1.000656',
  title: said('Tờ khai đăng ký khai tử', 'Application for death registration'),
  source: 'Thông tư 04/2020/TT-BTP, Phụ lục 5',
  certainty: 'known',
  paper: 1,
  pages: [aPage],
  schema: aSchema
}
const FormOf = Component(
  'Form',
  {
    code: Text('National procedure code', aForm.code),
    title: Ref(InWords),
    source: Text('The paper it was built from', aForm.source),
    certainty: OneOf(certainties, '`sourced`: read in the published text'),
    paper: OrNull(Count('Number of the required paper that the filled form is; it is not uploaded then', 1)),
    pages: Type.Array(Ref(FormPageOf), { description: 'In order' }),
    schema: Type.Unsafe<Record<string, unknown>>({
      type: 'object',
      additionalProperties: true,
      description: 'JSON Schema 2020-12 of `answers` of a filing. It refuses nothing that we accept.',
      examples: [aSchema]
    } as TSchema)
  },
  { description: 'What is asked of those who file', examples: [aForm] }
)

const partsOf = ({ id, kind, label, hint, options = [], required, shownWhen, limits = {} }: Field) => ({
  ...{ id, kind, label, options: options.map(({ value, label: words }) => ({ value, label: words })) },
  ...{ hint: hint ?? null, required, shownWhen: shownWhen ?? null, limits }
})

const pageOf = ({ id, title, shownWhen, fields, rules = [] }: Form['pages'][number]): Static<typeof FormPageOf> => ({
  ...{ id, title, shownWhen: shownWhen ?? null },
  fields: fields.map((field) => ({ ...partsOf(field), fields: (field.fields ?? []).map(partsOf) })),
  rules: [...rules]
})

function formFor(view: ProcedureView, today: Temporal.PlainDate): Static<typeof FormOf> {
  const form = formOf(view)
  const { title, source, certainty, paper = null, pages } = form
  return { code: view.procedure.code, title, source, certainty, paper, pages: pages.map(pageOf), schema: schemaOf(form, today) }
}

export const formApiRoutes: FastifyPluginAsyncTypebox = async (app) => {
  admit(app, 'anybody')
  const { context } = app
  for (const schema of [InWords, FormField, FormPageOf, FormOf]) app.addSchema(schema)

  app.get(
    '/procedures/:code/form',
    {
      schema: {
        operationId: 'getProcedureForm',
        summary: 'Read the form of a procedure',
        description:
          'Pages and fields of the version in force today, with the conditions under which they are asked, and the JSON Schema of `answers`. Procedures without a form of their own ask the general one.',
        tags: ['catalogue'],
        params: Type.Object({ code: Text('National procedure code', '1.000656', { maxLength: 40 }) }),
        response: { 200: Answer(Ref(FormOf), 'The form'), ...problems('PROCEDURE_NOT_FOUND') }
      }
    },
    async ({ params: { code } }) => {
      const today = dayOf(context.now())
      const view = await findProcedure(context.db, code, { on: today })
      if (!view) throw new Refusal('PROCEDURE_NOT_FOUND', { code })
      return formFor(view, today)
    }
  )
}
