// What every schema of the API is made of: days, instants, money, pages, problems. A schema with an `$id` is a component of openapi.yaml.
import { type Static, type TProperties, type TSchema, type TSchemaOptions, Type } from 'typebox'
import { locales } from './locale.ts'
import { type RefusalCode, refusals } from './refusals.ts'

type Said = { description: string; examples: readonly [unknown, ...unknown[]] }
const said = (description: string, example: unknown): Said => ({ description, examples: [example] })

export const Text = (description: string, example: string, options: { minLength?: number; maxLength?: number; pattern?: string } = {}) =>
  Type.String({ ...options, ...said(description, example) })

export const Uuid = (description: string, example = '019aaf10-5b1c-7d2e-9c4a-2f6b8d0e1a33') =>
  Type.String({ format: 'uuid', ...said(description, example) })

/** A moment, always with its zone. */
export const Instant = (description: string, example = '2026-11-23T02:05:00Z') =>
  Type.String({ format: 'date-time', ...said(description, example) })

/** A day of the calendar in Asia/Ho_Chi_Minh. */
export const Day = (description: string, example = '2026-11-23') => Type.String({ format: 'date', ...said(description, example) })

/** Whole đồng. */
export const Money = (description: string, example = 50_000) => Type.Integer({ minimum: 0, ...said(description, example) })

export const Count = (
  description: string,
  example: number,
  options: { minimum?: number; maximum?: number; default?: number } = { minimum: 0 }
) => Type.Integer({ ...options, ...said(description, example) })

export const Claim = (description: string, example: boolean) => Type.Boolean(said(description, example))

/** One of the words of a list; the list itself stays where the house keeps it. */
export const OneOf = <Word extends string>(words: readonly Word[], description: string) =>
  Type.Unsafe<Word>({ type: 'string', enum: [...words], ...said(description, words[0]) } as TSchema)

type Plain = { type?: string; enum?: unknown[] }

/** The same, or null where there is nothing yet. */
export function OrNull<S extends TSchema>(schema: S) {
  const { type, enum: words, ...rest } = schema as Plain
  if (type === undefined) return Type.Unsafe<Static<S> | null>({ anyOf: [schema, { type: 'null' }] } as TSchema)
  return Type.Unsafe<Static<S> | null>({ ...rest, type: [type, 'null'], ...(words && { enum: [...words, null] }) } as TSchema)
}

/** Points at a component instead of repeating it. */
export const Ref = <S extends TSchema>(schema: S) =>
  Type.Unsafe<Static<S>>({ $ref: `${(schema as unknown as { $id: string }).$id}#` } as TSchema)

type Described = TSchemaOptions & { description: string; examples: readonly [unknown, ...unknown[]] }

/** An answer: a named component with at least one example. */
export const Component = <P extends TProperties>($id: string, properties: P, options: Described) =>
  Type.Object(properties, { $id, ...options })

/**
 * What is sent to us: a name that is not listed is refused, because a misspelt `pickUp` that is quietly
 * dropped is a parcel nobody collects.
 */
export const Asked = <P extends TProperties>($id: string, properties: P, options: Described) =>
  Type.Object(properties, { $id, propertyNames: { enum: Object.keys(properties) }, ...options })

/** A page of a list: `next` is the `cursor` of the following page, null on the last. */
export const page = <S extends TSchema>(Item: S, examples: readonly [unknown, ...unknown[]]) => {
  const { $id } = Item as { $id?: string }
  return Component(
    `${$id}Page`,
    {
      items: Type.Array(Ref(Item), { description: 'In the order of the list' }),
      next: OrNull(Text('The `cursor` of the following page', 'WyIxLjAwMTE5MyJd'))
    },
    { description: `A page of ${$id}`, examples: [{ items: [...examples], next: null }] }
  )
}

