// The drawn signs of the house: one stroke width, 24 × 24, always beside a word (or with a label of their own).
import { type Html, html } from '../kernel/html.ts'

const drawings = {
  shield: html`<path d="M12 3 4.5 5.8v5.7c0 4.4 2.9 7.8 7.5 9.5 4.6-1.7 7.5-5.1 7.5-9.5V5.8Z"/><path d="m8.6 11.9 2.4 2.4 4.4-4.8"/>`,
  menu: html`<path d="M4 7h16M4 12h16M4 17h16"/>`,
  search: html`<circle cx="10.8" cy="10.8" r="6.3"/><path d="m15.6 15.6 5 5"/>`,
  back: html`<path d="m14.8 5.2-6.8 6.8 6.8 6.8"/>`,
  next: html`<path d="m9.2 5.2 6.8 6.8-6.8 6.8"/>`,
  check: html`<path d="m5 12.6 4.4 4.4L19 7.2"/>`,
  cross: html`<path d="m6.2 6.2 11.6 11.6M17.8 6.2 6.2 17.8"/>`,
  plus: html`<path d="M12 5v14M5 12h14"/>`,
  warning: html`<path d="M12 4 2.9 19.8h18.2Z"/><path d="M12 10v4.4M12 17.1v.3"/>`,
  info: html`<circle cx="12" cy="12" r="8.7"/><path d="M12 11v5.2M12 7.8v.3"/>`,
  clock: html`<circle cx="12" cy="12" r="8.5"/><path d="M12 7v5.1l3.4 2"/>`,
  pause: html`<path d="M9 6v12M15 6v12"/>`,
  calendar: html`<rect x="3.5" y="5" width="17" height="15.5" rx="1.5"/><path d="M3.5 10h17M8 2.8v4M16 2.8v4"/>`,
  person: html`<circle cx="12" cy="8" r="4"/><path d="M4 20.4c.9-4.6 3.9-6.3 8-6.3s7.1 1.7 8 6.3"/>`,
  people: html`<circle cx="9" cy="8.5" r="3.5"/><path d="M2.5 19.8c.7-4 3.1-5.4 6.5-5.4s5.8 1.4 6.5 5.4M15.3 5.4a3.5 3.5 0 0 1 0 6.4M17.6 14.9c2.2.7 3.5 2.2 3.9 4.9"/>`,
  paper: html`<path d="M6 3h8l4.5 4.5V21H6Z"/><path d="M14 3v4.5h4.5M9 12.4h6.5M9 16h6.5"/>`,
  pen: html`<path d="M4 20l1-4.4L16.3 4.3l3.4 3.4L8.4 19Z"/><path d="m13.8 6.8 3.4 3.4"/>`,
  sign: html`<path d="M4 17c3-8 5.4-12 6.9-11s-2.9 9-1 9.5 3-4 4.6-3.5-.6 3.5.9 4 2.6-1 4.6-1M3.5 20.5h17"/>`,
  upload: html`<path d="M12 16V4.6M7 9l5-4.9L17 9M4 16v4.5h16V16"/>`,
  download: html`<path d="M12 4v11.5M7 11l5 5 5-5M4 17v3.5h16V17"/>`,
  print: html`<path d="M7 8.5v-5h10v5M7 17H3.5V8.5h17V17H17M7 14h10v6.5H7Z"/>`,
  money: html`<rect x="2.5" y="6" width="19" height="12" rx="1.5"/><circle cx="12" cy="12" r="2.6"/>`,
  phone: html`<path d="M6 3h3.5L11 8 8.8 9.5a13 13 0 0 0 5.7 5.7L16 13l5 1.5V18a3 3 0 0 1-3.2 3C10 20.5 3.5 14 3 6.2A3 3 0 0 1 6 3Z"/>`,
  handset: html`<rect x="6.5" y="2.5" width="11" height="19" rx="2"/><path d="M10.5 18.5h3"/>`,
  pin: html`<path d="M12 21s7-6.2 7-11.3A7 7 0 0 0 5 9.7C5 14.8 12 21 12 21Z"/><circle cx="12" cy="9.7" r="2.4"/>`,
  van: html`<path d="M2.5 6h11v11h-11ZM13.5 10h4l3.5 3.5V17h-7.5"/><circle cx="7" cy="18" r="2"/><circle cx="17" cy="18" r="2"/>`,
  parcel: html`<path d="M3.5 8 12 3.5 20.5 8v8.5L12 21l-8.5-4.5Z"/><path d="M3.5 8 12 12.5 20.5 8M12 12.5V21"/>`,
  mail: html`<rect x="3" y="5.5" width="18" height="13" rx="1.5"/><path d="m3.5 7 8.5 6.5L20.5 7"/>`,
  desk: html`<path d="M3 11h18M5 11v9.5M19 11v9.5M8 11V5.5h8V11"/>`,
  office: html`<path d="M4 20.5V9l8-5.5L20 9v11.5ZM2.5 20.5h19M8 12v5M12 12v5M16 12v5"/>`,
  house: html`<path d="m3.5 11 8.5-7.5L20.5 11M6 9.5v11h12v-11"/><path d="M10 20.5v-6h4v6"/>`,
  land: html`<path d="M4 20.5V9l8-5.5L20 9v11.5ZM8.5 20.5V13h7v7.5"/>`,
  shop: html`<path d="M4 12v8.5h16V12M3 10l2-6h14l2 6c0 3-4.5 3-4.5 0 0 3-4.5 3-4.5 0 0 3-4.5 3-4.5 0C7.5 13 3 13 3 10Z"/>`,
  child: html`<circle cx="12" cy="12" r="8.5"/><path d="M12 3.5c2 0 2.5 2.5.5 3M9 11v.5M15 11v.5M9 15c1.8 1.6 4.2 1.6 6 0"/>`,
  rings: html`<circle cx="9" cy="14" r="5.5"/><circle cx="15.5" cy="12" r="5.5"/>`,
  school: html`<path d="M2.5 9.5 12 5l9.5 4.5L12 14Z"/><path d="M6.5 11.5V17c3 2.5 8 2.5 11 0v-5.5"/>`,
  heart: html`<path d="M12 20S4 15 4 9.3A4.3 4.3 0 0 1 12 7a4.3 4.3 0 0 1 8 2.3C20 15 12 20 12 20Z"/>`,
  lotus: html`<path d="M12 19c-5 0-8.5-2.5-9.5-7 2.5 0 4.5.8 6 2M12 19c5 0 8.5-2.5 9.5-7-2.5 0-4.5.8-6 2M12 19c-3-3-4-5.5-4-8 0-2.5 2-5 4-7 2 2 4 4.5 4 7 0 2.5-1 5-4 8Z"/>`,
  copy: html`<rect x="8.5" y="8.5" width="12" height="12" rx="1.5"/><path d="M15.5 8.5v-5h-12v12h5"/>`,
  key: html`<circle cx="8" cy="15.5" r="4.5"/><path d="m11.3 12.3 8.7-8.8M16.5 7l3 3"/>`,
  leave: html`<path d="M10 4H4.5v16H10M15 7.5l4.5 4.5-4.5 4.5M19 12H9"/>`,
  offline: html`<path d="M3 3l18 18M8.5 15.5a5 5 0 0 1 6-.8M5 11.8a10 10 0 0 1 4.4-2.5M2 8.3a14.5 14.5 0 0 1 4.8-3M12.5 8.9a10 10 0 0 1 6.5 2.9M11 5a14.5 14.5 0 0 1 11 3.3M12 19v.3"/>`,
  scan: html`<path d="M4 8V4h4M16 4h4v4M20 16v4h-4M8 20H4v-4M4 12h16"/>`,
  star: html`<path d="m12 3.8 2.5 5.2 5.7.8-4.1 4 1 5.6-5.1-2.7-5.1 2.7 1-5.6-4.1-4 5.7-.8Z"/>`,
  eye: html`<path d="M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Z"/><circle cx="12" cy="12" r="3"/>`,
  refresh: html`<path d="M20 5v5h-5M19.5 10A8 8 0 1 0 20 14"/>`,
  book: html`<path d="M4 5.5c3-1.5 6-1.5 8 0v14c-2-1.5-5-1.5-8 0ZM20 5.5c-3-1.5-6-1.5-8 0v14c2-1.5 5-1.5 8 0Z"/>`
} as const

export type IconName = keyof typeof drawings

/** A sign beside its word: hidden from screen readers unless a label says what it stands for. */
export function icon(name: IconName, label?: string): Html {
  return label
    ? html`<svg class="i" viewBox="0 0 24 24" role="img" aria-label="${label}">${drawings[name]}</svg>`
    : html`<svg class="i" viewBox="0 0 24 24" aria-hidden="true">${drawings[name]}</svg>`
}

/** The mark: a doorway with the star above its threshold. */
export function mark(): Html {
  return html`<svg class="mark" viewBox="0 0 40 40" aria-hidden="true"><rect width="40" height="40" rx="6" fill="#9b1b1f"/><path d="M9 34V12.5C9 8 13.5 5 20 5s11 3 11 7.5V34M5 34h30" fill="none" stroke="#fff" stroke-width="2.5"/><path d="m20 12.2 1.85 3.9 4.25.55-3.12 2.94.79 4.21L20 21.74l-3.77 2.06.79-4.21-3.12-2.94 4.25-.55Z" fill="#f2c230"/></svg>`
}
