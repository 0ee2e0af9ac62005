// VietQR (NAPAS on EMVCo): the text a bank's app reads from a QR code, with its checksum.

/** CRC-16/CCITT-FALSE (polynomial 1021, start FFFF), four upper-case hex digits. */
export function crc16(text: string): string {
  let crc = 0xffff
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit++) crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

const field = (id: string, value: string) => `${id}${String(value.length).padStart(2, '0')}${value}`

export type Transfer = {
  /** Six digits of the bank. */
  bin: string
  account: string
  amount: number
  /** At most 25 signs without accents; the bank sends it along with the money. */
  purpose: string
}

export function vietQr({ bin, account, amount, purpose }: Transfer): string {
  const receiver = field('00', bin) + field('01', account)
  const text = [
    field('00', '01'),
    // A code for one payment of one amount.
    field('01', '12'),
    field('38', field('00', 'A000000727') + field('01', receiver) + field('02', 'QRIBFTTA')),
    field('53', '704'),
    field('54', String(amount)),
    field('58', 'VN'),
    field('62', field('08', purpose.slice(0, 25))),
    '6304'
  ].join('')
  return text + crc16(text)
}
