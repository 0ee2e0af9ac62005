// The seal on a paper: the plain signature of RFC 8032, one golden paper, and everything that must not pass for genuine.
import t from 'tap'
import {
  checkPaper,
  digestOfFacts,
  fingerprintOf,
  fromBase64Url,
  initialsOf,
  isSignedBy,
  openSeal,
  type PaperFacts,
  paperAddress,
  paperForms,
  readPaper,
  sealPaper,
  toBase64Url,
  toHex,
  tokenIn,
  type VerificationKey
} from '../../src/documents/verification.ts'

// RFC 8032, section 7.1: private key, public key, message, signature.
const vectors = [
  [
    '9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60',
    'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
    '',
    'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b'
  ],
  [
    '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
    '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c',
    '72',
    '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00'
  ],
  [
    'c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7',
    'fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025',
    'af82',
    '6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a'
  ]
] as const
const bytes = (hex: string) => Uint8Array.fromHex(hex)

const seal = await openSeal(bytes(vectors[0][0]))
const keyOf = (change: Partial<VerificationKey> = {}): VerificationKey => ({
  id: seal.keyId,
  publicKey: seal.publicKey,
  validFrom: 0,
  validTo: null,
  ...change
})
const facts: PaperFacts = {
  form: 'receipt',
  number: '15/BPTNTKQ',
  code: '000.00.18.H24-261123-0015',
  issuedAt: 1_795_420_800,
  holder: 'N.T.L.',
  dueAt: 1_795_852_800,
  digest: await digestOfFacts(['receipt', '15/BPTNTKQ', '000.00.18.H24-261123-0015', 'Nguyễn Thị Lan', 'Đăng ký khai sinh'])
}
// Made once and never again: whoever changes the format breaks every paper already printed.
const golden =
  'ASH-Md8BAQECCjE1L0JQVE5US1EDGTAwMC4wMC4xOC5IMjQtMjYxMTIzLTAwMTUEBGsD8oAFBk4uVC5MLgYEawqKAAgQIqJbl1Z-7PYD3KhUzgcnOLu7SYfuxxjv4VSb4Cazu2agpYmCTnB586iAgGOqvFF-NIvqOwj6R_X1mW5Fkt7nIQGJUv868Hp_rkly9loiUg8'

t.test('the signature is the Ed25519 of RFC 8032', async (t) => {
  for (const [secret, open, message, signature] of vectors) {
    const one = await openSeal(bytes(secret))
    t.equal(toHex(one.publicKey), open)
    t.equal(toHex(await one.sign(bytes(message))), signature)
    t.ok(await isSignedBy(one.publicKey, bytes(message), bytes(signature)))
    t.notOk(await isSignedBy(one.publicKey, bytes(`${message}00`), bytes(signature)))
  }
})

t.test('the golden paper is sealed to the letter, and read again', async (t) => {
  t.equal(await sealPaper(seal, facts), golden)
  t.match(await checkPaper(golden, [keyOf()]), { verdict: 'genuine', facts: { ...facts, amount: undefined } })
  t.equal(seal.keyId, '21fe31df')
  t.match(await fingerprintOf(seal.publicKey), /^21FE 31DF( [0-9A-F]{4}){6}$/)
})

t.test('the scanned address, the pasted text and the query all lead to the same paper', async (t) => {
  const address = paperAddress('https://motcua.example', golden)
  for (const text of [golden, address, ` ${golden.slice(0, 50)}\n${golden.slice(50)} `, `https://motcua.example/kiem-tra?ma=${golden}`])
    t.equal(tokenIn(text), golden)
  t.match(await checkPaper(address, [keyOf()]), { verdict: 'genuine' })
})

t.test('one changed bit anywhere is no longer genuine', async (t) => {
  const raw = fromBase64Url(golden)!
  const verdicts = new Set<string>()
  for (let at = 0; at < raw.length; at++) {
    const other = raw.slice()
    other[at]! ^= 1
    verdicts.add((await checkPaper(toBase64Url(other), [keyOf()])).verdict)
  }
  t.notOk(verdicts.has('genuine'))
  t.same([...verdicts].sort(), ['forged', 'unknown_key', 'unreadable'])
})

t.test('a paper of another city, and one from outside the time of its key, is not proven', async (t) => {
  const stranger = await openSeal(bytes(vectors[1][0]))
  t.same(await checkPaper(await sealPaper(stranger, facts), [keyOf()]), { verdict: 'unknown_key' })
  // A stranger who writes our key's name on it has still not our signature.
  t.same(await checkPaper(await sealPaper({ ...stranger, keyId: seal.keyId }, facts), [keyOf()]), { verdict: 'forged' })
  t.same(await checkPaper(golden, [keyOf({ validTo: facts.issuedAt - 1 })]), { verdict: 'unknown_key' })
  t.same(await checkPaper(golden, [keyOf({ validFrom: facts.issuedAt + 1 })]), { verdict: 'unknown_key' })
})

t.test('after a change of keys the old papers are still proven by the old key', async (t) => {
  const next = await openSeal(bytes(vectors[1][0]))
  const keys = [
    { id: next.keyId, publicKey: next.publicKey, validFrom: facts.issuedAt + 100, validTo: null },
    keyOf({ validTo: facts.issuedAt + 100 })
  ]
  t.match(await checkPaper(golden, keys), { verdict: 'genuine' })
  t.match(await checkPaper(await sealPaper(next, { ...facts, issuedAt: facts.issuedAt + 200 }), keys), { verdict: 'genuine' })
})

t.test('what is no seal is said to be none, whatever it is', async (t) => {
  for (const text of ['', 'xin chào', 'A', 'AAAA', golden.slice(0, -10), `${golden}A`, 'a'.repeat(5000), '%00', '#', '🙂'])
    t.same(await checkPaper(text, [keyOf()]), { verdict: 'unreadable' }, text.slice(0, 20))
})

t.test('a field that came later is passed over; one out of order is not', async (t) => {
  const resealed = async (change: (body: Uint8Array) => Uint8Array) => {
    const body = change(fromBase64Url(golden)!.slice(0, -64))
    const signature = await seal.sign(new Uint8Array([...new TextEncoder().encode('mot-cua/paper/1\0'), ...body]))
    return toBase64Url(new Uint8Array([...body, ...signature]))
  }
  const longer = await resealed((body) => new Uint8Array([...body, 9, 1, 65]))
  t.match(await checkPaper(longer, [keyOf()]), { verdict: 'genuine' })
  t.same(await checkPaper(await resealed((body) => new Uint8Array([...body, 1, 1, 1])), [keyOf()]), { verdict: 'unreadable' })
})

t.test('every kind of paper keeps its number', async (t) => {
  t.same(paperForms.slice(0, 6), ['receipt', 'supplement_request', 'rejection', 'filing_confirmation', 'payment_receipt', 'result'])
  for (const form of paperForms) t.equal(readPaper(await sealPaper(seal, { ...facts, form, amount: 8000 }))?.facts.form, form)
})

t.test('of a name only the initials go into the code', async (t) => {
  t.equal(initialsOf('Nguyễn Thị Lan'), 'N.T.L.')
  t.equal(initialsOf('  đặng   ánh '), 'Đ.Á.')
  t.equal(initialsOf('Lan'), 'L.')
  t.notMatch(new TextDecoder('latin1').decode(fromBase64Url(golden)!), /Lan/)
})
