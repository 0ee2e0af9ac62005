// A signature on glass: a pane to sign in where a script runs, and always the tick "signed on the printed paper".
import { type Html, type HtmlValue, html } from '../../kernel/html.ts'
import type { Locale } from '../../kernel/locale.ts'
import { signatureWords as words } from '../words/shared.ts'
import { errorMessage } from './form.ts'

type SignatureOptions = {
  /** Two on one page need names of their own. */
  name?: string
  legend: HtmlValue
  locale: Locale
  hint?: HtmlValue
  error?: string | undefined
  /** What was ticked before the form came back. */
  onPaper?: boolean
}

/** Without a script only the tick is there. Read on the server with files/actions/keep-signature.ts. */
export function signatureField({ name = 'signature', legend, locale, hint, error, onPaper = false }: SignatureOptions): Html {
  const id = `${name}-o-ky`
  const described = [hint && `${name}-goi-y`, error && `${name}-loi`].filter(Boolean).join(' ')
  return html`<fieldset class="field sign${error ? ' bad' : ''}" id="${name}"${described ? html` aria-describedby="${described}"` : ''} data-signature="${name}"><legend>${legend}</legend>${hint && html`<p class="hint" id="${name}-goi-y">${hint}</p>`}${error && errorMessage(`${name}-loi`, error, locale)}<div class="signpane" hidden><canvas id="${id}" width="600" height="200" role="img" aria-label="${words.pane[locale]}"></canvas><p class="cluster"><button type="button" class="btn quiet" data-sign-again>${words.again[locale]}</button><span class="hint" role="status"></span></p></div><label class="tickline"><input type="checkbox" name="${name}OnPaper" value="yes"${onPaper ? html` checked` : ''}> ${words.onPaper[locale]}</label></fieldset>`
}
