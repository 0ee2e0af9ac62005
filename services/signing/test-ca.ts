// A certificate authority to try signing with: made at the first start, kept in a folder, and named "thử nghiệm" in every certificate.
import { createPrivateKey, generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import forge from 'node-forge'
import type { Identity } from './cms.ts'
import { describe, requireInForce } from './p12.ts'
import { signPdf } from './sign-pdf.ts'
import type { Signing } from './signing.ts'

const { pki } = forge
type Kept = { key: string; certificate: string }
type Names = { cn: string; o: string }

const authorityNames: Names = { cn: 'CA thử nghiệm Một Cửa (không có giá trị pháp lý)', o: 'Một Cửa, bản chạy thử' }
/** Long enough for a trial that is forgotten and found again, and for a test whose clock stands elsewhere. */
const years = 10
const year = 365.25 * 24 * 3_600_000

const attributesOf = ({ cn, o }: Names): forge.pki.CertificateField[] =>
  [
    { name: 'commonName', value: cn },
    { name: 'organizationName', value: o },
    { name: 'countryName', value: 'VN' }
  ].map((one) => ({ ...one, valueTagClass: forge.asn1.Type.UTF8 as unknown as forge.asn1.Class }))

function makeCertificate({ names, at, by }: { names: Names; at: Date; by?: Kept | undefined }): Kept {
  // Node makes the key: forge takes seconds for it.
  const pair = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' }
  })
  const certificate = pki.createCertificate()
  certificate.publicKey = pki.publicKeyFromPem(pair.publicKey)
  // Positive by its first digit, and long enough never to meet another.
  certificate.serialNumber = `01${randomBytes(15).toString('hex')}`
  certificate.validity.notBefore = new Date(at.getTime() - years * year)
  certificate.validity.notAfter = new Date(at.getTime() + years * year)
  certificate.setSubject(attributesOf(names))
  certificate.setIssuer(attributesOf(authorityNames))
  certificate.setExtensions(
    by
      ? [
          { name: 'basicConstraints', cA: false },
          { name: 'keyUsage', digitalSignature: true, nonRepudiation: true, critical: true },
          // Signing of documents (RFC 9336) and of mail: what readers of PDF ask for.
          { name: 'extKeyUsage', '1.3.6.1.5.5.7.3.36': true, emailProtection: true }
        ]
      : [
          { name: 'basicConstraints', cA: true, critical: true },
          { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true }
        ]
  )
  certificate.sign(pki.privateKeyFromPem(by?.key ?? pair.privateKey), forge.md.sha256.create())
  return { key: pair.privateKey, certificate: pki.certificateToPem(certificate) }
}

/** Kept under its name; of two starters one writes, and both read the same. */
function kept(folder: string, name: string, make: () => Kept): Kept {
  const file = join(folder, `${name}.json`)
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    try {
      writeFileSync(file, JSON.stringify(make()), { mode: 0o600, flag: 'wx' })
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as Kept
}

/** Signs for every agency with a certificate of its own. No paper signed so has any legal value, and each says it. */
export function testSigning({ folder, now }: { folder: string; now: () => Date }): Signing {
  // Not before somebody signs: most starts never need it.
  let authority: Kept | undefined
  const authorityOf = () => {
    authority ??= kept(folder, 'ca', () => makeCertificate({ names: authorityNames, at: now() }))
    return authority
  }
  const identities = new Map<string, Identity>()
  const identityOf = (code: string, agencyName: string): Identity => {
    const known = identities.get(code)
    if (known) return known
    // A code is letters and figures; nothing else becomes the name of a file.
    const file = `agency-${code.replace(/[^\w-]/g, '_')}`
    const own = kept(folder, file, () =>
      makeCertificate({ names: { cn: `${agencyName} (thử nghiệm)`, o: authorityNames.o }, at: now(), by: authorityOf() })
    )
    const made = {
      key: createPrivateKey(own.key),
      certificate: pki.certificateFromPem(own.certificate),
      chain: [pki.certificateFromPem(authorityOf().certificate)]
    }
    identities.set(code, made)
    return made
  }
  return {
    async sign(pdf, order) {
      const identity = identityOf(order.agencyCode, order.agencyName)
      requireInForce(identity, order.at)
      return { pdf: await signPdf(pdf, order, identity), with: describe(identity, true) }
    }
  }
}
