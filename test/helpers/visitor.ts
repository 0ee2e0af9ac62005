// A person with a browser that has no JavaScript: keeps cookies, follows redirects, fills the forms that are on the page.

export type Answers = Record<string, string | string[]>
export type Attachment = { field: string; name: string; bytes: Uint8Array; type?: string }

type Field = { name: string; value: string; kind: string; checked: boolean }
type Form = { action: string; method: string; multipart: boolean; fields: Field[]; buttons: Field[] }

const entities: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
const plain = (text: string) => text.replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity]!)

function attributesOf(tag: string): Record<string, string> {
  const found: Record<string, string> = {}
  for (const [, name, value] of tag.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) found[name!] ??= plain(value ?? '')
  return found
}

function fieldsOf(inside: string): Field[] {
  const fields: Field[] = []
  // An input has no end tag: what follows it is the next field, not its content.
  for (const match of inside.matchAll(/<(?:(input)\b([^>]*)>|(select|textarea|button)\b([^>]*)>([\s\S]*?)<\/\3>)/g)) {
    const [kind, tag, rest] = match[1] ? [match[1], match[2], ''] : [match[3], match[4], match[5]]
    const { name, value = '', type = 'text', ...flags } = attributesOf(tag!)
    if (!name) continue
    if (kind === 'textarea') fields.push({ name, value: plain(rest!.split('</textarea>')[0]!), kind, checked: true })
    else if (kind === 'button') fields.push({ name, value, kind, checked: false })
    else if (kind === 'select') {
      const options = [...rest!.matchAll(/<option\b([^>]*)>/g)].map(([, option]) => attributesOf(option!))
      fields.push({ name, value: (options.find((option) => 'selected' in option) ?? options[0])?.['value'] ?? '', kind, checked: true })
    } else
      fields.push({ name, value: value || (type === 'checkbox' || type === 'radio' ? 'on' : ''), kind: type, checked: 'checked' in flags })
  }
  return fields
}

/** The forms of a page, with what is already filled in. */
export function formsOf(page: string): Form[] {
  return [...page.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)].map(([, tag, inside]) => {
    const { action = '', method = 'get', enctype } = attributesOf(tag!)
    const fields = fieldsOf(inside!)
    return {
      action,
      method,
      multipart: enctype === 'multipart/form-data',
      fields: fields.filter(({ kind }) => kind !== 'button'),
      buttons: fields.filter(({ kind }) => kind === 'button')
    }
  })
}

/** What a browser would send: text as it stands, boxes that are ticked, and nothing of buttons that were not pressed. */
function filled(form: Form, answers: Answers): [string, string][] {
  const sent: [string, string][] = []
  const answered = new Set(Object.keys(answers))
  for (const { name, value, kind, checked } of form.fields) {
    if (answered.has(name) || kind === 'file') continue
    if ((kind === 'checkbox' || kind === 'radio') && !checked) continue
    sent.push([name, value])
  }
  for (const [name, value] of Object.entries(answers)) for (const one of [value].flat()) sent.push([name, one])
  return sent
}

export type Visitor = ReturnType<typeof openVisitor>

/** @param address `http://127.0.0.1:3000`. @param cookie of a browser that was here before */
export function openVisitor(address: string, cookie = '') {
  const cookies = new Map(
    cookie
      .split('; ')
      .filter(Boolean)
      .map((pair) => pair.split(/=(.*)/s) as [string, string])
  )
  let url = new URL(address)
  let page = ''
  let status = 0

  async function send(target: string, init: RequestInit = {}): Promise<string> {
    let next = new URL(target, url)
    let request: RequestInit = init
    for (let hops = 0; hops < 6; hops++) {
      const headers = {
        accept: 'text/html',
        cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...request.headers
      }
      const response = await fetch(next, { ...request, headers, redirect: 'manual' })
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
        cookies.set(name!, value!)
      }
      const location = response.headers.get('location')
      url = next
      status = response.status
      page = await response.text()
      if (status < 300 || status > 399 || !location) return page
      next = new URL(location, next)
      request = {}
    }
    throw new Error(`Too many redirects at ${next}`)
  }

  function formAt(action: string | RegExp): Form {
    const fits = (form: Form) => (typeof action === 'string' ? form.action === action : action.test(form.action))
    const form = formsOf(page).find(fits)
    if (!form) throw new Error(`${url.pathname} (${status}) has no form for ${action}; it has ${formsOf(page).map((one) => one.action)}`)
    return form
  }

  return {
    get url() {
      return url
    },
    get page() {
      return page
    },
    get status() {
      return status
    },
    /** What this browser would send of itself, for requests no form makes. */
    get cookie() {
      return [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    get: (path: string) => send(path),
    /** The headers of a page, which is not gone to. */
    async headers(path: string): Promise<Headers> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      return (await fetch(new URL(path, address), { headers: { cookie, accept: 'text/html' } })).headers
    },
    /** Bytes behind a link, with this person's cookies. */
    async download(path: string): Promise<Uint8Array> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(new URL(path, url), { headers: { cookie } })
      if (!response.ok) throw new Error(`${path} answered ${response.status}`)
      return new Uint8Array(await response.arrayBuffer())
    },
    /** What a script of the page sends in the background; the page stays where it is. */
    async post(path: string, fields: Record<string, string>): Promise<{ status: number; body: string }> {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const body = new URLSearchParams(fields)
      const response = await fetch(new URL(path, url), { method: 'POST', headers: { cookie, accept: 'application/json' }, body })
      return { status: response.status, body: await response.text() }
    },
    /** Fills the form whose action fits and sends it, hidden fields and defaults included. */
    submit(action: string | RegExp, answers: Answers = {}, files: Attachment[] = []): Promise<string> {
      const form = formAt(action)
      const fields = filled(form, answers)
      if (form.method.toLowerCase() === 'get') return send(`${form.action || url.pathname}?${new URLSearchParams(fields)}`)
      const target = form.action || url.pathname + url.search
      if (!form.multipart) return send(target, { method: 'POST', body: new URLSearchParams(fields) })
      const body = new FormData()
      for (const [name, value] of fields) body.append(name, value)
      for (const { field, name, bytes, type = 'application/pdf' } of files)
        body.append(field, new Blob([bytes as BlobPart], { type }), name)
      return send(target, { method: 'POST', body })
    },
    /** All text of the page, tags and runs of blanks taken out. */
    get text() {
      return plain(page.replace(/<(script|style)[\s\S]*?<\/\1>/g, '').replace(/<[^>]+>/g, ' ')).replace(/\s+/g, ' ')
    }
  }
}
