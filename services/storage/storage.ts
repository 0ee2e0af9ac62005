// Where bytes are kept: an object store addressed by the SHA-256 of what it holds, and the folder in which big files grow.

/** `put` and `take` are safe to repeat: the same bytes have the same address. */
export type FileStore = {
  put(bytes: Uint8Array): Promise<{ sha256: string; size: number }>
  /** Keeps a whole file of this machine without holding it in memory. The file itself stays where it is until its owner removes it. */
  take(path: string): Promise<{ sha256: string; size: number }>
  /** @throws ServiceError when the bytes are not there or do not match their address. */
  get(sha256: string): Promise<Buffer>
  /** Where unfinished uploads grow. Every process of this host may write there; on another host it would be another folder. */
  parts: string
  /** Removes what grew in `parts` and was not touched since. @returns how many files */
  dropParts(before: Temporal.Instant): Promise<number>
}
