import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { programPath } from './programs.ts'
import { giveWay } from './run-program.ts'

export interface ToRecord {
  readonly title: string
  readonly publisher: string
  readonly as: 'ogg' | 'mp3'
  /** Of the sound, in samples a second. */
  readonly rate: number
  readonly chapters: readonly { readonly title: string; readonly seconds: number }[]
  /** Nobody waits for it. */
  readonly isAhead: boolean
}

/** Where sound goes, bit by bit; nothing of it is held. */
export interface Recording {
  /** Says false where the encoder takes no more. */
  take(sound: Buffer): Promise<boolean>
}

/** An hour of speech has about 15 MB as MP3. */
const mostBytes = 40_000_000
/** In milliseconds: a quiet machine takes about a second for each minute of speech. */
const longest = 300_000
/** What gives way to everything else may take its time. */
const longestAhead = 1_800_000

/** Encodes what `speak` puts into it. */
export async function recorded(
  asked: ToRecord,
  speak: (recording: Recording) => Promise<Refused | undefined>,
): Promise<Uint8Array | Refused> {
  const [program, args] = asked.as === 'ogg' ? opus(asked) : mp3(asked)
  const path = programPath(program)
  if (path === undefined) throw new Error(`${program} was there a moment ago`)
  const child = spawn(path, args, {
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: asked.isAhead ? longestAhead : longest,
    killSignal: 'SIGKILL',
  })
  if (asked.isAhead) giveWay(child)
  const ended = new Promise<number | null>((done, fail) => {
    child.on('error', fail)
    child.on('close', (code) => done(code))
  })
  child.stdin.on('error', () => {}) // Its exit says why.
  const chunks: Buffer[] = []
  let bytes = 0
  child.stdout.on('data', (chunk: Buffer) => {
    bytes += chunk.length
    if (bytes > mostBytes) child.kill('SIGKILL')
    else chunks.push(chunk)
  })
  const spoke = await speak({ take: (sound) => taken(child.stdin, sound, ended) })
  child.stdin.end()
  const code = await ended
  if (isRefused(spoke)) return spoke
  if (code === null)
    return refused('too large', 'this is too long to be read aloud', 'make two documents of it')
  if (code !== 0) throw new Error(`${program} ended with ${code}`)
  return Buffer.concat(chunks)
}

async function taken(
  input: NodeJS.WritableStream & { readonly destroyed?: boolean },
  sound: Buffer,
  ended: Promise<unknown>,
): Promise<boolean> {
  if (input.destroyed === true) return false
  if (!input.write(sound)) await Promise.race([once(input, 'drain').catch(() => {}), ended])
  return true
}

function opus({ title, publisher, rate, chapters }: ToRecord): readonly ['opusenc', string[]] {
  const marks = chapters.slice(0, 99).flatMap((chapter, place) => {
    const name = `CHAPTER${String(place + 1).padStart(3, '0')}`
    return [
      '--comment',
      `${name}=${clock(chapter.seconds)}`,
      '--comment',
      `${name}NAME=${oneLine(chapter.title)}`,
    ]
  })
  const about = ['--title', oneLine(title), '--artist', oneLine(publisher)]
  const sound = ['--raw', '--raw-bits', '16', '--raw-rate', String(rate), '--raw-chan', '1']
  return [
    'opusenc',
    ['--quiet', '--speech', '--bitrate', '24', '--comp', '3', ...sound, ...about, ...marks, '-', '-'],
  ]
}

function mp3({ title, publisher, rate }: ToRecord): readonly ['lame', string[]] {
  const about = ['--tt', oneLine(title), '--ta', oneLine(publisher), '--add-id3v2']
  const sound = [
    '-r',
    '-s',
    String(rate / 1000),
    '--bitwidth',
    '16',
    '--signed',
    '--little-endian',
    '-m',
    'm',
  ]
  return ['lame', ['--quiet', ...sound, '-b', '48', ...about, '-', '-']]
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 200)
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, Math.floor(seconds % 60)]
  const thousandths = Math.floor((seconds % 1) * 1000)
  return `${parts.map((part) => String(part).padStart(2, '0')).join(':')}.${String(thousandths).padStart(3, '0')}`
}
