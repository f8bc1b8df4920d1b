import { type Fields, textIn } from '#http/layout/fields.ts'

/** How many cases a page of a list shows. */
export const perPage = 50

/** How many were shown on the pages before, from the query of the address. */
export function pageFrom(query: Fields): number {
  const from = Number.parseInt(textIn(query, 'from'), 10)
  return Number.isSafeInteger(from) && from > 0 ? from : 0
}
