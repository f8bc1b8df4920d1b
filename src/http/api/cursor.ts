import { ProblemError } from '../server/problem.ts'

/** A place in a list, as it goes to callers: opaque, so that nobody leans on what is in it. */
export function cursorOf(key: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url')
}

/** What each part of a list’s key is. */
export type KeyParts = readonly ('text' | 'number')[]

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
  readonly [Place in keyof Parts]: Parts[Place] extends 'number' ? number : string
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
    return part === 'number' ? Number.isFinite(value) : typeof value === 'string' && isKeptText(value)
  })
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
