// The paper that the filled form itself is: named among the papers, so that nobody looks for it, and asked of nobody.
import { type Html, html } from '../../../kernel/html.ts'
import type { Locale } from '../../../kernel/locale.ts'
import { papers } from '../../../web/components/catalogue.ts'
import { paperWords as words } from '../../words/applicant.ts'
import type { Filing } from './filing-frame.ts'

export function ownPaperNote({ ownPaper }: Filing, locale: Locale): Html {
  if (!ownPaper) return html``
  return papers([
    { name: html`<span lang="vi">${ownPaper.name}</span>`, tag: words.ownTag[locale], text: words.own[locale], icon: 'check' }
  ])
}
