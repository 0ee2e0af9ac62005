// Bytes of signed texts: numbers, fields with tags, base64url, hashes and signatures. The same in Node, in a browser, in a stranger's program.

export const utf8 = new TextEncoder()
export const bytesOf = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(bytes)

export function join(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

export function toBase64Url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '')
}

/** `undefined` when it is not base64url, or has loose bits at its end: one text for one seal. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return undefined
  const bytes = Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (sign) => sign.charCodeAt(0))
  return toBase64Url(bytes) === text ? bytes : undefined
}

export const toHex = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
export const fromHex = (text: string): Uint8Array => Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))

export async function sha256(bytes: Uint8Array): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(bytes)))
}

/** Whether these bytes were signed by the key; the plain primitive, which the golden vectors of RFC 8032 hold. */
export async function isSignedBy(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): Promise<boolean> {
  const key = await crypto.subtle.importKey('raw', bytesOf(publicKey), 'Ed25519', false, ['verify'])
  return crypto.subtle.verify('Ed25519', key, bytesOf(signature), bytesOf(bytes))
}

/** Big-endian, as few bytes as it needs and at least one. */
export function numberBytes(value: number): Uint8Array {
  const bytes: number[] = []
  for (let rest = value; bytes.length === 0 || rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256)
  return Uint8Array.from(bytes)
}
export const numberIn = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => sum * 256 + byte, 0)

export function field(tag: number, value: Uint8Array): Uint8Array {
  if (value.length > 255) throw new RangeError(`field ${tag} of a seal is too long`)
  return join(Uint8Array.of(tag, value.length), value)
}

/** Tags rise and none comes twice; one we do not know is passed over, so that later papers can say more. */
export function fieldsOf(bytes: Uint8Array): Map<number, Uint8Array> | undefined {
  const found = new Map<number, Uint8Array>()
  let [at, last] = [0, 0]
  while (at < bytes.length) {
    const [tag, length] = [bytes[at]!, bytes[at + 1]]
    if (tag <= last || length === undefined || at + 2 + length > bytes.length) return undefined
    found.set(tag, bytes.slice(at + 2, at + 2 + length))
    last = tag
    at += 2 + length
  }
  return found
}

export function textOf(bytes: Uint8Array | undefined): string | undefined {
  try {
    return bytes && new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
