// Each thing on the desk tried once: printer, scanner (with letters that typing tools like to change), camera, signing pad, sound, display.
import { qrSvg } from '../../documents/barcodes.ts'
import { type Html, html } from '../../kernel/html.ts'
import { field, note, panel, signatureField } from '../../web/components/index.ts'
import { type DeskPage, deskPage } from '../../web/layout.ts'
import type { ScanVerdict } from '../rules.ts'
import { verdictWords, deviceWords as words } from '../words/devices.ts'

type DevicesPage = Omit<DeskPage, 'title' | 'main'> & {
  agencyCode: string
  testText: string
  scanned: string | undefined
  verdict: ScanVerdict | undefined
}

export function devicesPage(page: DevicesPage): Html {
  const { locale, agencyCode, testText, scanned, verdict } = page
  const fix = (text: string) => html`<p class="hint">${text}</p>`
  const printer = panel({
    title: words.printer[locale],
    body: html`<p>${words.printerHow[locale]}</p><p class="onpaper">${words.works[locale]}</p><p><button type="button" class="btn quiet" data-test="print" hidden>${words.printerButton[locale]}</button></p>${fix(words.printerFix[locale])}`
  })
  const compared =
    verdict &&
    html`<div role="status">${note(verdict === 'right' ? 'ok' : 'warn', verdictWords[verdict][locale])}${verdict !== 'right' && html`<p>${words.should[locale]}: <span class="num" translate="no">${testText}</span></p>`}</div>`
  const typed = field({ name: 'quet', label: words.scannerLabel[locale], locale, autocomplete: 'off', value: scanned })
  const scanner = panel({
    title: words.scanner[locale],
    body: html`<p>${words.scannerHow[locale]}</p>${qrSvg(testText, words.scannerQr[locale])}<form class="flow" method="get" action="/quay/thiet-bi" data-scan-form>${typed}<p><button class="btn quiet">${words.compare[locale]} <kbd>Enter</kbd></button></p></form>${compared}`
  })
  const camera = panel({
    title: words.camera[locale],
    body: html`<p>${words.cameraHow[locale]}</p><p><button type="button" class="btn quiet" data-test="camera" hidden>${words.cameraButton[locale]}</button></p><video muted playsinline hidden aria-label="${words.camera[locale]}"></video><p role="status" data-said></p>${fix(words.cameraFix[locale])}`
  })
  const sign = panel({
    title: words.sign[locale],
    body: html`<p>${words.signHow[locale]}</p><form>${signatureField({ legend: words.sign[locale], locale })}</form>${fix(words.signFix[locale])}`
  })
  const sound = panel({
    title: words.sound[locale],
    body: html`<p>${words.soundHow[locale]}</p><p><button type="button" class="btn quiet" data-test="sound" data-say="${words.soundSaid[locale]}" hidden>${words.soundButton[locale]}</button></p><p role="status" data-said></p>${fix(words.soundFix[locale])}`
  })
  const display = panel({
    title: words.display[locale],
    body: html`<p>${words.displayHow[locale]}</p><p><a class="btn quiet" href="/man-hinh/${agencyCode}" target="_blank" rel="noopener">${words.displayOpen[locale]}</a></p>${fix(words.displayFix[locale])}`
  })
  const main = html`<div class="dhead"><h1>${words.title[locale]}</h1><span class="muted">${words.lead[locale]}</span></div><noscript>${note('info', words.noScript[locale])}</noscript><div class="checks">${scanner}${printer}${camera}${sign}${sound}${display}</div>`
  return deskPage({ ...page, title: words.title[locale], main })
}
