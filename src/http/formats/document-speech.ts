import type { Document } from '#core/documents/document.ts'
import { type SpeechPart, speechOf } from '#core/documents/speech.ts'
import { isRefused, type Refused, refused } from '#core/refused.ts'
import { type Recording, recorded } from './encode-speech.ts'
import { oneByOne } from './one-by-one.ts'
import { missingOf } from './programs.ts'
import { readProgram, runProgram } from './run-program.ts'
import { voiceFor } from './voices.ts'

const inTurn = oneByOne('making audio', 10)
/** What nobody waits for stands in a queue of its own, so that whoever does wait is not behind it. */
const inNoHurry = oneByOne('making audio ahead', 10)

/** About an hour. */
const mostCharacters = 60_000

/** Slower than espeak-ng usually speaks: this is listened to, not skimmed. In words a minute. */
const pace = '155'

/** What espeak-ng writes: mono, sixteen bits. */
const rate = 22_050

export interface SpeechChoices {
  readonly as?: 'ogg' | 'mp3'
  /** Of a letter: its title and chapters are not named in the file, since other programs see what an encoder is told. */
  readonly isPrivate?: boolean
  /** Nobody waits for it: it gives way to whatever else the machine has to do. */
  readonly isAhead?: boolean
}

/**
 * A document read aloud, as Ogg Opus with a chapter at each heading, or as MP3 for a CD or a memory stick. Spoken by espeak-ng, in English as
 * it is said in Britain or in the voice of the document’s language.
 */
export async function documentSpeech(
  document: Document,
  { as = 'ogg', isPrivate = false, isAhead = false }: SpeechChoices = {},
): Promise<Uint8Array | Refused> {
  const voice = voiceFor(document.language)
  if (isRefused(voice)) return voice
  const missing = missingOf(['espeak-ng', as === 'ogg' ? 'opusenc' : 'lame'])
  if (missing !== undefined) return missing
  const parts = speechOf(document)
  if (parts.reduce((sum, { text }) => sum + text.length, 0) > mostCharacters)
    return refused('too large', 'this would take more than an hour to listen to', 'make two documents of it')
  const work = () => read(document, parts, { as, isPrivate, isAhead })
  return isAhead ? inNoHurry(work) : inTurn(work)
}

/** Each part is spoken twice: once to know how long it takes, since chapters stand at the head of the file, and once to be kept. */
async function read(
  document: Document,
  parts: readonly SpeechPart[],
  { as, isPrivate, isAhead }: Required<SpeechChoices>,
): Promise<Uint8Array | Refused> {
  const chapters: { title: string; seconds: number }[] = []
  let seconds = 0
  for (const part of as === 'ogg' && !isPrivate ? parts : []) {
    chapters.push({ title: part.title, seconds })
    let bytes = 0
    const count = (chunk: Buffer) => {
      bytes += chunk.length
      return true
    }
    const spoke = await speak(part, count, isAhead)
    if (isRefused(spoke)) return spoke
    seconds += bytes / 2 / rate
  }
  return recorded(
    {
      title: isPrivate ? 'Letter' : document.title,
      publisher: document.publisher,
      as,
      rate,
      chapters,
      isAhead,
    },
    (recording) => spokenInto(recording, parts, isAhead),
  )
}

async function spokenInto(
  recording: Recording,
  parts: readonly SpeechPart[],
  isAhead: boolean,
): Promise<Refused | undefined> {
  for (const part of parts) {
    const spoke = await speak(part, (chunk) => recording.take(chunk), isAhead)
    if (isRefused(spoke)) return spoke
  }
  return undefined
}

/** What espeak-ng says of a part, as bare sound: the forty-four bytes before it say what we know. */
async function speak(
  { language, text }: SpeechPart,
  take: (chunk: Buffer) => boolean | Promise<boolean>,
  isAhead: boolean,
): Promise<Refused | undefined> {
  const voice = voiceFor(language)
  if (isRefused(voice)) return voice
  let toSkip = 44
  return readProgram(
    {
      program: 'espeak-ng',
      args: ['-v', voice, '-s', pace, '-b', '1', '--stdin', '--stdout'],
      input: `${text}\n`,
      longest: isAhead ? 600_000 : 60_000,
      isAhead,
    },
    (chunk) => {
      const sound = chunk.subarray(toSkip)
      toSkip -= chunk.length - sound.length
      return sound.length === 0 || take(sound)
    },
  )
}

/** The voice as its version has it, since another speaks otherwise; nothing where there is none on this machine. */
export async function voiceVersion(): Promise<string | undefined> {
  if (missingOf(['espeak-ng']) !== undefined) return undefined
  const said = await runProgram({
    program: 'espeak-ng',
    args: ['--version'],
    input: '',
    longest: 10_000,
    mostBytes: 10_000,
  })
  if (isRefused(said)) return undefined
  const [version = 'unknown'] = /\d[\w.-]*/.exec(said.toString('utf8')) ?? []
  return `espeak-ng ${version}, ${pace} words a minute`
}
