// Reads a signature in a PDF and checks it without the program that made it: digest, signed attributes, certificate, chain.
import { createHash, verify, X509Certificate } from 'node:crypto'
import forge from 'node-forge'

const { asn1 } = forge
type Node = forge.asn1.Asn1
const children = (node: Node) => node.value as Node[]
const text = (node: Node) => Buffer.from(node.value as string, 'binary')
const der = (node: Node) => Buffer.from(asn1.toDer(node).getBytes(), 'binary')
const oidOf = (node: Node) => asn1.derToOid(node.value as string)
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

export type CheckedSignature = {
  subFilter: string
  /** Nothing of the file lies outside what was signed, but the signature itself. */
  coversAll: boolean
  digestFits: boolean
  signatureFits: boolean
  /** The hash in signing-certificate-v2 is the certificate's. */
  namesItsCertificate: boolean
  chainFits: boolean
  signer: string
  authority: string
}

/** The only signature of a PDF. */
export function checkSignature(bytes: Uint8Array): CheckedSignature {
  const pdf = Buffer.from(bytes)
  const plain = pdf.toString('latin1')
  const range = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)\s*\]/.exec(plain)!.slice(1).map(Number) as [
    number,
    number,
    number,
    number
  ]
  const [start, first, second, rest] = range
  const signed = Buffer.concat([pdf.subarray(start, start + first), pdf.subarray(second, second + rest)])
  const hex = plain.slice(first + 1, second - 1)
  // Zeros fill the room that was kept: forge reads the one structure at its beginning.
  const cms = asn1.fromDer(Buffer.from(hex, 'hex').toString('binary'), { strict: true, parseAllBytes: false } as never)
  const signedData = children(children(cms)[1]!)[0]!
  const [, , , certificates, signerInfos] = children(signedData)
  const all = children(certificates!).map((one) => new X509Certificate(der(one)))
  const [, sid, , attributes, , signature] = children(children(signerInfos!)[0]!)
  const serial = text(children(sid!)[1]!).toString('hex').replace(/^0+/, '').toUpperCase()
  const certificate = all.find((one) => one.serialNumber.replace(/^0+/, '') === serial)!
  const authority = all.find((one) => one.ca)!
  const values = new Map(children(attributes!).map((one) => [oidOf(children(one)[0]!), children(children(one)[1]!)[0]!]))
  const digest = text(values.get('1.2.840.113549.1.9.4')!)
  const asSet = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SET, true, children(attributes!))
  const ess = values.get('1.2.840.113549.1.9.16.2.47')!
  const certificateHash = text(children(children(children(ess)[0]!)[0]!)[0]!)
  return {
    subFilter: /\/SubFilter\s*\/([\w.]+)/.exec(plain)![1]!,
    coversAll: start === 0 && second + rest === pdf.length && second - first === hex.length + 2,
    digestFits: digest.equals(sha256(signed)),
    signatureFits: verify('sha256', der(asSet), certificate.publicKey, text(signature!)),
    namesItsCertificate: certificateHash.equals(sha256(certificate.raw)),
    chainFits: certificate.checkIssued(authority) && certificate.verify(authority.publicKey) && authority.verify(authority.publicKey),
    signer: certificate.subject,
    authority: authority.subject
  }
}

export const isValid = (one: CheckedSignature): boolean =>
  one.coversAll && one.digestFits && one.signatureFits && one.namesItsCertificate && one.chainFits
