// How a process ends: on the first signal everything is closed in reverse order of its opening; a start that fails says why in a sentence.
import { Refusal } from './kernel/refusal.ts'
import { StartError } from './kernel/start-error.ts'
import type { Closer } from './wire.ts'

/** `ended` resolves when a part has ended by itself; `done` says that there was one thing to do and it is done. */
type Opened = { ended?: Promise<Error | undefined>; done?: boolean }

/** Runs `open` with a list to put closers on. Ends the process with 0 after a signal or when done, 1 when it cannot start or a part ends by itself. */
export async function runProcess(open: (closers: Closer[]) => Promise<Opened>): Promise<void> {
  const closers: Closer[] = []
  let isClosing = false
  const close = async (code: number) => {
    if (isClosing) return
    isClosing = true
    for (const closer of closers.reverse()) await closer().catch((error: Error) => process.stderr.write(`${error.message}\n`))
    process.exit(code)
  }
  process.on('SIGTERM', () => close(0))
  process.on('SIGINT', () => close(0))
  try {
    const { ended, done } = await open(closers)
    ended?.then((error) => error && close(1))
    if (done) await close(0)
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`)
    await close(1)
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof StartError || error instanceof Refusal) return error.message
  const { code, message, stack, port } = error as Error & { code?: string; port?: number }
  if (code === 'EADDRINUSE')
    return `Cổng ${port} đang có chương trình khác dùng: hãy dừng nó hoặc đặt PORT khác. / Port ${port} is in use: stop that program or set another PORT.`
  if (code === 'EACCES')
    return `Không được phép mở cổng ${port}: hãy đặt PORT từ 1024 trở lên. / Port ${port} is not allowed: set PORT to 1024 or more.`
  return process.env['LOG_LEVEL'] === 'debug'
    ? (stack ?? message)
    : `Không khởi động được: ${message}. Đặt LOG_LEVEL=debug để xem chi tiết. / Cannot start: ${message}. Set LOG_LEVEL=debug for details.`
}
