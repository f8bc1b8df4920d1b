import { Type } from 'typebox'
import { type Refused, refused } from '#core/refused.ts'
import { type Month } from '#core/time/civil.ts'
import { optional } from '#http/api/schema.ts'

/** The months a list or a figure is of: part of the query of each. */
export const monthsAsked = {
  from: optional(monthText('the first month; from the first fact, where it is not said')),
  to: optional(monthText('the last month; to this one, where it is not said')),
} as const

function monthText(description: string) {
  return Type.String({
    pattern: '^\\d{4}-(0[1-9]|1[0-2])$',
    description: `${description}: \`2026-03\``,
    examples: ['2026-03'],
  })
}

/** As many months are shown at once as a landlord has figures of. */
const mostMonths = 240
const longAgo: Month = 1980 * 12
const farAhead: Month = 2200 * 12

/** The months asked for, counted from year 0; or why they cannot be shown. */
export function monthsOf(query: {
  readonly from?: string | undefined
  readonly to?: string | undefined
}): { readonly from?: Month; readonly to?: Month } | Refused {
  const [from, to] = [monthFrom(query.from), monthFrom(query.to)]
  for (const [name, month] of [
    ['from', from],
    ['to', to],
  ] as const)
    if (month !== undefined && (month < longAgo || month > farAhead))
      return refused('not valid', `${name} is no month of ours`, 'give a month from 1980 to 2199', `/${name}`)
  if (from !== undefined && to !== undefined && (to < from || to - from >= mostMonths))
    return refused(
      'not valid',
      `from comes after to, or more than ${mostMonths} months before it`,
      'ask for less',
      '/from',
    )
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

function monthFrom(text: string | undefined): Month | undefined {
  if (text === undefined) return undefined
  const [year, month] = text.split('-').map(Number)
  return (year ?? 0) * 12 + (month ?? 1) - 1
}
