/** What the readers of digits give where a character is not a digit: below every number they can read. */
const notDigits = -1

/** The two digits at a place, as a number, or `notDigits`. Char codes, because every event passes here. */
export function twoDigits(text: string, place: number): number {
  const tens = text.charCodeAt(place) - 48
  const ones = text.charCodeAt(place + 1) - 48
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : notDigits
}

/** The four digits at a place, as a number, or `notDigits`. */
export function fourDigits(text: string, place: number): number {
  const high = twoDigits(text, place)
  const low = twoDigits(text, place + 2)
  return high >= 0 && low >= 0 ? high * 100 + low : notDigits
}

/** A number with leading noughts. */
export function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
