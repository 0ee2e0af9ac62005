// The rooms of a working day, by role: the one place that knows their addresses.
import type { Locale } from '../kernel/locale.ts'
import { deskWords } from './words/layout.ts'

export type DeskNavItem = { href: string; label: string; count?: number | undefined }
const deskRoles = ['clerk', 'officer', 'signer', 'supervisor', 'administrator'] as const
export type DeskRole = (typeof deskRoles)[number]

export const deskRoleOf = (role: string): DeskRole => deskRoles.find((one) => one === role) ?? 'clerk'

/** In the bar for what is opened every hour; the rest folded under one word, so that the bar is one line at 1366. */
type DeskNav = { main: DeskNavItem[]; more: DeskNavItem[] }

export function deskNav(role: DeskRole, locale: Locale, counts: Record<string, number | undefined> = {}): DeskNav {
  const reconcile = { href: '/quay/doi-soat', label: deskWords.reconcile[locale] }
  const missedWords = { href: '/xu-ly/tu-khoa', label: deskWords.missedWords[locale] }
  const results = { href: '/ket-qua', label: deskWords.results[locale] }
  const originals = { href: '/ban-goc', label: deskWords.originals[locale] }
  const register = { href: '/so-theo-doi', label: deskWords.register[locale] }
  const people = { href: '/can-bo/phan-cong', label: deskWords.people[locale] }
  const proposals = { href: '/can-bo/de-nghi', label: deskWords.proposals[locale] }
  const late = { href: '/lanh-dao', label: deskWords.late[locale] }
  const notices = { href: '/nhac-viec', label: deskWords.notices[locale] }
  const clerk = {
    main: [
      { href: '/quay', label: deskWords.queue[locale], count: counts['queue'] },
      { href: '/quay/tiep-nhan', label: deskWords.walkIn[locale] },
      { href: '/quay/buu-gui', label: deskWords.parcels[locale] },
      { href: '/quay/bang-ke', label: deskWords.bordereaux[locale] },
      { href: '/quay/tra', label: deskWords.handOut[locale] }
    ],
    more: [
      { href: '/quay/luot', label: deskWords.turns[locale] },
      { href: '/quay/ca', label: deskWords.shift[locale] },
      { href: '/quay/thiet-bi', label: deskWords.devices[locale] },
      { href: '/quay/chuyen', label: deskWords.forwarding[locale] },
      { href: '/quay/huong-dan', label: deskWords.guidance[locale] },
      originals,
      register,
      notices,
      results,
      reconcile,
      missedWords
    ]
  }
  const drafts = { href: '/xu-ly/du-thao', label: deskWords.resultDrafts[locale] }
  const officer = {
    main: [
      { href: '/xu-ly', label: deskWords.officerTray[locale], count: counts['tray'] },
      { href: '/xu-ly/xin-y-kien', label: deskWords.consultations[locale] },
      drafts
    ],
    more: [
      originals,
      notices,
      results,
      { href: '/xu-ly/phan-anh', label: deskWords.petitions[locale] },
      { href: '/xu-ly/hoi-dap', label: deskWords.questions[locale] },
      { href: '/xu-ly/danh-gia', label: deskWords.ratings[locale] },
      reconcile,
      missedWords
    ]
  }
  const signer = {
    main: [...officer.main.filter((item) => item !== drafts), { href: '/ky', label: deskWords.toSign[locale] }, late],
    more: [drafts, proposals, register, ...officer.more, { href: '/ket-qua/mau', label: deskWords.resultTemplates[locale] }, people]
  }
  const supervisor = { main: [...clerk.main, late], more: [proposals, ...clerk.more, people] }
  const administrator = {
    main: [
      { href: '/quan-tri/mau-giay', label: deskWords.formTexts[locale] },
      { href: '/quan-tri/thoi-han', label: deskWords.limits[locale] }
    ],
    more: [missedWords]
  }
  return { clerk, officer, signer, supervisor, administrator }[role]
}
