// Another machine failed. The queue reads `retry`: try again later, or park it for a person to look at.

export class ServiceError extends Error {
  readonly service: string
  readonly retry: boolean
  /** Seconds the other side asked us to wait. */
  readonly after: number | undefined
  constructor(service: string, message: string, { retry, after, cause }: { retry: boolean; after?: number | undefined; cause?: unknown }) {
    super(`${service}: ${message}`, { cause })
    this.name = 'ServiceError'
    this.service = service
    this.retry = retry
    this.after = after
  }
}
