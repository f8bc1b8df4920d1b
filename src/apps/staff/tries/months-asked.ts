import { refused, type Refused } from '#core/refused.ts'
import { firstDayOf, lastDayOf, type Month } from '#core/time/civil.ts'
import type { Day } from '#core/time/day.ts'
import { type Fields, textIn } from '#http/layout/fields.ts'

/** The months typed into a form, `2026-03` each; what is left open is from the first fact, or up to now. */
export function monthsAsked(fields: Fields): { readonly from?: Day; readonly to?: Day } | Refused {
  const [first, last] = [monthIn(fields, 'from'), monthIn(fields, 'to')]
  if (typeof first === 'object') return first
  if (typeof last === 'object') return last
  if (first !== undefined && last !== undefined && first > last)
    return refused('not valid', 'the first month comes after the last', 'swap them', '/from')
  return {
    ...(first !== undefined && { from: firstDayOf(first) }),
    ...(last !== undefined && { to: lastDayOf(last) }),
  }
}

function monthIn(fields: Fields, name: string): Month | undefined | Refused {
  const text = textIn(fields, name)
  if (text === '') return undefined
  const parts = /^((?:19[89]|20\d|21\d)\d)-(0[1-9]|1[0-2])$/.exec(text)
  return parts === null
    ? refused('not valid', 'this is not a month', 'write it as year and month, such as 2026-03', `/${name}`)
    : Number(parts[1]) * 12 + Number(parts[2]) - 1
}
