// The frame of every page: citizen site, working desk, post. Pages give their content; the rest is always in the same place.
import { type Html, type HtmlValue, html } from '../kernel/html.ts'
import type { Locale } from '../kernel/locale.ts'
import { formatInstant } from '../kernel/time.ts'
import { assetUrl } from './assets.ts'
import { csrfField } from './components/form.ts'
import { keyDialog } from './components/key-map.ts'
import { note } from './components/status.ts'
import { type DeskNavItem, type DeskRole, deskNav } from './desk-nav.ts'
import { icon, mark } from './icons.ts'
import { type KeyLine, type KeyMapName, keysOf, keyWords } from './words/keys.ts'
import { deskWords, footWords, frameWords, helpingWords, mastheadWords, navWords } from './words/layout.ts'

export type Flash = { kind: 'ok' | 'info' | 'warn' | 'err'; text: string }
type Crumb = { href: string; label: HtmlValue }

/** What a page needs to know of its request; made once per request and spread into the page's own arguments. */
export type Frame = {
  locale: Locale
  /** Path and query of this page, for the language and text-size switches to come back to. */
  path: string
  /** Host the person typed, shown in the masthead so that it can be compared with the one printed on paper. */
  host: string
  csrf?: string | undefined
  bigText?: boolean | undefined
  actor?: { name: string; role?: string } | undefined
  flash?: Flash | undefined
  /** The visitor works on the dossier of somebody who asked for help. */
  helping?: { name: string; phone: string; until: Temporal.Instant; href: string } | undefined
}

export type CitizenPage = Frame & {
  title: string
  main: HtmlValue
  /** Full width (home, lists, procedures) instead of the reading column. */
  wide?: boolean
  /** The page shows errors: its title starts with "Lỗi: ". */
  error?: boolean
  /** Where this page hangs; the last entry is its parent. */
  breadcrumbs?: readonly Crumb[]
  /** One step back, for question pages. Takes the place of breadcrumbs. */
  back?: Crumb
  /** The page lays out its own sections (home). */
  bare?: boolean
}

type Document = Frame & {
  title: string
  error?: boolean
  look: 'citizen' | 'desk' | 'post'
  /** Its own script instead of the look's. */
  script?: 'hall' | 'outage'
  /** Seconds after which a browser without scripts loads the page again. */
  refresh?: number | undefined
  body: HtmlValue
}

function documentOf(page: Document): Html {
  const { locale, look } = page
  const classes = [look, page.bigText && 'big'].filter(Boolean).join(' ')
  return html`<!doctype html>
<html lang="${locale}" class="${classes}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.error && frameWords.errorPrefix[locale]}${page.title} – ${frameWords.site[locale]}</title>
<meta name="theme-color" content="#9b1b1f">
<link rel="preload" href="${assetUrl('inter-latin.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="${assetUrl('inter-vietnamese.woff2')}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="${assetUrl(look === 'citizen' && !page.script ? 'style.css' : 'work.css')}">
<link rel="icon" href="${assetUrl('mark.svg')}" type="image/svg+xml">
<script type="module" src="${assetUrl(`${page.script ?? look}.js`)}"></script>
${page.refresh !== undefined && html`<noscript><meta http-equiv="refresh" content="${page.refresh}"></noscript>`}
</head>
<body class="${look}">
<a class="skip" href="#chinh">${frameWords.skip[locale]}</a>
${page.body}
</body>
</html>
`
}

function masthead({ locale, host }: Frame): Html {
  const words = mastheadWords
  return html`<aside class="masthead" aria-label="${words.label[locale]}"><div class="wrap wide"><details><summary>${icon('shield')}<span>${words.claim[locale]} <u>${words.how[locale]}</u></span></summary><ul><li>${words.address[locale]} <strong translate="no">${host}</strong>. ${words.compare[locale]}</li><li>${words.secrets[locale]}</li><li>${words.payments[locale]} <strong>1022</strong>.</li></ul></details></div></aside>`
}

