// An error as the log may have it: what went wrong and where, never whom it was about. The database's errors carry every value of a query.

type Said = { [key: string]: unknown; type: string; message: string; stack: string }

/** What the query builder appends to its message: the values. */
const withoutValues = (text: string) => text.replace(/\nparams: [\s\S]*?(?=\n {4}at |$)/, '')

/** Serializer for the log. Of an error's own fields only its code is kept; details such as `Key (phone)=(…)` are not. */
export function quietError(error: Error): Said {
  const { code, cause, message = String(error), stack = '' } = error as Error & { code?: unknown }
  return {
    type: error.constructor.name,
    message: withoutValues(message),
    stack: withoutValues(stack),
    ...(code === undefined ? {} : { code }),
    ...(cause instanceof Error ? { cause: quietError(cause) } : {})
  }
}
