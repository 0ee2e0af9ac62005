// Where bytes are kept: an object store addressed by the SHA-256 of what it holds.

/** `put` is safe to repeat: the same bytes have the same address. */
export type FileStore = {
  put(bytes: Uint8Array): Promise<{ sha256: string; size: number }>
  /** @throws ServiceError when the bytes are not there or do not match their address. */
  get(sha256: string): Promise<Buffer>
}