/** A button that posts one setting and comes back to this page. */
function settingButton(frame: Frame, action: string, name: string, value: string, label: string, lang?: Locale): Html {
  return html`<form method="post" action="${action}">${csrfField(frame.csrf)}<input type="hidden" name="returnTo" value="${frame.path}"><button class="linklike" name="${name}" value="${value}"${lang ? html` lang="${lang}"` : ''}>${label}</button></form>`
}

function languageButton(frame: Frame): Html {
  const other: Locale = frame.locale === 'vi' ? 'en' : 'vi'
  return settingButton(frame, '/cai-dat/ngon-ngu', 'locale', other, footWords.otherLanguage[frame.locale], other)
}

/** Where one's own account is: citizens and staff have a page each. */
const accountOf = ({ actor }: Frame): string =>
  actor?.role === undefined || actor.role === 'applicant' ? '/tai-khoan' : '/can-bo/tai-khoan'

function signOutForm(frame: Frame, button: HtmlValue): Html {
  return html`<form method="post" action="/dang-xuat">${csrfField(frame.csrf)}${button}</form>`
}

const citizenNav = [
  { href: '/thu-tuc', words: navWords.procedures },
  { href: '/tra-cuu', words: navWords.track },
  { href: '/noi-nop', words: navWords.places },
  { href: '/ho-so', words: navWords.mine }
]

const isHere = (path: string, href: string) => path === href || path.startsWith(`${href}/`) || path.startsWith(`${href}?`)

function citizenHeader(frame: Frame): Html {
  const { locale, path } = frame
  const links = citizenNav.map(
    (link) => html`<a href="${link.href}"${isHere(path, link.href) ? html` aria-current="page"` : ''}>${link.words[locale]}</a>`
  )
  return html`<header class="top"><div class="wrap wide"><a class="name" href="/">${mark()}<span><b>Một Cửa</b><span>${frameWords.city[locale]}</span></span></a><nav aria-label="${frameWords.mainNav[locale]}">${links}${languageButton(frame)}</nav><a class="menu" href="#cuoi">${icon('menu')}${frameWords.menu[locale]}</a></div></header>`
}

function footer(frame: Frame): Html {
  const { locale } = frame
  const words = footWords
  const site = [
    ['/thu-tuc', words.procedures],
    ['/tra-cuu', words.track],
    ['/kiem-tra', words.check],
    ['/noi-nop', words.places],
    ['/ho-so', words.mine],
    ['/nho-giup', words.askHelp],
    ['/giup-nguoi-khac', words.giveHelp],
    ['/thong-ke', words.statistics],
    ['/gioi-thieu', words.about]
  ] as const
  const text = frame.bigText ? words.normalText : words.biggerText
  const person =
    frame.actor &&
    html`<p class="cluster who"><span>${icon('person')} ${frame.actor.name}</span><a href="${accountOf(frame)}">${frameWords.account[locale]}</a>${signOutForm(frame, html`<button class="linklike">${frameWords.signOut[locale]}</button>`)}</p>`
  return html`<footer class="foot" id="cuoi"><div class="wrap wide"><div class="cols"><section><h2>${words.help[locale]}</h2><p><a class="tel" href="tel:1022">1022</a></p><p>${words.helpText[locale]}</p><p><a href="/tro-giup">${words.helpLink[locale]}</a></p></section><section><h2>${words.pages[locale]}</h2><ul>${site.map(([href, label]) => html`<li><a href="${href}">${label[locale]}</a></li>`)}</ul>${person}</section><section><h2>${words.ease[locale]}</h2><ul><li>${settingButton(frame, '/cai-dat/chu-lon', 'bigText', frame.bigText ? '0' : '1', text[locale])}</li><li><a href="/tiep-can">${words.accessibility[locale]}</a></li><li>${languageButton(frame)}</li></ul></section></div><p class="legal">${words.owner[locale]}</p></div></footer>`
}

/** The outcome of what was just done, said aloud once. */
function flashOf(flash: Flash | undefined): Html {
  return html`${flash && html`<div role="status" class="flash">${note(flash.kind, flash.text)}</div>`}`
}

