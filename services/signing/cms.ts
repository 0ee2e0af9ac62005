// The signature itself: a detached CMS over the bytes of a PDF, as PAdES B-B wants it (ETSI EN 319 142-1, 6.3): content type, digest and
// the signing certificate's hash (ESS signing-certificate-v2, RFC 5035) are signed; the time stands in the PDF's own dictionary, not here.
import { createHash, type KeyObject, sign } from 'node:crypto'
import forge from 'node-forge'

const { asn1, pki } = forge
const { Class, Type } = asn1

export type Identity = { key: KeyObject; certificate: forge.pki.Certificate; chain: readonly forge.pki.Certificate[] }

const oids = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  rsa: '1.2.840.113549.1.1.1'
}

type Node = forge.asn1.Asn1
const sequence = (...parts: Node[]): Node => asn1.create(Class.UNIVERSAL, Type.SEQUENCE, true, parts)
const set = (...parts: Node[]): Node => asn1.create(Class.UNIVERSAL, Type.SET, true, parts)
const tagged = (tag: number, ...parts: Node[]): Node => asn1.create(Class.CONTEXT_SPECIFIC, tag, true, parts)
const oid = (name: string): Node => asn1.create(Class.UNIVERSAL, Type.OID, false, asn1.oidToDer(name).getBytes())
const octets = (bytes: Buffer): Node => asn1.create(Class.UNIVERSAL, Type.OCTETSTRING, false, bytes.toString('binary'))
const whole = (value: number): Node => asn1.create(Class.UNIVERSAL, Type.INTEGER, false, asn1.integerToDer(value).getBytes())
const nothing = (): Node => asn1.create(Class.UNIVERSAL, Type.NULL, false, '')
const der = (node: Node): Buffer => Buffer.from(asn1.toDer(node).getBytes(), 'binary')
const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest()

const attribute = (name: string, value: Node): Node => sequence(oid(name), set(value))

/** Issuer and serial number, as CMS names a certificate: as they stand in it, because forge writes names it has read another way. */
function issuerAndSerial(certificate: forge.pki.Certificate): Node {
  const [, serial, , issuer] = (certificate.tbsCertificate as Node).value as Node[]
  return sequence(issuer!, serial!)
}

/** Signed attributes in the order DER gives a set: by their bytes. */
function signedAttributes(content: Buffer, certificate: forge.pki.Certificate): Node[] {
  // ESSCertIDv2 without its algorithm: SHA-256 is the default and is left out in DER.
  const essCertificate = sequence(octets(sha256(der(pki.certificateToAsn1(certificate)))))
  return [
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(sha256(content))),
    attribute(oids.signingCertificateV2, sequence(sequence(essCertificate)))
  ].sort((a, b) => Buffer.compare(der(a), der(b)))
}

/** @returns DER of a SignedData without its content */
export function signDetached(content: Buffer, { key, certificate, chain }: Identity): Buffer {
  const attributes = signedAttributes(content, certificate)
  // Signed as a SET; carried with the tag [0] in its place (RFC 5652, 5.4).
  const signature = sign('sha256', der(set(...attributes)), key)
  const signerInfo = sequence(
    whole(1),
    issuerAndSerial(certificate),
    sequence(oid(oids.sha256), nothing()),
    tagged(0, ...attributes),
    sequence(oid(oids.rsa), nothing()),
    octets(signature)
  )
  const signedData = sequence(
    whole(1),
    set(sequence(oid(oids.sha256), nothing())),
    sequence(oid(oids.data)),
    tagged(0, ...[certificate, ...chain].map((one) => pki.certificateToAsn1(one))),
    set(signerInfo)
  )
  return der(sequence(oid(oids.signedData), tagged(0, signedData)))
}
