// Signing with certificates in files: the real adapter and the one to try it with keep the same promises.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import forge from 'node-forge'
import t, { type Test } from 'tap'
import { p12Signing } from '../../services/signing/p12.ts'
import { noSigning, type Signing } from '../../services/signing/signing.ts'
import { testSigning } from '../../services/signing/test-ca.ts'
import { printResult } from '../../src/documents/forms/result-paper.ts'
import { readPdf } from '../documents/read-pdf.ts'
import { checkSignature, isValid } from '../helpers/pdf-signature.ts'

const at = Temporal.Instant.from('2026-03-02T08:30:00+07:00')
const now = () => new Date(at.epochMilliseconds)
const order = {
  agencyCode: 'STTTT',
  agencyName: 'Sở Thông tin và Truyền thông',
  signerName: 'Lương Hải Âu',
  reason: 'Ký giấy phép số 01',
  place: 'Hải Phòng',
  at: now()
}

const paper = () =>
  printResult({
    above: 'Ủy ban nhân dân thành phố Hải Phòng',
    issuer: order.agencyName,
    number: '01/GP-STTTT',
    place: 'Hải Phòng',
    on: Temporal.PlainDate.from('2026-03-02'),
    at,
    title: 'GIẤY PHÉP',
    under: '',
    blocks: [{ kind: 'paragraph', text: 'Cho phép.' }],
    capacity: ['GIÁM ĐỐC'],
    signer: order.signerName,
    recipients: ['Như trên'],
    code: '000.00.18.H24-260302-0001'
  })

function aFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'mot-cua-signing-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The certificate for trial, as the file an authority would hand over. */
async function aP12(t: Test, password: string): Promise<string> {
  const folder = aFolder(t)
  await testSigning({ folder, now }).sign(await paper(), order)
  const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as { key: string; certificate: string }
  const [own, ca] = [read('agency-STTTT.json'), read('ca.json')]
  const chain = [own, ca].map(({ certificate }) => forge.pki.certificateFromPem(certificate))
  const p12 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(own.key), chain, password, { algorithm: 'aes256' })
  const file = join(folder, 'STTTT.p12')
  writeFileSync(file, Buffer.from(forge.asn1.toDer(p12).getBytes(), 'binary'))
  return file
}

async function promises(t: Test, signing: Signing, isTest: boolean): Promise<void> {
  const plain = await paper()
  const { pdf, with: certificate } = await signing.sign(plain, order)

  t.ok(isValid(checkSignature(pdf)))
  t.equal(checkSignature(pdf).subFilter, 'ETSI.CAdES.detached')
  t.same(
    Buffer.from(pdf).subarray(0, plain.length).equals(Buffer.from(plain).subarray(0, plain.length)),
    true,
    'what was there stays byte for byte'
  )
  t.match(certificate, { subject: /Sở Thông tin và Truyền thông/, issuer: /thử nghiệm/, isTest })
  const read = await readPdf(new Uint8Array(pdf))
  t.match(read, { tagged: true, conformance: /2.*A/i })
  t.match(
    Buffer.from(pdf).toString('latin1').slice(-400),
    /\/ID \[<[0-9a-f]+> <[0-9a-f]+>\]/,
    'the last trailer names the file, as PDF/A asks'
  )
  for (const position of [200, Math.floor(plain.length / 2), pdf.length - 30]) {
    const changed = Buffer.from(pdf)
    changed[position] = changed[position]! ^ 1
    t.notOk(checkSignature(changed).digestFits, `byte ${position}`)
  }
}

t.test('the authority to try with signs, says what it is, and keeps its keys where only we read them', async (t) => {
  const folder = aFolder(t)
  const signing = testSigning({ folder, now })
  await promises(t, signing, true)
  t.equal(statSync(join(folder, 'ca.json')).mode & 0o077, 0)
  const again = await testSigning({ folder, now }).sign(await paper(), order)
  t.equal(again.with.serial, (await signing.sign(await paper(), order)).with.serial, 'the same certificate after a restart')
})

t.test('a PKCS #12 file, or a folder with one for each agency, signs the same', async (t) => {
  const file = await aP12(t, 'mật khẩu')
  await promises(t, p12Signing({ path: file, password: 'mật khẩu' }), false)
  const folder = aFolder(t)
  renameSync(file, join(folder, 'STTTT.p12'))
  const signing = p12Signing({ path: folder, password: 'mật khẩu' })
  await promises(t, signing, false)
  await t.rejects(signing.sign(await paper(), { ...order, agencyCode: 'SYT' }), { message: /no certificate for SYT/, retry: true } as never)
})

t.test('a wrong password, a certificate that has ended, none at all: refused for good, and said', async (t) => {
  const file = await aP12(t, 'đúng')
  const refused = (signing: Signing, when = order.at) =>
    signing.sign(new Uint8Array(), { ...order, at: when }).catch((error: unknown) => error)
  t.match(await refused(p12Signing({ path: file, password: 'sai' })), { name: 'ServiceError', retry: false, message: /cannot be opened/ })
  const late = new Date('2046-01-01')
  t.match(await refused(p12Signing({ path: file, password: 'đúng' }), late), { retry: false, message: /the certificate holds/ })
  t.match(await refused(noSigning), { retry: false, message: /SIGNING_P12/ })
})

t.test('openssl agrees', async (t) => {
  const folder = aFolder(t)
  const { pdf } = await testSigning({ folder, now }).sign(await paper(), order)
  const bytes = Buffer.from(pdf)
  const [, start, first, second, rest] = /\/ByteRange\s*\[\s*(\d+)\s+(\d+)\s+(\d+)\s+(\d+)/
    .exec(bytes.toString('latin1'))!
    .map(Number) as number[]
  const hex = bytes.subarray(first! + 1, second! - 1).toString('latin1')
  const length = 4 + Number.parseInt(hex.slice(4, 8), 16)
  writeFileSync(join(folder, 'cms.der'), Buffer.from(hex, 'hex').subarray(0, length))
  writeFileSync(join(folder, 'content'), Buffer.concat([bytes.subarray(start!, start! + first!), bytes.subarray(second!, second! + rest!)]))
  writeFileSync(join(folder, 'ca.pem'), JSON.parse(readFileSync(join(folder, 'ca.json'), 'utf8')).certificate)
  const verify = () =>
    execFileSync(
      'openssl',
      [
        'cms',
        '-verify',
        '-inform',
        'DER',
        '-in',
        'cms.der',
        '-content',
        'content',
        '-CAfile',
        'ca.pem',
        '-purpose',
        'any',
        '-binary',
        '-out',
        'out',
        '-cades'
      ],
      { cwd: folder, stdio: 'pipe' }
    )
  try {
    verify()
    t.pass('verified, the signing certificate with it')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') t.pass('there is no openssl here')
    else t.fail(String((error as { stderr?: Buffer }).stderr))
  }
})