function trail({ breadcrumbs, back, locale }: CitizenPage): Html {
  if (back) return html`<a class="back" href="${back.href}">${icon('back')}<span>${back.label}</span></a>`
  if (!breadcrumbs || breadcrumbs.length === 0) return html``
  const list = breadcrumbs.map((crumb) => html`<li><a href="${crumb.href}">${crumb.label}</a></li>`)
  return html`<nav class="trail" aria-label="${frameWords.trail[locale]}"><ol><li><a href="/">${frameWords.home[locale]}</a></li>${list}</ol></nav>`
}

/** For whom: the first thing on every page while helping. */
function helpingBanner({ helping, locale }: Frame): Html {
  if (!helping) return html``
  const words = helpingWords
  const until = words.until[locale].replace('{until}', formatInstant(helping.until, locale))
  return html`<aside class="helping" aria-label="${words.label[locale]}"><div class="wrap wide cluster"><p>${icon('people')}<span>${words.filing[locale]} <strong>${helping.name}</strong> (<span translate="no">${helping.phone}</span>), ${until}.</span></p><a href="${helping.href}">${words.stop[locale]}</a><a href="/ho-so">${words.own[locale]}</a></div></aside>`
}

/** A page of the citizens' site: phone first, help always at its foot. */
export function citizenPage(page: CitizenPage): Html {
  const content = page.bare
    ? html`${page.flash && html`<div class="wrap wide section in">${flashOf(page.flash)}</div>`}${page.main}`
    : html`<div class="wrap${page.wide ? ' wide' : ''} section in flow">${trail(page)}${flashOf(page.flash)}${page.main}</div>`
  const body = html`${masthead(page)}${citizenHeader(page)}${helpingBanner(page)}<main id="chinh" tabindex="-1">${content}</main>${footer(page)}`
  return documentOf({ ...page, look: 'citizen', body })
}

export type DeskPage = Frame & {
  title: string
  main: HtmlValue
  role: DeskRole
  agencyName: string
  staffName: string
  /** Numbers beside the navigation: `queue` for clerks, `tray` for officers. */
  counts?: Record<string, number | undefined>
  /** Where the search box of the bar leads; no box without it. */
  find?: { action: string; value?: string } | undefined
  error?: boolean
  /** Keys of this page beside the `/` of the search box, each with what it does. */
  keys?: readonly { keys: readonly string[]; text: string }[]
  /** The page's keys in the map that F1 opens, where they are written at their buttons already. */
  keyMap?: KeyMapName
  /** The content fills the height of the window (accept screen). */
  fill?: boolean
}

function findBox(page: DeskPage): Html {
  const { find, locale } = page
  if (!find) return html``
  return html`<form class="find" action="${find.action}" method="get" role="search" aria-label="${deskWords.find[locale]}"><label class="vh" for="tim">${deskWords.find[locale]}</label>${icon('search')}<input id="tim" name="q" type="search" autocomplete="off" placeholder="${deskWords.find[locale]}" data-find${find.value ? html` value="${find.value}"` : ''}><kbd>/</kbd></form>`
}

function deskBar(page: DeskPage): Html {
  const { locale, path } = page
  const { main, more } = deskNav(page.role, locale, page.counts)
  const here = [...main, ...more].filter((item) => isHere(path, item.href)).sort((a, b) => b.href.length - a.href.length)[0]
  const link = (item: DeskNavItem) =>
    html`<a href="${item.href}"${item === here ? html` aria-current="page"` : ''}>${item.label}${item.count !== undefined && html`<b>${item.count}</b>`}</a>`
  // What is open stands in the bar, so that one sees where one is.
  const links = [...main, ...more.filter((item) => item === here)].map(link)
  const folded = html`<details class="more" name="muc"><summary>${deskWords.more[locale]}</summary><div>${more.filter((item) => item !== here).map(link)}</div></details>`
  const out = signOutForm(page, html`<button class="barbutton">${icon('leave')}${frameWords.signOut[locale]}</button>`)
  return html`<header class="deskbar"><a class="brandname" href="${main[0]!.href}">${mark()}<span>Một Cửa</span></a><nav aria-label="${frameWords.mainNav[locale]}">${links}${folded}</nav><div class="end">${findBox(page)}<a class="who" href="/can-bo/tai-khoan"><b>${page.staffName}</b><span>${page.agencyName}</span><span class="vh"> – ${frameWords.account[locale]}</span></a>${out}</div></header>`
}

