import { randomBytes } from 'node:crypto'

/** By this a request is known in the log and in problem details. What callers send as theirs is not taken over. */
export function newRequestId(): string {
  return randomBytes(9).toString('base64url')
}
