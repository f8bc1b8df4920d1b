import { once } from 'node:events'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import type { Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { isRefusal, type Refusal } from '#core/refusal.ts'

/** Takes text, and comes back when it is ready for more. */
export type WriteText = (text: string) => Promise<void>

/**
 * Writes a file that only this account may read, under its name once all of it is there: nobody takes half a file for a
 * whole one. `-` is standard output.
 */
export async function writeWhole<Done>(
  path: string,
  work: (write: WriteText) => Promise<Done | Refusal>,
): Promise<Done | Refusal> {
  if (path === '-') return work(writerOf(process.stdout))
  const part = `${path}.part`
  const file = createWriteStream(part, { mode: 0o600 })
  try {
    const done = await work(writerOf(file))
    file.end()
    await finished(file)
    if (isRefusal(done)) rmSync(part, { force: true })
    else renameSync(part, path)
    return done
  } catch (error) {
    file.destroy()
    rmSync(part, { force: true })
    throw error
  }
}

function writerOf(stream: Writable): WriteText {
  return async (text) => {
    if (stream.errored) throw stream.errored
    if (!stream.write(text)) await once(stream, 'drain')
  }
}
