// Processes of their own, for tests that kill them: each says on a line that it is ready, then waits to be told.
import { type ChildProcess, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { Test } from 'tap'

export type Child = { process: ChildProcess; firstLine: string; ended: Promise<number | NodeJS.Signals | null> }

/** Starts a file of test/helpers with these arguments and waits for its first line. */
export async function startChild(t: Test, file: string, ...args: string[]): Promise<Child> {
  const path = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn(process.execPath, [path, ...args], { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, NODE_OPTIONS: '' } })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)))
  t.teardown(async () => {
    child.kill('SIGKILL')
    await ended
  })
  const complaints: string[] = []
  child.stderr.on('data', (chunk: Buffer) => complaints.push(chunk.toString()))
  for await (const line of createInterface({ input: child.stdout })) return { process: child, firstLine: line, ended }
  throw new Error(`${file} ended with ${await ended} and said: ${complaints.join('')}`)
}

/** kill -9, and gone. */
export async function killHard({ process: child, ended }: Child): Promise<void> {
  child.kill('SIGKILL')
  await ended
}
