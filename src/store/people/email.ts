import { type Refused, refused } from '#core/refused.ts'

/** Brings an e-mail address into the form in which it is kept and looked for: capitals and blanks around do not count. */
export function emailInNormalForm(text: string): string {
  return text.trim().normalize('NFC').toLowerCase()
}

/** The address in its normal form, or why it is none. Only a mail can show whether anybody reads it. */
export function parseEmail(text: string): string | Refused {
  const email = emailInNormalForm(text)
  if (
    email.length <= 254 &&
    /^[^\s@<>"(),:;\\[\]]+@[^\s@<>"(),:;\\[\]]+\.[^\s@<>"(),:;\\[\].]+$/u.test(email)
  )
    return email
  return refused('not valid', 'this is not an e-mail address', 'write one such as name@example.com', '/email')
}
