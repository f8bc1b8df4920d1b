import { type Refused, refused } from '#core/refused.ts'
import { commonPasswords } from './often-chosen-passwords.ts'

/** Whose password it is to be: their own name is the first thing anybody tries. */
export interface Whose {
  readonly name: string
  readonly email: string
}

const shortest = 12
const longest = 200

/** Why this may not be a password, if so. Length is what counts; nobody is made to put a sign and a figure into it. */
export function passwordRefused(password: string, { name, email }: Whose): Refused | undefined {
  if (Array.from(password).length < shortest)
    return no(`the password is shorter than ${shortest} characters`, 'three words you can remember will do')
  if (password.length > longest)
    return no(`the password is longer than ${longest} characters`, 'choose a shorter one')
  const plain = plainly(password)
  if (new Set(plain).size < 5) return no('the password repeats a few characters', 'choose a more varied one')
  if (isCommon(plain)) return no('many people use this password', 'choose one that nobody else would')
  if (ownWords(name, email).some((word) => withoutTail(plain).replaceAll(word, '').length < 6))
    return no('the password is little more than your name or e-mail address', 'choose other words')
  return undefined
}

function no(why: string, fix: string): Refused {
  return refused('not valid', why, fix, '/password')
}

/** Capitals and blanks do not make a common password rare, and neither do figures or signs after it. */
function isCommon(plain: string): boolean {
  return commonPasswords.has(plain) || commonPasswords.has(withoutTail(plain))
}

function plainly(text: string): string {
  return text.normalize('NFKC').toLowerCase().replaceAll(/\s/g, '')
}

function withoutTail(plain: string): string {
  return plain.replace(/[^\p{L}]+$/u, '')
}

function ownWords(name: string, email: string): readonly string[] {
  const [local = ''] = email.split('@')
  const words = [plainly(name), ...name.split(/\s+/).map(plainly), plainly(email), plainly(local), 'kept']
  return words.filter((word) => word.length > 2).sort((a, b) => b.length - a.length)
}
