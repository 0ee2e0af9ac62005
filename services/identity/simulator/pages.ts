// The pages of the stand-in. They say that it is one.
import { demoCitizens } from './citizens.ts'

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const page = (title: string, body: string) => `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title>
<style>body{font:18px/1.5 system-ui,sans-serif;max-width:32rem;margin:2rem auto;padding:0 1rem;color:#14213d}h1{font-size:1.4rem}
button{font:inherit;min-height:48px;padding:.4rem 1.2rem;margin:.4rem 0 0;display:block;width:100%;text-align:start}small{display:block;color:#444}</style></head>
<body><main>${body}</main></body></html>`

export function signInPage(action: string): string {
  const buttons = demoCitizens
    .map(
      ({ subject, name, about }) => `<button name="cong-dan" value="${subject}">${escaped(name)}<small>${escaped(about)}</small></button>`
    )
    .join('')
  return page(
    'Đăng nhập thử',
    `<h1>Đăng nhập thử</h1><p>Trang này đóng thế cho VNeID trong bản chạy thử: không phải trang thật, không có người thật. / A stand-in, nobody here is real.</p>
<form method="post" action="${escaped(action)}">${buttons}<button name="cong-dan" value="">Không đồng ý, quay lại</button></form>`
  )
}

export const errorPage = (why: string): string =>
  page(
    'Không đăng nhập được',
    `<h1>Không đăng nhập được</h1><p>Xin quay lại trang dịch vụ công và bắt đầu lại.</p><p><small>${escaped(why)}</small></p>`
  )
