import type { Month } from '#core/time/civil.ts'

const names = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The month that somebody wrote: “2026-03”, “03/2026”, “March 2026”, “Mar-26”, or a day of it, “31/03/2026”. */
export function monthTyped(typed: string): Month | undefined {
  const text = typed.trim().toLowerCase()
  const byNumber = /^(\d{4})-(\d{1,2})(?:-\d{1,2})?$/.exec(text)
  if (byNumber !== null) return monthFrom(Number(byNumber[1]), Number(byNumber[2]))
  const turned = /^(?:\d{1,2}\/)?(\d{1,2})\/(\d{4})$/.exec(text)
  if (turned !== null) return monthFrom(Number(turned[2]), Number(turned[1]))
  const byName = /^([a-z]{3,9})[ -](\d{4}|\d{2})$/.exec(text)
  if (byName === null) return undefined
  const year = Number(byName[2])
  return monthFrom(year < 100 ? 2000 + year : year, names.indexOf((byName[1] ?? '').slice(0, 3)) + 1)
}

function monthFrom(year: number, month: number): Month | undefined {
  return month < 1 || month > 12 || year < 1 || year > 9_999 ? undefined : year * 12 + month - 1
}
