// Column types of the house: instants and calendar days arrive as Temporal, keys are made by PostgreSQL in time order.
import { sql } from 'drizzle-orm'
import { customType, uuid } from 'drizzle-orm/pg-core'

/** PostgreSQL prints `2026-11-23 09:00:00.123456+00`; microseconds survive, which Date would lose. */
export const parseInstant = (text: string): Temporal.Instant => Temporal.Instant.from(text.replace(' ', 'T'))

/** Cut, not rounded: a stored instant is never later than the one it was made from. */
export const printInstant = (at: Temporal.Instant): string => at.toString({ smallestUnit: 'microsecond', roundingMode: 'trunc' })

// The client already parses both types (client.ts); text still arrives when PostgreSQL wrote the value into JSON.

/** `timestamptz` ↔ `Temporal.Instant`, to the microsecond. */
export const instant = customType<{ data: Temporal.Instant; driverData: Temporal.Instant | string }>({
  dataType: () => 'timestamptz',
  toDriver: printInstant,
  fromDriver: (value) => (typeof value === 'string' ? parseInstant(value) : value)
})

/** `date` ↔ `Temporal.PlainDate`: a calendar day, which has no zone to get wrong. */
export const day = customType<{ data: Temporal.PlainDate; driverData: Temporal.PlainDate | string }>({
  dataType: () => 'date',
  toDriver: (value) => value.toString(),
  fromDriver: (value) => (typeof value === 'string' ? Temporal.PlainDate.from(value) : value)
})

/** `bytea` ↔ `Buffer` (any Uint8Array may be written). */
export const bytes = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  toDriver: (value) => (Buffer.isBuffer(value) ? value : Buffer.from(value))
})

/** Primary key `uuid default uuidv7()`: keys grow with time, so an index takes new rows at its end. */
export const uuidKey = () => uuid().primaryKey().default(sql`uuidv7()`)
