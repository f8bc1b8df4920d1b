/** A name as names are compared: without capitals, accents and punctuation. */
export function plainName(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** A key as keys are compared, whatever stood between its letters: `LA9 4AA` is `la94aa`, `4F7K-2MPX-9Q` `4f7k2mpx9q`. */
export function plainKey(text: string): string {
  return text.toLowerCase().replaceAll(text.includes('@') ? /\s/g : /[^\p{L}\p{N}+]/gu, '')
}
