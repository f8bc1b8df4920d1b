import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { type Refused, refused } from '#core/refused.ts'

/** The programs of the machine that make Braille and audio, the Debian package of each, and what is missing without it. */
const programs = {
  lou_translate: { debian: 'liblouis-bin', makes: 'Braille' },
  'espeak-ng': { debian: 'espeak-ng', makes: 'audio' },
  opusenc: { debian: 'opus-tools', makes: 'audio' },
  lame: { debian: 'lame', makes: 'MP3 audio' },
} as const

export type Program = keyof typeof programs

const found = new Map<Program, string | undefined>()

/** Where a program is, looked for once. */
export function programPath(program: Program): string | undefined {
  if (!found.has(program)) found.set(program, lookedFor(program))
  return found.get(program)
}

/** Why something cannot be made on this server, where one of its programs is missing. */
export function missingOf(
  needed: readonly Program[],
  pathOf: (program: Program) => string | undefined = programPath,
): Refused | undefined {
  const missing = needed.find((program) => pathOf(program) === undefined)
  if (missing === undefined) return undefined
  const { makes, debian } = programs[missing]
  return refused(
    'not valid',
    `this server cannot make ${makes}`,
    `ask whoever looks after it to install ${debian}`,
  )
}

function lookedFor(program: Program): string | undefined {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '')
  return [...folders, '/usr/bin', '/usr/local/bin']
    .map((folder) => join(folder, program))
    .find((path) => isProgram(path))
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