const aProblem = {
  type: 'https://motcua.invalid/problems/form-incomplete',
  title: 'Còn chỗ cần sửa trước khi tiếp tục.',
  status: 422,
  code: 'FORM_INCOMPLETE',
  instance: 'req-4f',
  errors: [{ field: 'applicant.phone', code: 'PHONE_INVALID', detail: 'Số điện thoại gồm 10 số, ví dụ 0912 480 123' }]
}

/** RFC 9457; in the order in which web/errors.ts writes it. */
export const Problem = Component(
  'Problem',
  {
    type: Text('Stays the same for one kind of problem', aProblem.type),
    title: Text('A sentence for people that says what to do next', aProblem.title),
    status: Count('The HTTP status', 422),
    code: Text('Stays the same for one kind of problem: decide by this', aProblem.code),
    instance: Text('The number of this request: quote it when you call', aProblem.instance),
    errors: Type.Optional(
      Type.Array(
        Type.Object({
          field: Text('The field, its path with dots', 'applicant.phone'),
          code: Text('What is wrong with it', 'PHONE_INVALID'),
          detail: Text('How to mend it, for people', aProblem.errors[0]!.detail)
        }),
        { description: 'Everything that is wrong with the fields, at once' }
      )
    )
  },
  { description: 'Why we say no (RFC 9457)', examples: [aProblem] }
)

const LocaleOf = {
  locale: Type.Optional(OneOf(locales, 'Language of the sentences; without it, the header Accept-Language decides, else Vietnamese'))
}
export const LocaleQuery = Type.Object(LocaleOf)

/** The query of a list. */
export const ListQuery = <P extends TProperties>(filters: P) =>
  Type.Object({
    ...filters,
    limit: Type.Optional(Count('How many at most', 25, { minimum: 1, maximum: 100, default: 25 })),
    cursor: Type.Optional(Text('The `next` of the page before', 'WyIxLjAwMTE5MyJd', { maxLength: 500 }))
  })

/** A 2xx answer in JSON. */
export const Answer = <S extends TSchema>(schema: S, description: string, headers?: Record<string, TSchema>) => ({
  description,
  ...(headers && { headers }),
  content: { 'application/json': { schema } }
})

/** Behind a key. */
export const guarded = ['API_KEY_NEEDED', 'SCOPE_MISSING'] as const satisfies RefusalCode[]
/** Every POST. */
export const posted = ['IDEMPOTENCY_KEY_NEEDED', 'IDEMPOTENCY_KEY_REUSED', 'REQUEST_IN_PROGRESS'] as const satisfies RefusalCode[]
const everywhere = ['REQUEST_MALFORMED', 'TOO_MANY_TRIES', 'SERVICE_UNAVAILABLE'] as const satisfies RefusalCode[]

const inProblem = { content: { 'application/problem+json': { schema: Ref(Problem) } } }
const retryAfter = { headers: { 'Retry-After': Count('Seconds to wait', 12) } }

/** The refusals an operation may answer with, by status, in the words of the catalogue. */
export function problems(...codes: readonly RefusalCode[]) {
  const byStatus = Map.groupBy([...everywhere, ...codes], (code) => refusals[code].status)
  const described = [...byStatus].map(([status, same]) => {
    const description = same.map((code) => `\`${code}\`: ${refusals[code].en}`).join('\n\n')
    return [status, { description, ...(status === 429 && retryAfter), ...inProblem }] as const
  })
  return {
    ...Object.fromEntries(described),
    500: { description: '`OUR_FAULT`: something failed on our side; quote `instance`.', ...inProblem }
  }
}

/** Of every POST. Only described here: integrations/idempotency.ts says what is wrong with it in words of its own. */
export const PostHeaders = Type.Object({
  'Idempotency-Key': Text(
    'Made by you, one for each thing you want done, such as a UUID. The same key and body get the same answer for 24 hours, however often they are sent.',
    '3f0a6a2e-6f53-4a57-a4a5-0b2c0c1d7f10'
  )
})
