// The account of a clerk, an officer or a postman: who is signed in, where, and out.
import { type Html, html } from '../../kernel/html.ts'
import { pairs } from '../../web/components/desk.ts'
import { deskRoleOf } from '../../web/desk-nav.ts'
import { deskPage, type Frame, postPage } from '../../web/layout.ts'
import type { Role } from '../roles.ts'
import { accountWords as words } from './account-words.ts'
import { type SessionLine, sessionList } from './sessions.ts'

type StaffAccountPage = Frame & { role: Role; agencyName: string; staffName: string; sessions: readonly SessionLine[] }

export function staffAccountPage({ role, agencyName, staffName, sessions, ...frame }: StaffAccountPage): Html {
  const { locale } = frame
  const title = words.staffTitle[locale]
  const list = sessionList({ sessions, action: '/can-bo/tai-khoan', lead: words.staffSessionsLead[locale], frame })
  const who = pairs([
    { label: words.name[locale], value: staffName },
    { label: words.agency[locale], value: agencyName }
  ])
  const main = html`<h1>${title}</h1><div class="flow-lg">${who}${list}</div>`
  if (role === 'postman') return postPage({ ...frame, title, main: html`<div class="wrap section in flow">${main}</div>` })
  return deskPage({
    ...frame,
    title,
    main: html`<div class="flow">${main}</div>`,
    role: deskRoleOf(role),
    agencyName,
    staffName
  })
}
