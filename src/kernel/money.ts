// Money is whole đồng: how it is printed, and how a receipt writes it out in words.

/** `1250000` → `1.250.000 ₫`, with a no-break space before the sign. */
export function formatMoney(amount: number): string {
  return `${amount.toLocaleString('de-DE', { maximumFractionDigits: 0 })}\u00a0₫`
}

const digits = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const scales = ['', 'nghìn', 'triệu', 'tỷ', 'nghìn tỷ', 'triệu tỷ']

function unitWord(unit: number, tens: number): string {
  if (unit === 1 && tens > 1) return 'mốt'
  if (unit === 5 && tens > 0) return 'lăm'
  return digits[unit]!
}

/** Three digits; `full` says the leading "không trăm" and "linh", as inside a longer number. */
function tripleWords(value: number, full: boolean): string {
  const [hundreds, tens, unit] = [Math.floor(value / 100), Math.floor(value / 10) % 10, value % 10]
  const words: string[] = []
  if (hundreds > 0 || full) words.push(`${digits[hundreds]} trăm`)
  if (tens > 1) words.push(`${digits[tens]} mươi`)
  if (tens === 1) words.push('mười')
  if (tens === 0 && unit > 0 && words.length > 0) words.push('linh')
  if (unit > 0) words.push(unitWord(unit, tens))
  return words.join(' ')
}

/** `1250000` → `Một triệu hai trăm năm mươi nghìn đồng`. */
export function moneyInWords(amount: number): string {
  if (amount === 0) return 'Không đồng'
  const triples: number[] = []
  for (let rest = amount; rest > 0; rest = Math.floor(rest / 1000)) triples.push(rest % 1000)
  const words = triples
    .map((value, scale) => (value === 0 ? '' : `${tripleWords(value, scale < triples.length - 1)} ${scales[scale]}`.trim()))
    .reverse()
    .filter(Boolean)
    .join(' ')
  return `${words[0]!.toUpperCase()}${words.slice(1)} đồng`
}
