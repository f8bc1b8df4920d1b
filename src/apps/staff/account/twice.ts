import type { Fault } from '#http/layout/fault.ts'

/** What is wrong where the two are not the same. */
export function twiceFault(password: string, again: string): Fault | undefined {
  if (password === '') return { field: 'password', says: 'Type a new password.' }
  return password === again
    ? undefined
    : { field: 'again', says: 'The two are not the same. Type the new password again.' }
}
