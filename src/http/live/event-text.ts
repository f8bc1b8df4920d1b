import { createHash } from 'node:crypto'

/** An event as streams of them are written. With its place, a browser that comes back says where it was. */
export function event(name: 'changed' | 'over', at: string): string {
  return `${at === '' ? '' : `id: ${at}\n`}event: ${name}\ndata: ${name}\n\n`
}

/** Where a stream begins: remembered by the browser, and not told to the page. */
export function place(at: string): string {
  return `retry: 3000\nid: ${at}\n\n`
}

/** Says nothing, so that no proxy takes the connection for dead. */
export const comment = ': still here\n\n'

/** A stamp as the place of an event: a few letters that tell nothing. */
export function placeOf(stamp: string): string {
  return createHash('sha256').update(stamp).digest('base64url').slice(0, 16)
}
