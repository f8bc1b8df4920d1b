/** What a telephone number may be written with, beside its digits. */
const punctuation = /[\s().\-/–]/g
/** An extension is told to whoever answers; the number is the same without it. */
const extension = /\s*(?:ext(?:ension)?|x)\.?\s*\d{1,6}$/i

/**
 * A number in the form in which numbers are compared, whatever was typed: digits alone, `01539717717`, and for other
 * countries `+33142685300`. Undefined where it is no number that can be rung.
 */
export function normalTelephone(text: string): string | undefined {
  const typed = text.trim().replace(extension, '').replace('(0)', '').replace(punctuation, '')
  if (!/^\+?\d{3,15}$/.test(typed)) return undefined
  const number = typed.replace(/^\+440?|^00440?/, '0').replace(/^00/, '+')
  if (number.startsWith('+')) return /^\+[1-9]\d{6,14}$/.test(number) ? number : undefined
  return /^(?:07\d{9}|0[1-689]\d{8,9})$/.test(number) || /^(?:1\d{2,5}|999)$/.test(number)
    ? number
    : undefined
}

/** The digits of a number that somebody looks for, of which they may know only a part. */
export function telephoneLookedFor(text: string): string | undefined {
  const digits = text.replace('(0)', '').replace(punctuation, '')
  if (!/^\+?\d{4,15}$/.test(digits)) return undefined
  return digits.replace(/^\+440?|^00440?/, '0')
}