/** The keys of a page that names any, and the switch that turns one-letter keys off (shown by the script). */
function keyLine(page: DeskPage): Html {
  if (!page.keys && !page.keyMap) return html``
  const { locale } = page
  const find = page.find ? [{ keys: ['/'], text: deskWords.findKey[locale] }] : []
  const list = [...(page.keys ?? []), ...find].map(
    ({ keys, text }) => html`<span>${keys.map((name) => html`<kbd>${name}</kbd> `)}${text}</span>`
  )
  const map = html`<a href="/can-bo/phim" data-key="F1"><kbd>F1</kbd> ${keyWords.map[locale]}</a>`
  return html`<p class="keys hint">${list}${map}<button type="button" class="linklike" data-keys-switch hidden></button></p>`
}

const ownKeys = ({ keyMap, keys = [], locale }: DeskPage): KeyLine[] => [...(keyMap ? keysOf(keyMap, locale) : []), ...keys]

/** A page of the desk or of an officer: dense, keyboard first, one red bar. */
export function deskPage(page: DeskPage): Html {
  const body = html`${deskBar(page)}<main id="chinh" class="dmain${page.fill ? ' fill' : ''}" tabindex="-1">${flashOf(page.flash)}${page.main}${keyLine(page)}</main>${keyDialog(ownKeys(page), page.locale)}`
  return documentOf({ ...page, look: 'desk', body })
}

/** A screen of the hall: nobody signs in, nothing stands around what it is for. */
export function hallPage(page: Frame & { title: string; main: HtmlValue; refresh?: number }): Html {
  return documentOf({ ...page, look: 'desk', script: 'hall', body: html`<main id="chinh" tabindex="-1">${page.main}</main>` })
}

/** The screen of a desk without a network: nothing of anybody is in it, its own script fills it. */
export function outagePage(page: Frame & { title: string; main: HtmlValue; label: string }): Html {
  const bar = html`<header class="deskbar"><a class="brandname" href="/quay">${mark()}<span>Một Cửa</span></a><nav aria-label="${frameWords.mainNav[page.locale]}"><a href="/quay/ngoai-tuyen" aria-current="page">${page.label}</a></nav><div class="end"><span class="who" data-outage-who></span></div></header>`
  const body = html`${bar}<main id="chinh" class="dmain fill" tabindex="-1">${page.main}</main>${keyDialog(keysOf('outage', page.locale), page.locale)}`
  return documentOf({ ...page, look: 'desk', script: 'outage', body })
}

export type PostPage = Frame & {
  title: string
  main: HtmlValue
  back?: Crumb
  /** Right of the bar: which stop, whose round. */
  place?: string
  error?: boolean
}

/** A page for the hands of a postman: large type, targets of 56 px and more, the final act last. */
export function postPage(page: PostPage): Html {
  const { locale } = page
  const left = page.back
    ? html`<a href="${page.back.href}">${icon('back')}${page.back.label}</a>`
    : html`<a href="/buu-dien">${mark()}<span>Một Cửa</span></a>`
  const out = page.actor && signOutForm(page, html`<button class="barbutton">${icon('leave')}${frameWords.signOut[locale]}</button>`)
  const flash = page.flash && html`<div class="wrap section in">${flashOf(page.flash)}</div>`
  const own =
    page.actor && !page.back && html`<footer class="wrap section"><a href="${accountOf(page)}">${frameWords.account[locale]}</a></footer>`
  const body = html`<header class="postbar"><div class="wrap">${left}<span class="end">${page.place && html`<span>${page.place}</span>`}${out}</span></div></header><main id="chinh" tabindex="-1">${flash}${page.main}</main>${own}`
  return documentOf({ ...page, look: 'post', body })
}
