import { ProblemError } from '../server/problem.ts'

/** A place in a list, as it goes to callers: opaque, so that nobody leans on what is in it. */
export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** What each part of a list’s key is: a count fits an integer of the database, a number one of its long ones. */
export type KeyParts = readonly ('text' | 'instant' | 'number' | 'count')[]

/** The key in a cursor, of just these parts; anything else is refused with the fix. */
export function keyFrom<const Parts extends KeyParts>(
  cursor: string | undefined,
  parts: Parts,
): KeyOf<Parts> | undefined {
  if (cursor === undefined) return undefined
  const key = read(cursor)
  if (!isKey(key, parts)) throw notACursor()
  return key as KeyOf<Parts>
}

export type KeyOf<Parts extends KeyParts> = {
  readonly [Place in keyof Parts]: Parts[Place] extends 'text' ? string : number
}

function read(cursor: string): unknown {
  if (!/^[\w-]+$/.test(cursor)) return undefined
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown
  } catch {
    return undefined
  }
}

function isKey(key: unknown, parts: KeyParts): boolean {
  if (!Array.isArray(key) || key.length !== parts.length) return false
  return parts.every((part, place) => {
    const value: unknown = key[place]
    return checks[part](value)
  })
}

/** Anybody can write a cursor: what the database could not compare with is none of ours. */
const checks: Readonly<Record<KeyParts[number], (value: unknown) => boolean>> = {
  text: (value) => typeof value === 'string' && isKeptText(value),
  instant: (value) => isWhole(value, Date.UTC(1, 0), Date.UTC(9999, 11, 31)),
  number: (value) => isWhole(value, 0, Number.MAX_SAFE_INTEGER),
  count: (value) => isWhole(value, 0, 2 ** 31 - 1),
}

function isWhole(value: unknown, least: number, most: number): boolean {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= least && value <= most
}

function isKeptText(text: string): boolean {
  return text.length <= 500 && !text.includes('\0') && text.isWellFormed()
}

function notACursor(): ProblemError {
  const detail = '`after` is no cursor of this list'
  const fix = 'pass the `next` of the page before as it came, or leave `after` out for the first page'
  return new ProblemError({
    kind: 'cannot-be-read',
    detail: `${detail}; ${fix}`,
    errors: [{ in: 'query', pointer: '/after', detail, fix }],
  })
}
